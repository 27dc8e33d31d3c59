import type { Dataset } from '../indicators/indicator.ts';
import { totalCode } from '../returns/code-lists/code-list.ts';
import type { ReturnColumn } from '../returns/column.ts';
import { formatOf } from '../returns/formats.ts';
import type { ReturnTable } from '../returns/table.ts';

/** A table of a return whose counts are released: what it breaks down by, and what it counts. */
export interface CountTable {
  readonly table: ReturnTable;
  readonly characteristics: readonly ReturnColumn[];
  readonly measures: readonly ReturnColumn[];
}

/** The tables of a dataset's returns that are counts: those of records are never released. */
export const countTablesOf = (dataset: Dataset): readonly CountTable[] =>
  formatOf(dataset)
    .tables.filter(({ basis }) => basis !== 'records')
    .map((table) => ({
      table,
      characteristics: table.columns.filter(
        ({ kind, name }) => kind === 'code' && table.key.includes(name),
      ),
      measures: table.columns.filter(({ kind }) => kind === 'count'),
    }))
    .filter(({ measures }) => measures.length > 0);

/** Codes of a characteristic, the total after them where there is one. */
const codesOf = ({ codes, total }: ReturnColumn): readonly string[] => [
  ...(codes?.codes.map(({ code }) => code) ?? []),
  ...(total ? [totalCode] : []),
];

/** Every choice of one code for each characteristic, totals among them, in the order a table is read in. */
export const choicesOf = (
  characteristics: readonly ReturnColumn[],
): readonly (readonly string[])[] =>
  characteristics.reduce<string[][]>(
    (chosen, column) => chosen.flatMap((codes) => codesOf(column).map((code) => [...codes, code])),
    [[]],
  );
