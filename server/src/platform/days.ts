/** A day of the database as `YYYY-MM-DD`. */
export const dayText = (day: Date): string => day.toISOString().slice(0, 10);

/** The same, null where there is none. */
export const dayOrNull = (day: Date | null): string | null => (day === null ? null : dayText(day));

/** A day, `YYYY-MM-DD`, as the database wants it. */
export const dayFrom = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The same, null where there is none. */
export const dayFromOrNull = (day: string | null | undefined): Date | null =>
  day == null ? null : dayFrom(day);
