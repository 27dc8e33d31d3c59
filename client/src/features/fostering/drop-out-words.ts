import type { DropOut, FosteringDropOut } from './drop-out-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, monthsInWords, seenParts, shareText } from './funnel-words.ts';

/** What is seen of drop-out. */
export const dropOutParts = ({ total, rows }: FosteringDropOut): readonly ShownPart<DropOut>[] =>
  seenParts(
    total,
    rows.map(({ group, lost }) => ({ group, part: lost })),
  );

/** After how many days, “–” where nobody was lost. */
export const daysText = (days: number | null): string =>
  days === null ? '–' : `${Math.round(days)} days`;

/** Where most are lost, in a sentence. */
export function dropOutSentence(
  { months }: FosteringDropOut,
  shown: ShownPart<DropOut> | null,
): string {
  if (!shown) return 'Drop-out is shown of households that are yours to see.';
  const { enquiries, withdrawn, notApproved, stages } = shown.part;
  if (enquiries === 0) return `No enquiry of ${monthsInWords(months)}.`;
  const worst = stages.toSorted((one, other) => other.withdrawn - one.withdrawn)[0];
  const where =
    worst && worst.withdrawn > 0
      ? ` Most of them, ${countText(worst.withdrawn)}, came as far as: ${(worst.stage?.title ?? 'a stage nobody recorded').toLowerCase()}.`
      : '';
  return `Of ${countText(enquiries)} enquiries of ${monthsInWords(months)} (${shown.title}), ${countText(withdrawn)} were withdrawn so far (${shareText((withdrawn / enquiries) * 100)}) and ${notApproved} not approved.${where}`;
}

/** How a first response came, for people. */
export const responseTitle: Readonly<Record<DropOut['responses'][number]['response'], string>> = {
  ON_TIME: 'In time',
  LATE: 'Late',
  WAITING: 'Still waiting for one',
  NEVER: 'Never came',
  NOT_MEASURED: 'Not measured: entered long after',
};
