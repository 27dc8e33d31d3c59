import type { Dataset } from '../indicators/indicator.ts';
import { calendarMonth } from '../indicators/period.ts';
import { daysAfter, isBankHoliday, isWeekend } from './bank-holidays.ts';

/** When a month’s return of a dataset is collected. Days are `YYYY-MM-DD`, in England. */
export interface CollectionWindow {
  /** From this day on it can be sent: the day after the month’s end. */
  readonly opensOn: string;
  /** Up to and including this day it is on time. */
  readonly dueOn: string;
}

/** The day of the following month by which a dataset is due. */
const dueDays: Readonly<Record<Dataset, number>> = {
  beds: 5,
  placements: 10,
  fostering: 10,
  demand: 10,
  costs: 15,
  providers: 15,
};

/** The day itself, or the next that is neither at a weekend nor a bank holiday. */
const workingDayFrom = (day: string): string =>
  isWeekend(day) || isBankHoliday(day) ? workingDayFrom(daysAfter(day, 1)) : day;

/** When the return of a month, written `2026-09`, is collected. */
export function collectionWindow(dataset: Dataset, period: string): CollectionWindow {
  const opensOn = daysAfter(calendarMonth(period).endsOn, 1);
  return { opensOn, dueOn: workingDayFrom(daysAfter(opensOn, dueDays[dataset] - 1)) };
}

/**
 * Whether a version that came on a day, `YYYY-MM-DD` in England, came in time. A return came in time where a version of it
 * without errors did, which nobody withdrew.
 */
export const cameInTime = (
  { dataset, period }: { readonly dataset: Dataset; readonly period: string },
  day: string,
): boolean => day <= collectionWindow(dataset, period).dueOn;

/** The month before one, both written `2026-09`. */
export const monthBefore = (period: string): string => daysAfter(`${period}-01`, -1).slice(0, 7);
