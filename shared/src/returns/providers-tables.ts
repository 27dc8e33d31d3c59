import { callOffMethods, offFrameworkReasons, sourcings } from './code-lists/sourcing-codes.ts';
import { collectionYear } from './collection-year.ts';
import {
  codeColumn,
  countColumn,
  dayColumn,
  moneyColumn,
  referenceColumn,
  textColumn,
  urnColumn,
} from './column.ts';
import { notMoreRule } from './row-rules.ts';
import { breakdown, serviceColumn } from './shared-columns.ts';
import type { ReturnFormat, RowRule } from './table.ts';
import { table } from './table.ts';

const framework = referenceColumn({
  name: 'framework',
  title: 'Framework',
  description: 'Reference of the framework, for example its number in the portal.',
  aliases: ['framework reference', 'framework id', 'contract reference'],
  example: 'CCS034',
});

const lot = referenceColumn({
  name: 'lot',
  title: 'Lot',
  description: 'Lot of the framework, as its documents number it.',
  aliases: ['lot number', 'lot id'],
  example: '1',
});

/** Whom is bought from. */
export const providerColumn = textColumn({
  name: 'provider',
  title: 'Provider',
  description: 'Legal name of the provider.',
  aliases: ['provider name', 'supplier', 'organisation'],
  example: 'Example Care Limited',
});

const service = urnColumn({
  name: 'urn',
  title: 'Ofsted URN',
  description: 'Ofsted’s number of the home or service; blank where the award names none.',
  aliases: ['ofsted urn', 'service urn', 'unique reference number'],
  optional: true,
});

const startsOn = dayColumn({
  name: 'starts_on',
  title: 'Starts on',
  description: 'First day.',
  aliases: ['start date', 'from', 'start'],
});

const endsOn = dayColumn({
  name: 'ends_on',
  title: 'Ends on',
  description: 'Last day; blank where it is open.',
  aliases: ['end date', 'to', 'end', 'until'],
  optional: true,
});

const endsAfterItStarts: RowRule = {
  column: 'ends_on',
  problem: ({ starts_on = '', ends_on = '' }) =>
    ends_on !== '' && ends_on < starts_on
      ? `must not be before the start on ${starts_on}: write the last day, or leave it blank`
      : null,
};

const placementsMade = countColumn({
  name: 'placements',
  title: 'Placements made',
  description: 'Number of placements that began in the month.',
  aliases: ['number of placements', 'placements started', 'count', 'number'],
  unit: 'placements',
});

const beds = (name: string, title: string, description: string, ...aliases: string[]) =>
  countColumn({ name, title, description, aliases, unit: 'beds', example: '4' });

const sourcing = breakdown(sourcings, {
  name: 'sourcing',
  description: 'How the placement was sourced, by the census of Placements Northwest.',
  aliases: ['how the placement was sourced', 'route', 'procurement route'],
});

const offFrameworkReason = breakdown(offFrameworkReasons, {
  name: 'reason',
  description: 'Why the placement was made off framework.',
  aliases: ['reason off framework', 'spot reason'],
});

/** What an authority says each month about whom it buys from. */
export const providersFormat: ReturnFormat = {
  dataset: 'providers',
  collectionYear,
  version: 1,
  title: 'Frameworks, call-offs and block contracts',
  tables: [
    table({
      name: 'framework-memberships',
      title: 'Framework memberships',
      description: 'Who is on which lot of which framework on the last day of the month.',
      basis: 'records',
      columns: [
        framework,
        lot,
        referenceColumn({
          name: 'tier',
          title: 'Tier',
          description: 'Tier of the lot; blank where it has none.',
          aliases: ['ranking', 'band'],
          example: '1',
          optional: true,
        }),
        providerColumn,
        service,
        startsOn,
        endsOn,
      ],
      key: [framework.name, lot.name, providerColumn.name, service.name],
      rules: [endsAfterItStarts],
    }),
    table({
      name: 'call-offs',
      title: 'Call-offs by framework and lot',
      description: 'Placements called off a framework in the month.',
      basis: 'calendar month',
      columns: [
        framework,
        lot,
        codeColumn(callOffMethods, collectionYear, {
          name: 'method',
          title: 'How it was called off',
          description: 'Direct award or further competition.',
          aliases: ['call-off method', 'award method'],
        }),
        countColumn({
          name: 'call_offs',
          title: 'Call-offs',
          description: 'Number of placements called off in the month.',
          aliases: ['number of call-offs', 'count', 'number'],
          unit: 'placements',
        }),
      ],
      key: [framework.name, lot.name, 'method'],
    }),
    table({
      name: 'placements-by-sourcing',
      title: 'Placements made by service and sourcing',
      description: 'Placements that began in the month, on and off framework.',
      basis: 'calendar month',
      columns: [serviceColumn, sourcing, placementsMade],
      key: [serviceColumn.name, sourcing.name],
    }),
    table({
      name: 'off-framework-by-reason',
      title: 'Placements made off framework by service and reason',
      description: 'Placements that began in the month by direct award off framework (spot).',
      basis: 'calendar month',
      columns: [serviceColumn, offFrameworkReason, placementsMade],
      key: [serviceColumn.name, offFrameworkReason.name],
    }),
    table({
      name: 'block-contracts',
      title: 'Block contracts',
      description: 'Beds under block contract on the last day of the month, one contract a row.',
      basis: 'records',
      columns: [
        referenceColumn({
          name: 'contract',
          title: 'Contract',
          description: 'Your own reference of the contract.',
          aliases: ['contract reference', 'reference'],
          example: 'BLOCK-07',
        }),
        providerColumn,
        service,
        startsOn,
        endsOn,
        beds(
          'beds',
          'Beds contracted',
          'Beds the contract gives sole use of.',
          'contracted beds',
          'block beds',
        ),
        beds('occupied', 'Beds occupied', 'Of these, occupied on the last day of the month.'),
        countColumn({
          name: 'void_days',
          title: 'Void days',
          description: 'Bed days of the month that were paid for and not used.',
          aliases: ['voids', 'empty bed days'],
          unit: 'days',
        }),
        moneyColumn({
          name: 'weekly_price',
          title: 'Weekly price',
          description: 'Price of all its beds in a week.',
          aliases: ['price per week', 'weekly cost'],
          unit: 'GBP per week',
        }),
      ],
      key: ['contract'],
      rules: [endsAfterItStarts, notMoreRule('occupied', 'beds')],
    }),
  ],
};
