import type { ReturnTable } from '../../table.ts';
import type { SourceLine, SourceTable } from '../published-source.ts';
import type { EesColumns } from './ees-columns.ts';
import { areaOf } from './ees-columns.ts';

const continuously =
  'childrenlookedaftercontinuouslyforatleast25yearson31marchagedunder16years' as const;

/** The column that each line of the Department’s file says, by its folded group and item. */
const columnsByLine: Readonly<Record<string, string>> = {
  'claon31march totalchildren': 'children',
  'claon31march with3ormoreplacementsduringtheyear': 'three_or_more_placements',
  [`${continuously} totalchildren`]: 'long_term_children',
  [`${continuously} livingwiththesamecarerforatleast2years`]: 'same_placement_two_years',
};

/** The one row of the stability table, which the Department’s file tells line by line. */
export interface EesStability {
  readonly table: SourceTable;
  /** True for a line that says one of its columns. */
  take(
    names: { readonly group: string; readonly item: string },
    line: { readonly cells: readonly string[]; readonly row: number; readonly count: string },
  ): boolean;
  rest(): readonly SourceLine[];
}

/** A row of which nothing has been told yet: what no line tells is not available. */
export function eesStability(table: ReturnTable, columns: EesColumns): EesStability {
  const width = columns.headings.length;
  const measures = table.columns.slice(2);
  const told = new Map<string, string>();
  let first: { readonly cells: readonly string[]; readonly row: number } | null = null;
  return {
    table: {
      table,
      positions: [areaOf(columns), columns.period, ...measures.map((_, order) => width + order)],
      headings: [...columns.headings, ...measures.map(({ title }) => title)],
    },
    take({ group, item }, { cells, row, count }) {
      const column = columnsByLine[`${group} ${item}`];
      if (column === undefined) return false;
      first ??= { cells, row };
      told.set(column, count);
      return true;
    },
    rest: () =>
      first
        ? [
            {
              table,
              row: first.row,
              cells: [
                ...Array.from({ length: width }, (_, at) => first?.cells[at] ?? ''),
                ...measures.map(({ name }) => told.get(name) ?? 'x'),
              ],
            },
          ]
        : [],
  };
}
