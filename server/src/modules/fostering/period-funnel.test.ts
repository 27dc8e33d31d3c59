import { defaultStages } from '@sufficiency/shared/fostering/stages.ts';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../indicators/comparison.service.ts';
import { CountedMonths } from './counted-months.service.ts';
import { countedHouseholds } from './fostering-figure.ts';
import type { FosteringScope } from './fostering-scope.ts';
import type { HouseholdSight } from './fostering-sight.service.ts';
import type { EventCount, PeriodRow } from './funnel.queries.ts';
import { eventMonths, periodFunnelOf } from './period-funnel.ts';

const derby = {
  code: 'E06000015',
  name: 'Derby',
  dfeCode: '831',
  regionCode: 'E12000004',
  regionName: 'East Midlands',
};

const months = ['2026-01', '2026-02', '2026-03', '2026-04'];

const scopeOf = (sights: readonly HouseholdSight[]): FosteringScope => ({
  consortium: { code: 'd2n2', name: 'D2N2', hub: 'D2N2 hub', members: [derby] },
  months,
  authorities: [derby],
  sights,
  stages: defaultStages,
  stagesChanged: null,
  by: 'AUTHORITY',
  ofNobody: null,
  isFiltered: false,
  today: '2026-06-15',
  wanted: {
    consortium: 'd2n2',
    from: '2026-01-01',
    to: '2026-04-30',
    lock: { codes: [], since: [], tenantId: '', holdsForOthers: false },
    authorities: [derby.code],
    unattributed: false,
    sources: null,
    campaigns: null,
    householdTypes: null,
    ownStages: [],
  },
});

const own: HouseholdSight = { authority: derby, how: 'OWN', since: null, why: 'own' };

const figure = (value: number, release: boolean): Figure => {
  const made = countedHouseholds(value, { formula: '', why: 'a return', synthetic: false });
  return release ? { ...made, provenance: { ...made.provenance, release: {} as never } } : made;
};

/** Enquiries of months, as returns or releases say them. */
const counts = (values: Readonly<Record<string, number>>, release = false) =>
  new CountedMonths(
    new Map(
      Object.entries(values).map(([month, value]) => [
        `${derby.code} fostering-enquiries-month ${month}`,
        figure(value, release),
      ]),
    ),
  );

const event = (of: Partial<EventCount>): EventCount => ({
  key: derby.code,
  stage: 0,
  month: 0,
  households: 1,
  back_loaded: 0,
  synthetic: true,
  ...of,
});

/** Basis of each month, and enquiries of all of them and of each. */
function enquiries(scope: FosteringScope, found: PeriodRow, counted: CountedMonths) {
  const funnel = periodFunnelOf(scope, found, {
    counts: counted,
    recorded: eventMonths(scope, found),
  });
  const [row] = funnel.rows;
  const [stage] = row?.stages ?? [];
  return {
    basis: row?.basis.map(({ basis }) => basis),
    sum: stage?.figure.value ?? stage?.figure.why,
    months: stage?.months.map(({ value }) => value),
  };
}

const nothing: PeriodRow = { events: [], spans: [] };

describe('months of an authority', () => {
  test('are of events from its first enquiry to its last, zero among them, else of counts', () => {
    const found = {
      events: [event({ month: 1, households: 3 }), event({ month: 3, households: 1 })],
      spans: [{ authority_code: derby.code, first_on: '2026-02-10', last_on: '2026-04-02' }],
    };

    expect(
      enquiries(scopeOf([own]), found, counts({ '2026-01': 8, '2026-02': 9, '2026-03': 7 })),
    ).toEqual({
      basis: ['COUNTS', 'EVENTS', 'EVENTS', 'EVENTS'],
      sum: 12,
      months: [8, 3, 0, 1],
    });
  });

  test('after its last enquiry are of events where one happened, and not known where none did', () => {
    const found = {
      events: [event({ month: 0 }), event({ month: 1, stage: 11 })],
      spans: [{ authority_code: derby.code, first_on: '2026-01-10', last_on: '2026-01-20' }],
    };

    expect(enquiries(scopeOf([own]), found, counts({}))).toMatchObject({
      basis: ['EVENTS', 'EVENTS', 'NONE', 'NONE'],
      months: [1, 0, null, null],
    });
  });

  test('of which nothing but back-loaded cases is known are of counts where there are any', () => {
    const found = {
      events: [event({ month: 0, back_loaded: 1 }), event({ month: 1, back_loaded: 1 })],
      spans: [],
    };

    expect(enquiries(scopeOf([own]), found, counts({ '2026-01': 20 }))).toMatchObject({
      basis: ['COUNTS', 'EVENTS', 'NONE', 'NONE'],
      months: [20, 1, null, null],
    });

    const recorded = [
      { authority_code: derby.code, first_on: '2026-01-10', last_on: '2026-01-20' },
    ];
    expect(
      enquiries(scopeOf([own]), { ...found, spans: recorded }, counts({ '2026-02': 9 })),
    ).toMatchObject({ basis: ['EVENTS', 'COUNTS', 'NONE', 'NONE'], months: [1, 9, null, null] });
  });

  test('before an agreement’s first day are not of events, though households of later enquiries are seen', () => {
    const shown: HouseholdSight = {
      authority: derby,
      how: 'RECORDS',
      since: '2026-02-15',
      why: 'A/1',
    };
    const found = {
      events: [event({ month: 1 }), event({ month: 2 })],
      spans: [{ authority_code: derby.code, first_on: '2026-02-20', last_on: '2026-04-02' }],
    };

    expect(enquiries(scopeOf([shown]), found, counts({}))).toMatchObject({
      basis: ['NONE', 'NONE', 'EVENTS', 'EVENTS'],
      months: [null, null, 1, 0],
    });
  });

  test('of which a release has the only one are what it says', () => {
    const scope = { ...scopeOf([]), months: ['2026-02'] };

    expect(enquiries(scope, nothing, counts({ '2026-02': 5 }, true))).toMatchObject({
      basis: ['COUNTS'],
      sum: 5,
    });
  });

  test('as a release has them are shown one by one and not added up', () => {
    const released = counts({ '2026-01': 10, '2026-02': 5, '2026-03': 10, '2026-04': 15 }, true);

    expect(enquiries(scopeOf([]), nothing, released)).toEqual({
      basis: ['COUNTS', 'COUNTS', 'COUNTS', 'COUNTS'],
      sum: 'released month by month: rounded figures are not added up',
      months: [10, 5, 10, 15],
    });
  });
});
