import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { SheetCell } from './comparison-sheet.ts';
import { comparisonColumns } from './comparison-sheet.ts';

/** What an exported comparison holds, whatever the kind of file. */
export interface ComparisonSheet {
  /** Made from what was asked. */
  readonly title: string;
  readonly rows: readonly SheetCell[][];
  readonly notes: readonly string[];
}

/** UTF-8 CSV with a byte order mark, for spreadsheets. A cell that a spreadsheet would run as a formula is defused. */
export function comparisonCsv({ rows }: ComparisonSheet): Buffer {
  return Buffer.from(
    stringify([[...comparisonColumns], ...rows], { bom: true, escape_formulas: true }),
  );
}

/** XLSX with two sheets: the figures under their title, and the notes that go with them. */
export async function comparisonXlsx({ title, rows, notes }: ComparisonSheet): Promise<Buffer> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const file = await writeExcelFile([
    {
      sheet: 'Comparison',
      data: [
        [bold(title)],
        [],
        comparisonColumns.map(bold),
        ...rows.map((row) => row.map((value) => ({ value }))),
      ],
      stickyRowsCount: 3,
    },
    { sheet: 'Notes', data: notes.map((note) => [{ value: note }]), columns: [{ width: 120 }] },
  ] as never);
  return await file.toBuffer();
}
