import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { scattered, sumOf } from '../../platform/demonstration-shapes.ts';
import type { Profile } from './demonstration-calibration.ts';
import type { Cells, MadeTables, ReturnMonth } from './demonstration-month.ts';
import { breakdown, chanceIn, dividedIn, monthLabel } from './demonstration-month.ts';
import type { RecruitmentEvent } from './demonstration-recruitment.ts';
import { cohortOf, longestWay } from './demonstration-recruitment.ts';

const types = ['MAINSTREAM', 'FAMILY-FRIENDS', 'SHORT-BREAKS'] as const;
const stages = [
  'ENQUIRY',
  'VISIT',
  'APPLICATION',
  'STAGE1',
  'STAGE2',
  'PANEL',
  'APPROVAL',
] as const;
const usualSources = ['WEB', 'SOCIAL', 'CARER', 'EVENT', 'HUB', 'CHILD', 'NK'] as const;
const deregistrations: Weights = { MANDATORY: 5, VOLUNTARY: 58, SGO: 17, ADOPTION: 8, NK: 12 };

/** Households at the end of a month by type, and those deregistered in it by type and by reason. */
export interface FosteringStock {
  readonly households: Counts;
  readonly deregistered: Counts;
  readonly reasons: Counts;
}

/** Not told one by one: rows of them would be most of the return. */
const onlyCounted: readonly string[] = ['ENQUIRY', 'VISIT', 'STAGE1', 'STAGE2'];

/** Approved places for each household, and how many households of a type there are for each mainstream one. */
const placesEach: Weights = { MAINSTREAM: 1.9, 'FAMILY-FRIENDS': 1.4, 'SHORT-BREAKS': 1.2 };
const householdsBeside: Weights = { MAINSTREAM: 1, 'FAMILY-FRIENDS': 0.34, 'SHORT-BREAKS': 0.05 };
/** Share of the approved households that stop in a year. */
const leaving: Weights = { MAINSTREAM: 0.12, 'FAMILY-FRIENDS': 0.3, 'SHORT-BREAKS': 0.12 };

/** Fostering of one authority up to a month; what is true of a month never changes. */
interface Fostering {
  /** By the month they happened in, written `2026-09`. */
  readonly events: Map<string, RecruitmentEvent[]>;
  /** Month of enquiry that is known last. */
  known: number;
  /** By month, counted from the first of the demonstration: households at its end, and those deregistered in it. */
  readonly stocks: { readonly households: Counts; readonly deregistered: Counts }[];
}

const remembered = new WeakMap<Profile, Fostering>();

/** What an authority's returns say of its households in a month. */
export function stockOf(of: ReturnMonth): FosteringStock {
  const { households = {}, deregistered = {} } = fosteringUpTo(of).stocks[of.month] ?? {};
  return { households, deregistered, reasons: reasonsOf(of, deregistered) };
}

const reasonsOf = (of: ReturnMonth, deregistered: Counts): Counts =>
  scattered(sumOf(deregistered), deregistrations, chanceIn(of, 'deregistrations'));

/** Recruitment and capacity of one authority's own foster carers in one month. */
export function makeFostering(of: ReturnMonth): MadeTables {
  const { events, stocks } = fosteringUpTo(of);
  const happened = (events.get(of.period) ?? []).toSorted((one, other) =>
    one.day === other.day
      ? one.reference.localeCompare(other.reference)
      : one.day.localeCompare(other.day),
  );
  const { households = {}, deregistered = {} } = stocks[of.month] ?? {};
  const enquiries = happened.filter(({ event }) => event === 'ENQUIRY');
  const withdrawn = happened.filter(({ event }) => event === 'WITHDRAWN');

  return {
    recruitment: stages.flatMap((stage) =>
      breakdown(
        { by: 'household_type', counted: 'households' },
        countedBy(
          types,
          happened.filter(({ event }) => event === stage).map(({ type }) => type),
        ),
      ).map((cells) => ({ stage, ...cells })),
    ),
    'enquiries-by-source': breakdown(
      { by: 'source', counted: 'enquiries' },
      countedBy(
        usualSources,
        enquiries.map(({ source }) => source),
      ),
    ),
    'withdrawals-by-reason': breakdown(
      { by: 'reason', counted: 'households' },
      countedBy(
        [],
        withdrawn.map(({ reason }) => reason ?? 'AW0'),
      ),
    ),
    'deregistrations-by-reason': breakdown(
      { by: 'reason', counted: 'households' },
      reasonsOf(of, deregistered),
    ),
    'households-and-places': placesOf(of, households),
    'fostering-events': happened
      .filter(({ event }) => !onlyCounted.includes(event))
      .map(({ reference, event, day, type, source }) => ({
        reference,
        event,
        day,
        household_type: type,
        source,
      })),
  };
}

