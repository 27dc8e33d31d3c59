import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { ComparedCell, ComparedRow, ComparedView } from './comparison-model.ts';

/** Whether the reason for a missing figure is that nobody shares it: then the server begins so. */
export const isNotShared = (why: string): boolean => why.startsWith('not shared');

const isThere = ({ figure }: ComparedCell) => figure.value !== null;

/** What to say of a whole row before its cautions, in a few words. */
export function comparabilityWords(row: ComparedRow): string {
  if (row.comparable) return 'Compare with care';
  const cells = [...row.cells.values()];
  if (cells.some(isThere)) return 'Not comparable';
  // Comparators have reasons of their own: England has no figure of what members return.
  const own = cells.filter(({ code }) => code !== null);
  if (own.length > 0 && own.every(({ figure }) => isNotShared(figure.why))) {
    return 'Not shared with you';
  }
  return row.period === '' ? 'No figures' : `No figures for ${periodInWords(row.period)}`;
}

/** Whether a comparison has a single value: without one there is nothing to keep. */
export const hasFigures = ({ rows }: ComparedView): boolean =>
  rows.some(({ cells }) => [...cells.values()].some(isThere));
