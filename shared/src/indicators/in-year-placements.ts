import type { CollectedIndicator } from './in-year.ts';
import { careEvents, childCounts } from './in-year-child-counts.ts';
import { childShares } from './in-year-child-shares.ts';

/** Children looked after through the year, as returns say it each month. */
export const inYearPlacements: readonly CollectedIndicator[] = [
  ...childCounts,
  ...childShares,
  ...careEvents,
];
