import type { CellReading } from './cell-reading.ts';
import { shortened } from './number-texts.ts';

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `Sep`, `Sept` and `September` as 9; 0 for anything else. */
const monthNumber = (name: string): number =>
  name.length < 3 ? 0 : monthNames.findIndex((month) => month.startsWith(shortForm(name))) + 1;

const shortForm = (name: string) => (/^sept$/i.test(name) ? 'sep' : name.toLowerCase());

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** Undefined where the calendar has no such day between 2000 and 2099. */
function isoDay(year: number, month: number, day: number): string | undefined {
  if (year < 2000 || year > 2099) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day the month does not have falls into another month.
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/;
const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: [\d:.]+)?$/;
const dayAndName =
  /^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[- ]?([a-z]{3,9})\.?,?[- ]?(\d{4}|\d{2})$/i;

/** A day in one of the ways councils write it, as `2026-09-30`; undefined where it is none. */
function dayIn(text: string): string | undefined {
  const iso = yearFirst.exec(text);
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = dayFirst.exec(text);
  if (numbers) return isoDay(fullYear(numbers[3] ?? ''), Number(numbers[2]), Number(numbers[1]));
  const named = dayAndName.exec(text);
  if (named) return isoDay(fullYear(named[3] ?? ''), monthNumber(named[2] ?? ''), Number(named[1]));
  return undefined;
}

/** A day as `2026-09-30`. Day before month, never the American order. */
export function readDay(text: string): CellReading {
  const day = dayIn(text);
  return day
    ? { text: day }
    : {
        problem: `must be a day, for example 30/09/2026 or 2026-09-30, day before month. It says “${shortened(text)}”`,
      };
}

const yearMonth = /^(\d{4})[-/. ](\d{1,2})$/;
const monthYear = /^(\d{1,2})[-/. ](\d{4})$/;
const nameAndYear = /^([a-z]{3,9})\.?,?[- ]?(\d{4}|\d{2})$/i;

function monthIn(text: string): string | undefined {
  const first = yearMonth.exec(text);
  if (first) return isoDay(Number(first[1]), Number(first[2]), 1);
  const last = monthYear.exec(text);
  if (last) return isoDay(Number(last[2]), Number(last[1]), 1);
  const named = nameAndYear.exec(text);
  if (named) return isoDay(fullYear(named[2] ?? ''), monthNumber(named[1] ?? ''), 1);
  return dayIn(text);
}

/** A calendar month as `2026-09`, also from a day in it, as Excel keeps months. */
export function readMonth(text: string): CellReading {
  const day = monthIn(text);
  return day
    ? { text: day.slice(0, 7) }
    : {
        problem: `must be a month, for example 2026-09 or September 2026. It says “${shortened(text)}”`,
      };
}
