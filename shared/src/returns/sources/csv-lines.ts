import type { RowIssue } from '../../row-issue.ts';
import { createCsvSplitter } from './csv-splitter.ts';

/** All rows of a text whose cells are separated by commas; none, and why, where it is no such text. */
export function csvLines(text: string): { readonly rows: string[][]; readonly issues: RowIssue[] } {
  const splitter = createCsvSplitter(',');
  try {
    return { rows: [...splitter.push(text), ...splitter.end()], issues: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { rows: [], issues: [{ row: 0, column: '', message: error.message }] };
  }
}
