import { publisherNames } from '../../../authorities/publisher-names.ts';
import type { Header } from '../../reading/header.ts';
import { folded } from '../../reading/header.ts';
import type { ReadingContext } from '../../reading/reading-context.ts';
import type { ReturnTable } from '../../table.ts';
import type { PublishedSource, SourceLine } from '../published-source.ts';
import { rowsText, someOf } from '../published-source.ts';
import type { EesColumns } from './ees-columns.ts';
import { areaOf, eesColumns } from './ees-columns.ts';
import type { EesLayout } from './ees-layouts.ts';
import { directLayout, publishedLayout } from './ees-layouts.ts';
import type { EesTime } from './ees-time.ts';
import { readEesTime } from './ees-time.ts';

/**
 * A tidy file in the conventions of Explore Education Statistics, as tables of a return; null for any other file.
 *
 * Two kinds are read: a return’s own table in that layout (its columns beside `time_period`, `time_identifier` and
 * `geographic_level`), and the Department’s files about children looked after at 31 March.
 */
export function eesSource(
  lines: readonly (readonly string[])[],
  header: Header | null,
  context: ReadingContext,
): PublishedSource | null {
  const columns = eesColumns(lines);
  if (!columns) return null;
  const layout = directLayout(columns, header) ?? publishedLayout(columns, context);
  const left = createLeftOut(context);

  return {
    name: 'This file of Explore Education Statistics',
    line: columns.line,
    width: columns.headings.length,
    tables: layout.tables,
    otherMonth: null,
    take: (cells, row) => {
      if (cells.every((cell) => cell.trim() === '')) return null;
      return isOf(cells, columns, context)
        ? takeOwn(cells, row, { columns, layout, left, context })
        : left.area();
    },
    end: () => ({ lines: layout.rest(), leftOut: left.sentences() }),
  };
}

/** Takes a line about the return’s authority. */
function takeOwn(
  cells: readonly string[],
  row: number,
  by: {
    readonly columns: EesColumns;
    readonly layout: EesLayout;
    readonly left: ReturnType<typeof createLeftOut>;
    readonly context: ReadingContext;
  },
): SourceLine | null {
  const { columns, layout, left, context } = by;
  const time = readEesTime(cells[columns.period] ?? '', cells[columns.identifier] ?? '');
  if (time && time.month !== context.period) return left.month(time.month);
  const own = ownCells(cells, columns, { authority: context.authority.code, time });
  const line = layout.lineOf(own, row);
  if (line === 'kept') return null;
  if (line && time?.isYear && !isSnapshot(line.table)) return left.year(line.table.title);
  return line ?? left.label(layout.labelOf(own));
}

/**
 * The cells of a line, as many as there are headings, with authority and month as a return writes them. A time that
 * cannot be read stays as it is, for the table’s reader to tell.
 */
function ownCells(
  cells: readonly string[],
  columns: EesColumns,
  { authority, time }: { readonly authority: string; readonly time: EesTime | null },
): string[] {
  const own = columns.headings.map((_, at) => cells[at] ?? '');
  if (time) own[columns.period] = time.month;
  own[areaOf(columns)] = authority;
  return own;
}

const isSnapshot = ({ basis }: ReturnTable) => basis === 'snapshot at month end';

/** True for a line about the return’s authority: one column that names the area says so, and no other says otherwise. */
function isOf(
  cells: readonly string[],
  { area, level }: EesColumns,
  { authority }: ReadingContext,
): boolean {
  const at = (position: number) => cells[position]?.trim() ?? '';
  if (at(level).toLowerCase() !== 'local authority') return false;
  const said = [
    { text: at(area.gss), agrees: (text: string) => text.toUpperCase() === authority.code },
    { text: at(area.dfe), agrees: (text: string) => text === authority.dfeCode },
    { text: at(area.name), agrees: (text: string) => isNameOf(text, authority) },
  ].filter(({ text }) => !notSaid.test(text));
  return said.length > 0 && said.every(({ text, agrees }) => agrees(text));
}

/** Blank, or a symbol for what is not available. */
const notSaid = /^[xz:]?$/i;

/** Its name as any publisher spells it: “Bristol” is “Bristol, City of”. */
const isNameOf = (text: string, { code, name }: ReadingContext['authority']) =>
  plainName(text) === plainName(name) ||
  Object.values(publisherNames).some((codes) => codes[text] === code);

const plainName = (name: string) => folded(name.replaceAll('&', 'and'));

/** What was left out, in sentences. Every way to leave a line out gives null. */
function createLeftOut({ authority, period }: ReadingContext) {
  let areas = 0;
  let others = 0;
  const months = new Set<string>();
  const labels = new Set<string>();
  const years = new Set<string>();
  return {
    area: () => {
      areas += 1;
      return null;
    },
    month: (label: string) => {
      others += 1;
      months.add(label);
      return null;
    },
    label: (label: string) => {
      labels.add(label);
      return null;
    },
    year: (title: string) => {
      years.add(title);
      return null;
    },
    sentences: (): string[] => [
      ...(areas > 0
        ? [`left out ${rowsText(areas)} about other areas than ${authority.name}.`]
        : []),
      ...(others > 0
        ? [
            `left out ${rowsText(others)} about other months than ${period}: ${someOf([...months].sort())}.`,
          ]
        : []),
      ...(labels.size > 0
        ? [
            `left out what no table of the return asks for, or asks in finer codes: ${someOf(labels)}.`,
          ]
        : []),
      ...(years.size > 0
        ? [
            `left out what is about a whole year, which says nothing of one month: ${someOf(years)}.`,
          ]
        : []),
    ],
  };
}
