import { describe, expect, test } from 'vitest';
import { apportion, divided } from './demonstration-shapes.ts';

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0);

describe('apportioning', () => {
  test.each([
    [0, [1, 2, 3]],
    [1, [1, 1, 1]],
    [7, [0.001, 1_000]],
    [598, [0.333, 0.333, 0.334]],
    [2_317, [71.4, 11.9, 7.7, 4.1, 2.6, 1.2, 0.9, 0.2]],
  ])('gives whole parts of %i that add up to it', (total, weights) => {
    const parts = apportion(total, weights);

    expect(sum(parts)).toBe(total);
    expect(parts.filter((part) => !Number.isInteger(part) || part < 0)).toEqual([]);
  });

  test('gives what is left to those who lost most by rounding down', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(7, [0.5, 0.3, 0.2])).toEqual([4, 2, 1]);
  });

  test('moves by little from one month to the next', () => {
    const at = (month: number) =>
      divided(600, { foster: 70, home: 30 }, { name: 'Derby types', month, swing: 0.1 });

    expect(Math.abs((at(8)['foster'] ?? 0) - (at(7)['foster'] ?? 0))).toBeLessThan(15);
    expect(at(8)).not.toEqual(at(14));
  });
});
