import { providerSectors } from '../returns/code-lists/placement-codes.ts';
import type { Addends } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import { added, ofReturns, provisional } from './in-year.ts';

const independent = providerSectors.codes
  .filter(({ group }) => group === 'independent')
  .map(({ code }) => code);

const weekly = (group: string, column: string): Addends => ({
  table: 'weekly-cost',
  columns: [column],
  where: { placement_group: [group] },
});

/** What the average weekly costs share: fees and allowances of the children of one day. */
const average = {
  ...ofReturns,
  dataset: 'costs',
  unit: 'GBP per week',
  decimals: 0,
  // As for the published cost: low may be good value, little need or weak support.
  polarity: 'NONE',
  periodBasis: 'snapshot at month end',
  aggregation: 'pooled',
  scale: 1,
} as const;

const notTheOutturn =
  'Not comparable with the published unit cost, which is a year’s outturn with overheads: this is fees and allowances of the children of one day.';

const fewChildren =
  'With few children, one costly placement moves the average by hundreds of pounds.';

/** What placements cost through the year, as returns say it each month. */
export const inYearCosts: readonly CollectedIndicator[] = [
  {
    contract: {
      ...average,
      key: 'residential-weekly-cost-month',
      title: 'Average weekly cost of children’s homes at month end',
      definition:
        'What the placements in secure homes and children’s homes cost together in a week, divided by the children in them on the last day of the month.',
      cohort: 'Children in secure homes and children’s homes on the last day of the month',
      numeratorText: 'Weekly cost of all placements in secure homes and children’s homes',
      denominatorText: 'Children in secure homes and children’s homes',
      cautions: [
        notTheOutturn,
        'Own homes and bought places are together, and authorities differ in how they cost their own.',
        fewChildren,
        provisional,
      ],
    },
    formula: {
      kind: 'ratio',
      of: weekly('RESIDENTIAL', 'weekly_cost'),
      over: weekly('RESIDENTIAL', 'children'),
      words: 'weekly cost of residential placements ÷ children in them',
    },
  },
  {
    contract: {
      ...average,
      key: 'fostering-weekly-cost-month',
      title: 'Average weekly cost of foster placements at month end',
      definition:
        'What the foster placements cost together in a week, divided by the children in them on the last day of the month.',
      cohort: 'Children in foster placements on the last day of the month',
      numeratorText: 'Weekly cost of all foster placements',
      denominatorText: 'Children in foster placements',
      cautions: [
        notTheOutturn,
        'Own carers and agencies are together: an authority with more agency placements looks dearer.',
        provisional,
      ],
    },
    formula: {
      kind: 'ratio',
      of: weekly('FOSTER', 'weekly_cost'),
      over: weekly('FOSTER', 'children'),
      words: 'weekly cost of foster placements ÷ children in them',
    },
  },
  {
    contract: {
      ...ofReturns,
      ...added,
      dataset: 'costs',
      cohort: null,
      key: 'external-residential-spend-month',
      title: 'Spending on independent children’s homes in the month',
      definition:
        'What was spent in the month on placements in secure homes and children’s homes of private and voluntary providers.',
      unit: 'GBP',
      polarity: 'NONE',
      periodBasis: 'calendar month',
      cautions: [
        'As booked: an invoice that comes late moves spending from one month to another.',
        'Months have 28 to 31 days: compare a month with the same month of another year.',
        'A sum grows with the size of the authority: the rank says who spends most, not who spends badly.',
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: {
        table: 'spend',
        columns: ['spend'],
        where: { placement_group: ['RESIDENTIAL'], provider_sector: independent },
      },
      words:
        'sum of spending on residential placements with private (PR4) and voluntary (PR5) providers',
    },
  },
];
