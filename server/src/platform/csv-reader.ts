import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import type { Options } from 'csv-parse/sync';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** Checked rows of a file, and every problem found in it. */
export interface CsvReading<Row> {
  readonly rows: readonly Row[];
  readonly issues: readonly RowIssue[];
}

/** What is wrong with text that is not CSV at all. */
function unreadable(error: unknown): RowIssue {
  if (error instanceof CsvError) return { row: 0, column: '', message: error.message };
  throw error;
}

/** Lines of cells as text, with no header; trims cells and drops a byte order mark. */
export function readCsvLines(text: string, options: Options = {}): CsvReading<string[]> {
  try {
    const rows = parse(text, { bom: true, trim: true, relax_column_count: true, ...options });
    return { rows: rows as unknown as string[][], issues: [] };
  } catch (error) {
    return { rows: [], issues: [unreadable(error)] };
  }
}

/**
 * Rows under a header, checked by a schema; columns the schema does not name are left out.
 *
 * `headerLine` is the line the header stands on, where notes come before it.
 */
export function readCsvRows<Row>(
  text: string,
  schema: z.ZodType<Row>,
  { headerLine = 1 }: { readonly headerLine?: number } = {},
): CsvReading<Row> {
  const { rows: lines, issues: unread } = readCsvLines(text, { from_line: headerLine });
  // Some publishers put line breaks into the cells of their header.
  const [header = [], ...body] = lines.map((cells, line) =>
    line === 0 ? cells.map((column) => column.trim()) : cells,
  );
  const rows: Row[] = [];
  const issues: RowIssue[] = [...unread];

  for (const [index, cells] of body.entries()) {
    const record = Object.fromEntries(header.map((column, position) => [column, cells[position]]));
    const { data, error } = schema.safeParse(record);
    if (data !== undefined) rows.push(data);
    for (const { path, message } of error?.issues ?? []) {
      issues.push({ row: index + 1, column: path.join('.'), message });
    }
  }
  return { rows, issues };
}
