import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFirstRows } from './first-rows.ts';

test('the first row of each key is remembered, as a map of the keys would', () => {
  const cell = fc.string({ maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 300 }), (rows) => {
      const firstRows = createFirstRows([0, 2]);
      const firsts = new Map<string, number>();

      for (const [index, cells] of rows.entries()) {
        const key = JSON.stringify([cells[0], cells[2]]);
        expect(firstRows.seen(cells, index + 2)).toBe(firsts.get(key) ?? null);
        firsts.set(key, firsts.get(key) ?? index + 2);
      }
    }),
  );
});

test('a hundred thousand keys are all new, and all known afterwards', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => [`F-${index >> 3}`, `E${index & 7}`]);
  const firstRows = createFirstRows([0, 1]);

  expect(rows.filter((cells, index) => firstRows.seen(cells, index + 2) !== null)).toEqual([]);
  expect(rows.filter((cells, index) => firstRows.seen(cells, 1) !== index + 2)).toEqual([]);
});
