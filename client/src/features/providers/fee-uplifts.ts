import type { FeeUplift } from './fees-queries.ts';
import { counted } from './market-words.ts';
import { isOpen } from './uplift-steps.ts';

/** How many requests for higher prices there are, and how many wait for whom. */
export function upliftsSentence(uplifts: readonly FeeUplift[], total: number): string {
  if (total === 0) return 'No provider has asked for higher prices on a framework that you buy by.';
  const open = uplifts.filter(isOpen);
  const own = open.filter(({ viewerCanHandle }) => viewerCanHandle).length;
  const waiting =
    open.length === 0
      ? 'all are decided'
      : `${open.length} ${open.length === 1 ? 'is' : 'are'} open`;
  return `${counted(total, 'request')} for higher prices: ${waiting}${own === 0 ? '' : `, ${own} of them for you to handle`}.`;
}
