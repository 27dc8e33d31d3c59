const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});
const longDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The day in England at this moment, written YYYY-MM-DD. */
export function todayInLondon(now: Date = new Date()): string {
  return dayInLondon.format(now);
}

/** Whether the text is a day of the calendar written YYYY-MM-DD; 2026-02-30 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The last instant of a day in England: summer time ends it an hour earlier in UTC. */
export function endOfDayInLondon(day: string): string {
  const inSummerTime = `${day}T22:59:59.999Z`;
  return hourInLondon.format(new Date(inSummerTime)) === '23'
    ? inSummerTime
    : `${day}T23:59:59.999Z`;
}

/** A day (or an instant, by its day in England) as a person writes it: 3 March 2026. */
export function writtenDay(dayOrInstant: string): string {
  return longDay.format(new Date(isDay(dayOrInstant) ? `${dayOrInstant}T12:00:00Z` : dayOrInstant));
}
