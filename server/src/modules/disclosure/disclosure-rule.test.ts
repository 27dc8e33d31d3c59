import { describe, expect, test } from 'vitest';
import {
  intervalOf,
  printed,
  releasedShare,
  strictestRule,
  weakestRule,
} from './disclosure-rule.ts';

describe('the rule', () => {
  test.each([
    [0, 0],
    [1, 'c'],
    [7, 'c'],
    [8, 10],
    [12, 10],
    [13, 15],
    [1_002, 1_000],
  ])('prints %d as %s', (count, shown) => {
    expect(printed(weakestRule, count)).toBe(shown);
  });

  test('rounds a half up, and nothing to 0', () => {
    const rule = { minimumCount: 8, rounding: 20 };

    expect([printed(rule, 9), printed(rule, 10), printed(rule, 30)]).toEqual([20, 20, 40]);
  });

  test('is the strictest that any agreement asks for, and never weaker than the weakest', () => {
    expect(strictestRule([{ minimumCount: 12 }, { rounding: 10 }, { minimumCount: 3 }])).toEqual({
      minimumCount: 12,
      rounding: 10,
    });
    expect(strictestRule([])).toEqual(weakestRule);
  });
});

describe('what everybody can tell of a figure', () => {
  test.each([
    ['c', 1, null],
    [0, 0, 0],
    [10, 8, 12],
    [15, 13, 17],
  ] as const)('%s', (shown, least, most) => {
    expect(intervalOf(weakestRule, shown)).toEqual({ least, most });
  });

  test('by a rule with a greater smallest count', () => {
    expect(intervalOf({ minimumCount: 10, rounding: 5 }, 10)).toEqual({ least: 10, most: 12 });
  });
});

describe('a released share', () => {
  test('is worked out from what is printed, in whole percent', () => {
    expect(releasedShare(10, 35)).toBe(29);
    expect(releasedShare(0, 35)).toBe(0);
  });

  test('is c where either of its counts is, and z where there is nothing to divide by', () => {
    expect([releasedShare('c', 35), releasedShare(10, 'c'), releasedShare(0, 0)]).toEqual([
      'c',
      'c',
      'z',
    ]);
  });
});
