import type { PrintedTable } from './reconciliation.ts';

/** How large a table may be that is checked at once. */
const tableLimits = { columns: 100, rows: 2_000, cells: 10_000, cell: 2_000 };

/** What is wrong with a table's shape, as a sentence that says what to send instead; null if nothing. */
export function tableProblem(table: PrintedTable): string | null {
  const { header, rows } = table;
  const { columns, rows: most, cells, cell: longest } = tableLimits;
  if (header.length < 2 || rows.length < 1)
    return 'Send a header of two columns or more, and a row.';
  if (header.length > columns) {
    return `The table has ${header.length} columns. Send ${columns} at most: check a part of it.`;
  }
  if (rows.length > most)
    return `The table has ${rows.length} rows. Send ${most} at most: check a part of it.`;
  if (header.length * rows.length > cells) {
    return `The table has ${header.length * rows.length} cells. Send ${cells} at most: check a part of it.`;
  }
  const uneven = rows.findIndex((row) => row.length !== header.length);
  if (uneven !== -1) {
    return `Row ${uneven + 2} has ${rows[uneven]?.length} cells and the header ${header.length}. Send as many in each.`;
  }
  const isLong = (text: string) => text.length > longest;
  const long = [header, ...rows].findIndex((row) => row.some(isLong));
  if (long !== -1) {
    return `Row ${long + 1} has a cell of more than ${longest} characters. Send only the table.`;
  }
  return (
    placeProblem('totalRows', table.totalRows, [2, rows.length + 1]) ??
    placeProblem('totalColumns', table.totalColumns, [1, header.length]) ??
    placeProblem('percentColumns', table.percentColumns, [1, header.length])
  );
}

function placeProblem(
  name: string,
  places: readonly number[] | undefined,
  [first, last]: readonly [number, number],
): string | null {
  const wrong = places?.find((place) => !Number.isInteger(place) || place < first || place > last);
  return wrong === undefined ? null : `${name} must be from ${first} to ${last}; ${wrong} is not.`;
}