const countedBy = (codes: readonly string[], all: readonly string[]): Counts => {
  const counts: Record<string, number> = Object.fromEntries(codes.map((code) => [code, 0]));
  for (const code of all) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

function fosteringUpTo({ profile, month }: ReturnMonth): Fostering {
  const fostering: Fostering = remembered.get(profile) ?? {
    events: new Map(),
    known: -longestWay - 1,
    stocks: [],
  };
  remembered.set(profile, fostering);
  while (fostering.known < month) {
    fostering.known += 1;
    for (const event of cohortOf(profile, fostering.known)) {
      const period = event.day.slice(0, 7);
      fostering.events.set(period, [...(fostering.events.get(period) ?? []), event]);
    }
    if (fostering.known >= 0) fostering.stocks.push(nextStock(profile, fostering));
  }
  return fostering;
}

/** Households at a month's end: those at the last one's end, and the approved, without the deregistered. */
function nextStock(profile: Profile, { events, stocks, known: month }: Fostering) {
  const before = stocks.at(-1)?.households ?? firstHouseholds(profile);
  const period = monthLabel(month);
  const approved = countedBy(
    types,
    (events.get(period) ?? []).filter(({ event }) => event === 'APPROVAL').map(({ type }) => type),
  );
  const chance = chanceOf(`${profile.code} deregistered ${month}`);
  const deregistered = Object.fromEntries(
    types.map((type) => {
      const stock = before[type] ?? 0;
      return [type, Math.min(stock, chance.count((stock * (leaving[type] ?? 0)) / 12))];
    }),
  );
  const households = Object.fromEntries(
    types.map((type) => [
      type,
      (before[type] ?? 0) + (approved[type] ?? 0) - (deregistered[type] ?? 0),
    ]),
  );
  return { households, deregistered };
}

/** Before the first month: as many mainstream households as the published places make. */
function firstHouseholds(profile: Profile): Counts {
  const mainstream = profile.counted('foster-places-approved') / (placesEach['MAINSTREAM'] ?? 1);
  return Object.fromEntries(
    types.map((type) => [type, Math.round(mainstream * (householdsBeside[type] ?? 0))]),
  );
}

function placesOf(of: ReturnMonth, households: Counts): readonly Cells[] {
  const filled = of.profile.published('foster-places-filled-share');
  const rows = types.map((type) => {
    const total = Math.round((households[type] ?? 0) * (placesEach[type] ?? 1));
    const states = dividedIn(of, {
      of: `${type} places`,
      total,
      weights: { filled, vacant: (100 - filled) * 0.4, unavailable: (100 - filled) * 0.6 },
      swing: 0.05,
    });
    return {
      household_type: type,
      households: households[type] ?? 0,
      approved_places: total,
      filled_places: states['filled'] ?? 0,
      vacant_places: states['vacant'] ?? 0,
      unavailable_places: states['unavailable'] ?? 0,
    };
  });
  const sum = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((whole, row) => whole + of(row), 0);
  return [
    ...rows,
    {
      household_type: 'TOTAL',
      households: sum((row) => row.households),
      approved_places: sum((row) => row.approved_places),
      filled_places: sum((row) => row.filled_places),
      vacant_places: sum((row) => row.vacant_places),
      unavailable_places: sum((row) => row.unavailable_places),
    },
  ];
}
