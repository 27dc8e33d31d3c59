import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ForecastFacts } from './forecast.ts';
import { forecastYear } from './forecast.ts';
import type { Stay } from './passages.ts';

const stay = (days: number, next: string, households: number): Stay => ({
  ...{ days, next, households },
});

/** Of ten: four left after 50 days, four were approved after 100, two after 200. */
const ten = [stay(50, 'LEFT', 4), stay(100, 'APPROVAL', 4), stay(200, 'APPROVAL', 2)];

const facts: ForecastFacts = {
  approvedSoFar: 12,
  daysLeft: 90,
  open: [{ stage: 'APPLICATION', age: 60, cohort: 0, households: 3 }],
  stays: new Map([['APPLICATION', ten]]),
  came: [],
};

describe('a forecast', () => {
  test('is what there is, and what open cases bring by stage and age, by hand', () => {
    const { expected, low, high, parts } = forecastYear(facts);

    // Six had been in the stage for 60 days; four of them were approved within 40 more.
    expect(expected).toBeCloseTo(12 + 3 * (4 / 6), 10);
    expect(parts).toEqual([{ stage: 'APPLICATION', open: 3, expected: expect.closeTo(2, 10) }]);
    // Of three at two in three: none 1/27, one 6/27, two 12/27, three 8/27.
    expect([low, high]).toEqual([13, 15]);
  });

  test('does not take who went on for one who stayed as long', () => {
    const received = [stay(150, 'LEFT', 10), stay(20, 'PANEL', 10)];
    const panel = [stay(100, 'APPROVAL', 10)];
    const open = [{ stage: 'RECEIVED', age: 110, cohort: 1, households: 8 }];
    const stays = new Map([
      ['RECEIVED', received],
      ['PANEL', panel],
    ]);

    // Half of all enquiries are approved, but none that was in the first stage for 110 days.
    expect(forecastYear({ ...facts, daysLeft: 150, open, stays }).parts).toEqual([
      { stage: 'RECEIVED', open: 8, expected: 0 },
    ]);
  });

  test('goes back to an age for which enough stayed', () => {
    const open = [{ stage: 'APPLICATION', age: 150, cohort: 1, households: 1 }];

    expect(forecastYear({ ...facts, open, daysLeft: 10 }).expected).toBeCloseTo(12 + 4 / 6, 10);
    expect(forecastYear({ ...facts, open, stays: new Map() }).expected).toBe(12);
  });

  test('adds enquiries still to come, each with the days it has left', () => {
    const { fromNew, expected, enquiriesADay, quarters } = forecastYear({
      ...facts,
      open: [],
      daysLeft: 110,
      stays: new Map([['RECEIVED', ten]]),
      came: [
        { daysAgo: 0, enquiries: 730, approved: 0 },
        { daysAgo: 365, enquiries: 5, approved: 0 },
      ],
    });

    expect(enquiriesADay).toBe(2);
    expect(quarters).toBe(4);
    // Only those of the next ten days can be approved within 100 days: 20, four in ten of them.
    expect(fromNew).toBeCloseTo(8, 10);
    expect(expected).toBeCloseTo(20, 10);
  });

  test('of a year that is over is what there was', () => {
    const came = [{ daysAgo: 0, enquiries: 5, approved: 0 }];

    expect(forecastYear({ ...facts, daysLeft: 0, came })).toMatchObject({
      ...{ expected: 12, low: 12, high: 12 },
    });
  });
});

describe('the interval', () => {
  const thousand = { stage: 'APPLICATION', age: 0, households: 1_000 };

  test('holds how far quarters lie apart, each by itself, by hand', () => {
    const of = (cohorts: readonly number[]) => {
      const open = cohorts.map((cohort) => ({ ...thousand, cohort }));
      return forecastYear({ ...facts, daysLeft: 200, open });
    };

    // 2,000 × 0.6; by chance 480; one more of the log odds is 480 households, and 0.25 more of them is taken for granted:
    // √(480 + 120²) = 122 in one quarter, √(480 + 2 × 60²) = 88 in two; 1,212 ± 1.2816 of them.
    expect(of([0, 0])).toMatchObject({ low: 1_056, high: 1_368 });
    expect(of([0, 1])).toMatchObject({ low: 1_100, high: 1_324 });
  });

  test('is wider for a hub whose quarters lay further apart, and for one that knows few', () => {
    const width = (approved: readonly number[]) => {
      const { low, high } = forecastYear({
        ...facts,
        daysLeft: 200,
        open: [{ ...thousand, cohort: 0 }],
        stays: new Map([
          ['APPLICATION', ten],
          ['RECEIVED', ten],
        ]),
        came: approved.map((count, nth) => ({
          ...{ daysAgo: 200 + 91 * nth, enquiries: 100, approved: count },
        })),
      });
      return high - low;
    };
    const alike = width([60, 60, 60, 60, 60, 60, 60, 60]);

    expect(width([90, 30, 90, 30, 90, 30, 90, 30])).toBeGreaterThan(alike * 2);
    expect(width([60, 60])).toBeGreaterThan(alike * 1.3);
  });

  test('never has fewer approvals than there are, nor more than open cases allow', () => {
    const open = [{ stage: 'APPLICATION', age: 0, cohort: 0, households: 300 }];
    const few = forecastYear({
      ...facts,
      open,
      stays: new Map([['APPLICATION', [stay(9, 'APPROVAL', 1)]]]),
    });

    expect(few).toMatchObject({ low: 312, high: 312 });
  });

  test('lies within its bounds, and grows with its level and the days that are left', () => {
    const days = fc.integer({ min: 1, max: 500 });
    const stays = (next: string) =>
      fc.array(
        fc.record({
          days,
          next: fc.constantFrom(next, 'LEFT', 'OPEN'),
          households: fc.integer({ min: 1, max: 20 }),
        }),
      );
    const open = fc.array(
      fc.record({
        stage: fc.constantFrom('RECEIVED', 'PANEL'),
        age: days,
        cohort: fc.integer({ min: 0, max: 5 }),
        households: fc.integer({ min: 1, max: 10 }),
      }),
      { maxLength: 10 },
    );
    const came = fc.array(
      fc.record({ daysAgo: days, enquiries: fc.constant(9), approved: fc.nat({ max: 9 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        ...[stays('PANEL'), stays('APPROVAL'), open, days, came],
        (received, panel, cases, daysLeft, past) => {
          const given = {
            ...{ approvedSoFar: 5, open: cases, daysLeft, came: past },
            stays: new Map([
              ['RECEIVED', received],
              ['PANEL', panel],
            ]),
          };
          const { expected, low, high, fromNew } = forecastYear(given);
          const households = cases.reduce((sum, each) => sum + each.households, 0);
          expect(low).toBeGreaterThanOrEqual(5);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(expected).toBeLessThanOrEqual(5 + households + fromNew + 1e-6);
          const later = forecastYear({ ...given, daysLeft: daysLeft + 30 });
          expect(later.expected).toBeGreaterThanOrEqual(expected - 1e-9);
          expect(forecastYear(given, 95).high).toBeGreaterThanOrEqual(high);
          expect(forecastYear(given, 95).low).toBeLessThanOrEqual(low);
        },
      ),
      { numRuns: 60 },
    );
  });
});
