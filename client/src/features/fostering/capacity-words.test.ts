import { expect, test } from 'vitest';
import {
  capacitySentence,
  changeText,
  countText,
  deregisteredTable,
  overMonths,
} from './capacity-words.ts';

const figure = (value: number | null) => ({
  value,
  text: value === null ? 'x' : String(value),
  symbol: value === null ? ('x' as const) : null,
  synthetic: true,
});

const month = (label: string, approved: number | null, deregistered: number | null) => ({
  month: label,
  basis: 'HOUSEHOLDS' as const,
  utilisation: '67 of 100 approved places are filled.',
  caution: null,
  households: figure(144),
  approved: figure(approved),
  deregistered: figure(deregistered),
  net: figure(approved === null || deregistered === null ? null : approved - deregistered),
  placesApproved: figure(100),
  filled: figure(67),
  vacant: figure(6),
  unavailable: figure(27),
  ofApproved: figure(67),
  ofAvailable: figure(91.8),
});

const derby = {
  why: 'own',
  authority: { id: '1', code: 'E06000015', name: 'Derby' },
  months: [month('2026-09', 2, 5), month('2026-10', 4, 2)],
  details: null,
  constellations: [],
};

test('months are added up only where every one of them is known', () => {
  expect(overMonths(derby.months, 'approved')).toBe(6);
  expect(overMonths([...derby.months, month('2026-11', null, 1)], 'approved')).toBeNull();
});

test('the balance is said, with the stock and both shares of places', () => {
  expect(capacitySentence(derby)).toBe(
    'Derby: 6 households were approved in September 2026 to October 2026 and 7 deregistered: 1 fewer. At the end of October 2026 there were 144. 67 of 100 approved places are filled.',
  );
  expect(capacitySentence({ ...derby, months: [month('2026-10', 4, 2)] })).toContain(': 2 more.');
  expect(capacitySentence({ ...derby, months: [month('2026-10', 2, 2)] })).toContain(
    ': as many as before.',
  );
  expect(capacitySentence({ ...derby, months: [month('2026-10', null, 2)] })).toContain(
    'is not known of every month',
  );
});

test('changes have a sign, and what is not known is x', () => {
  expect([changeText(2), changeText(0), changeText(-3), changeText(null)]).toEqual([
    '+2',
    '0',
    '−3',
    'x',
  ]);
  expect([countText(0), countText(null)]).toEqual(['0', 'x']);
});

test('who was deregistered stands by reason and type, the commonest reason first', () => {
  const gone = (reason: string, householdType: string, households: number) => ({
    ...{ reason, householdType, households },
    reasonTitle: reason.toLowerCase(),
    householdTypeTitle: householdType.toLowerCase(),
  });
  expect(
    deregisteredTable([
      gone('SGO', 'MAINSTREAM', 1),
      gone('VOLUNTARY', 'SHORT-BREAKS', 3),
      gone('VOLUNTARY', 'MAINSTREAM', 2),
    ]),
  ).toEqual({
    types: [
      { code: 'MAINSTREAM', title: 'mainstream' },
      { code: 'SHORT-BREAKS', title: 'short-breaks' },
    ],
    rows: [
      { reason: 'VOLUNTARY', title: 'voluntary', counts: [2, 3], all: 5 },
      { reason: 'SGO', title: 'sgo', counts: [1, 0], all: 1 },
    ],
  });
});
