import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';

/** One of an authority's ten statistical neighbours; position 1 is the nearest. */
export interface NeighbourRow {
  readonly authority: string;
  readonly position: number;
  readonly neighbour: string;
  /** The model's own words, for example “Very close”. */
  readonly closeness: string;
}

const positions = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** One row of the wide table: an authority's code, then ten neighbours' codes, each with a closeness. */
const wideRow = z.looseObject({ old_la_code: z.string() }).catchall(z.string());

/**
 * Statistical neighbours from the Department for Education's wide table. Text in UTF-8.
 *
 * The closeness column has stray spaces; codes are the Department's three digits.
 */
export function readNeighbours(
  csv: string,
  directory: AuthorityDirectory,
): { rows: NeighbourRow[]; issues: RowIssue[] } {
  const { rows: wide, issues: unread } = readCsvRows(csv, wideRow);
  const rows: NeighbourRow[] = [];
  const issues: RowIssue[] = [...unread];

  for (const [index, row] of wide.entries()) {
    const authority = directory.findByDfeCode(row.old_la_code);
    if (!authority) {
      issues.push({
        row: index + 1,
        column: 'old_la_code',
        message: 'must be an authority in force',
      });
      continue;
    }
    for (const position of positions) {
      const column = `SN_${position}`;
      const neighbour = directory.findByDfeCode(row[column] ?? '');
      if (neighbour) {
        const closeness = row[`${column}P`] ?? '';
        rows.push({ authority: authority.code, position, neighbour: neighbour.code, closeness });
      } else {
        issues.push({ row: index + 1, column, message: 'must be an authority in force' });
      }
    }
  }
  return { rows, issues };
}
