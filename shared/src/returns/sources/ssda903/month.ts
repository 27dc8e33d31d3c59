import { calendarMonth } from '../../../indicators/period.ts';
import { dayNumber, monthsBefore } from './day-number.ts';

/** The days a month's counts look at. Days count from 1970. */
export interface Month {
  readonly first: number;
  readonly last: number;
  /** First day of the twelve months that end with it. */
  readonly yearBegan: number;
  /** Somebody looked after without a break since this day has been so for two and a half years. */
  readonly longTermSince: number;
  /** Somebody with the same carer since this day has been so for two years. */
  readonly settledSince: number;
}

/** The days of a month written `2026-09`. */
export function monthOf(label: string): Month {
  const { startsOn, endsOn } = calendarMonth(label);
  const first = dayNumber(startsOn);
  const last = dayNumber(endsOn);
  if (first === null || last === null) throw new RangeError(`“${label}” is no month.`);
  return {
    first,
    last,
    yearBegan: monthsBefore(first, 11),
    longTermSince: monthsBefore(last, 30),
    settledSince: monthsBefore(last, 24),
  };
}
