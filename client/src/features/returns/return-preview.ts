import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { ReturnColumn } from '@sufficiency/shared/returns/column.ts';
import { isMeasure } from '@sufficiency/shared/returns/column.ts';
import type { ReturnContents, ReturnFormat } from '@sufficiency/shared/returns/table.ts';

/** A cell as a person reads it. */
export interface PreviewCell {
  readonly text: string;
  /** What a code means; null for what is no code. */
  readonly meaning: string | null;
  readonly isNumber: boolean;
  /** A number so small that it could point at a child. */
  readonly isSmall: boolean;
}

/** A table of a return, all of it: authority and month are told once, not in every row. */
export interface PreviewTable {
  readonly name: string;
  readonly title: string;
  readonly headings: readonly { readonly text: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly PreviewCell[])[];
}

/** Columns that every row repeats: authority and month. */
const repeated = 2;

const small = /^[1-5]$/;

const meaningOf = ({ codes }: ReturnColumn, text: string): string | null => {
  if (!codes) return null;
  return (
    codes.codes.find(({ code }) => code === text)?.label ?? (text === totalCode ? 'All' : null)
  );
};

const cellOf = (column: ReturnColumn, text: string): PreviewCell => ({
  text,
  meaning: meaningOf(column, text),
  isNumber: isMeasure(column),
  isSmall: isMeasure(column) && small.test(text),
});

/** The tables of a return as they will be sent, in the format's order. */
export function returnPreview(format: ReturnFormat, contents: ReturnContents): PreviewTable[] {
  return format.tables.flatMap(({ name, title, columns }) => {
    const rows = contents.get(name);
    if (!rows) return [];
    const shown = columns.slice(repeated);
    return [
      {
        name,
        title,
        headings: shown.map((column) => ({ text: column.title, isNumber: isMeasure(column) })),
        rows: rows.map(({ cells }) =>
          shown.map((column, index) => cellOf(column, cells[index + repeated] ?? '')),
        ),
      },
    ];
  });
}
