import type { ColumnShares, ShareCase } from './column-shares.ts';
import { sharesOf } from './column-shares.ts';
import type { Block, Grid } from './grid.ts';
import { allAt, placesOf } from './grid.ts';
import { summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import { numberText, printedText, quote, rounded, shortNumber } from './words.ts';

/** Percentages that stand beside their parts: each against the part's share of the total. */
export function checkShares(grid: Grid): Outcome {
  return together(
    grid.blocks.flatMap((block) =>
      grid.lists.map((_, target) => {
        const shares = holdsPercents(grid, block, target) ? sharesOf(grid, block, target) : null;
        if (!shares) return outcome(0);
        const wrong = shares.cases.filter(({ agrees }) => !agrees);
        return outcome(
          shares.cases.length,
          wrong.map((one) => findingOf(grid, shares, one)),
        );
      }),
    ),
  );
}

const holdsPercents = (grid: Grid, block: Block, list: number): boolean =>
  block.members.some((item) => {
    const cell = grid.at(list, item);
    return cell.kind === 'figure' && cell.unit === 'percent';
  });

function findingOf(
  grid: Grid,
  shares: ColumnShares,
  { item, printed, part }: ShareCase,
): ReconcileFinding {
  const share = (part.value / shares.base.value) * 100;
  const expected = `${numberText(share, printed.step)}%`;
  const wasFitted = isFitted(grid, shares, Math.abs(printed.value - share) < printed.step);
  const more = shortNumber(Math.round(share * 100) / 100);
  const base = shares.total?.text ?? shortNumber(shares.base.value);
  return {
    rule: 'share',
    severity: wasFitted ? 'note' : 'error',
    cells: placesOf([printed, part, ...(shares.total ? [shares.total] : [])]),
    printed: printedText(printed),
    expected,
    difference: rounded(printed.value - share),
    sentence: [
      `${quote(grid.items[item]?.label ?? '')}, ${quote(grid.lists[shares.target]?.label ?? '')} says ${printedText(printed)},`,
      `but ${part.text} of ${base} is ${expected}${`${more}%` === expected ? '' : ` (${more}%)`}.`,
      wasFitted
        ? 'It may have been rounded the other way so that the percentages add up to 100.'
        : '',
    ]
      .join(' ')
      .trim(),
  };
}

/** Percentages that add up to exactly 100, each within one digit of its share, were rounded to do so. */
function isFitted(grid: Grid, { target, block }: ColumnShares, isNear: boolean): boolean {
  const all = allAt(grid, target, block.members);
  return isNear && all !== null && Math.abs(summed(all).value - 100) < 1e-7;
}
