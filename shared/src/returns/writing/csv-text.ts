import Papa from 'papaparse';

/**
 * What a spreadsheet would run: a cell that begins like a formula and is no figure. A lone dash is a symbol.
 *
 * Such a cell gets an apostrophe in front, which spreadsheets and our own reading take away again.
 */
const formulaLike = /^(?![+-]?[\d., ]+%?$)(?!-$)[=+\-@\t\r]/;

/** Lines as CSV: separated by commas, ended by a line break each. No cell can run as a formula. */
export function csvText(lines: readonly (readonly string[])[]): string {
  if (lines.length === 0) return '';
  const text = Papa.unparse(lines as string[][], {
    newline: '\r\n',
    escapeFormulae: formulaLike,
  });
  return `${text}\r\n`;
}

/** By which spreadsheets know that a CSV file is UTF-8. */
export const byteOrderMark = '\uFEFF';
