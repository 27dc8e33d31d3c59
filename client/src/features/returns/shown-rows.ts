import type { WholeReturn } from './return-queries.ts';

/** Which rows of a return an address leads to. */
export interface ShownRows {
  /** Name of the table. */
  readonly table: string;
  /** The row to go to, as counted in the file; null for the first. */
  readonly row: number | null;
  /** Every row to mark. */
  readonly marked: readonly number[];
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
  const rows = figure?.table === table ? figure.rows : [];
  const row = rowIn(address) ?? rows[0] ?? null;
  return { table, row, marked: rows.length > 0 ? rows : [row].filter((one) => one !== null) };
}

function rowIn(address: URLSearchParams): number | null {
  const text = address.get('row') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
