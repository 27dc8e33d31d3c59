import type { Chance } from '../../platform/demonstration-chance.ts';

const oneDay = 86_400_000;

/** A day, `YYYY-MM-DD`, counted from 1 January 1970, as all that is made of homes counts them. */
export const dayNumber = (day: string): number => Date.parse(day) / oneDay;

/** The day of a number. */
export const dayOfNumber = (day: number): string =>
  new Date(day * oneDay).toISOString().slice(0, 10);

/** How often a home confirms: how many days ago it last did, by the number of the day, over and over. */
export interface Rhythm {
  /** 0 on a day on which it confirms. */
  readonly lags: readonly number[];
  /** When it does. Unit: minutes after midnight in England. */
  readonly minute: number;
}

// 1 January 1970 was a Thursday.
const daily = [0];
const onWeekdays = [0, 0, 1, 2, 0, 0, 0];
const threeTimesAWeek = [1, 0, 1, 2, 0, 1, 0];
const twiceAWeek = [0, 1, 2, 3, 0, 1, 2];

/** A home’s rhythm: most are daily; supported accommodation has three days, and most take two. */
export function rhythmOf(
  chance: Chance,
  { isSupported, isDaily }: { readonly isSupported: boolean; readonly isDaily: boolean },
): Rhythm {
  const minute = chance.between(7 * 60, 17 * 60);
  if (isDaily) return { lags: daily, minute };
  const share = chance.share();
  const often = isSupported ? 0.35 : 0.8;
  if (share < often) return { lags: daily, minute };
  if (share < 0.9) return { lags: isSupported ? threeTimesAWeek : onWeekdays, minute };
  if (share < 0.95) return { lags: twiceAWeek, minute };
  const period = chance.between(9, 40);
  const shift = chance.between(0, period - 1);
  return { lags: Array.from({ length: period }, (_, day) => (day + shift) % period), minute };
}

const lagOn = ({ lags }: Rhythm, day: number): number => lags[day % lags.length] ?? 0;

/** The last day up to one on which a home confirmed. */
export const confirmedUntil = (rhythm: Rhythm, day: number): number => day - lagOn(rhythm, day);

/** The first day from one on which it confirms. */
export function confirmedFrom(rhythm: Rhythm, day: number): number {
  let next = day;
  while (lagOn(rhythm, next) !== 0) next += 1;
  return next;
}
