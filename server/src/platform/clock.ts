/** The only source of the present: tests set it, nothing else asks the machine. */
export interface Clock {
  /** The present instant (UTC). */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Unit: milliseconds. No day begins within one. */
const minute = 60_000;
const latest = { minute: Number.NaN, day: '' };

/** The day it is in England, as `YYYY-MM-DD`; both clock changes included. */
export function today(clock: Clock): string {
  const now = Math.floor(clock.now().getTime() / minute);
  // Asked by every operation, and dear to work out.
  if (latest.minute !== now)
    Object.assign(latest, { minute: now, day: londonDay.format(now * minute) });
  return latest.day;
}

/** The day an instant falls on in England, as `YYYY-MM-DD`; both clock changes included. */
export const dayOf = (instant: Date): string => londonDay.format(instant);
