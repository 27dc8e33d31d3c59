import { z } from 'zod';
import { isPlainText } from '../indicators/comparison-input.ts';
import { daysAfter } from '../returns/bank-holidays.ts';
import { homeProvisionTypes } from './freshness.ts';

/** By what homes are put together in a trend. */
export const trendGroupings = ['ALL', 'AUTHORITY', 'TYPE', 'PROVIDER'] as const;
export type TrendGrouping = (typeof trendGroupings)[number];

/** What one point of a trend covers: the days of a week begin on Monday. */
export const trendSteps = ['DAY', 'WEEK', 'MONTH'] as const;
export type TrendStep = (typeof trendSteps)[number];

/** Longest span of each in one answer. Unit: days. */
const longest: Readonly<Record<TrendStep, number>> = { DAY: 800, WEEK: 1_900, MONTH: 4_000 };
/** What is shown where nobody says from when. Unit: days. */
const usual: Readonly<Record<TrendStep, number>> = { DAY: 365, WEEK: 364, MONTH: 730 };

const names = (name: string) =>
  z
    .array(z.string().min(1).max(200).refine(isPlainText))
    .max(100, `${name} must name 100 at most`)
    .nullish();

const day = (name: string) => z.iso.date(`${name} must be a day written YYYY-MM-DD`).nullish();

/** Which homes and days a trend is of; what is absent does not matter. */
export const trendInput = z.strictObject({
  consortium: z.string().min(1).max(200).refine(isPlainText),
  /** GSS codes. */
  authorities: names('authorities'),
  provisionTypes: z.array(z.enum(homeProvisionTypes)).max(10).nullish(),
  /** Keys of the register. */
  providers: names('providers'),
  /** Ids of homes. */
  homes: z.array(z.guid()).max(100, 'homes must name 100 at most').nullish(),
  from: day('from'),
  to: day('to'),
  step: z.enum(trendSteps).nullish(),
  by: z.enum(trendGroupings).nullish(),
});

export type TrendInput = z.output<typeof trendInput>;

/** The days of a trend, both included, `YYYY-MM-DD`; a sentence where they cannot be. */
export function trendDays(
  { from, to, step }: Pick<TrendInput, 'from' | 'to' | 'step'>,
  today: string,
): { readonly from: string; readonly to: string } | string {
  const of = step ?? 'WEEK';
  const last = to ?? daysAfter(today, -1);
  if (last >= today) return 'to must be a day that has ended: how homes are today, “homes” says.';
  const first = from ?? daysAfter(last, 1 - usual[of]);
  if (first > last) return 'from must not be after to.';
  if (daysAfter(first, longest[of]) <= last) {
    return `Ask for ${longest[of]} days at most by ${of.toLowerCase()}.`;
  }
  return { from: first, to: last };
}
