import type { Cell, CellStyle, Sheet } from 'hucre/xlsx';
import { openXlsx, parseCellRef, saveXlsx } from 'hucre/xlsx';
import { problemsSheet } from '../file-marks.ts';
import type { Problem } from '../reading/problem.ts';
import { problemLine, problemLineHeadings } from './problem-lines.ts';

/** By whom cells are commented: such marks are taken away when the file is marked again. */
const author = 'Sufficiency Exchange';

/** Cells that are commented; all problems stand on the sheet of problems. */
const mostMarked = 5_000;

const fills = { ERROR: 'F4CDC6', QUERY: 'FFF2CC', NOTE: 'D9E8F5' } as const;

/**
 * A workbook as it was sent, with each problem's cell coloured and commented, and a sheet that lists all problems.
 *
 * @throws HucreError what was sent is no workbook that can be opened.
 */
export async function markedWorkbook(
  sent: Uint8Array,
  problems: readonly Problem[],
): Promise<Uint8Array> {
  const workbook = await openXlsx(sent, { readStyles: true });
  const sheets = workbook.sheets.filter(({ name }) => name !== problemsSheet);
  for (const sheet of sheets) {
    unmark(sheet);
    for (const found of problems.slice(0, mostMarked)) {
      if (found.sheet === sheet.name) mark(sheet, found);
    }
  }
  workbook.sheets = [...sheets, sheetOf(problems)];
  return saveXlsx(workbook);
}

function unmark({ cells }: Sheet): void {
  for (const [place, cell] of cells ?? []) {
    if (cell.comment?.author !== author) continue;
    const { comment: _, style, ...rest } = cell;
    const { fill: __, ...unfilled } = style ?? {};
    cells?.set(place, { ...rest, style: unfilled });
  }
}

/** Marks the cell, or the first of the row. */
function mark(sheet: Sheet, { row, column, severity, message, mend }: Problem): void {
  if (row === null) return;
  const { col } = parseCellRef(`${column?.letter ?? 'A'}1`);
  const place = `${row - 1},${col}`;
  sheet.cells ??= new Map();
  const before = sheet.cells.get(place) ?? plainCell(sheet, row - 1, col);
  const fill: CellStyle['fill'] = {
    type: 'pattern',
    pattern: 'solid',
    fgColor: { rgb: fills[severity] },
  };
  const text = [before.comment?.text, `${message} ${mend}`].filter(Boolean).join('\n\n');
  sheet.cells.set(place, {
    ...before,
    comment: { author, text },
    style: { ...before.style, fill },
  });
}

function plainCell({ rows }: Sheet, row: number, col: number): Cell {
  while (rows.length <= row) rows.push([]);
  const value = rows[row]?.[col] ?? null;
  return { value, type: typeOf(value) };
}

function typeOf(value: Cell['value']): Cell['type'] {
  if (value === null) return 'empty';
  if (value instanceof Date) return 'date';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

const sheetOf = (problems: readonly Problem[]): Sheet => ({
  name: problemsSheet,
  rows: [[...problemLineHeadings], ...problems.map(problemLine)],
  columns: [8, 24, 24, 8, 24, 60, 60, 30, 30].map((width) => ({ width })),
  freezePane: { rows: 1 },
});
