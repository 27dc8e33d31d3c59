const monthName = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A month written `2026-09` as a person reads it: September 2026. */
export const writtenMonth = (label: string): string =>
  monthName.format(new Date(`${label}-01T00:00:00Z`));

/** The months that have ended by a day written `2026-10-05`, latest first: `2026-09`, `2026-08` … */
export function endedMonths(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 2 - back, 1)).toISOString().slice(0, 7),
  );
}
