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
 * Where a grand total is a number, it says that there is nothing else: that it is the sum is another rule’s business.
 */
export function tellMissingRows(
  { header, sheet, rows }: CountedTable,
  problems: ProblemList,
): void {
  const { table } = header;
  const breakdowns = breakdownsOf(table);
  const keyOf = ({ cells }: ReturnRow) =>
    breakdowns.map(({ index }) => cells[index] ?? '').join(' × ');
  const present = new Map(rows.map((row) => [keyOf(row), row]));
  const grand = present.get(breakdowns.map(() => totalCode).join(' × '));
  if (grand?.cells.some((cell) => numberIn(cell) !== null)) return;

  const missing = combinations(breakdowns.map(({ column }) => column)).filter(
    (key) => !present.has(key),
  );
  if (missing.length === 0) return;
  const named = missing.slice(0, mostNamed).join(', ');
  const further = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  const message = `${table.title} has no row for ${named}${further}.`;
  problems.add(problem('returns/missing-rows', message, { table: table.name, sheet }));
}

/** Every code of one column with every code of the others, written `K2 × PR4`. */
const combinations = (columns: readonly ReturnColumn[]): string[] =>
  columns.reduce<string[]>((before, { codes }) => {
    const own = codes?.codes.map(({ code }) => code) ?? [];
    return before.length === 0
      ? own
      : before.flatMap((key) => own.map((code) => `${key} × ${code}`));
  }, []);
