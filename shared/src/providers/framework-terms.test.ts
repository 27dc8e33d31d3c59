import { describe, expect, test } from 'vitest';
import { frameworkStatus, lastPossibleEnd, monthsOn, openExtensions } from './framework-terms.ts';

const term = { startsOn: '2024-08-27', endsOn: '2028-08-26', openToNew: true };
const twiceThreeYears = [1, 2].map((nth) => ({
  nth,
  months: 36,
  decideByMonths: 6,
  takenOn: null,
}));

describe('where a framework stands', () => {
  test.each([
    ['2024-08-26', 'PLANNED'],
    ['2024-08-27', 'OPEN'],
    ['2028-08-26', 'OPEN'],
    ['2028-08-27', 'ENDED'],
  ])('on %s it is %s', (day, status) => {
    expect(frameworkStatus(term, day)).toBe(status);
  });

  test('closed to new providers is not ended', () => {
    expect(frameworkStatus({ ...term, openToNew: false }, '2026-01-01')).toBe('CLOSED_TO_NEW');
  });

  test('an end that nobody says is no end', () => {
    expect(frameworkStatus({ ...term, endsOn: null }, '2040-01-01')).toBe('OPEN');
  });
});

describe('a term', () => {
  test('that ends with a month still does after some months', () => {
    expect(monthsOn('2026-03-31', 6)).toBe('2026-09-30');
    expect(monthsOn('2026-09-30', 6)).toBe('2027-03-31');
    expect(monthsOn('2026-03-31', -1)).toBe('2026-02-28');
  });

  test('of four years and twice three may last ten', () => {
    expect(lastPossibleEnd(term.endsOn, twiceThreeYears)).toBe('2034-08-26');
  });

  test('has each extension decided before the end it would move', () => {
    expect(openExtensions(term.endsOn, twiceThreeYears)).toEqual([
      { nth: 1, until: '2031-08-26', decideBy: '2028-02-26' },
      { nth: 2, until: '2034-08-26', decideBy: '2031-02-26' },
    ]);
  });

  test('is not extended again by what was taken up', () => {
    const extensions = twiceThreeYears.map((right) =>
      right.nth === 1 ? { ...right, takenOn: '2028-01-10' } : right,
    );

    expect(lastPossibleEnd('2031-08-26', extensions)).toBe('2034-08-26');
  });
});
