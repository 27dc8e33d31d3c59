import type { RowRule } from './table.ts';

/** Number of a canonical cell; null where it holds a symbol, or nothing. */
export const numberIn = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' || !/^\d/.test(cell) ? null : Number(cell);

/** The cells of a whole as numbers; null where one of them is not. */
function numbersIn(
  row: Readonly<Record<string, string>>,
  columns: readonly string[],
): number[] | null {
  const numbers = columns.map((column) => numberIn(row[column]));
  return numbers.every((number) => number !== null) ? numbers : null;
}

/** The whole equals the sum of its parts, wherever all of them are numbers. */
export const sumRule = (whole: string, parts: readonly string[]): RowRule => ({
  column: whole,
  problem: (row) => {
    const [stated, ...addends] = numbersIn(row, [whole, ...parts]) ?? [];
    if (stated === undefined) return null;
    const sum = addends.reduce((one, other) => one + other, 0);
    return sum === stated
      ? null
      : `must equal ${parts.join(' + ')}, which is ${sum}, and says ${stated}`;
  },
});

/** One column never exceeds another, wherever both are numbers. */
export const notMoreRule = (part: string, whole: string): RowRule => ({
  column: part,
  problem: (row) => {
    const [less, more] = numbersIn(row, [part, whole]) ?? [];
    return less === undefined || more === undefined || less <= more
      ? null
      : `must not be more than ${whole}, which is ${more}, and says ${less}`;
  },
});
