import type { Comparator } from '@sufficiency/shared/indicators/comparators.ts';

export const compareViews = ['matrix', 'trend', 'dots'] as const;
export type CompareView = (typeof compareViews)[number];

export type Across = 'authorities' | 'indicators';

/** By which indicator's values the authorities are ordered, and which end comes first. */
export interface CompareSort {
  readonly indicator: string;
  readonly order: 'ascending' | 'descending';
}

/**
 * Everything that decides what the Compare page shows. The address bar holds all of it, so Back
 * works and a link shows a colleague the same view, as far as they may see it.
 */
export interface CompareState {
  /** Indicator keys in the order in which they were chosen; empty when the reader removed them all. */
  readonly indicators: readonly string[];
  /** GSS codes; null for the members of the consortium, whoever they are on the day. */
  readonly authorities: readonly string[] | null;
  /** Label of a period; null for each indicator's latest. */
  readonly period: string | null;
  /** How many periods, counted back for each indicator: 1 to 120. */
  readonly periods: number;
  readonly comparators: readonly Comparator[];
  /** Figures as the platform knew them at the end of this day (YYYY-MM-DD) or at this instant; null for now. */
  readonly asAt: string | null;
  readonly view: CompareView;
  readonly sort: CompareSort | null;
  /** The indicator that charts draw and that the opening sentence is about; null for the first. */
  readonly focus: string | null;
  /** The authority drawn in the accent; null for the viewer's own, or the first. */
  readonly highlight: string | null;
  /** What runs across the matrix; null for whichever reads better: many authorities run down. */
  readonly across: Across | null;
  readonly density: 'comfortable' | 'compact';
}

/** What a first visit compares: need, kinds of home, distance, stability, supply and cost. */
export const firstIndicators = [
  'cla-rate',
  'cla-number',
  'cla-foster-share',
  'cla-residential-share',
  'cla-over-20-miles-share',
  'three-or-more-placements-share',
  'home-places-in-area',
  'homes-good-or-outstanding-share',
  'residential-weekly-cost',
] as const;

/** More authorities than this are easier to read one below another. */
const mostAcross = 16;

/** What runs across the matrix of a state with so many authorities. */
export function acrossOf({ across }: CompareState, authorities: number): Across {
  return across ?? (authorities > mostAcross ? 'indicators' : 'authorities');
}

export const mostIndicators = 100;
export const mostPeriods = 120;

/** The view of a first visit: members against England and the consortium, five periods. */
export const firstState: CompareState = {
  indicators: firstIndicators,
  authorities: null,
  period: null,
  periods: 5,
  comparators: ['england', 'consortium'],
  asAt: null,
  view: 'matrix',
  sort: null,
  focus: null,
  highlight: null,
  across: null,
  density: 'comfortable',
};
