import type { Statement } from '../../platform/database.ts';
import type { ReturnPlace } from './return-sending.queries.ts';

/** A row as it is stored. */
export interface StoredRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The return of one’s own that is in use for a place: none, or one row. */
export const returnInUse = ({ authority, dataset, period }: ReturnPlace): Statement => ({
  name: 'return_in_use_at',
  text: `select id from "return" where tenant_id = app_tenant() and authority_code = $1 and dataset = $2 and period = $3
      and status = 'ACCEPTED'`,
  values: [authority, dataset, period],
});

/** All rows of a return of one’s own. */
export const allRows = (returnId: string): Statement => ({
  name: 'return_all_rows',
  text: `select table_name as "table", "row", cells from return_row
    where tenant_id = app_tenant() and return_id = $1::uuid order by table_name, "row"`,
  values: [returnId],
});

/** Which rows of a table, by their numbers: both bounds are left out. */
export interface RowRange {
  readonly table: string;
  readonly above: number | null;
  readonly below: number | null;
  readonly limit: number;
}

const rowsWithin = `select "row", cells from return_row
    where tenant_id = app_tenant() and return_id = $1::uuid and table_name = $2
      and "row" > coalesce($3::integer, 0) and "row" < coalesce($4::integer, 2147483647)`;

/** The first rows of a range, or its last ones, from its end on: wherever it is in a long table, it is found by its key. */
export const rowsOfTable = (
  returnId: string,
  { table, above, below, limit }: RowRange,
  from: 'start' | 'end',
): Statement => ({
  name: `return_rows_from_${from}`,
  text: `${rowsWithin} order by "row" ${from === 'start' ? 'asc' : 'desc'} limit $5`,
  values: [returnId, table, above, below, limit],
});

/** How many rows each table of a return of one’s own has. */
export const rowCounts = (returnId: string): Statement => ({
  name: 'return_row_counts',
  text: `select table_name as "table", count(*)::int as count from return_row
    where tenant_id = app_tenant() and return_id = $1::uuid group by table_name`,
  values: [returnId],
});
