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

/** A row to draw: all together where all is seen, else the first one that is. */
export interface ShownPart<Part> {
  readonly title: string;
  readonly part: Part;
}

/** What the picture of the period shows. */
export function shownPeriod({
  period,
}: FosteringFunnel): ShownPart<readonly FunnelPeriodStage[]> | null {
  if (period.total) return { title: 'all together', part: period.total };
  const row = period.rows.find(({ stages }) => stages.some(({ figure }) => figure.value !== null));
  return row ? { title: row.group.title, part: row.stages } : null;
}

/** What the picture of the cohort shows. */
export function shownCohort({ cohort }: FosteringFunnel): ShownPart<FunnelCohort> | null {
  if (cohort.total) return { title: 'all together', part: cohort.total };
  const row = cohort.rows.find((one) => one.cohort !== null);
  return row?.cohort ? { title: row.group.title, part: row.cohort } : null;
}

/** The answer of the page in a sentence. */
export function funnelSentence(funnel: FosteringFunnel, view: 'period' | 'cohort'): string {
  const months = monthsInWords(funnel.months);
  if (view === 'period') {
    const shown = shownPeriod(funnel);
    if (!shown) return `Nothing of ${months} is yours to see.`;
    const told = [shown.part.at(0), shown.part.at(-1)].flatMap((stage) =>
      stage ? `${stage.stage.title.toLowerCase()} ${stage.figure.text}` : [],
    );
    return `In ${months}, ${shown.title}: ${told.join(', ')}. These are not the same households.`;
  }
  const shown = shownCohort(funnel);
  if (!shown) return 'A cohort can be followed only where its households are yours to see.';
  const { households, stages, states } = shown.part;
  const approved = states.find(({ state }) => state === 'APPROVED')?.households ?? 0;
  const open = states
    .filter(({ state }) => state === 'OPEN' || state === 'ON_HOLD')
    .reduce((sum, one) => sum + one.households, 0);
  const last = stages.at(-1);
  return `Of ${countText(households)} households that enquired in ${months} (${shown.title}), ${countText(approved)} were approved so far${last ? ` (${shareText(last.share)})` : ''}, and ${countText(open)} are still on their way.`;
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
