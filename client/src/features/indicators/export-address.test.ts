import { describe, expect, test } from 'vitest';
import { firstState } from './compare-state.ts';
import { exportAddress } from './export-address.ts';

describe('the address of an export', () => {
  test('asks for the members by leaving authorities out', () => {
    const state = { ...firstState, indicators: ['cla-rate', 'cla-number'], periods: 1 };

    expect(exportAddress('csv', 'd2n2', state)).toBe(
      '/exports/comparison.csv?consortium=d2n2&indicators=cla-rate%2Ccla-number&periods=1' +
        '&comparators=england%2Cconsortium',
    );
  });

  test('gives the last instant of the day as at which figures are shown', () => {
    const state = { ...firstState, indicators: ['cla-rate'], comparators: [], asAt: '2026-07-01' };

    expect(exportAddress('xlsx', 'd2n2', state)).toBe(
      '/exports/comparison.xlsx?consortium=d2n2&indicators=cla-rate&periods=5' +
        '&asAt=2026-07-01T22%3A59%3A59.999Z',
    );
  });
});
