import { describe, expect, test } from 'vitest';
import { calendarMonths, shadeStarts } from './calendar-days.ts';

describe('days put as a calendar has them', () => {
  test('begin on the right weekday, cut months too', () => {
    const days = ['2026-10-31', '2026-11-01', '2026-11-02'].map((day) => ({ day, value: 80 }));

    expect(calendarMonths(days)).toEqual([
      { month: '2026-10', days: [{ day: '2026-10-31', value: 80, column: 5, row: 4 }] },
      {
        month: '2026-11',
        days: [
          { day: '2026-11-01', value: 80, column: 6, row: 0 },
          { day: '2026-11-02', value: 80, column: 0, row: 1 },
        ],
      },
    ]);
  });

  test.each([
    [
      [75, 87.3],
      [75, 78, 81, 84, 87],
    ],
    [
      [0, 33.3, 100],
      [0, 30, 60, 90],
    ],
    [[0, 0], [0]],
    [
      [3, 5],
      [3, 4, 5],
    ],
  ])('have shades from round numbers: %j', (values, starts) => {
    expect(shadeStarts(values)).toEqual(starts);
  });
});
