import { daysAfter, isBankHoliday, isWeekend } from '../returns/bank-holidays.ts';

const isWorkingDay = (day: string) => !isWeekend(day) && !isBankHoliday(day);

/**
 * Every day of a span, both ends included, with the number of working days (in England, without bank holidays) since the day
 * before the span began, itself included. Two days are as many working days apart as their numbers differ.
 */
export function workingDayNumbers(
  from: string,
  to: string,
): readonly { readonly day: string; readonly number: number }[] {
  const numbers: { day: string; number: number }[] = [];
  let number = 0;
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    if (isWorkingDay(day)) number += 1;
    numbers.push({ day, number });
  }
  return numbers;
}

/**
 * Working days after one day, up to and including another: none on the same day; one from a Friday, Saturday or Sunday to the
 * Monday after. Days are `YYYY-MM-DD`; the second must not be before the first.
 */
export const workingDaysBetween = (from: string, to: string): number =>
  workingDayNumbers(daysAfter(from, 1), to).at(-1)?.number ?? 0;
