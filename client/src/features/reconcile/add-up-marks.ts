import { readPrintedCell } from '@sufficiency/shared/returns/reconcile/printed-cell.ts';
import type {
  CellPlace,
  ReconcileFinding,
} from '@sufficiency/shared/returns/reconcile/reconciliation.ts';
import { cellId } from './go-to-cell.ts';

/** A finding's number at one of its cells. */
export interface AddUpMark {
  readonly number: number;
  /** The cell that is questioned, not one that it is compared with. */
  readonly isQuestioned: boolean;
}

/** The findings that each cell is part of, by the cell's id. */
export function marksOf(findings: readonly ReconcileFinding[]): ReadonlyMap<string, AddUpMark[]> {
  const marks = new Map<string, AddUpMark[]>();
  for (const [index, { cells }] of findings.entries()) {
    for (const [order, cell] of cells.entries()) {
      const mark = { number: index + 1, isQuestioned: order === 0 };
      marks.set(cellId(cell), [...(marks.get(cellId(cell)) ?? []), mark]);
    }
  }
  return marks;
}

/** Longer tables show only the rows that something was found in. */
const longest = 300;

/** Rows to show, as a spreadsheet counts. */
export function rowsShown(count: number, findings: readonly ReconcileFinding[]): number[] {
  const all = Array.from({ length: count }, (_, row) => row + 2);
  const found = new Set(findings.flatMap(({ cells }) => cells.map(({ row }: CellPlace) => row)));
  return count <= longest ? all : all.filter((row) => found.has(row)).slice(0, longest);
}

/** Columns that hold more numbers than words, the first being 1: they are set to the right. */
export function numberColumns(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const kinds = (at: number) => rows.map((row) => readPrintedCell(row[at] ?? '').kind);
  const isNumbers = (at: number) => {
    const all = kinds(at);
    const count = (kind: string) => all.filter((one) => one === kind).length;
    return count('number') > count('words');
  };
  return new Set((rows[0] ?? []).flatMap((_, at) => (isNumbers(at) ? [at + 1] : [])));
}
