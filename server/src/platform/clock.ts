/** The only source of the present: tests set it, nothing else asks the machine. */
export interface Clock {
  /** The present instant (UTC). */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The day it is in England, as `YYYY-MM-DD`; both clock changes included. */
export const today = (clock: Clock): string => londonDay.format(clock.now());
