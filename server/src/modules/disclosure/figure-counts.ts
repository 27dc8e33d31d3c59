import { countTablesOf } from '@sufficiency/shared/disclosure/count-tables.ts';
import type { ReleaseFigure } from '@sufficiency/shared/disclosure/release-tables.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { AuthorityCounts } from './authority-counts.ts';
import { countKey } from './table-counts.ts';
import type { Count } from './whole-numbers.ts';
import { sumOfCounts } from './whole-numbers.ts';

/** Figures that are counts. */
export type CountedFigure = Extract<ReleaseFigure, { kind: 'cell' | 'sum' }>;

const notAvailable: Count = { of: null, symbol: 'x' };

/** The count of some authorities together that a cell or a sum of a release shows. */
export const countOfFigure = (
  dataset: Dataset,
  figure: CountedFigure,
  authorities: readonly AuthorityCounts[],
): Count =>
  sumOfCounts(
    authorities.map(({ counts }) =>
      sumOfCounts(keysOf(dataset, figure).map((key) => counts.get(key) ?? notAvailable)),
    ),
  );

/** Names of the columns that a table breaks down by, in its order; records have none. */
export const characteristicsOf = (dataset: Dataset, name: string): readonly string[] =>
  countTablesOf(dataset)
    .find(({ table }) => table.name === name)
    ?.characteristics.map((column) => column.name) ?? [];

/** The counts of an authority that a figure adds up; a characteristic that a formula does not name counts whole. */
export function keysOf(dataset: Dataset, figure: CountedFigure): string[] {
  if (figure.kind === 'cell') return [countKey(figure.table, figure.column, figure.codes)];
  const { table, columns, where = {} } = figure.of;
  const choices = characteristicsOf(dataset, table).reduce<string[][]>(
    (chosen, name) =>
      chosen.flatMap((codes) => (where[name] ?? [totalCode]).map((code) => [...codes, code])),
    [[]],
  );
  return columns.flatMap((column) => choices.map((codes) => countKey(table, column, codes)));
}
