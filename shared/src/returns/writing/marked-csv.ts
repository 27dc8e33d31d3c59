import { problemsHeading } from '../file-marks.ts';
import { openCsv } from '../reading/csv-reader.ts';
import type { Problem } from '../reading/problem.ts';
import type { ReadingContext } from '../reading/reading-context.ts';
import type { SentFile } from '../reading/sent-file.ts';
import { byteOrderMark, csvText } from './csv-text.ts';

/**
 * A CSV file as it was sent, with what is wrong with each row in a last column: UTF-8, separated by commas, and no cell
 * can run as a formula. It comes in pieces, and takes the memory of a piece.
 *
 * @throws FileRefusal as reading it did.
 */
export async function* markedCsv(
  file: SentFile,
  problems: readonly Problem[],
  { format }: Pick<ReadingContext, 'format'>,
): AsyncGenerator<string> {
  const csv = await openCsv(file.pieces[Symbol.asyncIterator](), { name: file.name, format });
  const headerRow = (csv.header?.line ?? 0) + 1;
  const heading = csv.header?.headings.indexOf(problemsHeading) ?? -1;
  const column =
    heading >= 0 ? heading : (csv.header?.headings.length ?? csv.start[0]?.length ?? 0);
  const told = byRow(problems.filter(({ sheet }) => sheet === file.name));
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
}

function byRow(problems: readonly Problem[]): Map<number, string> {
  const told = new Map<number, string>();
  for (const { row, severity, message, mend } of problems) {
    const at = row ?? 1;
    const sentence = `${severity}: ${message} ${mend}`;
    told.set(at, [told.get(at), sentence].filter(Boolean).join(' | '));
  }
  return told;
}

function withCell(cells: readonly string[], column: number, text: string): string[] {
  const line = Array.from({ length: Math.max(cells.length, column + 1) }, (_, i) => cells[i] ?? '');
  line[column] = text;
  return line;
}
