import { problemsHeading } from '../file-marks.ts';
import type { ReturnFormat, ReturnTable } from '../table.ts';
import { refuseChildren } from './child-refusal.ts';
import { FileRefusal } from './file-refusal.ts';
import type { Header } from './header.ts';
import { findHeader, folded } from './header.ts';
import { columnLetter, problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';

/** More columns than any table has by far. */
const mostColumns = 100;

/** A sheet's name and its first lines, in which headers are looked for. */
export interface SheetStart {
  /** Name of the sheet, or of the CSV file. */
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
}

/**
 * The header of the table that a sheet holds; null where it holds none.
 *
 * The sheet's name decides between tables that fit alike, and nothing else.
 */
export const headerOf = (sheet: SheetStart, format: ReturnFormat): Header | null =>
  findHeader(sheet.lines, namedFirst(format.tables, sheet.name));

/**
 * Looks whether a sheet under this header, or under none, may be read.
 *
 * @throws FileRefusal a heading or a number identifies children, or there are too many columns.
 */
export function checkStart(sheet: SheetStart, header: Header | null): void {
  refuseChildren(sheet, header);
  const columns = header?.headings.filter((heading) => heading !== '').length ?? 0;
  if (columns > mostColumns) {
    throw new FileRefusal(
      problem('returns/too-many-columns', `“${sheet.name}” has ${columns} columns.`, {
        sheet: sheet.name,
      }),
    );
  }
}

/** Tables in their order, but one whose name or title the sheet bears comes first. Excel cuts names at 31 letters. */
function namedFirst(tables: readonly ReturnTable[], sheet: string): readonly ReturnTable[] {
  const name = folded(sheet.replace(/\.(csv|txt|tsv)$/i, ''));
  const isNamed = (table: ReturnTable) =>
    name.length > 3 &&
    [table.name, table.title].some(
      (own) => folded(own) === name || folded(own.slice(0, 31)) === name,
    );
  return tables.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

/** Tells which columns of a table a header does not have. */
export function tellMissingColumns(
  { table, line, positions }: Header,
  sheet: string,
  problems: ProblemList,
): void {
  for (const [index, { title, name }] of table.columns.entries()) {
    if (positions[index] !== -1) continue;
    const message = `The column ${title} (${name}) is missing.`;
    const at = { table: table.name, sheet, row: line + 1 };
    problems.add(problem('returns/missing-column', message, at));
  }
}

/** Tells what is wrong, or worth knowing, about a header. */
export function checkHeader(header: Header, sheet: SheetStart, problems: ProblemList): void {
  const { table, line, positions, doubles, headings } = header;
  const at = { table: table.name, sheet: sheet.name, row: line + 1 };
  tellMissingColumns(header, sheet.name, problems);
  for (const { column, position } of doubles) {
    const title = table.columns[column]?.title ?? '';
    const name = headings[position] ?? title;
    const message = `${title} is there twice: in column ${columnLetter(positions[column] ?? 0)} and in column ${columnLetter(position)}.`;
    problems.add(
      problem('returns/double-header', message, {
        ...at,
        column: { letter: columnLetter(position), name },
      }),
    );
  }
  const known = new Set([...positions, ...doubles.map(({ position }) => position)]);
  const unknown = (sheet.lines[line] ?? []).filter(
    (cell, i) => cell.trim() !== '' && cell !== problemsHeading && !known.has(i),
  );
  if (unknown.length > 0) {
    const names = unknown.slice(0, 20).map((name) => `“${name.trim().slice(0, 40)}”`);
    problems.add(
      problem('returns/unknown-column', `Columns that are not read: ${names.join(', ')}.`, at),
    );
  }
}
