import type { ReturnRow, ReturnTable } from '../table.ts';
import { tellDifferentBreakdowns } from './breakdowns.ts';
import { tellMissingRows } from './matrix.ts';
import { problem } from './problem.ts';
import type { ReadingState } from './reading-state.ts';
import type { TableReader } from './table-reader.ts';
import { tellHiddenAlone, tellWrongTotals } from './totals.ts';

/** Checks what only shows when all tables have been read. A table with a wrong row is not judged as a whole. */
export function checkTables(state: ReadingState): void {
  const { readers, problems, context } = state;
  if (readers.length === 0) return;
  for (const reader of readers) checkTable(reader, state);
  tellMissingTables(state);
  const sound = new Map(
    readers.flatMap((reader): [string, readonly ReturnRow[]][] =>
      reader.isSound() ? [[reader.table.name, state.counts.get(reader.table.name) ?? []]] : [],
    ),
  );
  tellDifferentBreakdowns(context.format, sound, problems);
}

function checkTable(reader: TableReader, { counts, problems }: ReadingState): void {
  const { table, sheet, header } = reader;
  if (reader.rowCount() === 0) {
    const message = `${table.title} has no rows.`;
    problems.add(problem('returns/no-rows', message, { table: table.name, sheet }));
    return;
  }
  if (!countsByCodes(table) || !reader.isSound()) return;
  const rows = counts.get(table.name) ?? [];
  tellWrongTotals({ header, sheet, rows }, problems);
  tellHiddenAlone({ header, sheet, rows }, problems);
  tellMissingRows({ header, sheet, rows }, problems);
}

/** True for a table that has a row for every code. */
const countsByCodes = ({ basis, columns, key }: ReturnTable): boolean =>
  basis !== 'records' &&
  columns.every(
    ({ name, kind }) =>
      !key.includes(name) || kind === 'code' || kind === 'authority' || kind === 'period',
  );

/** One question for all of them: whoever sends a part explains it once. */
function tellMissingTables({ readers, problems, context }: ReadingState): void {
  const found = new Set(readers.map(({ table }) => table.name));
  const missing = context.format.tables.filter(({ name }) => !found.has(name));
  if (missing.length === 0) return;
  const message = `Tables that are missing: ${missing.map(({ title }) => title).join('; ')}.`;
  problems.add(problem('returns/table-missing', message));
}
