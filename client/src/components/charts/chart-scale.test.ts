import { describe, expect, test } from 'vitest';
import { axisRange } from './chart-scale.ts';

describe('the range of an axis', () => {
  test('starts at zero for values of different size', () => {
    expect(axisRange([36, 73, 31, 70])).toEqual({ low: 0, high: 80, hasZero: true });
  });

  test('leaves zero out when that would press the values together', () => {
    expect(axisRange([78, 85, 92])).toMatchObject({ hasZero: false });
  });

  test('has room around a single value and never falls below zero', () => {
    expect(axisRange([0])).toMatchObject({ low: 0, high: 1 });
  });

  test('exists without values', () => {
    expect(axisRange([])).toEqual({ low: 0, high: 1, hasZero: true });
  });
});
