/** What a time of Explore Education Statistics means for a return. */
export interface EesTime {
  /** Label of a month, for example `2025-03`. */
  readonly month: string;
  /** True where it speaks for the year up to the end of that month. */
  readonly isYear: boolean;
}

const months = [
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

/**
 * Reads `time_period` and `time_identifier`: a month by its name, or a year of children’s social care, which ends on
 * 31 March. Null for any other time: terms, weeks, calendar and academic years.
 */
export function readEesTime(written: string, identifier: string): EesTime | null {
  const period = written.trim();
  const name = identifier.trim().toLowerCase();
  const month = months.indexOf(name) + 1;
  if (month > 0 && /^\d{4}$/.test(period)) {
    return { month: `${period}-${String(month).padStart(2, '0')}`, isYear: false };
  }
  if (/^financial year$/.test(name)) {
    const [, start = '', end = ''] = /^(\d{4})(\d\d)$/.exec(period) ?? [];
    const year = Number(start) + 1;
    return start !== '' && Number(end) === year % 100
      ? { month: `${year}-03`, isYear: true }
      : null;
  }
  return /^(reporting year)?$/.test(name) && /^\d{4}$/.test(period)
    ? { month: `${period}-03`, isYear: true }
    : null;
}
