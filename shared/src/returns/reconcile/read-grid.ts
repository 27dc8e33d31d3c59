import type { Figure, Gap, Grid, Line, Unit } from './grid.ts';
import { plainLabel, unitOfLabel } from './line-words.ts';
import type { PrintedCell } from './printed-cell.ts';
import { readPrintedCell } from './printed-cell.ts';
import type { ColumnReading } from './read-columns.ts';
import { readColumns } from './read-columns.ts';
import type { RowReading } from './read-rows.ts';
import { readRows, splitByTotals } from './read-rows.ts';
import type { PrintedTable, ReconcileReading } from './reconciliation.ts';
import { withSlack } from './slack.ts';

/** A printed table as rules see it. */
export interface ReadTable {
  readonly table: PrintedTable;
  readonly down: Grid;
  readonly across: Grid;
  readonly reading: ReconcileReading;
}

/** Reads a table: which columns hold figures, what they are, which rows and columns are totals. */
export function readTable(table: PrintedTable): ReadTable {
  const cells = table.rows.map((row) => row.map(readPrintedCell));
  const columns = readColumns(table, cells);
  const rows = readRows(table, columns);
  const columnLines = columns.figures.map((at) => ({
    label: plainLabel(table.header[at] ?? ''),
    place: at + 1,
    unit: columns.percent.has(at) ? ('percent' as const) : (columns.units[at] ?? null),
    isTotal: columns.totals.has(at),
  }));
  const rowLines = table.rows.map((_, row) => rowLine(rows, row));
  const body = withSlack(
    columns.figures.map((at) =>
      cells.map((row, item) =>
        readCell(row[at], table.rows[item]?.[at] ?? '', {
          row: rowLines[item],
          column: at + 1,
          unit: columns.units[at] ?? null,
          counted: rows.counted[item] ?? '',
        }),
      ),
    ),
  );
  const gap = (row: number, column: number): Gap => ({ kind: 'gap', row, column, text: '' });
  const at = (list: number, item: number) =>
    body[list]?.[item] ?? gap(rowLines[item]?.place ?? 0, columnLines[list]?.place ?? 0);
  const columnOrder = columnLines.map((_, order) => order);
  const totalOrder = new Set(columnOrder.filter((order) => columnLines[order]?.isTotal));
  return {
    table,
    down: { direction: 'down', lists: columnLines, items: rowLines, blocks: rows.blocks, at },
    across: {
      direction: 'across',
      lists: rowLines,
      items: columnLines,
      blocks: splitByTotals(columnOrder, totalOrder),
      at: (list, item) => at(item, list),
    },
    reading: readingOf(columns, rows),
  };
}

const readingOf = (columns: ColumnReading, rows: RowReading): ReconcileReading => ({
  totalRows: [...rows.totals].map((row) => row + 2),
  totalColumns: [...columns.totals].map((column) => column + 1),
  percentColumns: [...columns.percent].map((column) => column + 1),
});

function rowLine(rows: RowReading, row: number): Line {
  const label = rows.names[row] ?? '';
  const counted = rows.counted[row] ?? '';
  return {
    label,
    place: row + 2,
    unit: counted === '' ? unitOfLabel(label) : (unitOfLabel(counted) ?? 'count'),
    isTotal: rows.totals.has(row),
  };
}

function readCell(
  cell: PrintedCell | undefined,
  text: string,
  of: {
    readonly row: Line | undefined;
    readonly column: number;
    readonly unit: Unit | null;
    readonly counted: string;
  },
): Figure | Gap {
  const place = { row: of.row?.place ?? 0, column: of.column, text: text.trim() };
  if (cell?.kind !== 'number') return { kind: 'gap', ...place };
  const { value, step, isPercent } = cell;
  const unit = isPercent ? 'percent' : (of.unit ?? of.row?.unit ?? 'count');
  return { kind: 'figure', ...place, value, step, slack: 0, unit, counted: of.counted };
}
