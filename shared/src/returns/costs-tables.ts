import { packageBands } from './code-lists/sourcing-codes.ts';
import { collectionYear } from './collection-year.ts';
import { moneyColumn } from './column.ts';
import {
  breakdown,
  childrenColumn,
  placementGroupColumn,
  providerSectorColumn,
} from './shared-columns.ts';
import type { ReturnFormat } from './table.ts';
import { table } from './table.ts';

const packageBand = breakdown(packageBands, {
  name: 'package_band',
  description: 'Weekly cost of the whole package of one child, contributions of others included.',
  aliases: ['band', 'cost band', 'weekly cost band'],
});

/** What an authority says each month about the price of placements. */
export const costsFormat: ReturnFormat = {
  dataset: 'costs',
  collectionYear,
  version: 1,
  title: 'What placements cost',
  tables: [
    table({
      name: 'weekly-cost',
      title: 'Weekly cost by placement type and provider sector',
      description:
        'Children on the last day of the month and what their placements cost in a week, all of them together.',
      basis: 'snapshot at month end',
      columns: [
        placementGroupColumn,
        providerSectorColumn,
        childrenColumn,
        moneyColumn({
          name: 'weekly_cost',
          title: 'Weekly cost of all of them',
          description:
            'What the placements of these children cost together in a week: fees and allowances, without overheads of the authority.',
          aliases: ['weekly cost total', 'total weekly cost', 'cost per week'],
          unit: 'GBP per week',
        }),
      ],
      key: [placementGroupColumn.name, providerSectorColumn.name],
    }),
    table({
      name: 'package-bands',
      title: 'Children by weekly cost of their package',
      description: 'Children on the last day of the month by placement type and cost band.',
      basis: 'snapshot at month end',
      columns: [placementGroupColumn, packageBand, childrenColumn],
      key: [placementGroupColumn.name, packageBand.name],
    }),
    table({
      name: 'spend',
      title: 'Spending by placement type and provider sector',
      description: 'What was spent on placements in the month, as booked, without overheads.',
      basis: 'calendar month',
      columns: [
        placementGroupColumn,
        providerSectorColumn,
        moneyColumn({
          name: 'spend',
          title: 'Spending',
          description: 'Spending on placements in the month.',
          aliases: ['expenditure', 'cost', 'actual', 'amount'],
          unit: 'GBP',
        }),
      ],
      key: [placementGroupColumn.name, providerSectorColumn.name],
    }),
  ],
};
