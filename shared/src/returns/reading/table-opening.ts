import type { ReturnRow } from '../table.ts';
import type { Header } from './header.ts';
import { problem } from './problem.ts';
import type { ReadingState } from './reading-state.ts';
import type { SheetStart } from './sheet-reader.ts';
import { checkHeader } from './sheet-reader.ts';
import type { TableReader } from './table-reader.ts';
import { createTableReader } from './table-reader.ts';

/** A reader of the table found in a sheet; null where another sheet has given that table already. */
export function openTable(
  { header, sheet }: { readonly header: Header; readonly sheet: SheetStart },
  state: ReadingState,
): TableReader | null {
  const reader = openReader(header, sheet.name, state);
  if (reader) checkHeader(header, sheet, state.problems);
  return reader;
}

/** As `openTable`, under a header that is not the sender’s own. */
export function openReader(header: Header, sheet: string, state: ReadingState): TableReader | null {
  const { name, title } = header.table;
  const before = state.readers.find(({ table }) => table.name === name);
  if (before) {
    const message = `${title} is in “${before.sheet}” and again in “${sheet}”. The second was not read.`;
    state.problems.add(problem('returns/table-twice', message, { table: name, sheet }));
    return null;
  }
  const reader = createTableReader(header, { ...state, sheet });
  state.readers.push(reader);
  return reader;
}

/** Hands good rows on; tables that count by codes are few rows, which checks of the whole return look at again. */
export async function handOn(
  { table }: TableReader,
  rows: readonly ReturnRow[],
  state: ReadingState,
): Promise<void> {
  if (rows.length === 0) return;
  if (table.basis !== 'records') {
    state.counts.set(table.name, [...(state.counts.get(table.name) ?? []), ...rows]);
  }
  state.goodRows += rows.length;
  await state.handlers.onRows(table, rows);
}
