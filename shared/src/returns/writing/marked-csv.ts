import { problemsHeading } from '../file-marks.ts';
import { openCsv } from '../reading/csv-reader.ts';
import type { Problem } from '../reading/problem.ts';
import type { ReadingContext } from '../reading/reading-context.ts';
import type { SentFile } from '../reading/sent-file.ts';
import { byteOrderMark, csvText } from './csv-text.ts';

/**
 * A CSV file as it was sent, with what is wrong with each row in a last column: UTF-8, separated by commas, and no cell
 * can run as a formula. What is about the header or the whole file stands in the row below the header.
 * It comes in pieces, and takes the memory of a piece.
 *
 * @param isFirst true for a return's first file, which tells what is about the whole return too.
 * @throws FileRefusal as reading it did.
 */
export async function* markedCsv(
  file: SentFile,
  problems: readonly Problem[],
  { format, isFirst = false }: Pick<ReadingContext, 'format'> & { readonly isFirst?: boolean },
): AsyncGenerator<string> {
  const csv = await openCsv(file.pieces[Symbol.asyncIterator](), { name: file.name, format });
  const headerRow = (csv.header?.line ?? 0) + 1;
  const heading = csv.header?.headings.indexOf(problemsHeading) ?? -1;
  const column =
    heading >= 0 ? heading : (csv.header?.headings.length ?? csv.start[0]?.length ?? 0);
  const first = headerRow + 1;
  const told = byRow(
    problems.filter(({ sheet }) => sheet === file.name || (isFirst && sheet === null)),
    first,
  );
  let row = 0;
  yield byteOrderMark;
  for await (const { lines } of csv.batches) {
    yield csvText(
      lines.map((cells) => {
        row += 1;
        return withCell(cells, column, row === headerRow ? problemsHeading : (told.get(row) ?? ''));
      }),
    );
  }
  const left = told.get(first);
  if (row < first && left !== undefined) yield csvText([withCell([], column, left)]);
}

/** What is wrong with each row; with those above the first of the table, and with none, at that. */
function byRow(problems: readonly Problem[], first: number): Map<number, string> {
  const told = new Map<number, string>();
  for (const found of problems) {
    const at = Math.max(found.row ?? first, first);
    const sentence = `${placeOf(found, first)}${found.severity}: ${found.message} ${found.mend}`;
    told.set(at, [told.get(at), sentence].filter(Boolean).join(' | '));
  }
  return told;
}

/** Says what a problem is about that is not about the row it stands in. */
function placeOf({ sheet, row }: Problem, first: number): string {
  if (sheet === null) return 'Whole return: ';
  if (row === null) return 'Whole file: ';
  return row < first ? `Row ${row}: ` : '';
}

function withCell(cells: readonly string[], column: number, text: string): string[] {
  const line = Array.from({ length: Math.max(cells.length, column + 1) }, (_, i) => cells[i] ?? '');
  line[column] = text;
  return line;
}
