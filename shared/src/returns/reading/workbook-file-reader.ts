import { ownSheets } from '../file-marks.ts';
import type { PublishedSource } from '../sources/published-source.ts';
import type { ReturnRow } from '../table.ts';
import type { Header } from './header.ts';
import { headerSearchLines } from './header.ts';
import { problem } from './problem.ts';
import type { PublishedLines } from './published-file-reader.ts';
import { publishedSource, readPublished } from './published-file-reader.ts';
import type { ReadingState } from './reading-state.ts';
import { headerOf } from './sheet-reader.ts';
import { handOn, openTable } from './table-opening.ts';
import type { WorkbookSheet } from './workbook-reader.ts';
import { readWorkbook } from './workbook-reader.ts';

/** Rows that are handed on together. */
const batchSize = 5_000;

interface OpenSheet extends WorkbookSheet {
  /** The first lines, in which headers are looked for. */
  readonly lines: readonly (readonly string[])[];
  readonly header: Header | null;
  /** What it is if somebody published it; null for the sender’s own. */
  readonly published: PublishedSource | null;
}

/**
 * Reads a workbook, with a sheet for each table, into the state. Every sheet’s headings are looked at before a row of
 * any is handed on.
 *
 * @throws FileRefusal as `readWorkbook` and `headerOf`.
 */
export async function readSheets(bytes: Uint8Array, state: ReadingState): Promise<void> {
  const sheets = (await readWorkbook(bytes)).map((sheet): OpenSheet => {
    const length = Math.min(sheet.lineCount, headerSearchLines);
    const lines = Array.from({ length }, (_, index) => sheet.line(index));
    const start = { name: sheet.name, lines };
    const header = headerOf(start, state.context.format);
    return { ...sheet, lines, header, published: publishedSource(start, header, state) };
  });
  for (const sheet of sheets) await readSheet(sheet, state);
  if (sheets.every(({ header, published }) => header === null && published === null)) {
    const message = `No sheet has the headings of a table of ${state.context.format.title}.`;
    state.problems.add(problem('returns/no-table', message));
  }
}

async function readSheet(sheet: OpenSheet, state: ReadingState): Promise<void> {
  const { name, lines, header, published } = sheet;
  if (published) return readPublished(published, name, { batches: batchesOf(sheet), state });
  if (!header) return tellUnread(sheet, state);
  const reader = openTable({ header, sheet: { name, lines } }, state);
  if (!reader) return;
  if (sheet.formulaCount > 0) {
    const message = `“${name}” has ${sheet.formulaCount} cells with formulas, of which the saved results were read.`;
    const at = { table: header.table.name, sheet: name };
    state.problems.add(problem('returns/formula-read', message, at));
  }
  for (let start = header.line + 1; start < sheet.lineCount; start += batchSize) {
    const rows: ReturnRow[] = [];
    for (let line = start; line < Math.min(start + batchSize, sheet.lineCount); line += 1) {
      const row = reader.read(sheet.line(line), line + 1);
      if (row) rows.push(row);
    }
    await handOn(reader, rows, state);
  }
}

/** The lines of a sheet with their rows as Excel counts. */
async function* batchesOf({ lineCount, line }: WorkbookSheet): AsyncGenerator<PublishedLines> {
  for (let start = 0; start < lineCount; start += batchSize) {
    const length = Math.min(batchSize, lineCount - start);
    const lines = Array.from({ length }, (_, order) => ({
      cells: line(start + order),
      row: start + order + 1,
    }));
    yield await Promise.resolve({ lines, isOpen: false });
  }
}

/** Tells of a sheet that is no table, unless it is empty or one of the template’s own. */
function tellUnread({ name, lines }: OpenSheet, { problems }: ReadingState): void {
  const isEmpty = lines.every((cells) => cells.every((cell) => cell.trim() === ''));
  if (isEmpty || ownSheets.includes(name)) return;
  problems.add(
    problem('returns/sheet-not-read', `The sheet “${name}” is no table of the return.`, {
      sheet: name,
    }),
  );
}
