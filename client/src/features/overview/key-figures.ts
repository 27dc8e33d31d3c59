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

/** What is not final, or not real, about a figure. */
export interface FigureRemark {
  readonly status: Cell['figure']['status'];
  readonly synthetic: boolean;
}

export interface KeyFigureRow {
  readonly indicator: Row['indicator'];
  readonly warnings: readonly string[];
  /** The latest period's label: with the basis, the whole row's period. */
  readonly period: string;
  /** What is not final about every figure of the row; null where they differ or all are final. */
  readonly remark: FigureRemark | null;
  /** In the order of the columns; null where the row has no such subject. */
  readonly figures: readonly (KeyFigure | null)[];
}

export interface KeyFigureColumn {
  /** An authority's name, or the comparator's word in the API. */
  readonly subject: string;
  /** Null for a comparator, such as England. */
  readonly code: string | null;
  /** As the column is headed. */
  readonly name: string;
}

/** Unlike among the columns of a table. */
export const subjectKey = ({ code, subject }: Pick<KeyFigureColumn, 'code' | 'subject'>): string =>
  code ?? subject;

export interface KeyFigureTable {
  readonly columns: readonly KeyFigureColumn[];
  readonly rows: readonly KeyFigureRow[];
}

/** Why the viewer sees no figure at all, in the server’s words; null if there is any to see. */
export function whyNothing({ rows }: KeyFigures): string | null {
  const figures = rows.flatMap(({ cells }) => cells.map(({ figure }) => figure));
  if (figures.some(({ symbol }) => symbol !== 'x')) return null;
  return figures[0]?.why ?? null;
}

const hasFigure = (figure: KeyFigure | null | undefined): boolean =>
  figure != null && figure.latest.figure.symbol !== 'x';

/** The part of a table that has figures to see; and who has none in it. */
export function seenPart({ columns, rows }: KeyFigureTable): {
  readonly table: KeyFigureTable;
  readonly unseen: readonly KeyFigureColumn[];
} {
  const isSeen = columns.map((_column, index) =>
    rows.some(({ figures }) => hasFigure(figures[index])),
  );
  const kept = <Part>(parts: readonly Part[]) => parts.filter((_part, index) => isSeen[index]);
  return {
    table: {
      columns: kept(columns),
      rows: rows
        .filter(({ figures }) => figures.some(hasFigure))
        .map((row) => ({ ...row, figures: kept(row.figures) })),
    },
    unseen: columns.filter((_column, index) => !isSeen[index]),
  };
}

/** Arranges the key figures for reading: subjects across, one line for each indicator's latest period. */
export function keyFigureTable(
  { periods, rows }: KeyFigures,
  consortiumName: string,
): KeyFigureTable {
  const columns = columnsOf(rows, consortiumName);
  return { columns, rows: rows.map((row) => arrangeRow(row, columns, periods)) };
}

function columnsOf(rows: readonly Row[], consortiumName: string): KeyFigureColumn[] {
  const names: Readonly<Record<string, string>> = {
    england: 'England',
    consortium: consortiumName,
  };
  const columns = new Map<string, KeyFigureColumn>();
  for (const { subject, code } of rows.flatMap(({ cells }) => cells)) {
    columns.set(`${code}${subject}`, { subject, code, name: names[subject] ?? subject });
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
  return {
    indicator: row.indicator,
    warnings: row.comparable.warnings,
    period,
    remark: sharedRemark(figures),
    figures,
  };
}

/** Said once for the row instead of in every cell. */
function sharedRemark(figures: readonly (KeyFigure | null)[]): FigureRemark | null {
  const [first, ...others] = figures.flatMap((figure) =>
    figure === null || figure.latest.figure.symbol !== null ? [] : [figure.latest.figure],
  );
  if (!first || (first.status === 'FINAL' && !first.synthetic)) return null;
  const { status, synthetic } = first;
  const alike = others.every((one) => one.status === status && one.synthetic === synthetic);
  return alike ? { status, synthetic } : null;
}
