import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { groupTotals, placedChildren } from './demonstration-children.ts';
import type { Cells, MadeTables, ReturnMonth } from './demonstration-month.ts';
import { chanceIn, crossed, daysIn, dividedIn } from './demonstration-month.ts';

/** How much dearer a week is in a year than in the one before. */
const inflation = 0.05;

/** What a week with a sector costs beside the group's mean. */
const sectorFactors: Readonly<Record<string, Weights>> = {
  FOSTER: { PR1: 0.72, PR2: 0.8, PR4: 1.38, PR5: 1.34 },
  RESIDENTIAL: { PR1: 1.02, PR4: 1 },
  SUPPORTED: { PR4: 1.05, PR5: 0.9 },
  // Children with their parents cost no fee.
  OTHER: { PR0: 0, PR1: 0.3, PR4: 2.2 },
};

/** Share of a group's children in each band of weekly cost. */
const bands: Readonly<Record<string, Weights>> = {
  FOSTER: { UNDER1000: 88, '1000TO2999': 12 },
  RESIDENTIAL: { '1000TO2999': 4, '3000TO4999': 30, '5000TO9999': 55, '10000PLUS': 11 },
  SUPPORTED: { UNDER1000: 35, '1000TO2999': 65 },
  OTHER: { UNDER1000: 88, '1000TO2999': 12 },
};

/** Children of one group and sector, and what their week costs. */
interface CostedCell {
  readonly group: string;
  readonly sector: string;
  readonly children: number;
  /** Unit: GBP for all of them. */
  readonly weekly: number;
}

/** What placements cost one authority in one month: of the same children as its return of placements. */
export function makeCosts(of: ReturnMonth): MadeTables {
  const placed = placedChildren(of);
  const cells = Object.entries(placed.sectors).flatMap(([group, sectors]) =>
    costed(of, group, sectors),
  );
  const groups = Object.entries(groupTotals(placed)).map(
    ([group, total]) =>
      [
        group,
        dividedIn(of, { of: `${group} bands`, total, weights: bands[group] ?? {}, swing: 0.06 }),
      ] as const,
  );

  return {
    'weekly-cost': withTotal(cells, ({ children, weekly }) => ({ children, weekly_cost: weekly })),
    'package-bands': crossed(
      { by: 'placement_group', and: 'package_band', counted: 'children' },
      Object.fromEntries(groups),
    ),
    spend: withTotal(spent(of, cells), ({ weekly }) => ({ spend: weekly })),
  };
}

const costed = (of: ReturnMonth, group: string, sectors: Counts): CostedCell[] =>
  Object.entries(sectors)
    .filter(([, children]) => children > 0)
    .map(([sector, children]) => ({
      group,
      sector,
      children,
      weekly: Math.round(children * weeklyPrice(of, group, sector)),
    }));

/** Mean weekly price of a child's placement, by the authority's published outturn costs. Unit: GBP. */
function weeklyPrice(of: ReturnMonth, group: string, sector: string): number {
  const { profile, month } = of;
  const means: Weights = {
    FOSTER: profile.published('fostering-weekly-cost'),
    RESIDENTIAL: profile.published('residential-weekly-cost'),
    SUPPORTED: 1_250,
    OTHER: 900,
  };
  const own = chanceOf(`${profile.code} ${group} ${sector} price`).about(1, 0.04);
  const noise = chanceIn(of, `${group} ${sector} price`).about(1, 0.006);
  const dearer = (1 + inflation) ** (month / 12);
  return (means[group] ?? 0) * (sectorFactors[group]?.[sector] ?? 1) * own * noise * dearer;
}

/** What was booked in the month for the same children. */
const spent = (of: ReturnMonth, cells: readonly CostedCell[]): CostedCell[] =>
  cells.map((cell) => {
    const booked = chanceIn(of, `${cell.group} ${cell.sector} spend`).about(1, 0.012);
    return { ...cell, weekly: Math.round(((cell.weekly * daysIn(of)) / 7) * booked) };
  });

function withTotal(
  cells: readonly CostedCell[],
  measures: (cell: CostedCell) => Cells,
): readonly Cells[] {
  const sum = (of: (cell: CostedCell) => number) =>
    cells.reduce((whole, cell) => whole + of(cell), 0);
  const total = {
    group: totalCode,
    sector: totalCode,
    children: sum(({ children }) => children),
    weekly: sum(({ weekly }) => weekly),
  };
  return [...cells, total].map((cell) => ({
    placement_group: cell.group,
    provider_sector: cell.sector,
    ...measures(cell),
  }));
}
