import type { CellValue, Sheet } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { FileRefusal } from './file-refusal.ts';
import { problem } from './problem.ts';
import { uncalculated } from './uncalculated.ts';
import { requireWorkbook } from './workbook-check.ts';

/** A sheet of a workbook as texts. */
export interface WorkbookSheet {
  readonly name: string;
  readonly lineCount: number;
  /** Cells that hold a formula with a saved result, which is what is read. */
  readonly formulaCount: number;
  /** Texts of the cells of a line; 0 is the first. */
  line(index: number): string[];
}

/**
 * The sheets of an XLSX workbook, hidden ones included.
 *
 * @throws FileRefusal it is no workbook, or may not or cannot be opened.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  requireWorkbook(bytes);
  const workbook = await readXlsx(bytes).catch((error: unknown) => {
    const message = 'The workbook cannot be opened: a part of it is damaged.';
    throw Object.assign(new FileRefusal(problem('returns/damaged', message)), { cause: error });
  });
  return workbook.sheets.map(asTexts);
}

function asTexts({ name, rows, cells = new Map() }: Sheet): WorkbookSheet {
  const formulas = [...cells].filter(([, { formula }]) => formula !== undefined);
  const withoutResult = formulas.filter(([, { value }]) => value === null);
  const waiting = new Set(withoutResult.map(([place]) => place));
  return {
    name,
    lineCount: rows.length,
    formulaCount: formulas.length - waiting.size,
    line: (index) =>
      (rows[index] ?? []).map((value, position) =>
        value === null && waiting.has(`${index},${position}`) ? uncalculated : textOf(value),
      ),
  };
}

/** A cell as a person would type it. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return dayText(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : value;
}

/** Excel keeps 15 digits: what lies beyond is noise of binary fractions. */
const numberText = (value: number) => String(Number(value.toPrecision(15)));

/** `2026-09-30`, with the time where there is one. */
const dayText = (value: Date) =>
  Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00\.000Z$/, '');
