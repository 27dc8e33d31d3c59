import Papa from 'papaparse';
import { isFormulaLike } from '../formula-like.ts';

/** Lines as CSV: separated by commas, ended by a line break each. No cell can run as a formula. */
export function csvText(lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return '';
  const text = Papa.unparse(
    lines.map((cells) => cells.map(defused)),
    { newline: '\r\n', quotes: (cell: string) => cell.startsWith("'") },
  );
  return `${text}\r\n`;
}

/** A cell that a spreadsheet would run gets an apostrophe in front, which spreadsheets and our own reading take away again. */
const defused = (cell: string) => (isFormulaLike(cell) ? `'${cell}` : cell);

/** By which spreadsheets know that a CSV file is UTF-8. */
export const byteOrderMark = '\uFEFF';
