import type { ReturnTable } from '../table.ts';

/** Lines of a sheet that are searched for a header: titles and notes may stand above it. */
export const headerSearchLines = 40;

/** A table's header as found in a sheet. */
export interface Header {
  readonly table: ReturnTable;
  /** Index of the line it stands on, or ends on; 0 is the first line of the sheet. */
  readonly line: number;
  /** Where each of the table's columns stands in the sheet, in the table's order; -1 where it is missing. */
  readonly positions: readonly number[];
  /** Every position a column was found at, beside the one that is read. */
  readonly doubles: readonly { readonly column: number; readonly position: number }[];
  /** Headings as the file has them, without line breaks. */
  readonly headings: readonly string[];
  /** How well it fits: columns found, less half of those missing. */
  readonly fit: number;
}

/** What case, spaces, line breaks and punctuation never change about a heading; “No. of” is “Number of”. */
export const folded = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^no(?=of)/, 'number');

/** Headings of a line; where a cell is blank, what stands above it, as in headers that merge cells over lines. */
function headingsAt(lines: readonly (readonly string[])[], line: number): string[] {
  const [above = [], higher = []] = [lines[line - 1], lines[line - 2]];
  return (lines[line] ?? []).map(
    (cell, position) =>
      onOneLine(cell) || onOneLine(above[position]) || onOneLine(higher[position]),
  );
}

const onOneLine = (text: string | undefined = '') => text.replaceAll(/\s+/g, ' ').trim();

/** The headings a table's columns answer to, folded, with their place in the table. */
const namesOf = ({ columns }: ReturnTable): Map<string, number> =>
  new Map(
    columns.flatMap(({ name, title, aliases }, index) =>
      [...aliases, title, name].map((heading): [string, number] => [folded(heading), index]),
    ),
  );

/** `Children (number)` also answers to `Children`. */
export const withoutBrackets = (heading: string) => heading.replaceAll(/[([][^()[\]]*[)\]]/g, '');

/** The headings of a line, and each as tables may know it. */
interface Headings {
  readonly line: number;
  readonly headings: readonly string[];
  readonly known: readonly { readonly position: number; readonly names: readonly string[] }[];
}

function headingsOf(lines: readonly (readonly string[])[], line: number): Headings {
  const headings = headingsAt(lines, line);
  const known = headings.flatMap((heading, position) =>
    heading === ''
      ? []
      : [{ position, names: [folded(heading), folded(withoutBrackets(heading))] }],
  );
  return { line, headings, known };
}

function headerOn(
  { line, headings, known }: Headings,
  { table, names }: { readonly table: ReturnTable; readonly names: ReadonlyMap<string, number> },
): Header {
  const positions = table.columns.map(() => -1);
  const doubles: { column: number; position: number }[] = [];
  for (const { position, names: own } of known) {
    const column = own.map((name) => names.get(name)).find((index) => index !== undefined);
    if (column === undefined) continue;
    if (positions[column] === -1) positions[column] = position;
    else doubles.push({ column, position });
  }
  const found = positions.filter((position) => position >= 0).length;
  const fit = found - (positions.length - found) / 2;
  return { table, line, positions, doubles, headings, fit };
}

/** At least two columns, and half of them: fewer are a coincidence. */
const isHeader = ({ positions }: Header): boolean => {
  const found = positions.filter((position) => position >= 0).length;
  return found >= 2 && found * 2 >= positions.length;
};

/**
 * The header in the first lines of a sheet that fits one of the tables best; null where none fits.
 *
 * Where two tables fit alike (they have the same columns), the one given first wins.
 */
export function findHeader(
  lines: readonly (readonly string[])[],
  tables: readonly ReturnTable[],
): Header | null {
  let best: Header | null = null;
  const candidates = lines.slice(0, headerSearchLines).map((_, line) => headingsOf(lines, line));
  for (const table of tables) {
    const names = namesOf(table);
    for (const headings of candidates) {
      const header = headerOn(headings, { table, names });
      if (isHeader(header) && header.fit > (best?.fit ?? 0)) best = header;
    }
  }
  return best;
}
