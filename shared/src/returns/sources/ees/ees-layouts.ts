import type { Header } from '../../reading/header.ts';
import type { ReadingContext } from '../../reading/reading-context.ts';
import type { ReturnTable } from '../../table.ts';
import type { SourceLine, SourceTable } from '../published-source.ts';
import type { EesAnswer } from './ees-answers.ts';
import { eesAnswers, foldedLabel } from './ees-answers.ts';
import type { EesColumns } from './ees-columns.ts';
import { areaOf } from './ees-columns.ts';
import { eesStability } from './ees-stability.ts';

/** How the lines about an authority and its month become lines of tables. */
export interface EesLayout {
  readonly tables: readonly SourceTable[];
  /** `kept` where the line is part of a row that several lines say, or repeats one; null where no table asks for it. */
  lineOf(cells: readonly string[], row: number): SourceLine | 'kept' | null;
  /** What a line is called that no table asks for. */
  labelOf(cells: readonly string[]): string;
  /** Rows that only several lines together say. */
  rest(): readonly SourceLine[];
}

/** A return’s own table, every column of which is there beside those that say when and where; null for another file. */
export function directLayout(columns: EesColumns, header: Header | null): EesLayout | null {
  if (!header?.positions.every((position) => position >= 0) || header.table.basis === 'records') {
    return null;
  }
  const { table, headings } = header;
  const positions = [ownAuthority(header, columns), columns.period, ...header.positions.slice(2)];
  return {
    tables: [{ table, positions, headings }],
    lineOf: (cells, row) => ({ table, cells, row }),
    labelOf: () => '',
    rest: () => [],
  };
}

/** The file’s own column of authorities, which is checked as in any return; without one, where the area’s code stands. */
const ownAuthority = ({ positions, doubles }: Header, columns: EesColumns): number =>
  [
    positions[0] ?? -1,
    ...doubles.filter(({ column }) => column === 0).map(({ position }) => position),
  ].find((position) => position !== columns.area.gss) ?? areaOf(columns);

/** Columns that say what is broken down, and into what: the last of them names the item. */
const filters = [
  'cla_group',
  'characteristic_group',
  'population_type',
  'characteristic',
  'breakdown',
  'placement_stability',
];
const measures = ['number', 'children_count', 'cla_count'];

/** The Department’s files about children looked after at 31 March, which name what they break down in each row. */
export function publishedLayout(columns: EesColumns, { format }: ReadingContext): EesLayout {
  const { headings } = columns;
  const [item = -1, group = -1] = filters
    .map((name) => headings.indexOf(name))
    .filter((position) => position >= 0)
    .reverse();
  const measure = headings.findIndex((name) => measures.includes(name));
  const isRead = item >= 0 && measure >= 0;
  const asked = new Set(isRead ? eesAnswers.map(({ table }) => table) : []);
  const tables = format.tables
    .filter(({ name }) => asked.has(name))
    .map((table) => breakdownTable(table, columns, { item, measure }));
  const single = format.tables.find(({ name }) => name === 'stability');
  const stability = isRead && single ? eesStability(single, columns) : null;
  const known = new Map<string, string>();

  return {
    tables: [...tables, ...(stability ? [stability.table] : [])],
    lineOf: (cells, row) => {
      const names = namesIn(cells, { group, item });
      const count = cells[measure]?.trim() ?? '';
      if (stability?.take(names, { cells, row, count })) return 'kept';
      const answer = answerOf(names);
      const found = tables.find(({ table }) => table.name === answer?.table);
      if (!answer || !found) return null;
      const codes = answer.codes[names.item] ?? [];
      const key = [answer.table, ...codes].join(' ');
      // Every breakdown repeats the total: one of them is enough, unless they differ.
      if (codes.length > 0 && known.get(key) === count) return 'kept';
      known.set(key, count);
      return { table: found.table, cells: withCodes(cells, codes, found), row };
    },
    labelOf: (cells) => [cells[group], cells[item]].filter((label) => label?.trim()).join(': '),
    rest: () => stability?.rest() ?? [],
  };
}

const namesIn = (
  cells: readonly string[],
  { group, item }: { readonly group: number; readonly item: number },
) => ({ group: foldedLabel(cells[group] ?? ''), item: foldedLabel(cells[item] ?? '') });

/** Cells with the codes of a table where its breakdowns stand. */
function withCodes(
  cells: readonly string[],
  codes: readonly string[],
  { positions }: SourceTable,
): string[] {
  const own = [...cells];
  for (const [order, code] of codes.entries()) own[positions[order + 2] ?? 0] = code;
  return own;
}

/** The answer that an item is part of; a blank item is for its table’s reader to tell. */
const answerOf = (names: {
  readonly group: string;
  readonly item: string;
}): EesAnswer | undefined =>
  eesAnswers.find(
    ({ group, codes }) => group.test(names.group) && (names.item === '' || names.item in codes),
  );

function breakdownTable(
  table: ReturnTable,
  columns: EesColumns,
  { item, measure }: { readonly item: number; readonly measure: number },
): SourceTable {
  const { headings } = columns;
  const breakdowns = table.columns.filter(({ kind }) => kind === 'code');
  // One item says both codes of a table that crosses two breakdowns: they stand behind the file’s own columns.
  const isCrossed = breakdowns.length > 1;
  const codes = breakdowns.map((_, order) => (isCrossed ? headings.length + order : item));
  return {
    table,
    positions: [areaOf(columns), columns.period, ...codes, measure],
    headings: isCrossed ? [...headings, ...breakdowns.map(({ title }) => title)] : headings,
  };
}
