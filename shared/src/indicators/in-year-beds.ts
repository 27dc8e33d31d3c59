import type { Addends } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import { added, growsWithSize, ofReturns, percent, provisional } from './in-year.ts';

const atMonthEnd = {
  ...ofReturns,
  dataset: 'beds',
  cohort: 'Homes the authority runs or whose beds it holds, on the last day of the month',
  periodBasis: 'snapshot at month end',
} as const;

/** The newest state of each home in the month. */
const newestStates = (...columns: string[]): Addends => ({
  table: 'bed-states',
  columns,
  newest: { of: 'urn', by: 'day', inTable: 'homes' },
});

const notTheMarket =
  'The homes of the return only: other homes in the area and places bought one by one are not in it.';

/** Beds in homes through the year, as returns say it each month. */
export const inYearBeds: readonly CollectedIndicator[] = [
  {
    contract: {
      ...atMonthEnd,
      ...added,
      key: 'home-beds-registered-month-end',
      title: 'Registered beds at month end',
      definition: 'Number of beds on the registration certificates of the homes in the return.',
      unit: 'beds',
      polarity: 'NONE',
      cautions: [
        'Registered is not usable: some beds are closed, unstaffed or kept free.',
        notTheMarket,
        growsWithSize,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: { table: 'homes', columns: ['registered_beds'] },
      words: 'sum of registered beds over all homes',
    },
  },
  {
    contract: {
      ...atMonthEnd,
      ...added,
      key: 'home-beds-usable-month-end',
      title: 'Usable beds at month end',
      definition:
        'Number of beds that a child could sleep in on the last day of the month, occupied or not.',
      unit: 'beds',
      polarity: 'HIGH',
      cautions: [notTheMarket, growsWithSize, provisional],
    },
    formula: {
      kind: 'sum',
      of: { table: 'homes', columns: ['usable_beds'] },
      words: 'sum of usable beds over all homes',
    },
  },
  {
    contract: {
      ...atMonthEnd,
      ...percent,
      key: 'home-beds-occupied-share-month-end',
      title: 'Usable beds that are occupied at month end',
      definition:
        'Share of the beds that could be used that had a child in them, by the newest count of each home in the month.',
      numeratorText: 'Occupied beds',
      denominatorText: 'Usable beds: occupied, reserved, vacant and accepting, vacant and closed',
      // Full homes leave no choice for the next child, empty ones are idle.
      polarity: 'NONE',
      cautions: [
        'Occupied of usable, not of registered or operational beds: the three differ, and are not to be compared with one another.',
        'Homes for short breaks are counted in nights elsewhere and distort it.',
        'With few beds, one child moves the percentage by many points.',
        provisional,
      ],
    },
    formula: {
      kind: 'ratio',
      of: newestStates('occupied'),
      over: newestStates('occupied', 'reserved', 'vacant_accepting', 'vacant_closed'),
      words:
        'occupied beds ÷ occupied, reserved and vacant beds × 100, by the newest count of each home',
    },
  },
  {
    contract: {
      ...atMonthEnd,
      ...added,
      key: 'home-beds-vacant-month-end',
      title: 'Vacant beds that accept children at month end',
      definition:
        'Number of vacant beds that could be offered to a child, by the newest count of each home in the month.',
      unit: 'beds',
      // See the share of occupied beds.
      polarity: 'NONE',
      cautions: [
        'A count of one day: for a bed today, look at the live states.',
        'Vacant is not suitable: a bed may fit no child who waits.',
        notTheMarket,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: newestStates('vacant_accepting'),
      words: 'sum of vacant and accepting beds by the newest count of each home',
    },
  },
];
