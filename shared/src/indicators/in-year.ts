import type { Formula } from '../returns/formula.ts';
import type { IndicatorContract } from './indicator.ts';

/** An indicator that members' returns say, with the one formula that makes its figures from their rows. */
export interface CollectedIndicator {
  readonly contract: IndicatorContract;
  readonly formula: Formula;
}

/** What all collected indicators share. */
export const ofReturns = {
  version: 1,
  source: 'Returns of members',
  licence: 'Not published: shared only under the sharing agreements in force, for their purposes',
  collected: true,
} as const;

/** What counts that are added over authorities share. */
export const added = {
  numeratorText: null,
  denominatorText: null,
  decimals: 0,
  aggregation: 'sum',
  scale: null,
} as const;

/** What percentages share. */
export const percent = {
  unit: 'percent',
  decimals: 1,
  aggregation: 'pooled',
  scale: 100,
} as const;

export const growsWithSize =
  'A count grows with the size of the authority: use a share to compare authorities.';

export const provisional =
  'As the authority knew it when it sent its return: a later version may differ, and the figures published after the year end are another count.';

export const fewMovesIt =
  'In an authority with few cases, one or two of them move the percentage by several points.';

export const oneMonth =
  'One month says little by itself: look at several before speaking of a direction.';
