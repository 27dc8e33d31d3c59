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
import {
  begun,
  boughtInTheMonth as inTheMonth,
  inYearSourcing,
  sourcedBy,
} from './in-year-sourcing.ts';

const made = { table: 'placements-by-sourcing', columns: ['placements'] } as const;

/** How placements are bought through the year, as returns say it each month. */
export const inYearProviders: readonly CollectedIndicator[] = [
  {
    contract: {
      ...inTheMonth,
      ...added,
      key: 'placements-made-month',
      title: 'Placements made in the month',
      definition: 'Number of placements that began in the month, however they were sourced.',
      cohort: begun,
      unit: 'placements',
      polarity: 'NONE',
      cautions: [
        'Placements, not children: a child who moved twice counts twice.',
        growsWithSize,
        provisional,
      ],
    },
    formula: { kind: 'sum', of: made, words: 'sum of placements over all services and sourcings' },
  },
  {
    contract: {
      ...inTheMonth,
      ...percent,
      key: 'on-framework-share-month',
      title: 'Bought placements made on a framework',
      definition:
        'Share of the placements that were bought in the month, on framework, in block or by spot purchase, that were made on a regional, sub-regional or local framework.',
      cohort: begun,
      numeratorText: 'Placements made on a framework',
      denominatorText: 'Placements made on a framework, in a block contract or by spot purchase',
      polarity: 'HIGH',
      cautions: [
        'Own provision, other authorities’ provision, remand and secure welfare are left out: nothing is bought on a framework there.',
        'An authority with many block beds has a lower share without buying off framework more often.',
        fewMovesIt,
        provisional,
      ],
    },
    formula: {
      kind: 'ratio',
      of: sourcedBy(['framework']),
      over: sourcedBy(['framework', 'block', 'spot']),
      words:
        'placements on a framework ÷ placements on a framework, in block or by spot purchase × 100',
    },
  },
  {
    contract: {
      ...inTheMonth,
      ...added,
      key: 'spot-placements-month',
      title: 'Placements made by spot purchase in the month',
      definition: 'Number of placements that began in the month by direct award off framework.',
      cohort: begun,
      unit: 'placements',
      polarity: 'LOW',
      cautions: [
        'A spot purchase can be the right match for one child: the reasons are in the return.',
        oneMonth,
        growsWithSize,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: sourcedBy(['spot']),
      words: 'sum of placements by direct award off framework over all services',
    },
  },
  ...inYearSourcing,
  {
    contract: {
      ...ofReturns,
      ...added,
      dataset: 'providers',
      periodBasis: 'snapshot at month end',
      key: 'block-beds-month-end',
      title: 'Beds under block contract at month end',
      definition:
        'Number of beds the authority had sole use of under a contract on the last day of the month.',
      cohort: 'Block contracts in force on the last day of the month',
      unit: 'beds',
      polarity: 'NONE',
      cautions: [
        'A bed that several authorities hold together is counted by the one that holds the contract.',
        'Contracted, not occupied: empty beds are paid for, too.',
        growsWithSize,
        provisional,
      ],
    },
    formula: {
      kind: 'sum',
      of: { table: 'block-contracts', columns: ['beds'] },
      words: 'sum of beds over all block contracts',
    },
  },
];
