import type { ColumnShares } from './column-shares.ts';
import { agreeingShares, sharesBetween, sharesOf, sourcesOf } from './column-shares.ts';
import type { Grid } from './grid.ts';
import { allAt, isFigure, placesOf } from './grid.ts';
import { around, fits, summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import { quote } from './words.ts';

/** Fewer than this agree with their neighbours by chance. */
const enough = 3;

/** Columns that stand one row too high or too low beside those they belong to. */
export function checkSlips(down: Grid, across: Grid): Outcome {
  const findings = [
    ...down.blocks.flatMap((block) =>
      down.lists.flatMap((_, target) => slippedShares(down, block, target) ?? []),
    ),
    ...slippedTotals(across),
  ];
  return outcome(findings.length, findings);
}

function slippedShares(
  grid: Grid,
  block: Grid['blocks'][number],
  target: number,
): ReconcileFinding | null {
  if (grid.lists[target]?.unit !== 'percent' || sharesOf(grid, block, target)) return null;
  for (const source of sourcesOf(grid, target)) {
    for (const shift of [-1, 1] as const) {
      const shares = sharesBetween(grid, block, [target, source], shift);
      if (shares && isSlip(shares)) return slipOf(grid, target, source, shift, shares);
    }
  }
  return null;
}

const isSlip = (shares: ColumnShares): boolean =>
  agreeingShares(shares) >= enough && agreeingShares(shares) * 5 >= shares.cases.length * 4;

function slipOf(
  grid: Grid,
  target: number,
  source: number,
  shift: -1 | 1,
  { cases }: ColumnShares,
): ReconcileFinding {
  return {
    rule: 'slip',
    severity: 'error',
    cells: placesOf(cases.map(({ printed }) => printed)),
    printed: cases[0]?.printed.text ?? '',
    expected: null,
    difference: null,
    sentence: `${quote(grid.lists[target]?.label ?? '')} has slipped by a row: its percentages are the shares of ${quote(grid.lists[source]?.label ?? '')} in the row ${shift === -1 ? 'above' : 'below'}.`,
  };
}

/** Total columns that fit the row above or below instead of their own. */
function slippedTotals(across: Grid): ReconcileFinding[] {
  return across.blocks.flatMap(({ members, totals }) =>
    totals.flatMap((item) => {
      const parts = members.filter((member) => across.items[member]?.unit !== 'percent');
      const lists = across.lists.flatMap(({ isTotal }, list) => (isTotal ? [] : [list]));
      const fitting = (shift: number) =>
        lists.filter((list, order) => {
          const other = lists[order + shift];
          const figures = other === undefined ? null : allAt(across, other, parts);
          const total = across.at(list, item);
          return figures !== null && isFigure(total) && fits(total, around(summed(figures)));
        });
      if (fitting(0).length * 2 >= lists.length) return [];
      return ([-1, 1] as const)
        .filter((shift) => {
          const { length } = fitting(shift);
          return length >= enough && length * 5 >= (lists.length - 1) * 4;
        })
        .slice(0, 1)
        .map(
          (shift): ReconcileFinding => ({
            rule: 'slip',
            severity: 'error',
            cells: placesOf(fitting(shift).map((list) => across.at(list, item))),
            printed: across.at(lists[0] ?? 0, item).text,
            expected: null,
            difference: null,
            sentence: `${quote(across.items[item]?.label ?? '')} has slipped by a row: it fits the row ${shift === -1 ? 'above' : 'below'} its own.`,
          }),
        );
    }),
  );
}
