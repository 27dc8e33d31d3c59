import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorOf, spreadBetween } from './cohort-spread.ts';

const count = (observed: number, expected: number) => ({
  ...{ observed, expected, variance: expected },
});

const table = new URL(
  '../returns/reconcile/examples/staffordshire-sufficiency-2023/fostering-enquiries-and-starters.csv',
  import.meta.url,
);

/** What is printed of a measure in every whole quarter, the first first. */
async function quartersOf(measure: string): Promise<number[]> {
  const [header = [], ...months] = (await readFile(table, 'utf8'))
    .split('\n')
    .map((line) => line.split(','));
  const years = header.flatMap((column, at) => (column.startsWith(measure) ? [at] : []));
  return years
    .flatMap((at) => [0, 3, 6, 9].map((month) => months.slice(month, month + 3).map((m) => m[at])))
    .filter((cells) => !cells.includes('n/a'))
    .map((cells) => cells.reduce((sum, cell) => sum + Number(cell), 0));
}

const mean = (counts: readonly number[]) =>
  counts.reduce((sum, one) => sum + one, 0) / counts.length;

describe('how far cohorts lie apart', () => {
  test('is what DerSimonian and Laird give, averaged with four quarters at 0.25, by hand', () => {
    // Q = 100/100 × 4 = 4 × 16 = 64 beyond 3; of Σw − Σw²/Σw = 400 − 100.
    const four = [count(140, 100), count(60, 100), count(140, 100), count(60, 100)];

    expect(spreadBetween(four)).toBeCloseTo((4 * 0.0625 + 3 * (61 / 300)) / 7, 10);
  });

  test('is that of published quarters where there are none, or one', () => {
    expect(spreadBetween([])).toBe(0.0625);
    expect(spreadBetween([count(90, 30)])).toBe(0.0625);
  });

  test('is less where many quarters were alike, and never none', () => {
    const alike = Array.from({ length: 16 }, () => count(100, 100));

    expect(spreadBetween(alike)).toBeCloseTo((4 * 0.0625) / 19, 10);
  });

  test.each([
    ['enquiries', 0.24],
    ['starters', 0.19],
  ])('of Staffordshire’s published %s is what the prior says', async (measure, deviation) => {
    const counts = await quartersOf(measure);
    const average = mean(counts);
    const freedom = counts.length - 1;

    const between = spreadBetween(counts.map((one) => count(one, average)));

    // Without the prior again.
    const own = (between * (4 + freedom) - 4 * 0.0625) / freedom;
    expect(counts).toHaveLength(22);
    expect(Math.sqrt(own)).toBeCloseTo(deviation, 2);
  });

  test('is no less the further they lie apart, and the same in any order', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, (numbers) => {
        const cohorts = numbers.map((one) => count(one, 30));
        const further = numbers.map((one) => count(30 + 2 * (one - 30), 30));
        const between = spreadBetween(cohorts);
        expect(spreadBetween(further)).toBeGreaterThanOrEqual(between - 1e-12);
        expect(spreadBetween(cohorts.toReversed())).toBeCloseTo(between, 10);
      }),
    );
  });
});

describe('what cohorts do not tell of those to come', () => {
  test('is chance and their own distance, by hand', () => {
    expect(errorOf([count(0, 50), count(0, 50)], 0.04)).toBeCloseTo(0.01 + 0.02, 10);
    expect(errorOf([], 0.04)).toBe(0);
  });
});
