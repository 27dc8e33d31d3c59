import { shadeColours } from './chart-palette.ts';

/** A day of a calendar, and what is known of it: null for nothing. */
export interface CalendarDay {
  /** For example 2026-03-29. */
  readonly day: string;
  readonly value: number | null;
}

/** A month of a calendar. */
export interface CalendarMonth {
  /** For example 2026-03. */
  readonly month: string;
  /** Its days with their places: columns from Monday, 0, to Sunday, 6; rows from 0, a week each. */
  readonly days: readonly (CalendarDay & { readonly column: number; readonly row: number })[];
}

/** Days in order put into months and weeks, as a calendar on a wall has them. */
export function calendarMonths(days: readonly CalendarDay[]): readonly CalendarMonth[] {
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, of]) => {
    const before = weekday(`${month}-01`);
    return {
      month,
      days: of.map((one) => {
        const nth = before + Number(one.day.slice(8)) - 1;
        return { ...one, column: nth % 7, row: Math.floor(nth / 7) };
      }),
    };
  });
}

/** From Monday, 0, to Sunday, 6. */
const weekday = (day: string) => (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;

/** What one shade is wide, in round numbers. */
const widths = [1, 2, 3, 4, 5].map((digit) => (power: number) => digit * 10 ** power);

/** Values from which each shade holds, lightest first: round, and as wide as each other. */
export function shadeStarts(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const count = shadeColours.length;
  const wide = [0, 1, 2, 3, 4]
    .flatMap((power) => widths.map((width) => width(power)))
    .find((width) => Math.floor(least / width) * width + count * width > most);
  const width = wide ?? most / count;
  const first = Math.floor(least / width) * width;
  const starts = shadeColours.map((_colour, nth) => first + nth * width);
  // Shades that nothing has are not explained.
  return starts.filter((start) => start <= most);
}
