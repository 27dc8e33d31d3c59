import type { Comparison, Figure } from '../indicators/comparison.service.ts';
import type { OwnPriceRow } from './fees.queries.ts';
import type { FrameworkRecord, LotRecord } from './framework-record.ts';
import { noFigureOf } from './use-figure.ts';

/** Prices of one kind in a band. Unit: GBP a week and placement. */
export interface PriceRange {
  /** Prices, or placements where they are paid. */
  readonly count: number;
  readonly lowest: number;
  readonly median: number;
  readonly mean: number;
  readonly highest: number;
}

/** Fees of one lot, or of one need within it. */
export interface FeeBand {
  readonly framework: FrameworkRecord;
  readonly lot: LotRecord;
  /** Need within the lot; null for the lot as a whole. */
  readonly need: string | null;
  /** What providers tendered to the viewer's own organisation; null where it knows of none. */
  readonly tendered: PriceRange | null;
  /** What it pays for what it called off, each placement counting once; null where it has called off nothing. */
  readonly paid: PriceRange | null;
  /** Mean of all members: only from a release. */
  readonly members: Figure;
  readonly synthetic: boolean;
}

/** What members paid a week and child together for one kind of care, in the newest month of which it is seen. */
export interface MembersCost {
  readonly indicator: Comparison['rows'][number]['indicator'];
  /** Label of the month. */
  readonly period: string;
  readonly figure: Figure;
}

/** The consortium's newest figure of each indicator of a comparison; where none is seen, why not. */
export const membersCosts = ({ rows }: Comparison): MembersCost[] =>
  rows.flatMap(({ indicator, cells }) => {
    const together = cells.filter(({ subject }) => subject === 'consortium');
    const newest = together.findLast(({ figure }) => figure.value !== null) ?? together.at(-1);
    return newest ? [{ indicator, period: newest.period, figure: newest.figure }] : [];
  });

/**
 * Own prices by lot and need, and members' fees: each lot as a whole, then each need within it that has prices of its own.
 *
 * @param released of all members together, by the ids of lots.
 */
export function feeBands(
  frameworks: readonly FrameworkRecord[],
  prices: readonly OwnPriceRow[],
  released: ReadonlyMap<string, Figure>,
): FeeBand[] {
  const byLot = Map.groupBy(prices, ({ lot_id }) => lot_id);
  return frameworks.flatMap((framework) =>
    framework.lots.flatMap((lot) => {
      const own = byLot.get(lot.id) ?? [];
      const needs = [...new Set(own.map(({ need }) => need))].filter((need) => need !== '').sort();
      return [null, ...needs].map((need) =>
        bandOf(
          { framework, lot, need, members: membersFee(need === null, released.get(lot.id)) },
          own.filter((price) => price.need === (need ?? '')),
        ),
      );
    }),
  );
}

const bandOf = (
  of: Pick<FeeBand, 'framework' | 'lot' | 'need' | 'members'>,
  prices: readonly OwnPriceRow[],
): FeeBand => ({
  ...of,
  tendered: rangeOf(prices.filter(({ placements }) => placements === null)),
  paid: rangeOf(prices.filter(({ placements }) => placements !== null)),
  synthetic:
    of.framework.synthetic || of.members.synthetic || prices.some(({ synthetic }) => synthetic),
});

/** Lowest, median, mean and highest, a price of several placements counting for each; null of none. */
function rangeOf(prices: readonly OwnPriceRow[]): PriceRange | null {
  const each = prices
    .flatMap(({ weekly_price, placements }) =>
      Array.from({ length: placements ?? 1 }, () => weekly_price),
    )
    .sort((one, other) => one - other);
  const [lowest] = each;
  const highest = each.at(-1);
  if (lowest === undefined || highest === undefined) return null;
  const middle = [each[Math.floor((each.length - 1) / 2)], each[Math.ceil((each.length - 1) / 2)]];
  return {
    count: each.length,
    lowest,
    median: inPence(middle.reduce<number>((sum, price) => sum + (price ?? 0) / 2, 0)),
    mean: inPence(each.reduce((sum, price) => sum + price / each.length, 0)),
    highest,
  };
}

const inPence = (pounds: number) => Math.round(pounds * 100) / 100;

/** What fees of lots are. */
export const ofLots = { unit: 'GBP per week', decimals: 0, source: 'Releases of members’ costs' };

/** The same for every lot of which the viewer reads none, whether or not there is one: it tells nothing. */
const notOfLot: Figure = noFigureOf(
  ofLots,
  'no release that you may read tells it: only what at least three organisations called off this lot in a month, with at least three providers, is released, and only where nobody can work out from it, and from all that was released before, what a provider is paid to within a tenth',
);

const notOfNeed: Figure = noFigureOf(
  ofLots,
  'prices by need are not released: only what is tendered now is recorded of them, so that nobody could show what two releases would tell together',
);

/** What members pay on a lot together, from a release; by need nothing is released. */
function membersFee(isOfLot: boolean, figure: Figure | undefined): Figure {
  if (!isOfLot) return notOfNeed;
  if (!figure) return notOfLot;
  return {
    ...figure,
    provenance: {
      ...figure.provenance,
      formula:
        'released: the mean over all placements that members called off the lot in the month, at least three organisations with at least three providers, rounded',
    },
  };
}
