import type { ReturnRow } from '../table.ts';
import { childWatch, watchLines } from './child-refusal.ts';
import type { CsvOpening } from './csv-reader.ts';
import { openCsv } from './csv-reader.ts';
import { FileRefusal } from './file-refusal.ts';
import { problem } from './problem.ts';
import type { PublishedLines } from './published-file-reader.ts';
import { publishedSource, readPublished } from './published-file-reader.ts';
import type { ReadingState } from './reading-state.ts';
import { handOn, openTable } from './table-opening.ts';
import type { TableReader } from './table-reader.ts';

/**
 * Reads a CSV file, which holds one table, into the state.
 *
 * @throws FileRefusal as `openCsv`, or it is no table, or a cell or row is too long.
 */
export async function readCsv(
  name: string,
  pieces: AsyncGenerator<Uint8Array>,
  state: ReadingState,
): Promise<void> {
  const csv = await openCsv(pieces, { name, format: state.context.format });
  const sheet = { name, lines: csv.start };
  const published = publishedSource(sheet, csv.header, state);
  if (!(csv.header || published)) {
    const message = `The headings of ${name} are those of no table of ${state.context.format.title}.`;
    throw new FileRefusal(problem('returns/no-table', message, { sheet: name }));
  }
  if (published) {
    const unread = await readPublished(published, name, { batches: numbered(csv), state });
    if (unread) throw new FileRefusal(unread);
  } else if (csv.header) {
    const reader = openTable({ header: csv.header, sheet }, state);
    if (reader) await readRows(csv, reader, state);
    else await watchLines(name, numbered(csv));
  }
  if (csv.hasUnreadable()) {
    const message = `${name} has letters that cannot be read, or mixes two encodings.`;
    state.problems.add(problem('returns/unreadable-letters', message, { sheet: name }));
  }
}

/** Lines with their rows as Excel counts. */
async function* numbered({ batches }: CsvOpening): AsyncGenerator<PublishedLines> {
  let row = 0;
  for await (const { lines, isOpen } of batches) {
    yield {
      isOpen,
      lines: lines.map((cells) => {
        row += 1;
        return { cells, row };
      }),
    };
  }
}

async function readRows(csv: CsvOpening, reader: TableReader, state: ReadingState): Promise<void> {
  const headerRow = reader.header.line + 1;
  let row = 0;
  for await (const { lines, isOpen } of csv.batches) {
    const rows: ReturnRow[] = [];
    for (const cells of lines) {
      row += 1;
      if (row <= headerRow) continue;
      const read = isOpen ? readLast(reader, cells, row, state) : reader.read(cells, row);
      if (read) rows.push(read);
    }
    await handOn(reader, rows, state);
  }
}

/** Reads a last line that no line break follows: where it stops before its last column, the rest did not arrive. */
function readLast(
  reader: TableReader,
  cells: readonly string[],
  row: number,
  { problems }: ReadingState,
): ReturnRow | null {
  if (cells.length > Math.max(...reader.header.positions)) return reader.read(cells, row);
  childWatch(reader.sheet)(cells, row);
  problems.add(
    problem('returns/cut-off', `The file ends in the middle of row ${row}.`, {
      table: reader.table.name,
      sheet: reader.sheet,
      row,
    }),
  );
  return null;
}
