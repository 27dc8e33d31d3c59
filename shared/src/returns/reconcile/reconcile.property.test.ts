import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconcile } from './reconcile.ts';

/** Counts by row and column, and with how many decimals their shares are printed. */
const counts = fc
  .tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The table that somebody who makes no mistake would print. */
function printed(grid: readonly (readonly number[])[], decimals: number | null): string[][] {
  const all = sum(grid.flat());
  const share = (part: number) =>
    decimals === null ? [] : [`${((part / all) * 100).toFixed(decimals)}%`];
  const row = (name: string, cells: readonly number[]) => [
    name,
    ...cells.map(String),
    String(sum(cells)),
    ...share(sum(cells)),
  ];
  const below = (grid[0] ?? []).map((_, at) => sum(grid.map((cells) => cells[at] ?? 0)));
  return [
    [
      'group',
      ...below.map((_, at) => `class ${'abcde'[at]}`),
      'total',
      ...(decimals === null ? [] : ['percent']),
    ],
    ...grid.map((cells, at) => row(`group ${'pqrstuvwy'[at]}`, cells)),
    row('Total', below),
  ];
}

const reconciled = ([header = [], ...rows]: readonly (readonly string[])[]) =>
  reconcile({ header, rows });

/** The same table with one cell written otherwise. */
const withCell = (table: readonly string[][], row: number, column: number, text: string) =>
  table.map((cells, at) =>
    at === row ? cells.map((cell, place) => (place === column ? text : cell)) : cells,
  );

const place = (size: number, at: number): number => 1 + (at % size);

test('a table without a mistake is met with silence', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 0, max: 2 }), (grid, decimals) => {
      expect(reconciled(printed(grid, decimals)).findings).toEqual([]);
    }),
  );
});

test('a count or a total that is changed is found where it stands', () => {
  fc.assert(
    fc.property(counts, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 500 }), (grid, i, j, by) => {
      const table = printed(grid, 1);
      const [row, column] = [place(grid.length + 1, i), place((grid[0]?.length ?? 0) + 1, j)];
      const wrong = withCell(table, row, column, String(Number(table[row]?.[column]) + by));

      const [first] = reconciled(wrong).findings.filter(({ rule }) => rule === 'total');

      expect(first?.cells[0]).toEqual({ row: row + 1, column: column + 1 });
    }),
  );
});

test('a percentage that is changed beyond rounding is found where it stands', () => {
  fc.assert(
    fc.property(counts, fc.nat(), fc.integer({ min: 2, max: 30 }), (grid, i, by) => {
      const table = printed(grid, 0);
      const row = place(grid.length, i);
      const column = (grid[0]?.length ?? 0) + 2;
      const share = Number.parseInt(table[row]?.[column] ?? '', 10);
      const wrong = withCell(table, row, column, `${share + by}%`);

      const places = reconciled(wrong).findings.map(({ cells }) => cells[0]);

      expect(places).toContainEqual({ row: row + 1, column: column + 1 });
    }),
  );
});

test('nothing that is said depends on a figure that is kept back', () => {
  fc.assert(
    fc.property(
      counts,
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('c', 'x', '-', 'n/a', '<5', ''),
      fc.integer({ min: 0, max: 50 }),
      (grid, i, j, other, symbol, fault) => {
        const [row, column] = [place(grid.length, i), place(grid[0]?.length ?? 0, j)];
        const [faultRow, faultColumn] = [
          place(grid.length, i + 1),
          place(grid[0]?.length ?? 0, j + 1),
        ];
        const said = (hidden: number) => {
          const truth = grid.map((cells, at) =>
            cells.map((cell, across) => (at === row - 1 && across === column - 1 ? hidden : cell)),
          );
          const faulty = String((truth[faultRow - 1]?.[faultColumn - 1] ?? 0) + fault);
          const table = withCell(printed(truth, null), faultRow, faultColumn, faulty);
          const { sentence, findings, unchecked } = reconciled(
            withCell(table, row, column, symbol),
          );
          return { sentence, findings, unchecked };
        };

        expect(said(other)).toEqual(said(grid[row - 1]?.[column - 1] ?? 0));
      },
    ),
  );
});
