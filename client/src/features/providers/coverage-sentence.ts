import { writtenMonth } from '../returns/return-months.ts';
import type { Board } from './coverage-board.ts';
import { together } from './coverage-board.ts';
import { counted } from './market-words.ts';

/** What the coverage board says of its last month: how much was bought on framework, and who bought least on it. */
export function coverageSentence(board: Board, period: string): string {
  const month = writtenMonth(period);
  const members = board.subjects.filter(({ code }) => code !== null);
  const known = members.flatMap(({ id, name }) => {
    const share = board.cell(id, 'ALL')?.last.share;
    return share?.value == null ? [] : [{ name, share, value: share.value }];
  });
  const whole = board.cell(together, 'ALL')?.last.share;
  const least = known.toSorted((one, other) => one.value - other.value)[0];
  if (!least) return `For ${month} you see no member’s share of placements on framework.`;

  const least1 = `${least.name} bought the least on framework, ${least.share.text}${ofCounts(least.share)}.`;
  if (whole && whole.value !== null) {
    return `In ${month}, ${whole.text}${ofCounts(whole)} of the placements that all members bought were made on a framework. ${least1}`;
  }
  return `In ${month} you see ${counted(known.length, 'member')} of ${members.length}, so there is no share for all together. Of these, ${least1}`;
}

/** Numbers beside a percentage, where they are seen: “ (17 of 23)”. */
export function ofCounts(share: {
  readonly numerator: number | null;
  readonly denominator: number | null;
}): string {
  const { numerator, denominator } = share;
  return numerator === null || denominator === null ? '' : ` (${numerator} of ${denominator})`;
}
