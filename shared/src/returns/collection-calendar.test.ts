import { describe, expect, test } from 'vitest';
import { isBankHoliday } from './bank-holidays.ts';
import { collectionWindow, monthBefore } from './collection-calendar.ts';

describe('bank holidays in England', () => {
  test.each([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    // Boxing Day 2026 is a Saturday.
    '2026-12-28',
    // Christmas Day 2027 is a Saturday.
    '2027-12-27',
    '2027-12-28',
    // Christmas Day 2022 was a Sunday.
    '2022-12-26',
    '2022-12-27',
    // New Year’s Day 2028 is a Saturday.
    '2028-01-03',
    '2025-04-18',
    '2025-04-21',
  ])('include %s', (day) => {
    expect(isBankHoliday(day)).toBe(true);
  });

  test.each(['2026-12-26', '2026-05-11', '2026-08-24', '2026-03-30', '2028-01-01'])(
    'do not include %s',
    (day) => {
      expect(isBankHoliday(day)).toBe(false);
    },
  );
});

describe('the collection of a month', () => {
  test('opens the day after its end and is due on the dataset’s day', () => {
    expect(collectionWindow('placements', '2026-08')).toEqual({
      opensOn: '2026-09-01',
      dueOn: '2026-09-10',
    });
    expect(collectionWindow('costs', '2025-12')).toEqual({
      opensOn: '2026-01-01',
      dueOn: '2026-01-15',
    });
  });

  test.each([
    ['a Saturday', 'placements', '2026-09', '2026-10-12'],
    ['a Sunday', 'costs', '2026-10', '2026-11-16'],
    ['Easter Sunday and Monday', 'beds', '2026-03', '2026-04-07'],
  ] as const)('that falls on %s is due on the next working day', (_what, dataset, period, due) => {
    expect(collectionWindow(dataset, period).dueOn).toBe(due);
  });

  test('comes after that of the month before', () => {
    expect(monthBefore('2026-01')).toBe('2025-12');
  });
});
