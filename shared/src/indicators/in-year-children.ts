import { codesIn } from '../returns/code-lists/code-list.ts';
import { placementTypes } from '../returns/code-lists/placement-codes.ts';
import { collectionYear } from '../returns/collection-year.ts';
import type { Addends } from '../returns/formula.ts';
import { ofReturns } from './in-year.ts';

/** What the indicators of children at month end share. */
export const onTheLastDay = {
  ...ofReturns,
  dataset: 'placements',
  cohort:
    'Children looked after on the last day of the month, by responsible authority, without agreed series of short breaks',
  periodBasis: 'snapshot at month end',
} as const;

/** Children by placement type, whole. */
export const byType = { table: 'children-by-placement-type', columns: ['children'] } as const;

/** Children whose placement type belongs to a group. */
export const inGroup = (group: string): Addends => ({
  ...byType,
  where: {
    placement_type: codesIn(placementTypes, collectionYear)
      .filter((code) => code.group === group)
      .map(({ code }) => code),
  },
});
