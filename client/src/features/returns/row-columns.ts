import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { ReturnCodes } from './return-queries.ts';

/** A column of rows as they are shown. */
export interface RowColumn {
  /** Where it stands among a row’s cells. */
  readonly at: number;
  readonly title: string;
  /** What its codes mean; empty where it holds none, or where that is not known. */
  readonly meanings: ReadonlyMap<string, string>;
}

/** Columns that say the same in every row: authority and month. */
const repeated = ['authority_code', 'period'];

/** The columns worth showing, by their titles as far as these are known. */
export function rowColumns(
  columns: readonly string[],
  known: ReturnCodes[number]['tables'][number] | undefined,
): readonly RowColumn[] {
  return columns.flatMap((name, at) => {
    if (repeated.includes(name)) return [];
    const column = known?.columns.find((one) => one.name === name);
    const codes = column?.codes?.codes.map(({ code, label }) => [code, label] as const);
    const meanings = new Map(codes && [[totalCode, 'All'], ...codes]);
    return [{ at, title: column?.title ?? name.replaceAll('_', ' '), meanings }];
  });
}
