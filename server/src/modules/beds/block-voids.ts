import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { BlockMonthRow } from './block-voids.queries.ts';

/** How a block contract was used in a month or over several. Unit: place-days. */
export interface VoidDays {
  /** Days of which it is known. Unit: days. */
  readonly days: number;
  /** Paid for. */
  readonly bedDays: number;
  readonly voidDays: number;
  /** Of the void ones, those that were offered: vacant and accepting. */
  readonly acceptingDays: number;
  /** Paid for void days. Unit: GBP; null where the price is not known. */
  readonly cost: number | null;
}

/** A month of a contract's voids: `2026-10`. */
export interface VoidMonth extends VoidDays {
  readonly month: string;
}

/**
 * Voids of a contract month by month, over its homes.
 *
 * @param weeklyPrice for each bed, occupied or not; null where it is not known. Unit: GBP a week.
 */
export function voidMonths(
  rows: readonly BlockMonthRow[],
  weeklyPrice: number | null,
): readonly VoidMonth[] {
  return [...Map.groupBy(rows, ({ month }) => month)]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([month, of]) => {
      const sum = (part: (row: BlockMonthRow) => number) =>
        of.reduce((total, row) => total + part(row), 0);
      const bedDays = sum((row) => row.bedDays);
      const voidDays = bedDays - sum(({ occupied }) => occupied);
      return {
        month,
        days: Math.max(...of.map(({ days }) => days)),
        bedDays,
        voidDays,
        acceptingDays: sum(({ accepting }) => accepting),
        cost: weeklyPrice === null ? null : costOf(voidDays, weeklyPrice),
      };
    });
}

/** What void days cost, to the penny. */
const costOf = (voidDays: number, weeklyPrice: number) => roundTo((voidDays * weeklyPrice) / 7, 2);

/** Voids of several months or contracts together; a cost only where all of them have one. */
export function voidsTogether(of: readonly VoidDays[]): VoidDays {
  const sum = (part: (voids: VoidDays) => number) =>
    of.reduce((total, voids) => total + part(voids), 0);
  return {
    days: sum(({ days }) => days),
    bedDays: sum(({ bedDays }) => bedDays),
    voidDays: sum(({ voidDays }) => voidDays),
    acceptingDays: sum(({ acceptingDays }) => acceptingDays),
    cost: of.some(({ cost }) => cost === null)
      ? null
      : roundTo(
          sum(({ cost }) => cost ?? 0),
          2,
        ),
  };
}
