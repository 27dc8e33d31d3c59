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

/** A page of a table’s rows, in the order of the file; none of other organisations’. */
export async function listRows(
  viewer: Viewer,
  record: ReturnRecord,
  page: { readonly table: string; readonly offset: number; readonly limit: number },
): Promise<StoredRow[]> {
  const isKnown = formatOf(record.dataset).tables.some(({ name }) => name === page.table);
  if (!isKnown || !isOwn(viewer, record)) return [];
  return await viewer.operation.rows<StoredRow>(rowsOfTable(record.id, page.table, page));
}
