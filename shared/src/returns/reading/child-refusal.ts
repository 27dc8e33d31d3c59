import { childHeadingFinder, childHeadings, childHeadingsIn } from './child-columns.ts';
import { holdsPupilNumber } from './child-numbers.ts';
import { FileRefusal } from './file-refusal.ts';
import { withoutBrackets } from './header.ts';
import { problem } from './problem.ts';

interface LineBatch {
  readonly lines: readonly { readonly cells: readonly string[]; readonly row: number }[];
}

type Lines = readonly (readonly string[])[];

/**
 * Looks at the lines of a sheet that no table’s reader looks at.
 *
 * @throws FileRefusal a line has headings about single children, or a cell holds a pupil number. `row` is its number as
 * Excel counts.
 */
export function childWatch(sheet: string): (cells: readonly string[], row: number) => void {
  const found = childHeadingFinder();
  return (cells, row) => {
    refuseHeadings(sheet, found(cells));
    refuseNumber(sheet, cells, row);
  };
}

/**
 * Looks at lines of a sheet of which nothing is read.
 *
 * @throws FileRefusal as `childWatch`.
 */
export async function watchLines(sheet: string, batches: AsyncIterable<LineBatch>): Promise<void> {
  const watch = childWatch(sheet);
  for await (const { lines } of batches) {
    for (const { cells, row } of lines) watch(cells, row);
  }
}

/**
 * Looks at the first lines of a sheet: at all of them, or at those down to its table’s header.
 *
 * @throws FileRefusal as `childWatch`; and in the first filled line, or a header, `CHILD` alone is enough.
 */
export function refuseChildren(
  { name, lines }: { readonly name: string; readonly lines: Lines },
  header: { readonly line: number; readonly headings: readonly string[] } | null,
): void {
  const first = lines.find((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  refuseHeadings(name, childHeadings(header?.headings ?? first ?? []));
  const above = header ? lines.slice(0, header.line) : lines;
  for (const cells of above) refuseHeadings(name, childHeadingsIn(cells));
  for (const [index, cells] of lines.entries()) refuseNumber(name, cells, index + 1);
}

function refuseHeadings(sheet: string, headings: readonly string[]): void {
  if (headings.length === 0) return;
  const named = headings.map((heading) => `“${shown(heading)}”`).join(', ');
  const message = `“${sheet}” has columns about single children: ${named}. Nothing of it was read or kept.`;
  throw new FileRefusal(problem('returns/child-level', message, { sheet }));
}

/** What stands in brackets may be anything. */
const shown = (heading: string) =>
  (withoutBrackets(heading).trim() || 'in brackets').slice(0, 40).trim();

/** Where no heading tells, a number may. */
function refuseNumber(sheet: string, cells: readonly string[], row: number): void {
  if (!cells.some(holdsPupilNumber)) return;
  const message = `A cell of row ${row} holds what looks like a child’s pupil number. Nothing of the file may be kept.`;
  throw new FileRefusal(problem('returns/child-number', message, { sheet, row }));
}
