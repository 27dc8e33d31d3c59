import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { added, sumOf } from '../../platform/demonstration-shapes.ts';
import type { ReturnMonth } from './demonstration-month.ts';
import { chanceIn, dividedIn } from './demonstration-month.ts';

/*
 * Weights that no public file of the platform gives for an authority resemble the national statistics of children looked
 * after at 31 March 2024 and 2025.
 */

const fosterTypes: Weights = { U1: 9, U2: 0.4, U3: 9, U4: 32, U5: 1.2, U6: 48 };
const residentialTypes: Weights = { K1: 1.2, K2: 98.8 };
const otherTypes: Weights = {
  P1: 46,
  A5: 4,
  A6: 18,
  R1: 3,
  R3: 3,
  R5: 2.4,
  S1: 3,
  Z1: 6,
};

/** Provider sectors of each group; children with their parents are left out of the last. */
const sectorsOf: Readonly<Record<string, Weights>> = {
  FOSTER: { PR1: 52, PR2: 1.5, PR4: 39, PR5: 7.5 },
  RESIDENTIAL: { PR1: 14, PR4: 86 },
  SUPPORTED: { PR4: 74, PR5: 26 },
  OTHER: { PR1: 65, PR4: 35 },
};

/** Where an authority's children live at the end of a month; every breakdown is of the same children. */
export interface PlacedChildren {
  readonly children: number;
  /** By SSDA903 placement type. */
  readonly types: Counts;
  /** By group of placement types, and within it by provider sector. */
  readonly sectors: Readonly<Record<string, Counts>>;
}

/** Children by placement type and sector: shares in foster care and children's homes as published. */
export function placedChildren(of: ReturnMonth): PlacedChildren {
  const { profile, month } = of;
  const children = profile.childrenAt(month);
  const foster = profile.published('cla-foster-share');
  const residential = profile.published('cla-residential-share');
  const rest = Math.max(4, 100 - foster - residential);
  const groups = dividedIn(of, {
    of: 'placement groups',
    total: children,
    weights: {
      FOSTER: foster,
      RESIDENTIAL: residential,
      SUPPORTED: rest * 0.42,
      OTHER: rest * 0.58,
    },
    swing: 0.03,
  });
  const within = (group: string, weights: Weights) =>
    dividedIn(of, { of: `${group} types`, total: groups[group] ?? 0, weights });
  const others = within('OTHER', otherTypes);
  const withParents = others['P1'] ?? 0;
  const sectors = Object.entries(sectorsOf).map(([group, weights]) => {
    const total = (groups[group] ?? 0) - (group === 'OTHER' ? withParents : 0);
    const counts = dividedIn(of, { of: `${group} sectors`, total, weights });
    return [group, group === 'OTHER' ? { PR0: withParents, ...counts } : counts] as const;
  });

  return {
    children,
    types: {
      ...within('FOSTER', fosterTypes),
      ...within('RESIDENTIAL', residentialTypes),
      K3: groups['SUPPORTED'] ?? 0,
      ...others,
    },
    sectors: Object.fromEntries(sectors),
  };
}

/** Children by provider sector, whatever the placement. */
export const sectorTotals = ({ sectors }: PlacedChildren): Counts => added(Object.values(sectors));

/** How many came into care, left it and moved within it in a month. */
export interface Flows {
  readonly starters: number;
  readonly leavers: number;
  readonly moves: number;
}

/** Children who start in a month, as a share of those looked after. */
const turnover = 0.032;
/** Moves in a month, as a share of those looked after. */
const moving = 0.04;
/** How many more or fewer children come into care, January to December. */
const seasons = [1.02, 0.98, 1.06, 0.95, 1, 1.02, 1.04, 0.88, 1.03, 1.06, 1.04, 0.92];

/** Flows of a month: the children at its end are those at the last one's end, and who came, without those who left. */
export function flowsOf(of: ReturnMonth): Flows {
  const { profile, month, period } = of;
  const children = profile.childrenAt(month);
  const change = children - profile.childrenAt(month - 1);
  const chance = chanceIn(of, 'flows');
  const season = seasons[Number(period.slice(5)) - 1] ?? 1;
  const expected = children * turnover * season + change / 2;
  const starters = Math.max(change, chance.count(Math.max(0, expected)), 0);

  return { starters, leavers: starters - change, moves: chance.count(children * moving) };
}

/** Placements that began in a month: not every child who came or moved needed a new one. */
export function placementsMade(of: ReturnMonth): number {
  const { starters, moves } = flowsOf(of);
  return Math.round(starters * 0.9 + moves * 0.75);
}

/** Children by group of placement types. */
export const groupTotals = ({ sectors }: PlacedChildren): Counts =>
  Object.fromEntries(Object.entries(sectors).map(([group, counts]) => [group, sumOf(counts)]));
