import type { Addends } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import {
  added,
  fewMovesIt,
  growsWithSize,
  ofReturns,
  oneMonth,
  percent,
  provisional,
} from './in-year.ts';

const inTheMonth = {
  ...ofReturns,
  dataset: 'demand',
  cohort: 'Requests for a placement that were made in the month',
  periodBasis: 'calendar month',
} as const;

const byNotice: Addends = { table: 'requests-by-notice', columns: ['requests'] };

const oneChild =
  'Requests, not children: a search that was closed and opened again counts twice, and one for brothers and sisters is one for each child.';

/** Placement requests through the year, as returns say it each month. */
export const inYearDemand: readonly CollectedIndicator[] = [
  {
    contract: {
      ...inTheMonth,
      ...added,
      key: 'placement-requests-month',
      title: 'Placement requests in the month',
      definition: 'Number of requests for a placement that were made in the month.',
      unit: 'requests',
      polarity: 'NONE',
      cautions: [oneChild, growsWithSize, provisional],
    },
    formula: {
      kind: 'sum',
      of: { table: 'requests-by-type', columns: ['requests'] },
      words: 'sum of requests over all types wanted and secured',
    },
  },
  {
    contract: {
      ...inTheMonth,
      ...percent,
      key: 'requests-within-three-days-share-month',
      title: 'Placement requests with three days’ notice or less',
      definition:
        'Share of the requests of the month for a placement needed the same day or within three days.',
      numeratorText: 'Requests with one to three days’ notice (emergency) or none (crisis)',
      denominatorText: 'All requests of the month',
      polarity: 'LOW',
      cautions: [
        'Notice is counted from the request, not from the day the need was known: late asking looks like urgency.',
        oneChild,
        fewMovesIt,
        provisional,
      ],
    },
    formula: {
      kind: 'ratio',
      of: { ...byNotice, where: { notice: ['EMERGENCY', 'CRISIS'] } },
      over: byNotice,
      words: 'requests with emergency or crisis notice ÷ all requests × 100',
    },
  },
  {
    contract: {
      ...inTheMonth,
      ...added,
      key: 'requests-without-placement-month',
      title: 'Placement requests still without a placement at month end',
      definition:
        'Number of requests made in the month for which the search was still open on its last day.',
      unit: 'requests',
      polarity: 'LOW',
      cautions: [
        'A small number in most months.',
        'Requests made in the last days of a month are among them.',
        oneMonth,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: {
        table: 'requests-by-outcome',
        columns: ['requests'],
        where: { outcome: ['SEARCHING'] },
      },
      words: 'requests still searching at the end of the month',
    },
  },
];
