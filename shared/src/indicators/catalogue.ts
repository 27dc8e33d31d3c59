import { collectedIndicators } from './collected-indicators.ts';
import { costsIndicators } from './costs-indicators.ts';
import { fosteringIndicators } from './fostering-indicators.ts';
import type { IndicatorContract } from './indicator.ts';
import { placementFlowIndicators } from './placement-flow-indicators.ts';
import { placementsIndicators } from './placements-indicators.ts';
import { providersIndicators } from './providers-indicators.ts';

/**
 * Every indicator the platform knows, in the order people meet them: published ones, then those members’ returns say.
 *
 * Polarity follows the dictionary of the Department for Education's Local Authority Interactive Tool
 * where it lists the measure; a comment beside an indicator says why where it is debatable.
 */
export const indicatorCatalogue: readonly IndicatorContract[] = [
  ...placementsIndicators,
  ...placementFlowIndicators,
  ...providersIndicators,
  ...fosteringIndicators,
  ...costsIndicators,
  ...collectedIndicators.map(({ contract }) => contract),
];

const byKey = new Map(indicatorCatalogue.map((indicator) => [indicator.key, indicator]));

/** The contract in force under a key; undefined if there is none. */
export function findIndicator(key: string): IndicatorContract | undefined {
  return byKey.get(key);
}
