import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, readMonth } from './day-texts.ts';

describe('a day', () => {
  test.each([
    '2026-09-30',
    '2026/09/30',
    '2026-09-30T00:00:00',
    '2026-09-30 00:00:00',
    '2026-09-30T00:00:00.000Z',
    '30/09/2026',
    '30/9/26',
    '30.09.26',
    '30-09-2026',
    '30/09/2026 00:00',
    '30 Sep 2026',
    '30-Sep-26',
    '30 September 2026',
    '30th Sept 2026',
    'Wednesday, 30 September 2026',
    'Wed 30 sep 2026',
  ])('written %s is 30 September 2026', (text) => {
    expect(readDay(text)).toEqual({ text: '2026-09-30' });
  });

  test.each([
    '09/30/2026',
    '31/09/2026',
    '2026-02-29',
    '30/09',
    '45930',
    'soon',
    '30 Ma 2026',
    '1/1/1999',
  ])('is not %s', (text) => {
    expect(readDay(text)).toEqual({
      problem: `must be a day, for example 30/09/2026 or 2026-09-30, day before month. It says “${text}”`,
    });
  });

  test('is read back from every way of writing it', () => {
    const days = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    const inWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const inNumbers = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeZone: 'UTC' });

    fc.assert(
      fc.property(days, (day) => {
        const iso = { text: day.toISOString().slice(0, 10) };

        expect(readDay(inWords.format(day))).toEqual(iso);
        expect(readDay(inNumbers.format(day))).toEqual(iso);
        expect(readDay(iso.text)).toEqual(iso);
      }),
    );
  });
});

describe('a month', () => {
  test.each([
    '2026-09',
    '2026/9',
    '09/2026',
    '9-2026',
    'Sep 2026',
    'Sept 2026',
    'Sep-26',
    'September 2026',
    'september, 2026',
    '30/09/2026',
    '2026-09-01T00:00:00',
  ])('written %s is September 2026', (text) => {
    expect(readMonth(text)).toEqual({ text: '2026-09' });
  });

  test.each(['2026-13', '2026', 'Q2 2026', '2026-27', 'Se 2026'])('is not %s', (text) => {
    expect(readMonth(text)).toEqual({
      problem: `must be a month, for example 2026-09 or September 2026. It says “${text}”`,
    });
  });
});
