import { writeXlsx } from 'hucre/xlsx';
import { isMeasure } from '../column.ts';
import { numberIn } from '../row-rules.ts';
import type { ReturnContents, ReturnFormat, ReturnRow, ReturnTable } from '../table.ts';
import { byteOrderMark, csvText } from './csv-text.ts';
import { sheetName } from './sheet-name.ts';

/** A table's rows as a CSV file that can be sent. */
export function tableCsv({ columns }: ReturnTable, rows: readonly ReturnRow[]): string {
  return (
    byteOrderMark + csvText([columns.map(({ name }) => name), ...rows.map(({ cells }) => cells)])
  );
}

/** A return's tables as a workbook that can be sent: figures are numbers, everything else is text. */
export function returnWorkbook(
  { tables, title }: ReturnFormat,
  contents: ReturnContents,
): Promise<Uint8Array> {
  const present = tables.filter(({ name }) => contents.has(name));
  return writeXlsx({
    properties: { title },
    sheets: present.map((table) => ({
      name: sheetName(table),
      rows: [
        table.columns.map(({ name }) => name),
        ...(contents.get(table.name) ?? []).map(({ cells }) => typedCells(table, cells)),
      ],
    })),
  });
}

const typedCells = ({ columns }: ReturnTable, cells: readonly string[]) =>
  cells.map((cell, index) => {
    const column = columns[index];
    const number = column && isMeasure(column) ? numberIn(cell) : null;
    return number ?? (cell || null);
  });
