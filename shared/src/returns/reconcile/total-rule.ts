import type { Figure, Grid } from './grid.ts';
import { isFigure, placesOf } from './grid.ts';
import { around, fits, summed } from './interval.ts';
import type { Outcome } from './outcome.ts';
import type { ReadTable } from './read-grid.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import type { Sum } from './total-sums.ts';
import { sumsOf } from './total-sums.ts';
import { listed, moreOrLess, quote, rounded, roundingText, shortNumber } from './words.ts';

/** Every total against its parts, down and across. */
export function checkTotals({ table, down, across }: ReadTable): Outcome {
  const below = sumsOf(down, table.totalRows !== undefined);
  const beside = sumsOf(across, table.totalColumns !== undefined);
  const wrong = [...below.sums, ...beside.sums].filter(({ agrees }) => !agrees);
  return {
    checks: below.sums.length + beside.sums.length,
    findings: findingsOf(wrong),
    unchecked: [...below.gaps, ...beside.gaps],
  };
}

/** Where more totals than this are wrong the table was misread: pairs among them explain nothing. */
const few = 60;

/** One finding for each cause: two totals that changed places, a cell that puts its row and its column out. */
function findingsOf(wrong: readonly Sum[]): ReconcileFinding[] {
  const left = new Set(wrong);
  const first = wrong.slice(0, few);
  const pairs = first.flatMap((one) => first.map((other) => [one, other] as const));
  const crossing = crossingOf(first);
  const explained = [exchanged, crossing].flatMap((explain) =>
    pairs.flatMap(([one, other]) => {
      const finding = left.has(one) && left.has(other) ? explain(one, other) : null;
      if (!finding) return [];
      left.delete(one);
      left.delete(other);
      return [finding];
    }),
  );
  return [...explained, ...[...left].map(findingOf)];
}

const excessOf = ({ total, sum }: Sum) => total.value - sum.value;
const listName = ({ grid, list }: Sum) => quote(grid.lists[list]?.label ?? '');
const itemName = ({ grid, item }: Sum) => quote(grid.items[item]?.label || 'the total');

/** Two totals of one row or column that would both be right in each other's place. */
function exchanged(one: Sum, other: Sum): ReconcileFinding | null {
  const isPair = one.grid === other.grid && one.item === other.item && one.list < other.list;
  const wouldFit = fits(one.total, around(other.sum)) && fits(other.total, around(one.sum));
  if (!isPair || !wouldFit) return null;
  const says = (sum: Sum) =>
    `${listName(sum)} adds up to ${shortNumber(sum.sum.value)} and ${itemName(sum)} says ${sum.total.text}`;
  return {
    rule: 'total',
    severity: 'error',
    cells: placesOf([one.total, other.total]),
    printed: one.total.text,
    expected: shortNumber(one.sum.value),
    difference: rounded(excessOf(one)),
    sentence: `Two totals have changed places: ${says(one)}; ${says(other)}.`,
  };
}

/** Finds the cell that a sum down a column and one across a row have in common. */
function crossingOf(sums: readonly Sum[]) {
  const cells = new Map(sums.map((sum) => [sum, cellsAlong(sum)]));
  return (one: Sum, other: Sum): ReconcileFinding | null => {
    if (one.grid.direction !== 'down' || other.grid.direction !== 'across') return null;
    const cell = cells.get(one)?.get(other.total.row);
    return cell && cells.get(other)?.has(one.total.column) ? crossing(one, other, cell) : null;
  };
}

/** A sum's cells by their row, or by their column if it goes across. */
const cellsAlong = ({ grid, total, parts }: Sum): ReadonlyMap<number, Figure> =>
  new Map(
    [total, ...parts].map((cell) => [grid.direction === 'down' ? cell.row : cell.column, cell]),
  );

/** A cell whose correction would mend both its row and its column. */
function crossing(one: Sum, other: Sum, cell: Figure): ReconcileFinding | null {
  const correction = (sum: Sum) =>
    sum.total.row === cell.row && sum.total.column === cell.column ? -excessOf(sum) : excessOf(sum);
  if (Math.abs(correction(one) - correction(other)) > 1e-7) return null;
  const expected = shortNumber(cell.value + correction(one));
  const row = other.grid.lists[other.list]?.label ?? '';
  const column = one.grid.lists[one.list]?.label ?? '';
  return {
    rule: 'total',
    severity: 'error',
    cells: placesOf([cell, one.total, other.total]),
    printed: cell.text,
    expected,
    difference: rounded(-correction(one)),
    sentence: `${quote(row)} in ${quote(column)} says ${cell.text}, but ${expected} would make both its row and its column add up.`,
  };
}

function findingOf(sum: Sum): ReconcileFinding {
  const { grid, total, parts } = sum;
  const added = `add up to ${shortNumber(sum.sum.value)}`;
  const what =
    grid.direction === 'down'
      ? `In ${listName(sum)} the rows${sum.block.name === '' ? '' : ` of ${quote(sum.block.name)}`} ${added}`
      : `In the row ${listName(sum)} the columns ${added}`;
  return {
    rule: 'total',
    severity: 'error',
    cells: placesOf([total, ...parts]),
    printed: total.text,
    expected: shortNumber(sum.sum.value),
    difference: rounded(excessOf(sum)),
    sentence: `${what}, but ${itemName(sum)} says ${total.text}: ${moreOrLess(excessOf(sum))}.${roundingText(
      sum.sum.slack + total.slack,
    )}${leftOut(sum)}`,
  };
}

/** The items whose absence explains a total: those of which another figure is not given. */
function leftOut({ grid, block, list, total, parts }: Sum): string {
  const isIncomplete = (item: number) => hasGap(grid, item) && isFigure(grid.at(list, item));
  const without = block.members.filter(isIncomplete);
  const absent = new Set(without);
  const kept = parts.filter((_, order) => !absent.has(block.members[order] ?? -1));
  if (without.length === 0 || kept.length === 0 || kept.length === parts.length) return '';
  if (!fits(total, around(summed(kept)))) return '';
  const names = without.map((item) => grid.items[item]?.label ?? '');
  return ` The total leaves out ${listed(names)}, of which another figure is not given.`;
}

const hasGap = (grid: Grid, item: number): boolean =>
  grid.lists.some(({ unit }, list) => {
    const cell = grid.at(list, item);
    return unit !== 'percent' && cell.kind === 'gap' && cell.text !== '';
  });
