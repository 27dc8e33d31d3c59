import type { Unit } from './grid.ts';
import { plainLabel, saysTotal, unitOfLabel } from './line-words.ts';
import type { PrintedCell } from './printed-cell.ts';
import type { PrintedTable } from './reconciliation.ts';

/** What each column of a printed table is taken for. Numbers are positions, the first column being 0. */
export interface ColumnReading {
  /** Columns of figures. */
  readonly figures: readonly number[];
  readonly percent: ReadonlySet<number>;
  readonly totals: ReadonlySet<number>;
  /** Columns whose repeated words group the rows. */
  readonly groups: readonly number[];
  /** The column that names a row. */
  readonly name: number | null;
  /** The column that says what a row counts. */
  readonly counted: number | null;
  /** What the header says of its figures; a column of % signs may hold counts beside them. */
  readonly units: readonly (Unit | null)[];
}

/** A column of figures holds more numbers than words, and is no date. */
function holdsFigures(header: string, cells: readonly PrintedCell[]): boolean {
  const numbers = cells.filter(({ kind }) => kind === 'number').length;
  const words = cells.filter(({ kind }) => kind === 'words').length;
  return (
    numbers > words && !/^(year|period|month|date|day|id|urn|code|ref(erence)?)\b/iu.test(header)
  );
}

/** The words of a column stand in runs, two rows long or more on average. */
function isGrouping(texts: readonly string[]): boolean {
  const runs = texts.filter((text, row) => row === 0 || text !== texts[row - 1]).length;
  return runs > 1 && runs * 2 <= texts.length;
}

/** More of its numbers than not have a % sign. */
function showsPercents(cells: readonly PrintedCell[]): boolean {
  const numbers = cells.filter((cell) => cell.kind === 'number');
  return numbers.filter(({ isPercent }) => isPercent).length * 2 > numbers.length;
}

/** What columns are taken for, the reader's own choices first. */
export function readColumns(
  table: PrintedTable,
  cells: readonly (readonly PrintedCell[])[],
): ColumnReading {
  const labels = table.header.map(plainLabel);
  const column = (at: number) => cells.map((row) => row[at] ?? { kind: 'gap' as const });
  const texts = (at: number) => table.rows.map((row) => (row[at] ?? '').trim());
  const chosen = (places: readonly number[] | undefined) => places?.map((place) => place - 1);
  const said = new Set([
    ...(chosen(table.totalColumns) ?? []),
    ...(chosen(table.percentColumns) ?? []),
  ]);

  const figures = labels.flatMap((label, at) =>
    said.has(at) || holdsFigures(label, column(at)) ? [at] : [],
  );
  const before = labels.map((_, at) => at).filter((at) => at < (figures[0] ?? labels.length));
  const firstName = before.findIndex((at) => !isGrouping(texts(at)));
  const groups = firstName === -1 ? before.slice(0, -1) : before.slice(0, firstName);
  const units = labels.map(unitOfLabel);
  const percent = new Set(
    chosen(table.percentColumns) ??
      figures.filter((at) => units[at] === 'percent' || showsPercents(column(at))),
  );
  const counts = figures.filter((at) => !percent.has(at));
  const totals = new Set(
    chosen(table.totalColumns) ??
      counts.filter((at, order) => order >= 2 && saysTotal(labels[at] ?? '')),
  );
  const counted = labels.findIndex((label) => /^units?\b/iu.test(label));
  return {
    figures,
    percent,
    totals,
    groups,
    name: before[groups.length] ?? null,
    counted: counted === -1 ? null : counted,
    units: table.percentColumns === undefined ? units : units.map(chosenUnit(percent)),
  };
}

/** The reader's choice of columns of percentages goes before what headers say. */
const chosenUnit =
  (percent: ReadonlySet<number>) =>
  (unit: Unit | null, at: number): Unit | null => {
    if (percent.has(at)) return 'percent';
    return unit === 'percent' ? null : unit;
  };
