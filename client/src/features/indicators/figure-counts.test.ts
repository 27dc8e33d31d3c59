import { describe, expect, test } from 'vitest';
import { countsBehind, isCount } from './figure-counts.ts';

describe('the numbers behind a percentage', () => {
  const share = { value: 5, unit: 'percent', numerator: 45, denominator: 1901 };

  test('stand beside it', () => {
    expect(countsBehind(share)).toBe('45 of 1,901');
  });

  test('are left out where either is not given', () => {
    expect(countsBehind({ ...share, numerator: null })).toBeNull();
    expect(countsBehind({ ...share, denominator: null })).toBeNull();
  });

  test('are left out where the percentage is not there', () => {
    expect(countsBehind({ ...share, value: null })).toBeNull();
  });

  test('are left out beside rates', () => {
    expect(countsBehind({ ...share, unit: 'per 10,000 children' })).toBeNull();
  });
});

test('things are counted; shares, rates and money are not', () => {
  expect(['children', 'percent', 'per 10,000 children', 'GBP per week'].map(isCount)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
