import { totalCode } from '../../code-lists/code-list.ts';

/** Counts by table and the codes of its breakdowns. */
export interface Tally {
  /** Counts one more in a cell. */
  add(table: string, ...codes: readonly string[]): void;
  /** What a cell has reached. `TOTAL` stands for every code, codes without a cell of their own among them. */
  count(table: string, ...codes: readonly string[]): number;
}

interface TallyCell {
  readonly codes: readonly string[];
  count: number;
}

/** A tally of nothing yet. */
export function createTally(): Tally {
  const tables = new Map<string, Map<string, TallyCell>>();
  return {
    add: (table, ...codes) => {
      const cells = tables.get(table) ?? new Map<string, TallyCell>();
      tables.set(table, cells);
      const key = codes.join(' ');
      const cell = cells.get(key);
      if (cell) cell.count += 1;
      else cells.set(key, { codes, count: 1 });
    },
    count: (table, ...asked) =>
      [...(tables.get(table)?.values() ?? [])]
        .filter(({ codes }) => asked.every((code, at) => code === totalCode || code === codes[at]))
        .reduce((sum, { count }) => sum + count, 0),
  };
}
