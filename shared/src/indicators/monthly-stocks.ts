import type { Dataset } from './indicator.ts';

/** A number at month end that follows from the one before: with those who came, without those who left. Keys of indicators. */
interface MonthlyStock {
  readonly dataset: Dataset;
  readonly held: string;
  readonly came: string;
  readonly left: string;
}

/** Numbers at month end of which returns also say who came and who left. */
export const monthlyStocks = [
  {
    dataset: 'placements',
    held: 'cla-month-end',
    came: 'care-started-month',
    left: 'care-ended-month',
  },
  {
    dataset: 'fostering',
    held: 'fostering-households-month-end',
    came: 'fostering-approvals-month',
    left: 'fostering-deregistrations-month',
  },
] as const satisfies readonly MonthlyStock[];
