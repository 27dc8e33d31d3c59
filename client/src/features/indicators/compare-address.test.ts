import { describe, expect, test } from 'vitest';
import { decodeAddress, encodeAddress } from './compare-address.ts';
import type { CompareState } from './compare-state.ts';
import { firstState } from './compare-state.ts';

const today = '2026-11-22';

const everything: CompareState = {
  indicators: ['cla-rate', 'cla-number'],
  authorities: ['E06000015', 'E10000024'],
  period: '2024-25',
  periods: 3,
  comparators: ['england', 'statistical-neighbours'],
  asAt: '2026-03-03',
  view: 'trend',
  sort: { indicator: 'cla-rate', order: 'descending' },
  focus: 'cla-number',
  highlight: 'E06000015',
  across: 'indicators',
  density: 'compact',
};

describe('the address of a comparison', () => {
  test('shows the first view when it says nothing', () => {
    expect(decodeAddress('', today)).toEqual({ state: firstState, repairs: [] });
  });

  test('holds the whole state of the view', () => {
    expect(decodeAddress(encodeAddress(everything), today)).toEqual({
      state: everything,
      repairs: [],
    });
  });

  test('is readable', () => {
    expect(encodeAddress(everything)).toBe(
      'indicators=cla-rate,cla-number&authorities=E06000015,E10000024&period=2024-25&periods=3' +
        '&comparators=england,statistical-neighbours&asAt=2026-03-03&view=trend' +
        '&sort=cla-rate:descending&focus=cla-number&highlight=E06000015&across=indicators' +
        '&density=compact',
    );
  });

  test('tells no indicators from none named', () => {
    expect(decodeAddress('indicators=', today).state.indicators).toEqual([]);
  });

  test('tells no comparators from none named', () => {
    expect(decodeAddress('comparators=', today).state.comparators).toEqual([]);
  });

  test('takes each indicator once and in the order given', () => {
    expect(decodeAddress('indicators=b,a,b', today).state.indicators).toEqual(['b', 'a']);
  });
});

describe('a faulty address', () => {
  test('leaves out what cannot be an indicator and says so', () => {
    expect(decodeAddress('indicators=cla-rate,DROP%20TABLE', today)).toMatchObject({
      state: { indicators: ['cla-rate'] },
      repairs: ['There is no indicator “DROP TABLE”, so it was left out.'],
    });
  });

  test('names at most three of many faults', () => {
    expect(decodeAddress('authorities=a,b,c,d,e', today).repairs).toEqual([
      'There are no authority codes “a”, “b”, “c” and 2 more, so they were left out.',
    ]);
  });

  test('keeps the first 100 indicators', () => {
    const keys = Array.from({ length: 101 }, (_, index) => `key-${index}`);

    const { state, repairs } = decodeAddress(`indicators=${keys.join(',')}`, today);

    expect(state.indicators).toHaveLength(100);
    expect(repairs).toEqual([
      'A comparison holds at most 100 indicators: the first 100 are shown.',
    ]);
  });

  test.each(['0', '-5', '2147483647', '1e3', '3.5', ''])('shows five periods for “%s”', (text) => {
    const { state, repairs } = decodeAddress(`periods=${text}`, today);

    expect(state.periods).toBe(5);
    expect(repairs).toEqual([
      'The number of periods is a whole number from 1 to 120: 5 are shown.',
    ]);
  });

  test('shows figures as they are now for a day to come', () => {
    expect(decodeAddress('asAt=2026-11-23', today)).toMatchObject({
      state: { asAt: null },
      repairs: ['The day in the address has not come yet, so figures are shown as they are now.'],
    });
  });

  test('shows figures as they are now for a day that is not in the calendar', () => {
    expect(decodeAddress('asAt=2026-02-30', today)).toMatchObject({
      state: { asAt: null },
      repairs: ['The day in the address could not be read, so figures are shown as they are now.'],
    });
  });

  test('takes today for now', () => {
    expect(decodeAddress('asAt=2026-11-22', today)).toEqual({ state: firstState, repairs: [] });
  });

  test('keeps the instant of a saved comparison', () => {
    expect(decodeAddress('asAt=2026-03-03T09:00:00Z', today).state.asAt).toBe(
      '2026-03-03T09:00:00Z',
    );
  });

  test('falls back to the matrix and says so', () => {
    expect(decodeAddress('view=pie', today)).toMatchObject({
      state: { view: 'matrix' },
      repairs: ['There is no view “pie”: the usual one is shown.'],
    });
  });

  test('ignores an order it cannot read and says so', () => {
    expect(decodeAddress('sort=cla-rate', today)).toMatchObject({
      state: { sort: null },
      repairs: [
        'The order in the address could not be read, so authorities keep their usual order.',
      ],
    });
  });
});
