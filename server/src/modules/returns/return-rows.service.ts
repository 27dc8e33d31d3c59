import { badInput } from '@sufficiency/shared/errors.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReturnRecord } from './return-record.ts';
import type { StoredRow } from './return-rows.queries.ts';
import { rowCounts, rowsOfTable } from './return-rows.queries.ts';

export type { StoredRow };

/** A table of a return, and how many rows it has. */
export interface TableOfReturn {
  readonly name: string;
  readonly title: string;
  /** Names of its columns, in the order of the cells. */
  readonly columns: readonly string[];
  readonly count: number;
}

const isOwn = (viewer: Viewer, { tenantId }: ReturnRecord) =>
  tenantId === viewer.actor.organisationId;

/** Tables of a return that have rows, in the order of the format; none of other organisations’. */
export async function readTables(viewer: Viewer, record: ReturnRecord): Promise<TableOfReturn[]> {
  if (!isOwn(viewer, record)) return [];
  const rows = await viewer.operation.rows<{ table: string; count: number }>(rowCounts(record.id));
  const counts = new Map(rows.map(({ table, count }) => [table, count]));
  return formatOf(record.dataset).tables.flatMap(({ name, title, columns }) => {
    const count = counts.get(name);
    return count ? [{ name, title, columns: columns.map((column) => column.name), count }] : [];
  });
}

/** Which rows of a table are asked for. Cursors are those that `rowCursor` gave. */
export interface RowsAsked {
  readonly table: string;
  /** The first row, as a person counts it in the file; null for the first there is. */
  readonly fromRow: number | null;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
  /** True for the last rows before `before`, from the end on. */
  readonly inverted: boolean;
}

/** A row’s place in its table, opaque to whoever is given it. */
export const rowCursor = ({ row }: StoredRow): string =>
  Buffer.from(`row ${row}`).toString('base64url');

/** @throws DomainError BAD_USER_INPUT a cursor of something else. */
function rowOf(cursor: string | undefined): number | null {
  if (!cursor) return null;
  const [, row] = /^row (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (row === undefined) {
    throw badInput('This cursor cannot be read. Use one that the server gave you.');
  }
  return Number(row);
}

/**
 * A page of a table’s rows, in the order of the file; none of other organisations’.
 *
 * @throws DomainError BAD_USER_INPUT a cursor of something else.
 */
export async function listRows(
  viewer: Viewer,
  record: ReturnRecord,
  { table, fromRow, after, before, limit, inverted }: RowsAsked,
): Promise<StoredRow[]> {
  const above = Math.max(rowOf(after) ?? 0, (fromRow ?? 1) - 1);
  const below = rowOf(before);
  const isKnown = formatOf(record.dataset).tables.some(({ name }) => name === table);
  if (!isKnown || !isOwn(viewer, record)) return [];
  const range = { table, above, below, limit };
  return await viewer.operation.rows<StoredRow>(
    rowsOfTable(record.id, range, inverted ? 'end' : 'start'),
  );
}

/** True where a table has rows before a certain one. */
export async function hasRowsBefore(
  viewer: Viewer,
  record: ReturnRecord,
  { table, before }: { readonly table: string; readonly before: string },
): Promise<boolean> {
  const asked = { table, fromRow: null, before, limit: 1, inverted: true };
  return (await listRows(viewer, record, asked)).length > 0;
}
