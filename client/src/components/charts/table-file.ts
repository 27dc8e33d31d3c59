/** The cells of a table as it stands on the page, each on one line. */
export const cellsOf = (table: HTMLTableElement): string[][] =>
  [...table.rows].map((row) =>
    [...row.cells].map((cell) => (cell.textContent ?? '').replace(/\s+/gu, ' ').trim()),
  );

/** A table as CSV. No spreadsheet takes a text of it for a formula; numbers below zero stay numbers. */
export const tableFile = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

function csvCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/u.test(text) && !/^-[\d,.]+%?$/u.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
