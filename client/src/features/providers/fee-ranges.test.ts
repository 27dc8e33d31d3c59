import { describe, expect, test } from 'vitest';
import {
  bandName,
  feeLines,
  feesSentence,
  membersFees,
  pricedFrameworks,
  rangeRows,
} from './fee-ranges.ts';
import type { FeeBand } from './fees-queries.ts';

const prices = { count: 6, lowest: 900, median: 1_012.5, mean: 997.5, highest: 1_035 };

const band = (changed: Partial<FeeBand> = {}): FeeBand => ({
  need: null,
  synthetic: true,
  framework: { id: 'F1', reference: 'CCS034', title: 'Fostering' },
  lot: { id: 'L1', number: '2', title: 'Shared', maximumWeeklyPrice: 1_250 },
  tendered: { ...prices, count: 26, highest: 1_225 },
  paid: prices,
  members: { text: 'x', symbol: 'x', status: 'FINAL', synthetic: false, why: 'not shared' },
  ...changed,
});

test('a band has a line for what was tendered and one for what is paid, where they are known', () => {
  const kinds = feeLines([band(), band({ paid: null }), band({ tendered: null, paid: null })]).map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(['tendered', 'paid', 'tendered']);
});

test('a band is named by its lot, and by its need where it has one', () => {
  expect(bandName(band())).toBe('Lot 2: Shared');
  expect(bandName(band({ need: 'solo' }))).toBe('Lot 2: Shared, solo');
});

test('a row of the picture holds the ends, what is typical, and the published maximum', () => {
  expect(rangeRows(feeLines([band({ tendered: null })]))).toEqual([
    {
      id: 'L1  paid',
      name: 'Lot 2: Shared, paid',
      kind: 'chosen',
      lowest: 900,
      highest: 1_035,
      median: 1_012.5,
      mean: 997.5,
      limit: 1_250,
      text: '£900 to £1,035',
    },
  ]);
});

test('frameworks by which something is paid come first', () => {
  const unpaid = band({ framework: { id: 'F0', reference: 'OLD', title: 'Old' }, paid: null });
  expect(pricedFrameworks(feeLines([unpaid, band(), band()])).map(({ id }) => id)).toEqual([
    'F1',
    'F0',
  ]);
});

describe('feesSentence', () => {
  test('says what most placements are paid', () => {
    expect(feesSentence([band()])).toBe(
      'Your organisation knows prices of 1 framework. Most that it called off is on lot 2 of CCS034, “Shared”: 6 placements at £900 to £1,035 a week, £1,012.50 in the middle. Nobody else’s prices are shown.',
    );
  });

  test('says of how many lots members’ fees are released', () => {
    const released = band({ members: { ...band().members, text: '£900', symbol: null } });

    expect(membersFees([band(), released])).toEqual([released]);
    expect(feesSentence([released])).toMatch(/ What members pay together is released of 1 lot\.$/);
  });

  test('says that nothing is paid, or known', () => {
    expect(feesSentence([band({ paid: null })])).toBe(
      'Your organisation knows prices of 1 framework, and pays none of them yet. Nobody else’s prices are shown.',
    );
    expect(feesSentence([])).toMatch(/^No price of your own organisation is recorded here\./);
  });
});
