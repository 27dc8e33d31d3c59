import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';

/** A funnel of a region and year: in one of its two views, by what it is counted. */
export interface FunnelCase {
  readonly name: string;
  readonly view: 'cohort' | 'period';
  readonly by: FosteringGrouping;
}

/** First and last month of the year. */
export const [firstMonth, lastMonth] = ['2024-11', '2025-10'];

/** The West Midlands: fourteen authorities. */
export const funnelRegion = 'west-midlands';

export const funnelCases: readonly FunnelCase[] = [
  { name: 'cohort, by authority', view: 'cohort', by: 'AUTHORITY' },
  { name: 'period, by authority', view: 'period', by: 'AUTHORITY' },
  { name: 'cohort, by source', view: 'cohort', by: 'SOURCE' },
];
