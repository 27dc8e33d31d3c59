import type { Place, PlaceState } from '@sufficiency/shared/beds/places.ts';
import { calendarMonth, monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import { dayNumber, dayOfNumber } from './demonstration-rhythm.ts';

/** How a place stood from a day on. */
export interface PlaceRun extends Place {
  /** A day’s number. */
  readonly from: number;
}

/** The first day of the first month that returns say: states are the same on whatever day they are made. */
const beginning = '2024-04-01';
const firstDay = dayNumber(beginning);

interface Stay {
  /** How long it lasts. Unit: days. */
  readonly days: readonly [number, number];
  /** What comes after it. */
  readonly next: Weights;
}

/** What a vacated place becomes; the rest of the time it takes the next child. */
const vacated: Weights = {
  ACCEPTING: 52,
  MATCHING: 18,
  SOLO: 4,
  STAFFING: 6,
  BUILDING: 3,
  REGULATOR: 1.5,
  NOTICE: 1,
  OTHER: 1.5,
  NOT_USABLE: 13,
  NOT_OPERATIONAL: 4,
};

/**
 * Stays of a place one after another. Children stay for weeks or for most of a year; together with the days between
 * them, about four of five registered places are occupied: between the 76 % of a children’s trust’s own homes and the 91 %
 * of its block contracts.
 *
 * @source Northamptonshire Children’s Trust, Placement Sufficiency Strategy October 2022 – March 2025.
 */
const stays: Readonly<Record<string, Stay>> = {
  SHORT: { days: [5, 60], next: vacated },
  LONG: { days: [60, 540], next: vacated },
  ACCEPTING: {
    days: [4, 42],
    next: { RESERVED: 68, SHORT: 6, LONG: 16, STAFFING: 4, MATCHING: 6 },
  },
  RESERVED: { days: [2, 9], next: { SHORT: 23, LONG: 70, ACCEPTING: 7 } },
  MATCHING: { days: [10, 60], next: { ACCEPTING: 85, NOT_USABLE: 15 } },
  SOLO: { days: [30, 150], next: { ACCEPTING: 100 } },
  STAFFING: { days: [14, 75], next: { ACCEPTING: 90, NOT_OPERATIONAL: 10 } },
  BUILDING: { days: [7, 35], next: { ACCEPTING: 100 } },
  REGULATOR: { days: [28, 84], next: { ACCEPTING: 100 } },
  NOTICE: { days: [28, 60], next: { NOT_OPERATIONAL: 60, ACCEPTING: 40 } },
  OTHER: { days: [5, 20], next: { ACCEPTING: 100 } },
  NOT_USABLE: { days: [5, 45], next: { ACCEPTING: 90, BUILDING: 10 } },
  NOT_OPERATIONAL: { days: [40, 240], next: { ACCEPTING: 100 } },
};

/** Stays in a home for short breaks: some days each, by a calendar. */
const breaks: Readonly<Record<string, Stay>> = {
  SHORT: { days: [2, 6], next: { ACCEPTING: 45, CALENDAR: 40, SHORT: 15 } },
  ACCEPTING: { days: [1, 4], next: { SHORT: 80, CALENDAR: 20 } },
  CALENDAR: { days: [2, 5], next: { SHORT: 70, ACCEPTING: 30 } },
};

const atFirst: Weights = { SHORT: 6, LONG: 76, ACCEPTING: 8, MATCHING: 5, NOT_OPERATIONAL: 5 };

/** Stays that are states of their own; every other is the reason for which the place is closed. */
const states: Readonly<Record<string, PlaceState>> = {
  SHORT: 'OCCUPIED',
  LONG: 'OCCUPIED',
  OCCUPIED: 'OCCUPIED',
  RESERVED: 'RESERVED',
  ACCEPTING: 'ACCEPTING',
  NOT_USABLE: 'NOT_USABLE',
  'NOT-USABLE': 'NOT_USABLE',
  NOT_OPERATIONAL: 'NOT_OPERATIONAL',
  'NOT-OPEN': 'NOT_OPERATIONAL',
};

function runOf(from: number, stay: string): PlaceRun {
  const state = states[stay];
  return state ? { from, state, reason: null } : { from, state: 'CLOSED', reason: stay };
}

/**
 * How a place stood from the first month of returns, or from a later day, to a day; earliest first.
 *
 * @param place names it, so that it is the same whenever it is made.
 * @param pace how long places of the home stand empty, beside others.
 */
export function statesOfPlace(
  place: string,
  {
    since,
    until,
    pace,
    shortBreaks,
  }: {
    readonly since: number;
    readonly until: number;
    readonly pace: number;
    readonly shortBreaks: boolean;
  },
): readonly PlaceRun[] {
  const of = shortBreaks ? breaks : stays;
  const chance = chanceOf(`${place} states`);
  const first = Math.max(since, firstDay);
  const runs: PlaceRun[] = [];
  let stay = shortBreaks ? 'SHORT' : chance.weighed(atFirst);
  // What is there at first has lasted for some time already.
  let from = first - chance.between(0, daysOf(of[stay], chance) - 1);
  while (from <= until) {
    runs.push(runOf(Math.max(from, first), stay));
    const days = daysOf(of[stay], chance);
    from += states[stay] === 'OCCUPIED' ? days : Math.max(1, Math.round(days * pace));
    stay = chance.weighed(of[stay]?.next ?? vacated);
  }
  return merged(runs.filter(({ from: day }, nth) => runs[nth + 1]?.from !== day));
}

const daysOf = (stay: Stay | undefined, chance: Chance): number =>
  chance.between(...(stay?.days ?? ([1, 1] as const)));

/**
 * How a bed of a home that returns name stood: at the end of each month as they say, and changed on some day of the month in
 * which they say another state than in the month before.
 *
 * @param stateAt what they say at the end of a month: `2026-09`.
 */
export function statesOfReturns(
  bed: string,
  until: number,
  stateAt: (period: string) => string,
): readonly PlaceRun[] {
  const runs = monthsFrom(beginning, dayOfNumber(until)).map((period, month) => {
    const { startsOn, endsOn } = calendarMonth(period);
    const last = Number(endsOn.slice(8));
    const day = month === 0 ? 1 : chanceOf(`${bed} ${period}`).between(1, last);
    return runOf(dayNumber(startsOn) + day - 1, stateAt(period));
  });
  return merged(runs.filter(({ from }) => from <= until));
}

/** Without what is as it was before. */
const merged = (runs: readonly PlaceRun[]): readonly PlaceRun[] =>
  runs.filter(
    ({ state, reason }, nth) => runs[nth - 1]?.state !== state || runs[nth - 1]?.reason !== reason,
  );
