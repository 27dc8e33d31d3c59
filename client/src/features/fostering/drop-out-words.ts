import type { DropOut, FosteringDropOut } from './drop-out-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, monthsInWords, shareText } from './funnel-words.ts';

/** All together where all is seen, else the row that is asked for, else the first one that is seen. */
export function shownDropOut(
  { total, rows }: FosteringDropOut,
  key: string | null,
): ShownPart<DropOut> | null {
  const row = rows.find(({ group, lost }) => lost && (group.key ?? 'none') === key);
  if (row?.lost) return { title: row.group.title, part: row.lost };
  if (total) return { title: 'all together', part: total };
  const first = rows.find(({ lost }) => lost);
  return first?.lost ? { title: first.group.title, part: first.lost } : null;
}

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
      ? ` Most of them, ${worst.withdrawn}, came as far as: ${(worst.stage?.title ?? 'a stage nobody recorded').toLowerCase()}.`
      : '';
  return `Of ${countText(enquiries)} enquiries of ${monthsInWords(months)} (${shown.title}), ${withdrawn} were withdrawn so far (${shareText((withdrawn / enquiries) * 100)}) and ${notApproved} not approved.${where}`;
}

/** How a first response came, for people. */
export const responseTitle: Readonly<Record<DropOut['responses'][number]['response'], string>> = {
  ON_TIME: 'In time',
  LATE: 'Late',
  WAITING: 'Still waiting for one',
  NEVER: 'Never came',
  NOT_MEASURED: 'Not measured: entered long after',
};
