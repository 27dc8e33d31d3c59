import { describe, expect, test } from 'vitest';
import { noticeBands } from '../returns/code-lists/bed-and-demand-codes.ts';
import type { ChildCriteria } from './vacancy-criteria.ts';
import {
  ageBandOf,
  criteriaOf,
  daysUntil,
  inBands,
  keptOf,
  leastNotice,
  noticeBandOf,
  noticeCodes,
  postcodeDistrictOf,
} from './vacancy-criteria.ts';

const asked: ChildCriteria = {
  placementTypes: ['SUPPORTED_ACCOMMODATION', 'CHILDRENS_HOME', 'CHILDRENS_HOME'],
  ages: [13, 13],
  noticeDays: 3,
  needs: ['SENSORY', 'MENTAL-HEALTH'],
  children: 3,
  solo: false,
  emergency: true,
  near: 'E06000015',
};

describe('ages', () => {
  test.each([
    [0, 'UNDER-10'],
    [9, 'UNDER-10'],
    [10, '10-12'],
    [12, '10-12'],
    [13, '13-15'],
    [15, '13-15'],
    [16, '16-17'],
    [17, '16-17'],
    [18, null],
    [null, null],
  ])('%s years are in band %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band);
  });
});

describe('notice', () => {
  test.each([
    [0, 'CRISIS'],
    [1, 'EMERGENCY'],
    [3, 'EMERGENCY'],
    [4, 'SHORT'],
    [13, 'SHORT'],
    [14, 'PLANNED'],
    [200, 'PLANNED'],
  ] as const)('of %i days is in band %s', (days, band) => {
    expect(noticeBandOf(days)).toBe(band);
  });

  test('has the bands that returns of demand count', () => {
    expect(noticeBands.codes.map(({ code }) => code)).toEqual([...noticeCodes]);
    expect(noticeCodes.map((band) => noticeBandOf(leastNotice[band]))).toEqual([...noticeCodes]);
  });

  test('is counted in days, whatever the clocks do', () => {
    expect(daysUntil('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysUntil('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysUntil('2026-11-23', '2026-11-22')).toBe(-1);
  });
});

describe('what is kept of a search', () => {
  test('is in bands and codes, without an age, a day or how many', () => {
    expect(inBands(asked)).toEqual({
      placementTypes: ['CHILDRENS_HOME', 'SUPPORTED_ACCOMMODATION'],
      ageBand: '13-15',
      notice: 'EMERGENCY',
      needs: ['MENTAL-HEALTH', 'SENSORY'],
      siblings: true,
      solo: false,
      emergency: true,
      near: 'E06000015',
    });
  });

  test('has no band where ages are of more than one', () => {
    expect(inBands({ ...asked, ages: [12, 13] }).ageBand).toBeNull();
    expect(inBands({ ...asked, ages: [10, 12] }).ageBand).toBe('10-12');
  });

  test('says nothing of what did not matter', () => {
    const open = { ...asked, placementTypes: null, ages: null, noticeDays: null, needs: [] };

    expect(inBands({ ...open, children: 1, emergency: false, near: null })).toEqual({
      placementTypes: [],
      ageBand: null,
      notice: null,
      needs: [],
      siblings: false,
      solo: false,
      emergency: false,
      near: null,
    });
  });
});

describe('what is stored', () => {
  test('is what mattered, and reads as it was', () => {
    const banded = inBands(asked);

    expect(keptOf({ ...banded, siblings: false, near: null, needs: [] })).toEqual({
      placementTypes: ['CHILDRENS_HOME', 'SUPPORTED_ACCOMMODATION'],
      ageBand: '13-15',
      notice: 'EMERGENCY',
      emergency: true,
    });
    expect(criteriaOf(keptOf(banded))).toEqual({
      ...{ ...banded, gender: null, education: false, children: null },
    });
  });
});

describe('a postcode district', () => {
  test.each(['NG7', 'ng7', ' DE24 ', 'E1', 'EC1A', 'M1'])('is “%s”', (text) => {
    expect(postcodeDistrictOf(text)).toBe(text.trim().toUpperCase());
  });

  test.each(['', 'NG', '7', 'NG7 1AA', 'NG7-', 'NOTTINGHAM', 'N1234', 'NG77A', 'NG7\0'])(
    'is not “%s”',
    (text) => {
      expect(postcodeDistrictOf(text)).toBeNull();
    },
  );
});
