import { dayInWords } from '../days.ts';

const month = /^\d{2}(\d{2})-(0[1-9]|1[0-2])$/;

/**
 * A period's label as a person reads it: “October 2026” for `2026-10`; a year or a financial year as it is.
 * `2009-10` is the financial year: nobody files months of that time.
 */
export function periodInWords(label: string): string {
  const [, year, number] = month.exec(label) ?? [];
  if (year === undefined || Number(number) === Number(year) + 1) return label;
  return dayInWords(`${label}-01`).replace(/^\S+ /, '');
}
