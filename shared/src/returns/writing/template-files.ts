import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';
import { cellRef, colToLetter, writeXlsx } from 'hucre/xlsx';
import type { Code } from '../code-lists/code-list.ts';
import { totalCode } from '../code-lists/code-list.ts';
import type { ReturnColumn } from '../column.ts';
import { codesSheet, exampleMark, readMeSheet } from '../file-marks.ts';
import type { ReturnFormat, ReturnTable } from '../table.ts';
import { formatName } from '../table.ts';
import { byteOrderMark, csvText } from './csv-text.ts';
import { readMeLines } from './read-me.ts';
import { sheetName } from './sheet-name.ts';

/** The example row: it says that it is one, and is left out when the file is read. */
const exampleRow = ({ columns }: ReturnTable): string[] =>
  columns.map(({ kind, example }) => (kind === 'authority' ? exampleMark : example));

/** A table's CSV template: its header and an example row. */
export const templateCsv = (table: ReturnTable): string =>
  byteOrderMark + csvText([table.columns.map(({ name }) => name), exampleRow(table)]);

/** Rows of a template that have drop-downs. */
const preparedRows = 2_000;

const headerStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E5E6E7' } },
};
const exampleStyle: CellStyle = { font: { italic: true, color: { rgb: '505A5F' } } };

/** A format's XLSX template: how to fill it, a sheet for each table with drop-downs and notes, and the codes. */
export function templateWorkbook(format: ReturnFormat): Promise<Uint8Array> {
  const lists = listsOf(format);
  return writeXlsx({
    properties: { title: `${format.title}: ${formatName(format)}` },
    sheets: [
      {
        name: readMeSheet,
        rows: readMeLines(format).map((line) => [line]),
        columns: [{ width: 110, style: { alignment: { wrapText: true } } }],
      },
      ...format.tables.map((table) => tableSheet(table, lists)),
      codesSheetOf(lists),
    ],
  });
}

function tableSheet(table: ReturnTable, lists: CodeColumns): WriteSheet {
  const { columns } = table;
  const style = (row: number, position: number): [string, CellStyle] => [
    `${row},${position}`,
    row === 0 ? headerStyle : exampleStyle,
  ];
  return {
    name: sheetName(table),
    rows: [columns.map(({ name }) => name), exampleRow(table)],
    cells: new Map(
      [0, 1].flatMap((row) =>
        columns.map((column, position) => {
          const [place, cellStyle] = style(row, position);
          const value = row === 0 ? column.name : (exampleRow(table)[position] ?? null);
          const comment = row === 0 ? { comment: { text: noteOn(column) } } : {};
          return [place, { value, type: 'string' as const, style: cellStyle, ...comment }];
        }),
      ),
    ),
    columns: columns.map(({ name, codes }) => ({
      width: Math.max(name.length + 4, codes ? 36 : 14),
    })),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, position) => dropDown(column, position, lists)),
  };
}

/** What a column means and what may stand in it. */
const noteOn = ({ title, description, unit, optional, total }: ReturnColumn): string =>
  [
    `${title}. ${description}`,
    unit === null ? '' : `Unit: ${unit}.`,
    total ? `${totalCode} stands for all of them together.` : '',
    optional ? 'May be left blank.' : '',
  ]
    .filter(Boolean)
    .join('\n');

/** Which column of the sheet of codes a list stands in, and how long it is. */
type CodeColumns = ReadonlyMap<string, { readonly position: number; readonly entries: string[] }>;

const listKey = ({ codes, total }: ReturnColumn): string =>
  `${codes?.title}${total ? ', or TOTAL' : ''}`;

function listsOf({ tables }: ReturnFormat): CodeColumns {
  const lists = new Map<string, { position: number; entries: string[] }>();
  for (const column of tables.flatMap(({ columns }) => columns)) {
    if (!column.codes || lists.has(listKey(column))) continue;
    const entries = column.codes.codes.map(entryOf);
    if (column.total) entries.push(totalCode);
    lists.set(listKey(column), { position: lists.size, entries });
  }
  return lists;
}

/** A code as drop-downs show it; reading takes it like the code alone. */
const entryOf = ({ code, label }: Code) => `${code}: ${label}`;

function codesSheetOf(lists: CodeColumns): WriteSheet {
  const columns = [...lists.values()];
  const longest = Math.max(0, ...columns.map(({ entries }) => entries.length));
  const rows = Array.from({ length: longest }, (_, row) =>
    columns.map(({ entries }): CellValue => entries[row] ?? null),
  );
  return {
    name: codesSheet,
    rows: [[...lists.keys()], ...rows],
    columns: columns.map(() => ({ width: 40 })),
    freezePane: { rows: 1 },
  };
}

/** A column's drop-down: it advises, and lets another text pass, which reading then judges. */
function dropDown(column: ReturnColumn, position: number, lists: CodeColumns): DataValidation[] {
  const list = lists.get(listKey(column));
  if (!column.codes || !list) return [];
  const letter = colToLetter(list.position);
  return [
    {
      type: 'list',
      formula1: `'${codesSheet}'!$${letter}$2:$${letter}$${list.entries.length + 1}`,
      range: `${cellRef(1, position)}:${cellRef(preparedRows, position)}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: column.title,
      errorMessage: 'Choose one of the codes of the drop-down.',
    },
  ];
}
