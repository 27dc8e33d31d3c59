import { describe, expect, test } from 'vitest';
import { endOfDayInLondon, isDay, todayInLondon, writtenDay } from './london-day.ts';

describe('days in England', () => {
  test('end at midnight in winter', () => {
    expect(endOfDayInLondon('2026-03-03')).toBe('2026-03-03T23:59:59.999Z');
  });

  test('end an hour earlier in UTC in summer', () => {
    expect(endOfDayInLondon('2026-07-01')).toBe('2026-07-01T22:59:59.999Z');
  });

  test('end in summer time on the day it begins', () => {
    expect(endOfDayInLondon('2026-03-29')).toBe('2026-03-29T22:59:59.999Z');
  });

  test('begin before midnight in UTC in summer', () => {
    expect(todayInLondon(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });

  test('are written as people write them', () => {
    expect(writtenDay('2026-03-03')).toBe('3 March 2026');
  });

  test('of an instant are those of England', () => {
    expect(writtenDay('2026-06-30T23:30:00Z')).toBe('1 July 2026');
  });

  test('exist in the calendar', () => {
    expect(['2024-02-29', '2026-02-29', '2026-2-1', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
