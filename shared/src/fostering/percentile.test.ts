import { describe, expect, test } from 'vitest';
import { percentileOf } from './percentile.ts';

const each = (...values: number[]) => values.map((value) => ({ value, count: 1 }));

describe('a percentile', () => {
  test('is the middle of an odd number of values, and half-way between two of an even number', () => {
    expect(percentileOf(each(9, 1, 4), 0.5)).toBe(4);
    expect(percentileOf(each(10, 1, 4, 7), 0.5)).toBe(5.5);
  });

  test('lies between two values as far as the share says: the 90th of ten is a tenth of the way from the ninth', () => {
    // Places 0 to 9; 0.9 × 9 = 8.1: from 90 a tenth of the way to 100.
    expect(percentileOf(each(10, 20, 30, 40, 50, 60, 70, 80, 90, 100), 0.9)).toBeCloseTo(91, 10);
  });

  test('counts a value as often as it is there', () => {
    // 1 1 1 2 8: the third of five, and place 3.6 between 2 and 8.
    const counted = [
      { value: 8, count: 1 },
      { value: 1, count: 3 },
      { value: 2, count: 1 },
    ];

    expect(percentileOf(counted, 0.5)).toBe(1);
    expect(percentileOf(counted, 0.9)).toBeCloseTo(5.6, 10);
  });

  test('of one value is that value, and of none is not known', () => {
    expect(percentileOf(each(7), 0.9)).toBe(7);
    expect(percentileOf([], 0.5)).toBeNull();
    expect(percentileOf([{ value: 3, count: 0 }], 0.5)).toBeNull();
  });
});
