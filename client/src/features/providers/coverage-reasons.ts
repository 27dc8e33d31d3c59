import type { ReasonTotal } from './coverage-board.ts';
import { counted } from './market-words.ts';

/** The most frequent reason for spot purchase, in a sentence. */
export function reasonsSentence(totals: readonly Pick<ReasonTotal, 'title' | 'total'>[]): string {
  const all = totals.reduce((sum, { total }) => sum + (total ?? 0), 0);
  const [most] = totals;
  if (most?.total == null) return 'No reason is shared with you.';
  if (all === 0) return 'Nothing was bought by spot purchase in the months that you see.';
  return `${counted(all, 'placement')} by spot purchase in the months that you see. The most frequent reason: ${most.title.toLowerCase()}, ${most.total} of ${all}.`;
}
