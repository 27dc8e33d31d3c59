import { monthlyStocks } from '../../indicators/monthly-stocks.ts';
import type { DerivedFigure } from '../derive.ts';
import type { OtherFigure } from './compare-figures.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

/** Each stock as a sentence says it. */
const wordsOf = {
  placements: { held: 'children were looked after', came: 'who started', left: 'who left' },
  fostering: { held: 'households were approved', came: 'newly approved', left: 'deregistered' },
} as const;

/** Corrections made late move a number by this much without a word: a hundredth of it, and two at least. */
const usualCorrections = (held: number) => Math.max(2, held / 100);

/** Tells which numbers at month end do not follow from those of the return before. What is not given is not worked out. */
export function compareStocks(
  figures: readonly DerivedFigure[],
  previous: ReadonlyMap<string, OtherFigure>,
  sheets: ReadonlyMap<string, string>,
): Problem[] {
  const figureOf = (key: string) => figures.find(({ indicator }) => indicator === key);
  return monthlyStocks.flatMap(({ dataset, held, came, left }) => {
    const words = wordsOf[dataset];
    const now = figureOf(held);
    const before = previous.get(held)?.value ?? null;
    const [after, starts, leavers] = [now, figureOf(came), figureOf(left)].map(
      (figure) => figure?.value ?? null,
    );
    if (!now || before === null || after == null || starts == null || leavers == null) return [];
    const expected = before + starts - leavers;
    if (Math.abs(after - expected) <= usualCorrections(before)) return [];
    const place = { table: now.table, sheet: sheets.get(now.table) ?? null };
    const message = `${before} ${words.held} in the return before; with ${starts} ${words.came} and without ${leavers} ${words.left} they would be ${expected}, and the return says ${after}.`;
    return [problem('returns/stock-differs', message, place)];
  });
}
