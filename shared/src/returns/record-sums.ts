import type { Addends } from './formula.ts';
import type { Sum } from './sums.ts';
import { positionOf, sumOfRows } from './sums.ts';
import type { ReturnRow, ReturnTable } from './table.ts';

/** A table with its rows. */
export interface FilledTable {
  readonly table: ReturnTable;
  readonly rows: readonly ReturnRow[];
}

/**
 * The sum of the cells of records that a formula names. No records add up to zero: a table without rows says there are none.
 *
 * Where only the newest record of each thing counts, the sum is not available while a thing of the other table has none.
 */
export function sumOfRecords(
  { table, rows }: FilledTable,
  addends: Addends,
  things: FilledTable | undefined,
): Sum {
  const positions = addends.columns.map((name) => positionOf(table, name));
  if (!addends.newest) return sumOfRows(rows, positions, 0);
  const newest = newestOf({ table, rows }, addends.newest);
  const sum = sumOfRows([...newest.values()], positions, 0);
  const known = things && namesIn(things, addends.newest.of).every((name) => newest.has(name));
  return known ? sum : { ...sum, reading: 'x', asItStands: false };
}

const namesIn = ({ table, rows }: FilledTable, column: string) => {
  const position = positionOf(table, column);
  return rows.map(({ cells }) => cells[position] ?? '');
};

function newestOf(
  { table, rows }: FilledTable,
  { of, by }: { readonly of: string; readonly by: string },
): Map<string, ReturnRow> {
  const [name, day] = [positionOf(table, of), positionOf(table, by)];
  const newest = new Map<string, ReturnRow>();
  for (const row of rows) {
    const known = newest.get(row.cells[name] ?? '');
    if (!known || (known.cells[day] ?? '') < (row.cells[day] ?? '')) {
      newest.set(row.cells[name] ?? '', row);
    }
  }
  return newest;
}
