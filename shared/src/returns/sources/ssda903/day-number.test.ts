import { describe, expect, test } from 'vitest';
import { ageOn, dayNumber, monthsBefore } from './day-number.ts';

const day = (text: string) => dayNumber(text) ?? Number.NaN;

describe('days of the collection', () => {
  test.each([
    '31/03/2026',
    '31-03-2026',
    '2026-03-31',
    '31/03/2026 00:00:00',
    '2026-03-31T00:00:00',
  ])('are read from %s', (text) => {
    expect(dayNumber(text)).toBe(Date.UTC(2026, 2, 31) / 86_400_000);
  });

  test.each(['', '31/06/2026', '03/31/2026', '45000', 'soon'])('are not read from “%s”', (text) => {
    expect(dayNumber(text)).toBeNull();
  });

  test('some months earlier keep to the last day of a shorter month', () => {
    expect(monthsBefore(day('31/08/2026'), 30)).toBe(day('29/02/2024'));
    expect(monthsBefore(day('30/09/2026'), 24)).toBe(day('30/09/2024'));
  });
});

describe('age', () => {
  test('grows on the birthday, on 1 March for those born on 29 February', () => {
    expect(ageOn(day('01/10/2010'), day('30/09/2026'))).toBe(15);
    expect(ageOn(day('30/09/2010'), day('30/09/2026'))).toBe(16);
    expect(ageOn(day('29/02/2012'), day('28/02/2026'))).toBe(13);
    expect(ageOn(day('29/02/2012'), day('01/03/2026'))).toBe(14);
  });
});
