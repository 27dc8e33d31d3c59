import { describe, expect, test } from 'vitest';
import type { Program } from './solver.ts';
import { solveWithHighs } from './solver.ts';

/** As cheap as can be: at least 2.5 of two numbers of which the second is dearer, at most 2 of the first. */
const program: Program = {
  cost: [1, 3],
  most: [2, 9],
  rows: [{ columns: [0, 1], weights: [1, 1], least: 2.5, most: Infinity }],
  whole: true,
  slack: 0,
  seconds: 5,
};

describe('the solver', () => {
  test('finds the cheapest whole numbers', async () => {
    expect(await solveWithHighs(program)).toEqual([2, 1]);
  });

  test('finds the cheapest of any numbers', async () => {
    expect(await solveWithHighs({ ...program, whole: false })).toEqual([2, 0.5]);
  });

  test('finds none where there are none', async () => {
    expect(await solveWithHighs({ ...program, most: [1, 1] })).toBeNull();
  });

  test('finds none where it fails, and works again afterwards', async () => {
    const broken = { ...program, rows: [{ ...(program.rows[0] ?? nothing), columns: [0, 7] }] };

    expect(await solveWithHighs(broken)).toBeNull();
    expect(await solveWithHighs(program)).toEqual([2, 1]);
  });

  test('finds none in no time', async () => {
    expect(await solveWithHighs({ ...program, seconds: 0 })).toBeNull();
  });
});

const nothing = { columns: [], weights: [], least: 0, most: 0 };
