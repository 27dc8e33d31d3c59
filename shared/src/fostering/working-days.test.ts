import { describe, expect, test } from 'vitest';
import { workingDayNumbers, workingDaysBetween } from './working-days.ts';

describe('working days between two days', () => {
  test('are none on the day itself, and one the day after', () => {
    expect(workingDaysBetween('2026-11-18', '2026-11-18')).toBe(0);
    expect(workingDaysBetween('2026-11-18', '2026-11-19')).toBe(1);
  });

  test('leave weekends out, whichever day of one an enquiry came on', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1);
    expect(workingDaysBetween('2026-11-21', '2026-11-23')).toBe(1);
    expect(workingDaysBetween('2026-11-22', '2026-11-23')).toBe(1);
    expect(workingDaysBetween('2026-11-20', '2026-11-22')).toBe(0);
  });

  test('leave bank holidays out: Maundy Thursday to the Tuesday after Easter is one', () => {
    expect(workingDaysBetween('2026-04-02', '2026-04-07')).toBe(1);
  });

  test('leave out Boxing Day where it is kept on a Monday', () => {
    // Christmas Eve 2026 is a Thursday; the 25th a Friday, the 28th kept for Saturday the 26th.
    expect(workingDaysBetween('2026-12-24', '2026-12-29')).toBe(1);
  });
});

test('numbers of days differ by the working days between them', () => {
  expect(workingDayNumbers('2026-11-19', '2026-11-24')).toEqual([
    { day: '2026-11-19', number: 1 },
    { day: '2026-11-20', number: 2 },
    { day: '2026-11-21', number: 2 },
    { day: '2026-11-22', number: 2 },
    { day: '2026-11-23', number: 3 },
    { day: '2026-11-24', number: 4 },
  ]);
});
