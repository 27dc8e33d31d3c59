import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Followed } from './survival.ts';
import { dayReachedBy, survivalCurve } from './survival.ts';

const one = (end: Followed['end'], ...days: number[]): Followed[] =>
  days.map((day) => ({ days: day, end, households: 1 }));

describe('a Kaplan–Meier curve', () => {
  // Weeks of remission under 6-MP (Freireich and others 1963), the usual example of textbooks.
  const remission = [
    ...one('REACHED', 6, 6, 6, 7, 10, 13, 16, 22, 23),
    ...one('OPEN', 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
  ];

  test('is that of the textbooks, worked out by hand', () => {
    const curve = survivalCurve(remission);

    expect(curve.map(({ day, atRisk, reached }) => [day, atRisk, reached])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1],
    ]);
    // 18/21; × 16/17; × 14/15; × 11/12; × 10/11; × 6/7; × 5/6.
    expect(curve.map(({ waiting }) => waiting.toFixed(4))).toEqual([
      '0.8571',
      '0.8067',
      '0.7529',
      '0.6902',
      '0.6275',
      '0.5378',
      '0.4482',
    ]);
  });

  test('has its median where half have got there, and none where half have not', () => {
    const curve = survivalCurve(remission);

    expect(dayReachedBy(curve, 0.5)).toBe(23);
    expect(dayReachedBy(curve, 0.25)).toBe(13);
    expect(dayReachedBy(curve, 0.9)).toBeNull();
  });

  test('reaches its median on the day that makes it exactly a half', () => {
    // 3/4 × 2/3.
    expect(dayReachedBy(survivalCurve(one('REACHED', 1, 2, 3, 4)), 0.5)).toBe(2);

    // In binary fractions, twelve of twenty-four leave 0.5000000000000001.
    const days = Array.from({ length: 24 }, (_, nth) => nth + 1);
    expect(dayReachedBy(survivalCurve(one('REACHED', ...days)), 0.5)).toBe(12);
  });

  test('is not flattered by fast cases alone: two of ten in ten days are not a median of ten days', () => {
    const young = [...one('REACHED', 8, 10), ...one('OPEN', 20, 20, 20, 20, 20, 20, 20, 20)];

    expect(dayReachedBy(survivalCurve(young), 0.5)).toBeNull();
  });

  test('says beside it how many really got there, where others left on the way', () => {
    // Of four, one leaves on day 2, one gets there on day 3, one leaves on day 4, one gets there on day 5.
    const curve = survivalCurve([...one('REACHED', 3, 5), ...one('LEFT', 2, 4)]);

    expect(curve).toEqual([
      { day: 3, atRisk: 3, reached: 1, censored: 1, waiting: 1 - 1 / 3, arrived: 0.25 },
      { day: 5, atRisk: 1, reached: 1, censored: 1, waiting: 0, arrived: 0.5 },
    ]);
  });

  test('of nobody has no step', () => {
    expect(survivalCurve([])).toEqual([]);
    expect(dayReachedBy([], 0.5)).toBeNull();
  });
});

const followed = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 30 }),
    end: fc.constantFrom('REACHED', 'LEFT', 'OPEN'),
    households: fc.integer({ min: 1, max: 4 }),
  }),
);

test('never rises, stays between 0 and 1, and never says fewer have got there than really did', () => {
  fc.assert(
    fc.property(followed, (those) => {
      const curve = survivalCurve(those);
      const shares = curve.map(({ waiting }) => waiting);

      expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      expect(curve.every(({ waiting, arrived }) => arrived <= 1 - waiting + 1e-9)).toBe(true);
      expect(curve.every(({ waiting }) => waiting >= 0 && waiting <= 1)).toBe(true);
    }),
  );
});

test('is the plain share of those who got there where nobody is still on the way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1 }), (days) => {
      const curve = survivalCurve(one('REACHED', ...days));
      const later = curve.map(({ day }) => days.filter((each) => each > day).length);

      expect(curve.map(({ waiting }) => waiting)).toEqual(
        later.map((many) => expect.closeTo(many / days.length, 9)),
      );
    }),
  );
});
