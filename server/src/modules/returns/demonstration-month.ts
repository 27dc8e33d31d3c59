import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { divided, sumOf } from '../../platform/demonstration-shapes.ts';
import type { Profile } from './demonstration-calibration.ts';

/** What one row says, by column; authority and month are put in front later. */
export type Cells = Readonly<Record<string, string | number>>;

/** Rows of a return's tables, by table. */
export type MadeTables = Readonly<Record<string, readonly Cells[]>>;

/** The month that a return is made for. */
export interface ReturnMonth {
  readonly profile: Profile;
  /** Written `2026-09`. */
  readonly period: string;
  /** Counted from the first of the demonstration. */
  readonly month: number;
  /** The month by which things on a day are divided: an earlier one in a version that was mistaken. */
  readonly shape: number;
}

/** The label of a month that is counted from April 2024; it may lie before. */
export const monthLabel = (month: number): string =>
  new Date(Date.UTC(2024, 3 + month, 1)).toISOString().slice(0, 7);

/** The chance of something in a month. */
export const chanceIn = ({ profile, month }: ReturnMonth, of: string): Chance =>
  chanceOf(`${profile.code} ${of} ${month}`);

/** Divides what there is at the end of the month. */
export const dividedIn = (
  { profile, shape }: ReturnMonth,
  {
    of,
    total,
    weights,
    swing = 0.1,
  }: { of: string; total: number; weights: Weights; swing?: number },
): Counts => divided(total, weights, { name: `${profile.code} ${of}`, month: shape, swing });

/** Days of the month. */
export const daysIn = ({ period }: { readonly period: string }): number =>
  Number(calendarMonth(period).endsOn.slice(8));

/**
 * One row for each code that there is anything of, and the total. A code that there is nothing of has a row if it is
 * one that there usually is something of.
 */
export function breakdown(
  { by, counted, usual = [] }: { by: string; counted: string; usual?: readonly string[] },
  counts: Counts,
): readonly Cells[] {
  const rows = Object.entries(counts)
    .filter(([code, count]) => count > 0 || usual.includes(code))
    .map(([code, count]) => ({ [by]: code, [counted]: count }));
  return [...rows, { [by]: totalCode, [counted]: sumOf(counts) }];
}

/** The same over two characteristics, with one total of all. */
export function crossed(
  { by, and, counted }: { by: string; and: string; counted: string },
  counts: Readonly<Record<string, Counts>>,
): readonly Cells[] {
  const rows = Object.entries(counts).flatMap(([code, inner]) =>
    Object.entries(inner)
      .filter(([, count]) => count > 0)
      .map(([other, count]) => ({ [by]: code, [and]: other, [counted]: count })),
  );
  const total = Object.values(counts).reduce((sum, inner) => sum + sumOf(inner), 0);
  return [...rows, { [by]: totalCode, [and]: totalCode, [counted]: total }];
}
