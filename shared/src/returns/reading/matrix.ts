import { totalCode } from '../code-lists/code-list.ts';
import type { ReturnColumn } from '../column.ts';
import { numberIn } from '../row-rules.ts';
import type { ReturnRow, ReturnTable } from '../table.ts';
import type { Header } from './header.ts';
import { problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';

/** The rows of a table that counts by codes, and where they were. */
export interface CountedTable {
  readonly header: Header;
  readonly sheet: string;
  readonly rows: readonly ReturnRow[];
}

/** Columns that a table breaks down by, with their place in a row. */
export const breakdownsOf = ({
  columns,
  key,
}: ReturnTable): { readonly column: ReturnColumn; readonly index: number }[] =>
  columns.flatMap((column, index) =>
    column.kind === 'code' && key.includes(column.name) ? [{ column, index }] : [],
  );

/** Combinations that are named in one message. */
const mostNamed = 8;

/**
 * Tells which codes, or combinations of two, have no row.
 *
 * Where a total is a number, it says that there is nothing else: that it is the sum is another rule’s business. A column
 * without totals, as the stages of recruitment, has one for each of its codes.
 */
export function tellMissingRows(
  { header, sheet, rows }: CountedTable,
  problems: ProblemList,
): void {
  const { table } = header;
  const breakdowns = breakdownsOf(table);
  const present = new Map(
    rows.map((row) => [named(breakdowns.map(({ index }) => row.cells[index] ?? '')), row]),
  );
  const hasTotal = (codes: readonly string[]) => {
    const whole = codes.map((code, order) => (breakdowns[order]?.column.total ? totalCode : code));
    return present.get(named(whole))?.cells.some((cell) => numberIn(cell) !== null) === true;
  };

  const missing = combinations(breakdowns.map(({ column }) => column))
    .filter((codes) => !(present.has(named(codes)) || hasTotal(codes)))
    .map(named);
  if (missing.length === 0) return;
  const first = missing.slice(0, mostNamed).join(', ');
  const further = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  const message = `${table.title} has no row for ${first}${further}.`;
  problems.add(problem('returns/missing-rows', message, { table: table.name, sheet }));
}

/** As a message names a combination: `K2 × PR4`. */
const named = (codes: readonly string[]) => codes.join(' × ');

/** Every code of one column with every code of the others. */
const combinations = (columns: readonly ReturnColumn[]): string[][] =>
  columns.reduce<string[][]>(
    (before, { codes }) =>
      before.flatMap((chosen) => (codes?.codes ?? []).map(({ code }) => [...chosen, code])),
    [[]],
  );
