import type { ComparedCell, ComparedRow, ComparedView } from './comparison-model.ts';

/** How the server begins its reason for a figure that others may see. */
const notShared = 'not shared';

const isThere = ({ figure }: ComparedCell) => figure.value !== null;

/** What to say of a whole row before its cautions, in a few words. */
export function comparabilityWords(row: ComparedRow): string {
  if (row.comparable) return 'Compare with care';
  const cells = [...row.cells.values()];
  if (cells.some(isThere)) return 'Not comparable';
  if (cells.length > 0 && cells.every(({ figure }) => figure.why.startsWith(notShared))) {
    return 'Not shared with you';
  }
  return row.period === '' ? 'No figures' : `No figures for ${row.period}`;
}

/** Whether a comparison has a single value: without one there is nothing to keep. */
export const hasFigures = ({ rows }: ComparedView): boolean =>
  rows.some(({ cells }) => [...cells.values()].some(isThere));
