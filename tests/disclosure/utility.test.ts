import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import { expect, test } from 'vitest';
import { problemOf } from './region.ts';

/** The reference set: tables of four authorities by six codes, with totals. */
async function publishedShare(mean: number): Promise<number> {
  const tables = Array.from({ length: 40 }, (_, seed) => problemOf({ codes: [4, 6], mean, seed }));
  let published = 0;
  let cells = 0;
  for (const table of tables) {
    const { certificate } = await protect(table);
    published += certificate.published;
    cells += certificate.cells;
  }
  return published / cells;
}

test('three quarters of the figures are published where the mean is 12', async () => {
  expect(await publishedShare(12)).toBeGreaterThanOrEqual(0.75);
});

test('nineteen in twenty are published where the mean is 30', async () => {
  expect(await publishedShare(30)).toBeGreaterThanOrEqual(0.95);
});
