import Papa from 'papaparse';

/** Rows of cells read from text, or why the text is no table. */
export type Pasted =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly problem: string };

/**
 * Reads a table from text as it comes out of a paper, a spreadsheet or a file: markdown, tabs, commas, semicolons, or
 * columns set apart by two spaces or more. Blank lines go; so do titles and notes above the header.
 */
export function readPastedTable(text: string): Pasted {
  const clean = text
    .replace(/^\uFEFF/u, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
  const rows = rowsOf(clean)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const widest = Math.max(0, ...rows.map(widthOf));
  const start = rows.findIndex((row) => widthOf(row) > 1 && widthOf(row) * 2 >= widest);
  const table = rows.slice(Math.max(0, start));
  if (widest < 2 || table.length < 2) {
    return {
      problem:
        'Enter a table: a header and at least one row, with columns set apart by tabs, commas or two spaces.',
    };
  }
  const width = Math.max(...table.map(widthOf));
  return { rows: table.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')) };
}

/** Cells up to the last that holds something. */
const widthOf = (row: readonly string[]): number => row.findLastIndex((cell) => cell !== '') + 1;

function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (
    lines.length > 1 &&
    lines.filter((line) => line.trim().startsWith('|')).length * 2 > lines.length
  ) {
    return markdownRows(lines);
  }
  const most = (sign: string) =>
    lines.filter((line) => line.includes(sign)).length * 2 > lines.length;
  const delimiter = ['\t', ';'].find(most);
  if (delimiter !== undefined) return delimitedRows(text, delimiter);
  // Thousands have commas too: columns set apart by spaces come first where most lines have them.
  const spaced = lines.filter((line) => /\S {2,}\S/u.test(line)).length;
  if (spaced * 2 > lines.length) return lines.map((line) => line.trim().split(/ {2,}/u));
  return delimitedRows(text, ',');
}

const markdownRows = (lines: readonly string[]): string[][] =>
  lines
    .filter((line) => line.trim().startsWith('|') && !/^[\s|:-]+$/u.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/gu, '')
        .split('|'),
    );

const delimitedRows = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: true }).data;
