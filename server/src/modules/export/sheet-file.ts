import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';

/** A cell of an exported file: text, number, or nothing. */
export type SheetCell = string | number | null;

/** Kinds of files that spreadsheets open. */
export type SheetKind = 'csv' | 'xlsx';

/** What an exported file holds, whatever its kind. */
export interface Sheet {
  /** Of the sheet of figures: “Comparison”. */
  readonly name: string;
  /** Made from what was asked. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetCell[][];
  readonly notes: readonly string[];
}

/** UTF-8 CSV with a byte order mark, for spreadsheets. A cell that a spreadsheet would run as a formula is defused. */
const asCsv = ({ columns, rows }: Sheet): Buffer =>
  Buffer.from(stringify([[...columns], ...rows], { bom: true, escape_formulas: true }));

/** XLSX with two sheets, to be printed across: the figures under their title, and the notes that go with them. */
async function asXlsx({ name, title, columns, rows, notes }: Sheet): Promise<Buffer> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const file = await writeExcelFile([
    {
      sheet: name,
      data: [
        [bold(title)],
        [],
        columns.map(bold),
        ...rows.map((row) => row.map((value) => ({ value }))),
      ],
      stickyRowsCount: 3,
      orientation: 'landscape',
    },
    { sheet: 'Notes', data: notes.map((note) => [{ value: note }]), columns: [{ width: 120 }] },
  ] as never);
  return await file.toBuffer();
}

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', write: asCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: asXlsx,
  },
} as const satisfies Record<
  SheetKind,
  { type: string; write(sheet: Sheet): Buffer | Promise<Buffer> }
>;

/** A sheet as a file of a kind, called by its title. */
export async function sheetFile(sheet: Sheet, kind: SheetKind) {
  const { type, write } = kinds[kind];
  return { type, name: `${fileName(sheet.title)}.${kind}`, content: await write(sheet) };
}

/** The title as a file's name: letters, digits and hyphens. */
const fileName = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);
