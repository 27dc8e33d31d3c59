import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ForecastFacts } from './forecast.ts';
import { chanceWithin, forecastYear } from './forecast.ts';
import type { Followed } from './survival.ts';

const after = (days: number, end: Followed['end'], households: number): Followed => ({
  ...{ days, end, households },
});

/** Of ten: four approved after 100 days, four gone after 50, two after 200 by approval. */
const ten = [after(50, 'LEFT', 4), after(100, 'REACHED', 4), after(200, 'REACHED', 2)];

const facts: ForecastFacts = {
  approvedSoFar: 12,
  daysLeft: 90,
  open: [{ stage: 'APPLICATION', age: 60, households: 3 }],
  fared: new Map([['APPLICATION', ten]]),
  enquiriesADay: 0,
};

describe('the chance of an open case', () => {
  test('is the share of those who had waited as long', () => {
    expect(chanceWithin(ten, 0, 99)).toBe(0);
    expect(chanceWithin(ten, 0, 100)).toBeCloseTo(0.4, 10);
    expect(chanceWithin(ten, 0, 200)).toBeCloseTo(0.6, 10);
    // Six had waited for 60 days; four of them were approved within 40 more.
    expect(chanceWithin(ten, 60, 40)).toBeCloseTo(4 / 6, 10);
    expect(chanceWithin(ten, 60, 140)).toBeCloseTo(1, 10);
  });

  test('counts the open as far as they were followed, and does not take them for lost', () => {
    const young = [...ten, after(10, 'OPEN', 90)];

    expect(chanceWithin(young, 0, 100)).toBeCloseTo(0.4, 10);
  });

  test('goes back to an age to which enough were followed', () => {
    expect(chanceWithin(ten, 150, 10)).toBeCloseTo(4 / 6, 10);
    expect(chanceWithin([], 150, 10)).toBe(0);
  });
});

describe('a forecast', () => {
  test('is what there is, and what open cases bring, by hand', () => {
    const { expected, low, high, parts } = forecastYear(facts);

    expect(expected).toBeCloseTo(12 + 3 * (4 / 6), 10);
    expect(parts).toEqual([{ stage: 'APPLICATION', open: 3, expected: expect.closeTo(2, 10) }]);
    // Of three at two in three: none 1/27, one 6/27, two 12/27, three 8/27.
    expect([low, high]).toEqual([13, 15]);
  });

  test('adds enquiries still to come, each with the days it has left', () => {
    const { fromNew, expected } = forecastYear({
      ...facts,
      open: [],
      daysLeft: 110,
      fared: new Map([['RECEIVED', ten]]),
      enquiriesADay: 2,
    });

    // Only those of the next ten days can be approved within 100 days: 20, four in ten of them.
    expect(fromNew).toBeCloseTo(8, 10);
    expect(expected).toBeCloseTo(20, 10);
  });

  test('of thousands of enquiries is as wide as their chance', () => {
    const { expected, low, high } = forecastYear({
      ...facts,
      open: [{ stage: 'APPLICATION', age: 0, households: 10_000 }],
      daysLeft: 200,
      fared: new Map([
        ['APPLICATION', ten],
        ['RECEIVED', ten],
      ]),
      enquiriesADay: 50,
    });

    // 10,000 × 0.6, and 50 a day × (0.4 × 100 days) of new ones; deviation √(2,400 + 2,000) = 66.3, × 1.2816 = 85.
    expect(expected).toBeCloseTo(8_012, 6);
    expect([low, high]).toEqual([7_927, 8_097]);
  });

  test('of a year that is over is what there was', () => {
    expect(forecastYear({ ...facts, daysLeft: 0, enquiriesADay: 5 })).toMatchObject({
      expected: 12,
      low: 12,
      high: 12,
    });
  });

  test('lies within its bounds, and grows with the days that are left', () => {
    const days = fc.integer({ min: 1, max: 500 });
    const ends = fc.constantFrom('REACHED', 'LEFT', 'OPEN');
    const fared = fc.array(
      fc.record({ days, end: ends, households: fc.integer({ min: 1, max: 20 }) }),
    );
    const open = fc.array(
      fc.record({
        stage: fc.constantFrom('RECEIVED', 'PANEL'),
        age: days,
        households: fc.integer({ min: 1, max: 10 }),
      }),
      { maxLength: 10 },
    );
    const rate = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(fared, fared, open, days, rate, (one, other, cases, daysLeft, enquiriesADay) => {
        const given = {
          ...{ approvedSoFar: 5, open: cases, daysLeft, enquiriesADay },
          fared: new Map([
            ['RECEIVED', one],
            ['PANEL', other],
          ]),
        };
        const { expected, low, high, fromNew } = forecastYear(given);
        const households = cases.reduce((sum, each) => sum + each.households, 0);
        expect(low).toBeGreaterThanOrEqual(5);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(expected).toBeLessThanOrEqual(5 + households + fromNew + 1e-6);
        expect(expected).toBeGreaterThanOrEqual(low - 3 - 3 * Math.sqrt(households + fromNew));
        expect(forecastYear({ ...given, daysLeft: daysLeft + 30 }).expected).toBeGreaterThanOrEqual(
          expected - 1e-9,
        );
        expect(forecastYear(given, 95).high).toBeGreaterThanOrEqual(high);
      }),
      { numRuns: 60 },
    );
  });
});
