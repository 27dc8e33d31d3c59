import { collectedIndicators } from '@sufficiency/shared/indicators/collected-indicators.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { monthlyStocks } from '@sufficiency/shared/indicators/monthly-stocks.ts';
import type { AuthorityCounts } from './authority-counts.ts';
import { keysOf } from './figure-counts.ts';
import { tiesBetween } from './same-counts.ts';
import type { WholeNumbers } from './whole-numbers.ts';
import { sumOfCounts } from './whole-numbers.ts';

/** What authorities said of a dataset in a month, in one version or more. */
export interface CountedReturns {
  readonly dataset: Dataset;
  /** Label, for example `2026-09`. */
  readonly period: string;
  readonly counts: readonly AuthorityCounts[];
}

/** Counts of either, by `countKey`; what is in `plus` adds up to what is in `minus`. */
interface Tie {
  readonly plus: Sides;
  readonly minus: Sides;
}

interface Sides {
  readonly here?: readonly string[];
  readonly there?: readonly string[];
}

/**
 * Says what everybody knows of returns of different months or datasets together; where an authority corrected a number since,
 * they are taken to know by how much. Of several versions it holds for those that it fits.
 */
export function linkReturns(
  numbers: WholeNumbers,
  here: CountedReturns,
  there: CountedReturns,
): void {
  const others = Map.groupBy(there.counts, ({ authority }) => authority);
  for (const [authority, own] of Map.groupBy(here.counts, (one) => one.authority)) {
    const { link, sum } = numbers.of(authority);
    const pairs = own.flatMap((one) => (others.get(authority) ?? []).map((other) => [one, other]));
    for (const tie of tiesOf(here, there)) {
      const sums = pairs.flatMap(([one, other]) => {
        const [plus, minus] = [tie.plus, tie.minus].map((sides) => numbersOf(sides, one, other));
        return plus && minus ? [{ plus, minus }] : [];
      });
      const fitting = sums.filter(({ plus, minus }) => sum(plus) === sum(minus));
      const known = fitting.length > 0 ? fitting : sums.slice(-1);
      for (const { plus, minus } of known) link(plus, minus);
    }
  }
}

function tiesOf(here: CountedReturns, there: CountedReturns): readonly Tie[] {
  if (here.dataset !== there.dataset) {
    const among = (one: Dataset, other: Dataset) =>
      tiesBetween.filter(({ of, and }) => of === one && and === other).flatMap(({ same }) => same);
    return [
      ...among(here.dataset, there.dataset).map(([one, other]) => ({
        plus: { here: one },
        minus: { there: other },
      })),
      ...among(there.dataset, here.dataset).map(([one, other]) => ({
        plus: { there: one },
        minus: { here: other },
      })),
    ];
  }
  return monthlyStocks
    .filter(({ dataset }) => dataset === here.dataset)
    .map(({ held, came, left }) => {
      const [stock, comers, leavers] = [held, came, left].map(keysOfIndicator) as [Sum, Sum, Sum];
      return here.period > there.period
        ? { plus: { here: [...stock, ...leavers] }, minus: { here: comers, there: stock } }
        : { plus: { there: [...stock, ...leavers] }, minus: { there: comers, here: stock } };
    });
}

type Sum = readonly string[];

/** The counts that an indicator adds up. */
function keysOfIndicator(key: string): Sum {
  const found = collectedIndicators.find(({ contract }) => contract.key === key);
  return found?.formula.kind === 'sum'
    ? keysOf(found.contract.dataset as Dataset, { kind: 'sum', of: found.formula.of })
    : [];
}

/** The numbers that counts of both add up to; null where one is not told. */
function numbersOf(
  { here = [], there = [] }: Sides,
  one: AuthorityCounts | undefined,
  other: AuthorityCounts | undefined,
): readonly number[] | null {
  const counts = [
    ...here.map((key) => one?.counts.get(key)),
    ...there.map((key) => other?.counts.get(key)),
  ];
  return sumOfCounts(counts.map((count) => count ?? { of: null, symbol: 'x' })).of;
}
