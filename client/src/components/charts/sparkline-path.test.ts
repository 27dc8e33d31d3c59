import { describe, expect, test } from 'vitest';
import { sparkPath, sparkPoints } from './sparkline-path.ts';

const size = { width: 50, height: 20, inset: 0 };

describe('a small line', () => {
  test('runs from the first value to the last', () => {
    expect(sparkPath(sparkPoints([10, 20], size))).toBe('M0 20L50 0');
  });

  test('leaves a gap where a value is missing', () => {
    expect(sparkPath(sparkPoints([10, 20, null, 20, 10], size))).toBe('M0 20L12.5 0M37.5 0L50 20');
  });

  test('draws nothing for a value without neighbours', () => {
    expect(sparkPath(sparkPoints([10, null, 20, null], size))).toBe('');
  });

  test('stays flat for a change of one in a hundred', () => {
    expect(sparkPoints([100, 101], size)).toEqual([
      { x: 0, y: 11 },
      { x: 50, y: 9 },
    ]);
  });
});
