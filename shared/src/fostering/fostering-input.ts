import { z } from 'zod';
import { isPlainText } from '../indicators/comparison-input.ts';

/** By what households are counted. */
export const fosteringGroupings = ['AUTHORITY', 'SOURCE', 'CAMPAIGN', 'HOUSEHOLD_TYPE'] as const;
export type FosteringGrouping = (typeof fosteringGroupings)[number];

/** Longest span of months in one answer. */
export const mostMonths = 60;

const month = (name: string) =>
  z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, `${name} must be a month such as 2026-09`)
    .nullish();

const codes = (name: string) =>
  z
    .array(
      z
        .string()
        .min(1, `${name} must not be empty`)
        .max(40, `${name} must have 40 characters at most`)
        .refine(isPlainText, `${name} must not contain control characters`),
    )
    .max(100, `${name} must name 100 at most`)
    .nullish();

/** Which households an answer about recruitment is of. */
export const fosteringInput = z
  .strictObject({
    consortium: z.string().min(1).max(200).refine(isPlainText),
    /** GSS codes; absent means all members, and enquiries that are attributed to nobody. */
    authorities: codes('authorities'),
    from: month('from'),
    to: month('to'),
    sources: codes('sources'),
    campaigns: codes('campaigns'),
    householdTypes: codes('householdTypes'),
    by: z.enum(fosteringGroupings).nullish(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, 'from must not be after to');

export type FosteringInput = z.output<typeof fosteringInput>;
