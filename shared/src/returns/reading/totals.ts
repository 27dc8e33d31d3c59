import { totalCode } from '../code-lists/code-list.ts';
import { isMeasure } from '../column.ts';
import { numberIn } from '../row-rules.ts';
import type { ReturnRow } from '../table.ts';
import type { CountedTable } from './matrix.ts';
import { breakdownsOf } from './matrix.ts';
import { columnLetter, problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';

/** Sums of pence differ by less than this. */
const noise = 0.005;

/** The sum of numbers; null where one of the cells is a symbol, or there is none: what is hidden stays hidden. */
export function sumOf(cells: readonly (string | undefined)[]): number | null {
  const numbers = cells.map(numberIn);
  return numbers.length > 0 && numbers.every((number) => number !== null)
    ? numbers.reduce((sum, number) => sum + number, 0)
    : null;
}

/** Tells which TOTAL rows are not the sum of the rows they stand for. */
export function tellWrongTotals(counted: CountedTable, problems: ProblemList): void {
  const { header, sheet, rows } = counted;
  const { table, positions } = header;
  const measures = table.columns.flatMap((column, index) =>
    isMeasure(column) ? [{ column, index }] : [],
  );
  for (const total of rows) {
    const parts = partsOf(total, counted);
    for (const { column, index } of measures) {
      const stated = numberIn(total.cells[index]);
      const sum = sumOf(parts.map(({ cells }) => cells[index]));
      if (stated === null || sum === null || Math.abs(stated - sum) < noise) continue;
      const message = `${column.title} says ${total.cells[index]} in the total of row ${total.row}, but its ${parts.length} rows add up to ${Number(sum.toFixed(2))}.`;
      const letter = columnLetter(positions[index] ?? 0);
      problems.add(
        problem('returns/total-differs', message, {
          table: table.name,
          sheet,
          row: total.row,
          column: { letter, name: column.title },
          value: total.cells[index] ?? null,
        }),
      );
    }
  }
}

/** The rows that a total row stands for, by the first of its columns that says TOTAL; none for any other row. */
function partsOf(total: ReturnRow, { header, rows }: CountedTable): ReturnRow[] {
  const breakdowns = breakdownsOf(header.table);
  const summed = breakdowns.find(({ index }) => total.cells[index] === totalCode);
  if (!summed) return [];
  const others = breakdowns.filter(({ index }) => index !== summed.index);
  return rows.filter(
    ({ cells }) =>
      cells[summed.index] !== totalCode &&
      others.every(({ index }) => cells[index] === total.cells[index]),
  );
}
