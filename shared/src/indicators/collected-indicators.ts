import type { CollectedIndicator } from './in-year.ts';
import { inYearBeds } from './in-year-beds.ts';
import { inYearCosts } from './in-year-costs.ts';
import { inYearDemand } from './in-year-demand.ts';
import { inYearFostering } from './in-year-fostering.ts';
import { inYearPlacements } from './in-year-placements.ts';
import { inYearProviders } from './in-year-providers.ts';

/** Every indicator that members' returns say, with its formula, in the order people meet them. */
export const collectedIndicators: readonly CollectedIndicator[] = [
  ...inYearPlacements,
  ...inYearProviders,
  ...inYearFostering,
  ...inYearCosts,
  ...inYearBeds,
  ...inYearDemand,
];
