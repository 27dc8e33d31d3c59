import { ownSheets } from '../file-marks.ts';
import type { PublishedSource } from '../sources/published-source.ts';
import type { ReturnRow } from '../table.ts';
import { watchLines } from './child-refusal.ts';
import { FileRefusal } from './file-refusal.ts';
import type { Header } from './header.ts';
import { headerSearchLines } from './header.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import type { PublishedLines } from './published-file-reader.ts';
import { publishedSource, readPublished } from './published-file-reader.ts';
import type { ReadingState } from './reading-state.ts';
import { checkStart, headerOf } from './sheet-reader.ts';
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
 * any is handed on, and every line of those that are no table.
 *
 * @throws FileRefusal as `readWorkbook`, `checkStart` and `childWatch`, or no sheet is a table.
 */
export async function readSheets(bytes: Uint8Array, state: ReadingState): Promise<void> {
  const sheets = (await readWorkbook(bytes)).map((sheet): OpenSheet => {
    const length = Math.min(sheet.lineCount, headerSearchLines);
    const lines = Array.from({ length }, (_, index) => sheet.line(index));
    const start = { name: sheet.name, lines };
    const header = headerOf(start, state.context.format);
    checkStart(start, header);
    return { ...sheet, lines, header, published: publishedSource(start, header, state) };
  });
  for (const sheet of sheets.filter(isNoTable)) await watchLines(sheet.name, batchesOf(sheet));
  const unread: Problem[] = [];
  for (const sheet of sheets) {
    const found = await readSheet(sheet, state);
    if (found) unread.push(found);
  }
  if (sheets.filter(isNoTable).length + unread.length === sheets.length) {
    const message = `No sheet has the headings of a table of ${state.context.format.title}.`;
    throw new FileRefusal(unread[0] ?? problem('returns/no-table', message));
  }
  for (const found of unread) state.problems.add(found);
}

const isNoTable = ({ header, published }: OpenSheet) => header === null && published === null;

/** Reads what a sheet says into the state. Gives why a published one has no table of the return. */
async function readSheet(sheet: OpenSheet, state: ReadingState): Promise<Problem | null> {
  const { name, header, published } = sheet;
  if (published) return readPublished(published, name, { batches: batchesOf(sheet), state });
  if (header) await readTable(header, sheet, state);
  else tellUnread(sheet, state);
  return null;
}

async function readTable(header: Header, sheet: OpenSheet, state: ReadingState): Promise<void> {
  const { name, lines } = sheet;
  const reader = openTable({ header, sheet: { name, lines } }, state);
  if (!reader) {
    await watchLines(name, batchesOf(sheet));
    return;
  }
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
