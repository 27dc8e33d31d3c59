import type { WholeReturn } from './return-queries.ts';

/** Which rows of a return an address leads to. */
export interface ShownRows {
  /** Name of the table. */
  readonly table: string;
  /** The row to go to, as counted in the file; null for the first. */
  readonly row: number | null;
  /** Every row to mark. */
  readonly marked: readonly number[];
  /** The figure that was made from the marked rows; null where none was named. */
  readonly figure: WholeReturn['figures'][number] | null;
}

/** Reads from an address the table and rows that it names, or those of the figure it names; null without a table. */
export function shownRows(
  { tables, figures }: Pick<WholeReturn, 'tables' | 'figures'>,
  address: URLSearchParams,
): ShownRows | null {
  const figure = figures.find(({ indicator }) => indicator.key === address.get('figure'));
  const asked = address.get('table') ?? figure?.table;
  const table = (tables.find(({ name }) => name === asked) ?? tables[0])?.name;
  if (table === undefined) return null;
  const of = figure?.table === table ? figure : null;
  const rows = of?.rows ?? [];
  const row = rowIn(address) ?? rows[0] ?? null;
  const marked = rows.length > 0 ? rows : [row].filter((one) => one !== null);
  return { table, row, marked, figure: of };
}

function rowIn(address: URLSearchParams): number | null {
  const text = address.get('row') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** “row 14”, “27 rows”. */
export const rowsInWords = (rows: readonly number[]): string =>
  rows.length === 1 ? `row ${rows[0]}` : `${rows.length} rows`;
