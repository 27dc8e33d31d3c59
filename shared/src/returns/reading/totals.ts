import { totalCode } from '../code-lists/code-list.ts';
import type { ReturnColumn } from '../column.ts';
import { isMeasure } from '../column.ts';
import { numberIn } from '../row-rules.ts';
import type { ReturnRow } from '../table.ts';
import type { CountedTable } from './matrix.ts';
import { breakdownsOf } from './matrix.ts';
import { columnLetter, problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { RuleId } from './rules.ts';

/** Sums of pence differ by less than this. */
const noise = 0.005;

/** The sum of numbers; null where one of the cells is a symbol, or there is none: what is hidden stays hidden. */
function sumOf(cells: readonly (string | undefined)[]): number | null {
  const numbers = cells.map(numberIn);
  return numbers.length > 0 && numbers.every((number) => number !== null)
    ? numbers.reduce((sum, number) => sum + number, 0)
    : null;
}

interface Measure {
  readonly column: ReturnColumn;
  readonly index: number;
}

const measuresOf = ({ header: { table } }: CountedTable): Measure[] =>
  table.columns.flatMap((column, index) => (isMeasure(column) ? [{ column, index }] : []));

/** Tells which TOTAL rows are not the sum of the rows they stand for. */
export function tellWrongTotals(counted: CountedTable, problems: ProblemList): void {
  for (const total of counted.rows) {
    const wholes = wholesOf(total, counted);
    for (const { column, index } of measuresOf(counted)) {
      const stated = numberIn(total.cells[index]);
      const parts = wholes.find((rows) => sumIn(rows, index) !== null) ?? [];
      const sum = sumIn(parts, index);
      if (stated === null || sum === null || Math.abs(stated - sum) < noise) continue;
      const message = `${column.title} says ${total.cells[index]} in the total of row ${total.row}, but its ${parts.length === 1 ? 'one row is' : `${parts.length} rows add up to`} ${Number(sum.toFixed(2))}.`;
      problems.add(problemAt('returns/total-differs', message, { counted, row: total, index }));
    }
  }
}

/**
 * Tells which confidential cells a total gives away: it is a number, and so are all the others that make it. What they
 * leave is never said.
 */
export function tellHiddenAlone(counted: CountedTable, problems: ProblemList): void {
  const told = new Set<string>();
  for (const { column, index } of measuresOf(counted)) {
    for (const total of counted.rows.filter(({ cells }) => numberIn(cells[index]) !== null)) {
      for (const parts of wholesOf(total, counted)) {
        const row = hiddenAlone(parts, index);
        if (!row || told.has(`${row.row} ${index}`)) continue;
        told.add(`${row.row} ${index}`);
        const message = `${column.title} of row ${row.row} is confidential, but the total of row ${total.row} and the rows beside it tell what it is.`;
        problems.add(problemAt('returns/hidden-alone', message, { counted, row, index }));
      }
    }
  }
}

const sumIn = (rows: readonly ReturnRow[], index: number) =>
  sumOf(rows.map(({ cells }) => cells[index]));

/** The one row of several whose cell is confidential while all others are numbers; null where there is none. */
export function hiddenAlone(rows: readonly ReturnRow[], index: number): ReturnRow | null {
  const [hidden, ...others] = rows.filter(({ cells }) => numberIn(cells[index]) === null);
  return hidden?.cells[index] === 'c' && others.length === 0 && rows.length > 1 ? hidden : null;
}

function problemAt(
  rule: RuleId,
  message: string,
  at: { readonly counted: CountedTable; readonly row: ReturnRow; readonly index: number },
) {
  const { header, sheet } = at.counted;
  return problem(rule, message, {
    table: header.table.name,
    sheet,
    row: at.row.row,
    column: {
      letter: columnLetter(header.positions[at.index] ?? 0),
      name: header.table.columns[at.index]?.title ?? '',
    },
    value: at.row.cells[at.index] ?? null,
  });
}

/** The rows that a total row stands for: by each column that says TOTAL, and by all of them. None for any other row. */
function wholesOf(total: ReturnRow, { header, rows }: CountedTable): ReturnRow[][] {
  const breakdowns = breakdownsOf(header.table);
  const summed = breakdowns.filter(({ index }) => total.cells[index] === totalCode);
  const choices = summed.length > 1 ? [...summed.map((one) => [one]), summed] : [summed];
  if (summed.length === 0) return [];
  return choices.map((choice) =>
    rows.filter(({ cells }) =>
      breakdowns.every((breakdown) =>
        choice.includes(breakdown)
          ? cells[breakdown.index] !== totalCode
          : cells[breakdown.index] === total.cells[breakdown.index],
      ),
    ),
  );
}
