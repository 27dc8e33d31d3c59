import { writtenMonth } from '../returns/return-months.ts';
import type {
  FosteringFunnel,
  FunnelCohort,
  FunnelGroup,
  FunnelPeriodStage,
} from './funnel-query.ts';

/** The months of an answer, as a person reads them. */
export function monthsInWords(months: readonly string[]): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  return first === last ? writtenMonth(first) : `${writtenMonth(first)} to ${writtenMonth(last)}`;
}

/** A share without decimals, “–” where there is none of which it could be. Unit: percent. */
export const shareText = (share: number | null): string =>
  share === null ? '–' : `${share.toFixed(share < 10 ? 1 : 0)} %`;

/** A count, with commas for thousands. */
export const countText = (count: number): string => count.toLocaleString('en-GB');

/** One part of an answer that is seen, to draw and to tell. */
export interface ShownPart<Part> {
  /** Names it in an address: `all`, or the key of its row. */
  readonly key: string;
  readonly title: string;
  readonly part: Part;
}

/** What is seen of an answer: all together first, where all is seen, then its rows. */
export const seenParts = <Part>(
  total: Part | null,
  rows: readonly {
    readonly group: Pick<FunnelGroup, 'key' | 'title'>;
    readonly part: Part | null;
  }[],
): readonly ShownPart<Part>[] => [
  ...(total ? [{ key: 'all', title: 'all together', part: total }] : []),
  ...rows.flatMap(({ group, part }) =>
    part ? [{ key: group.key ?? 'none', title: group.title, part }] : [],
  ),
];

/** The part that an address asks for, else the first one that is seen. */
export const shownPart = <Part>(
  parts: readonly ShownPart<Part>[],
  whose: string | null,
): ShownPart<Part> | null => parts.find(({ key }) => key === whose) ?? parts[0] ?? null;

/** What is seen of what happened in the months. */
export const periodParts = ({ period }: FosteringFunnel) =>
  seenParts<readonly FunnelPeriodStage[]>(
    period.total?.some(({ figure }) => isTold(figure)) ? period.total : null,
    period.rows.map(({ group, stages }) => ({
      group,
      part: stages.some(({ figure }) => isTold(figure)) ? stages : null,
    })),
  );

const isTold = ({ symbol }: FunnelPeriodStage['figure']) => symbol !== 'x';

/** Rows of which single months are told, and nothing of all of them: the stages of which any month is. */
export const monthsAlone = ({ period }: FosteringFunnel) =>
  period.rows.flatMap(({ group, stages }) => {
    const told = stages.filter(({ months }) => months.some(isTold));
    return told.length === 0 || stages.some(({ figure }) => isTold(figure))
      ? []
      : [{ group, stages: told }];
  });

/** What is seen of those who enquired in the months. */
export const cohortParts = ({ cohort }: FosteringFunnel) =>
  seenParts(
    cohort.total,
    cohort.rows.map(({ group, cohort: part }) => ({ group, part })),
  );

/** What happened in the months, in a sentence. */
export function periodSentence(
  funnel: FosteringFunnel,
  shown: ShownPart<readonly FunnelPeriodStage[]> | null,
): string {
  const when = monthsInWords(funnel.months);
  const alone = monthsAlone(funnel).map(({ group }) => group.title);
  if (!shown && alone.length > 0) {
    return `Of ${when}, releases tell what came through in single months, of ${alone.join(', ')}.`;
  }
  if (!shown) return `How many households came through in ${when} is not shared with you.`;
  const told = [shown.part.at(0), shown.part.at(-1)].flatMap((stage) =>
    stage ? `${stage.stage.title.toLowerCase()} ${stage.figure.text}` : [],
  );
  return `In ${when}, ${shown.title}: ${told.join(', ')}. These are not the same households.`;
}

/** What became of those who enquired, in a sentence. */
export function cohortSentence(
  { months }: FosteringFunnel,
  shown: ShownPart<FunnelCohort> | null,
): string {
  if (!shown) {
    return `What became of households that enquired in ${monthsInWords(months)} is told where they are yours to see, and none is.`;
  }
  const { households, stages, states } = shown.part;
  const approved = states.find(({ state }) => state === 'APPROVED')?.households ?? 0;
  const open = states
    .filter(({ state }) => state === 'OPEN' || state === 'ON_HOLD')
    .reduce((sum, one) => sum + one.households, 0);
  const last = stages.at(-1);
  return `Of ${countText(households)} households that enquired in ${monthsInWords(months)} (${shown.title}), ${countText(approved)} were approved so far${last ? ` (${shareText(last.share)})` : ''}, and ${countText(open)} are still on their way.`;
}

/** Why a row has no figures, or since when it has. */
export const groupNote = ({
  isSeen,
  why,
  since,
}: Pick<FunnelGroup, 'isSeen' | 'why' | 'since'>): string | null => {
  if (!isSeen) return why;
  return since === null ? null : `Households that enquired from ${since} on.`;
};
