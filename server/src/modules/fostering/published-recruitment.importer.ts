import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvLines } from '../../platform/csv-reader.ts';

/** What a paper prints of one month; null where it prints that it is not available. */
export interface PrintedMonth {
  /** Last day, `YYYY-MM-DD`. */
  readonly monthEnd: string;
  readonly enquiries: number | null;
  readonly starters: number | null;
}

/** The totals that a paper prints of one year, right or wrong. */
export interface PrintedTotal {
  /** From 1 April to 31 March, written `2017-18`. */
  readonly year: string;
  readonly enquiries: number | null;
  readonly starters: number | null;
}

export interface PublishedRecruitmentReading {
  readonly months: readonly PrintedMonth[];
  readonly totals: readonly PrintedTotal[];
  readonly issues: readonly RowIssue[];
}

const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const aprilsNumber = 4;
const totalLine = 'TOTAL';
const notAvailable = 'n/a';

const printed = z
  .string('must be there')
  .regex(/^(\d{1,4}|n\/a)$/, 'must be a whole number, or “n/a” where it is not available')
  .transform((text) => (text === notAvailable ? null : Number(text)));

/** A cell by where it stands. */
type CellOf = (row: number, column: string) => number | null;

/**
 * Enquiries and starters by month, from a table with a line for each month, April first, and a column for each year.
 *
 * A year's total must be there, whatever it says. Nothing is worked out here.
 */
export function readPublishedRecruitment(csv: string): PublishedRecruitmentReading {
  const { rows: lines, issues: unread } = readCsvLines(csv);
  const [header = [], ...body] = lines;
  const issues: RowIssue[] = [...unread];
  const years = header.flatMap((column) => /^enquiries_(\d{4}_\d{2})$/.exec(column)?.[1] ?? []);
  if (years.length === 0) {
    issues.push({
      row: 0,
      column: 'header',
      message: 'must have a column such as “enquiries_2017_18”',
    });
  }

  const cellOf: CellOf = (row, column) => {
    const { data, error } = printed.safeParse(body[row]?.[header.indexOf(column)]);
    for (const { message } of error?.issues ?? []) issues.push({ row: row + 1, column, message });
    return data ?? null;
  };
  const months = years.flatMap((year) => monthsOf(year, body, { cellOf, issues }));
  return { months, totals: totalsOf(years, body, { cellOf, issues }), issues };
}

interface Reading {
  readonly cellOf: CellOf;
  readonly issues: RowIssue[];
}

function monthsOf(
  year: string,
  body: readonly (readonly string[])[],
  { cellOf, issues }: Reading,
): PrintedMonth[] {
  return body.flatMap(([name = ''], row) => {
    if (name === totalLine) return [];
    const month = monthNames.indexOf(name) + 1;
    if (month === 0) {
      issues.push({ row: row + 1, column: 'month', message: 'must be the name of a month' });
      return [];
    }
    const inYear = Number(year.slice(0, 4)) + (month < aprilsNumber ? 1 : 0);
    return {
      monthEnd: calendarMonth(`${inYear}-${String(month).padStart(2, '0')}`).endsOn,
      enquiries: cellOf(row, `enquiries_${year}`),
      starters: cellOf(row, `starters_${year}`),
    };
  });
}

function totalsOf(
  years: readonly string[],
  body: readonly (readonly string[])[],
  { cellOf, issues }: Reading,
): PrintedTotal[] {
  const row = body.findIndex(([name]) => name === totalLine);
  if (row < 0) {
    issues.push({ row: 0, column: 'month', message: `must have a line “${totalLine}”` });
    return [];
  }
  return years.map((year) => ({
    year: year.replace('_', '-'),
    enquiries: cellOf(row, `enquiries_${year}`),
    starters: cellOf(row, `starters_${year}`),
  }));
}
