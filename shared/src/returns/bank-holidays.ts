/** Unit: milliseconds. */
const oneDay = 86_400_000;

/** A day some days later, both `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);

/** 0 is Sunday. */
const weekday = (day: string) => new Date(day).getUTCDay();

export const isWeekend = (day: string): boolean => weekday(day) % 6 === 0;

const written = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const leap = 2 * (century % 4) + 2 * Math.floor(inCentury / 4);
  const sunday = (32 + leap - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const counted = moon + sunday - 7 * late + 114;
  return written(year, Math.floor(counted / 31), (counted % 31) + 1);
}

const mondayFrom = (day: string) => daysAfter(day, (8 - weekday(day)) % 7);

/** A day that falls on a weekend, or on another holiday, is kept on the next working day instead. */
function keptOn(day: string, others: readonly string[]): string {
  return isWeekend(day) || others.includes(day) ? keptOn(daysAfter(day, 1), others) : day;
}

function holidaysOf(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const christmas = [written(year, 12, 25), written(year, 12, 26)];
  const onWeekdays = christmas.filter((day) => !isWeekend(day));
  const substitutes = christmas
    .filter(isWeekend)
    .reduce<string[]>((kept, day) => kept.concat(keptOn(day, kept)), onWeekdays);
  return new Set([
    keptOn(written(year, 1, 1), []),
    daysAfter(easter, -2),
    daysAfter(easter, 1),
    mondayFrom(written(year, 5, 1)),
    mondayFrom(written(year, 5, 25)),
    mondayFrom(written(year, 8, 25)),
    ...substitutes,
  ]);
}

const known = new Map<number, ReadonlySet<string>>();

/**
 * True for a bank holiday in England, by the rules of the Banking and Financial Dealings Act 1971. Days proclaimed for
 * one year alone are not known here.
 */
export function isBankHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const holidays = known.get(year) ?? holidaysOf(year);
  known.set(year, holidays);
  return holidays.has(day);
}
