import type { ResultOf } from '../../graphql/graphql.ts';
import type { KeyFiguresFragment } from './overview-query.ts';

type KeyFigures = ResultOf<typeof KeyFiguresFragment>;
type Row = KeyFigures['rows'][number];
type Cell = Row['cells'][number];

/** One subject's figure in the latest period, and its figure in the period before where there is one. */
export interface KeyFigure {
  readonly latest: Cell;
  readonly before: Cell | null;
}

export interface KeyFigureRow {
  readonly indicator: Row['indicator'];
  readonly warnings: readonly string[];
  /** The latest period's label: with the basis, the whole row's period. */
  readonly period: string;
  /** In the order of the columns; null where the row has no such subject. */
  readonly figures: readonly (KeyFigure | null)[];
}

export interface KeyFigureColumn {
  readonly subject: string;
  /** Null for a comparator, such as England. */
  readonly code: string | null;
}

export interface KeyFigureTable {
  readonly columns: readonly KeyFigureColumn[];
  readonly rows: readonly KeyFigureRow[];
}

/** Arranges the key figures for reading: subjects across, one line for each indicator's latest period. */
export function keyFigureTable({ periods, rows }: KeyFigures): KeyFigureTable {
  const columns = columnsOf(rows);
  return { columns, rows: rows.map((row) => arrangeRow(row, columns, periods)) };
}

function columnsOf(rows: readonly Row[]): KeyFigureColumn[] {
  const columns = new Map<string, KeyFigureColumn>();
  for (const { subject, code } of rows.flatMap(({ cells }) => cells)) {
    columns.set(`${code}${subject}`, { subject, code });
  }
  return [...columns.values()].toSorted(
    (one, other) => Number(one.code === null) - Number(other.code === null),
  );
}

function arrangeRow(
  row: Row,
  columns: readonly KeyFigureColumn[],
  order: readonly string[],
): KeyFigureRow {
  const periods = [...new Set(row.cells.map(({ period }) => period))].toSorted(
    (one, other) => order.indexOf(one) - order.indexOf(other),
  );
  const period = periods.at(-1) ?? '';
  const earlier = periods.at(-2);

  const figures = columns.map(({ subject, code }) => {
    const own = row.cells.filter((cell) => cell.subject === subject && cell.code === code);
    const latest = own.find((cell) => cell.period === period);
    const before = own.find((cell) => cell.period === earlier) ?? null;
    return latest ? { latest, before } : null;
  });
  return { indicator: row.indicator, warnings: row.comparable.warnings, period, figures };
}
