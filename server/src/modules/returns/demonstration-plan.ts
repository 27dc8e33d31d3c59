import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import {
  calendarMonth,
  firstCollectedMonth,
  monthsFrom,
} from '@sufficiency/shared/indicators/period.ts';
import { collectionWindow } from '@sufficiency/shared/returns/collection-calendar.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Standing } from './demonstration-open.ts';
import { standingOf } from './demonstration-open.ts';

/** A return that a demonstration has by now. */
export interface PlannedReturn {
  readonly authorityCode: string;
  readonly dataset: Dataset;
  /** A calendar month, written `2026-09`. */
  readonly period: string;
  /** How many months after the first of the demonstration. */
  readonly month: number;
  readonly version: number;
  /** Where it stands: in use, but for some of the latest month. */
  readonly standing: Standing;
  /** When it was sent: most in time, some a few days late. */
  readonly receivedAt: Date;
  /** When it is accepted, where it is in use. */
  readonly acceptedAt: Date;
  /** True for a version that a later one was sent to put right. */
  readonly mistaken: boolean;
}

/** Nottingham sends its fostering after the next month has ended, so that the latest month of a page has a gap. */
const late = { authorityCode: 'E06000018', dataset: 'fostering', days: 22 };

/** Derbyshire sent its placements of one month again, six weeks after the first. */
const sentAgain = { authorityCode: 'E10000007', dataset: 'placements', period: '2025-09' };
/** Unit: milliseconds. */
const day = 86_400_000;
const sixWeeks = 42 * day;
/** One return in so many comes late. */
const oneLateIn = 10;

/**
 * The returns of an authority that a demonstration has by now: one for each dataset and month that has ended, earliest
 * first.
 *
 * @param by the present, as an instant and as the day it is in England.
 */
export function plannedReturns(
  authorityCode: string,
  by: { readonly now: Date; readonly day: string },
): PlannedReturn[] {
  const ended = monthsFrom(firstCollectedMonth, by.day).filter(
    (period) => calendarMonth(period).endsOn < by.day,
  );
  return datasets.flatMap((dataset) =>
    ended.flatMap((period, month) => {
      const place = { authorityCode, dataset, period, month };
      const standing = period === ended.at(-1) ? standingOf(place) : 'ACCEPTED';
      return versionsOf({ ...place, standing }, by.now);
    }),
  );
}

type Planned = Pick<PlannedReturn, 'authorityCode' | 'dataset' | 'period' | 'month' | 'standing'>;

function versionsOf(planned: Planned, now: Date): PlannedReturn[] {
  const isLate = isOf(late, planned);
  const accepted = acceptance(planned, isLate ? late.days : 0);
  if (isLate && accepted > now) return [];
  const received = isLate ? eightDaysBefore(accepted) : receipt(planned);
  // The hub takes two days at least.
  const plausible = new Date(Math.max(+accepted, +received + 2 * day));
  const acceptedAt = earlier(plausible, now);
  const receivedAt = earlier(received, acceptedAt);
  const again = new Date(acceptedAt.getTime() + sixWeeks);
  const isSentAgain = isOf(sentAgain, planned) && sentAgain.period === planned.period;
  const first = { ...planned, version: 1, receivedAt, acceptedAt, mistaken: isSentAgain };
  if (!isSentAgain || again > now) return [first];
  const second = { receivedAt: eightDaysBefore(again), acceptedAt: again, mistaken: false };
  return [first, { ...planned, version: 2, ...second }];
}

const earlier = (one: Date, other: Date): Date => new Date(Math.min(+one, +other));

const isOf = (one: { authorityCode: string; dataset: string }, planned: Planned): boolean =>
  one.authorityCode === planned.authorityCode && one.dataset === planned.dataset;

/** In office hours ten to twenty days after the month's end, and so many days later. */
function acceptance({ authorityCode, dataset, period }: Planned, later: number): Date {
  const chance = chanceOf(`${authorityCode} ${dataset} ${period} acceptance`);
  return inOfficeHours(calendarMonth(period).endsOn, chance.between(10, 20) + later, chance);
}

/** In office hours of a day on which it can be sent and is in time; of some, up to four days after the last. */
function receipt({ authorityCode, dataset, period }: Planned): Date {
  const chance = chanceOf(`${authorityCode} ${dataset} ${period} receipt`);
  const { opensOn, dueOn } = collectionWindow(dataset, period);
  if (chance.between(1, oneLateIn) === 1) return inOfficeHours(dueOn, chance.between(1, 4), chance);
  const days = (Date.parse(dueOn) - Date.parse(opensOn)) / day;
  return inOfficeHours(opensOn, chance.between(0, days), chance);
}

/** When a version that is accepted at an instant came. */
export const eightDaysBefore = (accepted: Date): Date => new Date(accepted.getTime() - 8 * day);

function inOfficeHours(from: string, days: number, chance: Chance): Date {
  const at = new Date(`${from}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  at.setUTCHours(chance.between(8, 16), chance.between(0, 59), chance.between(0, 59));
  return at;
}
