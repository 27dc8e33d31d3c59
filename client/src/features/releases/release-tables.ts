import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import type { ReleaseCell, ReleaseRow, ReleaseTable } from './release-queries.ts';

/**
 * Why a figure is as it is. That an authority does not share it begins as it does everywhere else, which is how pages
 * tell it from what does not exist.
 */
export const whyOf = ({ why }: Pick<ReleaseCell, 'why'>): string =>
  why.startsWith('No agreement') ? `not shared: n${why.slice(1)}` : why;

/** Figures of a release that belong in one table, with how many of them are kept back. */
export interface KeptShare {
  readonly name: string;
  readonly title: string;
  readonly cells: number;
  readonly published: number;
  readonly keptBack: number;
  /** Percent of its figures that have a value; null where it has none. */
  readonly share: number | null;
}

/** The codes of a row as one text, as the server joins them; empty for a table without characteristics. */
export const rowName = ({ codes }: Pick<ReleaseRow, 'codes'>): string => codes.join('|');

/** A row in words: “Foster care, own provision”. */
export function rowLabel(
  row: Pick<ReleaseRow, 'codes' | 'labels'>,
  table: { title: string },
): string {
  if (isTotal(row)) return 'Total';
  return row.labels.length === 0 ? table.title : row.labels.join(', ');
}

/** What the text of a figure leaves out of its unit: “children”; “per week” of £4,510; nothing of 45%. */
export const unitBeside = ({ unit }: Pick<ReleaseRow, 'unit'>): string =>
  unit.replace(/^(percent|GBP) ?/, '');

/** A table’s rows, the total before its parts: below a long table it would be out of sight. */
export const orderedRows = ({ rows }: ReleaseTable): readonly ReleaseRow[] =>
  rows.toSorted((one, other) => Number(isTotal(other)) - Number(isTotal(one)));

/** A row’s figures, the consortium’s first and the reader’s own next: of many columns the last are out of sight. */
export const orderedCells = (
  { cells }: Pick<ReleaseRow, 'cells'>,
  own: readonly string[],
): readonly ReleaseCell[] => {
  const first = cells.filter(({ code }) => code === null);
  const next = cells.filter(({ code }) => code !== null && own.includes(code));
  return [...new Set([...first, ...next, ...cells])];
};

/** Whether a row is the total over each of its characteristics. */
export const isTotal = ({ codes }: Pick<ReleaseRow, 'codes'>): boolean =>
  codes.length > 0 && codes.every((code) => code === 'total');

/** Where a figure stands in its row: an authority’s code, or `consortium`. */
export const subjectName = ({ code }: Pick<ReleaseCell, 'code'>): string => code ?? 'consortium';

/** The tables that an address asks for: one of them, or all; where it asks for none, the first that shows anything. */
export function shownTables(
  tables: readonly ReleaseTable[],
  asked: string | null,
): readonly ReleaseTable[] {
  if (asked === 'all') return tables;
  const named =
    tables.find(({ name }) => name === asked) ??
    tables.find((table) => cellsOf(table).some(({ value }) => value !== null)) ??
    tables[0];
  return named ? [named] : [];
}

/** How much of each table is shown, in the order of the release. */
export const keptShares = (tables: readonly ReleaseTable[]): readonly KeptShare[] =>
  tables.map((table) => {
    const cells = cellsOf(table);
    const published = cells.filter(({ value }) => value !== null).length;
    const keptBack = cells.filter(({ symbol }) => symbol === 'c').length;
    const counted = published + keptBack;
    return {
      name: table.name,
      title: table.title,
      cells: cells.length,
      published,
      keptBack,
      share: counted === 0 ? null : (published / counted) * 100,
    };
  });

const cellsOf = ({ rows }: ReleaseTable) => rows.flatMap(({ cells }) => cells);

/** The symbols that these tables hold, in the order of legends. */
export function symbolsIn(tables: readonly ReleaseTable[]): readonly DataSymbol[] {
  const found = new Set(tables.flatMap(cellsOf).map(({ symbol }) => symbol));
  return dataSymbols.filter((symbol) => found.has(symbol));
}

/** The row that a picture shows: the one asked for, else the total, else the first with a figure. */
export function picturedRow(table: ReleaseTable, asked: string | null): ReleaseRow | undefined {
  const { rows } = table;
  return (
    rows.find((row) => rowName(row) === asked) ??
    rows.find((row) => isTotal(row) && hasPicture(row)) ??
    rows.find(hasPicture) ??
    rows[0]
  );
}

/** Whether a row has a figure of an authority to draw. */
export const hasPicture = ({ cells }: Pick<ReleaseRow, 'cells'>): boolean =>
  cells.some(({ code, value }) => code !== null && value !== null);

/** Which figure of a release a person pressed. */
export interface CellAddress {
  readonly table: string;
  readonly row: string;
  readonly subject: string;
}

/** A figure with the table and the row it stands in; null where there is none. */
export function cellAt(tables: readonly ReleaseTable[], { table, row, subject }: CellAddress) {
  const inTable = tables.find(({ name }) => name === table);
  const inRow = inTable?.rows.find((one) => rowName(one) === row);
  const cell = inRow?.cells.find((one) => subjectName(one) === subject);
  return inTable && inRow && cell ? { table: inTable, row: inRow, cell } : null;
}
