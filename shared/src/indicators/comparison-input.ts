import { z } from 'zod';
import { comparators } from './comparators.ts';

/**
 * True for text that can be kept and shown as it is: whole characters (PostgreSQL refuses NUL and half of a pair), no
 * control characters, none that turn the direction of what follows.
 */
export const isPlainText = (text: string): boolean =>
  text.isWellFormed() && !/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);

const name = (what: string) =>
  z
    .string()
    .min(1, `${what} must not be empty`)
    .max(200, `${what} must have 200 characters at most`)
    .refine(isPlainText, `${what} must not contain control characters`);

const gssCode = z
  .string()
  .regex(/^[EWSN]\d{8}$/, 'authorities must be GSS codes, for example E06000015');

const moment = 'asAt must be a moment, for example 2026-03-31T09:00:00Z';

const distinct = <Item>(items: Item[]) => [...new Set(items)];

/** What a comparison is asked for: by the API, by an export's address, and in a saved comparison. */
export const comparisonInput = z.strictObject({
  consortium: name('consortium'),
  /** Indicator keys, 1 to 100. */
  indicators: z
    .array(name('indicators'))
    .min(1, 'indicators must name at least one indicator')
    .max(100, 'indicators must name 100 at most')
    .transform(distinct),
  /** GSS codes; absent means all members of the consortium. */
  authorities: z
    .array(gssCode)
    .max(200, 'authorities must name 200 at most')
    .transform(distinct)
    .nullish(),
  /** A period's label, for example `2025` or `2024-25`; absent means the latest of each indicator. */
  period: name('period').max(20, 'period must be a label such as 2025 or 2024-25').nullish(),
  /** How many periods, counted back: 1 to 120. */
  periods: z
    .int('periods must be a whole number from 1 to 120')
    .min(1, 'periods must be a whole number from 1 to 120')
    .max(120, 'periods must be a whole number from 1 to 120')
    .nullish()
    .transform((periods) => periods ?? 1),
  comparators: z
    .array(z.enum(comparators, `comparators must be among ${comparators.join(', ')}`))
    .max(20, 'comparators must name 20 at most')
    .transform(distinct)
    .nullish(),
  /** Figures as the platform knew them then. */
  asAt: z.union([z.date(), z.iso.datetime({ offset: true, error: moment })], moment).nullish(),
});

/** What a comparison is asked for, checked; a checked input can be checked again. */
export type ComparisonInput = z.output<typeof comparisonInput>;
