import { describe, expect, test } from 'vitest';
import type { TrendSeries, Voids } from './history-queries.ts';
import {
  calendarSentence,
  drawnSeries,
  measureOf,
  monthlyVoids,
  trendSentence,
  voidsSentence,
} from './history-words.ts';

const line = (key: string, registered: number, ofUsable: (number | null)[]): TrendSeries => ({
  ...{ key, title: key, homes: [], ofRegistered: [], ofOperational: [], ofUsable },
  ...{ accepting: [], closedLost: [], fresh: [], registered: [registered] },
});
const usable = measureOf(null);

describe('the lines of a trend', () => {
  const five = ['A', 'B', 'C', 'D', 'E'].map((key, nth) => line(key, nth + 1, []));

  test('are four at most, those with most places', () => {
    expect(drawnSeries(five, '').map(({ key }) => key)).toEqual(['E', 'D', 'C', 'B']);
  });

  test('begin with the chosen one', () => {
    expect(drawnSeries(five, 'A').map(({ key }) => key)).toEqual(['A', 'E', 'D', 'C']);
  });

  test('are told from the first to the last that is known', () => {
    expect(trendSentence([line('Derby', 1, [null, 80, 90, 85.5])], usable)).toBe(
      'Occupied of usable places: Derby from 80% to 85.5%.',
    );
  });
});

test('a year of days is told by its mean, its least and its most', () => {
  const days = [
    { day: '2026-01-01', value: 50 },
    { day: '2026-01-02', value: null },
    { day: '2026-01-03', value: 100 },
  ];

  expect(calendarSentence(days, { whose: 'Derby', measure: usable })).toBe(
    'Derby: 75% on a mean day; least 50% on 1 January 2026, most 100% on 3 January 2026.',
  );
});

describe('empty block beds', () => {
  const month = { month: '2026-01', days: 31, bedDays: 62, voidDays: 31, acceptingDays: 0 };
  const contract = { id: '', reference: 'B', provider: null };
  const total = { days: 31, bedDays: 62, voidDays: 31, acceptingDays: 0, cost: 31_000 };
  const voids: Voids = {
    ...{ from: '2026-01-01', to: '2026-01-31', synthetic: false, total },
    contracts: [31_000, null].map((cost) => ({
      ...{ why: null, contract, total: null, months: [{ ...month, cost }] },
    })),
  };

  test('are told in days and pounds', () => {
    expect(voidsSentence(voids)).toBe(
      '31 bed days of 62 bed days (50%) of your block contracts were empty from 1 January 2026 to 31 January 2026, for which £31,000 was paid.',
    );
  });

  test('have no cost where one of their prices is not known', () => {
    expect(monthlyVoids(voids)).toEqual([
      { month: '2026-01', bedDays: 124, voidDays: 62, cost: null },
    ]);
  });
});
