import type { Utilisation } from '@sufficiency/shared/fostering/utilisation.ts';
import { utilisationOf } from '@sufficiency/shared/fostering/utilisation.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import type { CapacityRow } from './capacity.queries.ts';
import type { FigureOrigin } from './capacity-figure.ts';
import { capacityFigure, noCapacity } from './capacity-figure.ts';

/** What an authority's month is made of: households recorded one by one, counts of returns or releases, or nothing. */
export type CapacityBasis = 'HOUSEHOLDS' | 'COUNTS' | 'NONE';

/** Households and places of an authority at the end of a month, and who came and went in it. */
export interface CapacityMonth {
  /** Label, for example `2026-09`. */
  readonly month: string;
  readonly basis: CapacityBasis;
  readonly households: Figure;
  readonly approved: Figure;
  readonly deregistered: Figure;
  /** Approved minus deregistered. */
  readonly net: Figure;
  readonly placesApproved: Figure;
  readonly filled: Figure;
  readonly vacant: Figure;
  readonly unavailable: Figure;
  /** Filled of approved, and of available places. Unit: percent. */
  readonly ofApproved: Figure;
  readonly ofAvailable: Figure;
  /** Both in words; null where a part of it is not known. */
  readonly utilisation: string | null;
  /** What to mind; null where there is nothing. */
  readonly caution: string | null;
}

type PlaceFigures = Pick<
  CapacityMonth,
  | 'placesApproved'
  | 'filled'
  | 'vacant'
  | 'unavailable'
  | 'ofApproved'
  | 'ofAvailable'
  | 'utilisation'
>;

const noPlace = 'there is no approved place';

function shareFigure(
  share: number | null,
  { filled, of, words }: { filled: number; of: number; words: string },
  origin: FigureOrigin,
): Figure {
  if (share === null) return noCapacity('percent', noPlace);
  const formula = `filled places / ${words} places × 100`;
  return capacityFigure(
    {
      value: roundTo(share, 1),
      unit: 'percent',
      decimals: 1,
      numerator: filled,
      denominator: of,
      formula,
    },
    origin,
  );
}

/** Figures of places by both denominators. */
export function placeFigures(used: Utilisation, origin: FigureOrigin): PlaceFigures {
  const count = (value: number, words: string) =>
    capacityFigure({ value, unit: 'places', formula: `sum of ${words} places` }, origin);
  const { approved, available, filled, vacant, unavailable } = used;
  return {
    placesApproved: count(approved, 'approved'),
    filled: count(filled, 'filled'),
    vacant: count(vacant, 'vacant'),
    unavailable: count(unavailable, 'not available'),
    ofApproved: shareFigure(used.ofApproved, { filled, of: approved, words: 'approved' }, origin),
    ofAvailable: shareFigure(
      used.ofAvailable,
      { filled, of: available, words: 'available' },
      origin,
    ),
    utilisation: used.sentence,
  };
}

/** The same where nothing is known of places but, perhaps, how many are vacant. */
export const withoutPlaces = (why: string, vacant?: Figure): PlaceFigures => ({
  placesApproved: noCapacity('places', why),
  filled: noCapacity('places', why),
  vacant: vacant ?? noCapacity('places', why),
  unavailable: noCapacity('places', why),
  ofApproved: noCapacity('percent', why),
  ofAvailable: noCapacity('percent', why),
  utilisation: null,
});

const nobody: Omit<CapacityRow, 'authority_code' | 'month'> = {
  households: 0,
  unknown: 0,
  places_approved: 0,
  filled: 0,
  vacant: 0,
  unavailable: 0,
  approved: 0,
  deregistered: 0,
  synthetic: false,
};

/** A month of households that were recorded one by one. */
export function recordedMonth(
  month: string,
  row: CapacityRow | undefined,
  origin: FigureOrigin,
): CapacityMonth {
  const of = row ?? nobody;
  const from = { ...origin, synthetic: of.synthetic || origin.synthetic };
  const count = (value: number, formula: string) =>
    capacityFigure({ value, unit: 'households', formula }, from);
  const used = utilisationOf({
    approved: of.places_approved,
    filled: of.filled,
    vacant: of.vacant,
    unavailable: of.unavailable,
  });
  return {
    month,
    basis: 'HOUSEHOLDS',
    households: count(of.households, 'households approved on the last day of the month'),
    approved: count(of.approved, 'households approved in the month'),
    deregistered: count(of.deregistered, 'households deregistered in the month'),
    net: count(of.approved - of.deregistered, 'households approved − households deregistered'),
    ...placeFigures(used, from),
    caution:
      of.unknown === 0
        ? null
        : `How places are used is not recorded of ${of.unknown} of ${of.households} households: theirs are not in it.`,
  };
}

/** Figures of a month that returns or releases count. */
export interface CountedCapacity {
  readonly households: Figure | undefined;
  readonly vacant: Figure | undefined;
  readonly approved: Figure | undefined;
  readonly deregistered: Figure | undefined;
}

/** A difference of two figures, unless one is not known or is a release's: what was kept back must not come out. */
function netOf({ approved, deregistered }: CountedCapacity): Figure {
  if (approved?.value == null || deregistered?.value == null) {
    return noCapacity('households', 'approvals or deregistrations are not known');
  }
  if (approved.provenance.release || deregistered.provenance.release) {
    return noCapacity('households', 'nothing is worked out from figures of releases');
  }
  return capacityFigure(
    {
      value: approved.value - deregistered.value,
      unit: 'households',
      formula: 'households approved − households deregistered',
    },
    {
      why: approved.why,
      source: 'Returns of fostering',
      synthetic: approved.synthetic || deregistered.synthetic,
    },
  );
}

/** A month of which returns or releases are all there is. */
export function countedMonth(
  month: string,
  counted: CountedCapacity,
  { places, why }: { readonly places: PlaceFigures | null; readonly why: string },
): CapacityMonth {
  const { households, vacant, approved, deregistered } = counted;
  const isKnown = [households, vacant, approved, deregistered].some((each) => each?.value != null);
  return {
    month,
    basis: isKnown || places ? 'COUNTS' : 'NONE',
    households: households ?? noCapacity('households', why),
    approved: approved ?? noCapacity('households', why),
    deregistered: deregistered ?? noCapacity('households', why),
    net: netOf(counted),
    ...(places ?? withoutPlaces('returns of others are not shown place by place', vacant)),
    caution: null,
  };
}
