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

test('a piece of a long file takes a moment, however many keys came before', () => {
  const piece = Array.from({ length: 2_000 }, (_, index) => index);
  const usedByEach = () => {
    const firstRows = createFirstRows([0]);
    return Array.from({ length: 300 }, (_, nth) => {
      const before = process.threadCpuUsage();
      for (const index of piece) firstRows.seen([`F-${nth * 2_000 + index}`], nth * 2_000 + index);
      const { user, system } = process.threadCpuUsage(before);
      return user + system;
    });
  };

  // The memory grows at the same pieces each time; what else the thread does, such as tidying up, comes at others.
  const [once = [], again = [], third = []] = [usedByEach(), usedByEach(), usedByEach()];
  const used = once.map((one, nth) => Math.min(one, again[nth] ?? 0, third[nth] ?? 0));

  // Microseconds of this thread alone. Where all of the memory grows at once it is 36,000 and more.
  expect(Math.max(...used)).toBeLessThan(25_000);
});
