import { services, sourcings } from './code-lists/sourcing-codes.ts';
import { collectionYear } from './collection-year.ts';
import { codeColumn, countColumn, moneyColumn, textColumn, urnColumn } from './column.ts';
import { providerColumn } from './providers-tables.ts';
import { numberIn } from './row-rules.ts';
import { table } from './table.ts';

const urn = urnColumn({
  name: 'urn',
  title: 'Ofsted URN',
  description: 'Ofsted’s number of the home or service; blank where you do not know it.',
  aliases: ['ofsted urn', 'service urn', 'unique reference number'],
  optional: true,
});

const host = textColumn({
  name: 'host_authority',
  title: 'Host authority',
  description:
    'Authority in whose area the children live, by GSS code or name; blank where you do not know it, or outside England.',
  aliases: ['host', 'host la', 'placed in', 'host authority code'],
  example: 'E10000007',
  optional: true,
});

const service = codeColumn(services, collectionYear, {
  name: 'service',
  title: services.title,
  description: 'The service that is bought.',
  aliases: ['service type', 'category'],
});

const sourcing = codeColumn(sourcings, collectionYear, {
  name: 'sourcing',
  title: sourcings.title,
  description: 'How the placements were sourced, by the census of Placements Northwest.',
  aliases: ['how the placement was sourced', 'route', 'procurement route'],
});

const [fewest, most] = [1, 999];
const dearest = 100_000_000;

/** Whom an authority’s children live with on the last day of a month. No return has it: it is sent by itself. */
export const placementsByProvider = table({
  name: 'placements-by-provider',
  title: 'Placements by provider',
  description:
    'Placements on the last day of the month, by provider, home, area, service and how they were sourced.',
  basis: 'snapshot at month end',
  columns: [
    providerColumn,
    urn,
    host,
    service,
    sourcing,
    countColumn({
      name: 'placements',
      title: 'Placements',
      description: 'Number of placements on the last day of the month.',
      aliases: ['number of placements', 'children', 'count', 'number'],
      unit: 'placements',
    }),
    moneyColumn({
      name: 'weekly_cost',
      title: 'Weekly cost',
      description: 'Cost of all these placements in a week; blank, or x, where it is not known.',
      aliases: ['cost per week', 'weekly price', 'price per week'],
      unit: 'GBP per week',
      optional: true,
    }),
  ],
  key: [providerColumn.name, urn.name, host.name, service.name, sourcing.name],
  rules: [
    {
      column: 'placements',
      problem: ({ placements }) => {
        const number = numberIn(placements);
        return number !== null && number >= fewest && number <= most
          ? null
          : `must be a number from ${fewest} to ${most}, and says ${placements}: leave out rows of nobody`;
      },
    },
    {
      column: 'weekly_cost',
      problem: ({ weekly_cost }) =>
        (numberIn(weekly_cost) ?? 0) < dearest ? null : 'must be less than 100,000,000',
    },
  ],
});
