import { readPrintedCell } from './printed-cell.ts';
import type { PrintedTable, Reconciliation } from './reconciliation.ts';

/** The table as CSV, with what does not add up beside each row that it is about. */
export function reconciliationFile(table: PrintedTable, { findings }: Reconciliation): string {
  const beside = (row: number) =>
    findings
      .filter(({ cells }) => cells[0]?.row === row)
      .map(({ severity, sentence }) => `${severity}: ${sentence}`)
      .join(' ');
  return [
    [...table.header, 'does not add up'],
    ...table.rows.map((row, at) => [...row, beside(at + 2)]),
  ]
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}

/** A cell that no spreadsheet takes for a formula: a text that begins like one gets an apostrophe. */
function csvCell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/u.test(text) && readPrintedCell(text).kind === 'words';
  const safe = isFormula ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
