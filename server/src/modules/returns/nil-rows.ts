import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { ReturnColumn } from '@sufficiency/shared/returns/column.ts';
import { isMeasure } from '@sufficiency/shared/returns/column.ts';
import type {
  ReturnContents,
  ReturnFormat,
  ReturnRow,
  ReturnTable,
} from '@sufficiency/shared/returns/table.ts';

/** For whom and when. */
interface About {
  readonly authority: string;
  readonly period: string;
}

/**
 * What a return says in which nothing happened: no record of the month, and zero in every count of it. Of what there is
 * at the month’s end it says nothing.
 */
export const nilContents = ({ tables }: ReturnFormat, about: About): ReturnContents =>
  new Map(
    tables
      .filter(({ basis }) => basis !== 'snapshot at month end')
      .map((table) => [table.name, table.basis === 'records' ? [] : zeros(table, about)]),
  );

/**
 * What a return says in which nothing changed: what there was at the end of the month before is still there, and nothing
 * happened.
 *
 * @param before the rows in use of the month before.
 */
export function unchangedContents(
  format: ReturnFormat,
  before: ReturnContents,
  about: About,
): ReturnContents {
  const contents = new Map(nilContents(format, about));
  for (const { name } of format.tables.filter(lasts)) {
    const rows = before.get(name);
    if (rows) contents.set(name, rows.map(inMonth(about.period)));
    else contents.delete(name);
  }
  return contents;
}

/** Snapshots, and registers of things: records that have no day of their own. */
export const lasts = ({ basis, columns }: ReturnTable): boolean =>
  basis === 'snapshot at month end' ||
  (basis === 'records' && columns.every(({ name }) => name !== 'day'));

const inMonth =
  (period: string) =>
  ({ row, cells }: ReturnRow): ReturnRow => ({
    row,
    cells: cells.map((cell, position) => (position === 1 ? period : cell)),
  });

/** A row of zeros for each thing that is counted, with a total wherever one may stand; none where it has names. */
function zeros({ columns }: ReturnTable, { authority, period }: About): ReturnRow[] {
  const counted = columns.slice(2).map(zeroOrCodes);
  const lines = counted.reduce<string[][]>(
    (rows, texts) => rows.flatMap((row) => texts.map((text) => [...row, text])),
    [[authority, period]],
  );
  return lines.map((cells, index) => ({ row: index + 2, cells }));
}

function zeroOrCodes(column: ReturnColumn): readonly string[] {
  if (isMeasure(column)) return ['0'];
  if (column.total) return [totalCode];
  return column.codes?.codes.map(({ code }) => code) ?? [];
}
