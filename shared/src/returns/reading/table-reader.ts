import { exampleMark, problemsHeading } from '../file-marks.ts';
import type { ReturnRow, ReturnTable } from '../table.ts';
import type { Finding } from './cell-check.ts';
import { childHeadingFinder, tellsOfChild } from './child-columns.ts';
import { holdsPupilNumber } from './child-numbers.ts';
import { FileRefusal } from './file-refusal.ts';
import { createFirstRows } from './first-rows.ts';
import type { Header } from './header.ts';
import type { OwnColumn } from './own-columns.ts';
import { ownColumns } from './own-columns.ts';
import { problem } from './problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { ReadingContext } from './reading-context.ts';
import type { RuleId } from './rules.ts';
import { uncalculated } from './uncalculated.ts';

/** Reads the lines below one header, however many there are. */
export interface TableReader {
  readonly table: ReturnTable;
  readonly header: Header;
  /** Name of the sheet, or of the CSV file. */
  readonly sheet: string;
  /** The row that a line is; null where it is blank, left out or wrong. `row` is its number as Excel counts. */
  read(cells: readonly string[], row: number): ReturnRow | null;
  /** Lines that were rows, good or not. */
  rowCount(): number;
  /** True where every row was good, so that checks of the whole table mean something. */
  isSound(): boolean;
}

/** A reader of the table under a header. */
export function createTableReader(
  header: Header,
  given: {
    readonly sheet: string;
    readonly context: ReadingContext;
    readonly problems: ProblemList;
  },
): TableReader {
  const { table, headings } = header;
  const { sheet } = given;
  const columns = ownColumns(header, given.context);
  const width = headings.findLastIndex((heading) => heading !== '') + 1;
  const unread = unreadPositions(columns, width);
  const keys = keyPositions(table);
  const firstRows = createFirstRows(keys);
  const childHeadings = childHeadingFinder();
  const marks = headings.indexOf(problemsHeading);
  const saysNothing = (cell: string, position: number) => isBlank(cell) || position === marks;
  let rowCount = 0;
  let isSound = columns.every(({ position }) => position >= 0);

  const report = (
    rule: RuleId,
    message: string,
    at: { readonly row: number; readonly own?: OwnColumn | undefined; readonly value?: string },
  ) =>
    given.problems.add(
      problem(rule, message, {
        table: table.name,
        sheet,
        row: at.row,
        column: at.own?.shown ?? null,
        value: at.value ?? null,
      }),
    );

  const isLeftOut = (cells: readonly string[], row: number): boolean => {
    if (cells.includes(exampleMark)) {
      report('returns/example-row', `Row ${row} is the template’s example.`, { row });
      return true;
    }
    if (isHeaderAgain(cells, columns, headings)) {
      report('returns/header-again', `Row ${row} is the header again.`, { row });
      return true;
    }
    return false;
  };

  const refuse = (says: string, row: number): never => {
    const message = `A cell of row ${row} ${says}. Nothing of the file may be kept.`;
    throw new FileRefusal(
      problem('returns/child-number', message, { table: table.name, sheet, row }),
    );
  };

  const tell = (own: OwnColumn, { rule, says }: Finding, raw: string, row: number) => {
    if (rule === 'returns/child-number') refuse(says, row);
    if (tellsOfChild(raw)) refuse('tells of a single child', row);
    const value = raw === uncalculated ? '' : raw.trim();
    report(rule, `${own.column.title} ${says}.`, { row, own, value });
  };

  const textsOf = (cells: readonly string[], row: number): string[] | null => {
    const texts = columns.map((own) => {
      const raw = cells[own.position] ?? '';
      const { text, finding } = own.check(raw);
      if (finding) tell(own, finding, raw, row);
      return text;
    });
    return isWhole(texts) ? texts : null;
  };

  const isAgain = (texts: readonly string[], row: number): boolean => {
    const first = firstRows.seen(texts, row);
    if (first === null) return false;
    const about = keys.map((index) => `${columns[index]?.column.title} ${texts[index]}`).join(', ');
    const message = `Row ${row} repeats row ${first}${about && `: both are about ${about}`}.`;
    report('returns/duplicate-row', message, { row });
    return true;
  };

  const breaksRule = (texts: readonly string[], row: number): boolean => {
    const record = Object.fromEntries(
      columns.map(({ column }, i) => [column.name, texts[i] ?? '']),
    );
    const broken = table.rules.flatMap((rule) => {
      const says = rule.problem(record);
      return says === null ? [] : [{ says, name: rule.column }];
    });
    for (const { says, name } of broken) {
      const own = columns.find(({ column }) => column.name === name);
      const value = record[name] ?? '';
      report('returns/row-rule', `${own?.column.title ?? name} ${says}.`, { row, own, value });
    }
    return broken.length > 0;
  };

  /** In cells of no column of the table. */
  const tellsOfChildElsewhere = (cells: readonly string[]) =>
    unread.some((position) => holdsPupilNumber(cells[position] ?? '')) ||
    (cells.length > width && cells.slice(width).some(tellsOfChild));

  const good = (cells: readonly string[], row: number): readonly string[] | null => {
    if (tellsOfChildElsewhere(cells)) refuse('tells of a single child', row);
    const beyond = cells.length > width ? cells.slice(width).join(' ').trim() : '';
    if (beyond !== '') {
      const message = `Row ${row} has more cells than the header has headings.`;
      report('returns/too-many-cells', message, { row, value: beyond });
      return null;
    }
    const texts = textsOf(cells, row);
    if (texts === null || isAgain(texts, row)) return null;
    return table.rules.length > 0 && breaksRule(texts, row) ? null : texts;
  };

  const counted = (cells: readonly string[], row: number): readonly string[] | null => {
    rowCount += 1;
    const texts = good(cells, row);
    if (texts === null) isSound = false;
    return texts;
  };

  return {
    table,
    header,
    sheet,
    rowCount: () => rowCount,
    isSound: () => isSound,
    read(cells, row) {
      if (cells.every(saysNothing)) return null;
      const texts = isLeftOut(cells, row) ? null : counted(cells, row);
      if (texts) return { row, cells: texts };
      if (childHeadings(cells).length > 0) refuse('tells of a single child', row);
      return null;
    },
  };
}

/** Where cells stand that belong to no column of the table. */
const unreadPositions = (columns: readonly OwnColumn[], width: number): number[] => {
  const read = new Set(columns.map(({ position }) => position));
  return Array.from({ length: width }, (_, position) => position).filter(
    (position) => !read.has(position),
  );
};

const isWhole = (texts: readonly (string | null)[]): texts is string[] => !texts.includes(null);

const isBlank = (cell: string) => cell === '' || cell.trim() === '';

/** Where the cells stand that tell rows apart. Authority and month are the same in every good row. */
const keyPositions = ({ columns, key }: ReturnTable): number[] =>
  columns.flatMap(({ name, kind }, index) =>
    key.includes(name) && kind !== 'authority' && kind !== 'period' ? [index] : [],
  );

/** True for a line that repeats the heading of every column that was found, as printed pages do. */
const isHeaderAgain = (
  cells: readonly string[],
  columns: readonly OwnColumn[],
  headings: readonly string[],
): boolean =>
  columns.every(({ position }) => position < 0 || cells[position]?.trim() === headings[position]);
