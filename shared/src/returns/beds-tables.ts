import { closedReasons, provisionTypes } from './code-lists/bed-and-demand-codes.ts';
import { providerSectors } from './code-lists/placement-codes.ts';
import { collectionYear } from './collection-year.ts';
import { codeColumn, countColumn, dayColumn, urnColumn } from './column.ts';
import { notMoreRule, numberIn } from './row-rules.ts';
import type { ReturnFormat, RowRule } from './table.ts';
import { table } from './table.ts';

const urn = urnColumn({
  name: 'urn',
  title: 'Ofsted URN',
  description: 'Ofsted’s number of the home.',
  aliases: ['ofsted urn', 'home', 'home urn', 'unique reference number'],
});

const beds = (name: string, title: string, description: string, ...aliases: string[]) =>
  countColumn({ name, title, description, aliases, unit: 'beds', example: '4' });

const closedBedsHaveAReason: RowRule = {
  column: 'closed_reason',
  problem: ({ vacant_closed = '', closed_reason = '' }) =>
    (numberIn(vacant_closed) ?? 0) > 0 && closed_reason === ''
      ? 'must not be blank where beds are closed: write why'
      : null,
};

/** What an authority says each month about the homes it runs or holds for itself, and their beds. */
export const bedsFormat: ReturnFormat = {
  dataset: 'beds',
  collectionYear,
  version: 1,
  title: 'Homes and beds',
  tables: [
    table({
      name: 'homes',
      title: 'Homes',
      description:
        'The homes that the authority runs or whose beds it holds, on the last day of the month.',
      basis: 'records',
      columns: [
        urn,
        codeColumn(provisionTypes, collectionYear, {
          name: 'provision_type',
          title: 'Kind of provision',
          description: 'As it is registered.',
          aliases: ['provision', 'type'],
        }),
        codeColumn(providerSectors, collectionYear, {
          name: 'provider_sector',
          title: 'Who runs it',
          description: 'By SSDA903 item PLACE_PROVIDER.',
          aliases: ['place_provider', 'sector', 'provider'],
        }),
        beds(
          'registered_beds',
          'Registered beds',
          'Beds on the registration certificate.',
          'registered',
          'registered places',
          'places',
        ),
        beds(
          'operational_beds',
          'Operational beds',
          'Of these, beds that are open and staffed.',
          'operational',
        ),
        beds(
          'usable_beds',
          'Usable beds',
          'Of these, beds that a child can sleep in today.',
          'usable',
          'usable today',
        ),
      ],
      key: [urn.name],
      rules: [
        notMoreRule('operational_beds', 'registered_beds'),
        notMoreRule('usable_beds', 'operational_beds'),
      ],
    }),
    table({
      name: 'bed-states',
      title: 'Bed states',
      description:
        'How a home’s usable beds stood on a day. One row for each home and day, the last day of the month among them.',
      basis: 'records',
      columns: [
        urn,
        dayColumn({
          name: 'day',
          title: 'Day',
          description: 'The day the beds were counted.',
          aliases: ['date', 'census date', 'snapshot'],
        }),
        beds('occupied', 'Occupied', 'Beds a child lives in.', 'occupied beds', 'filled'),
        beds('reserved', 'Reserved', 'Vacant beds kept for a named child.', 'vacant reserved'),
        beds(
          'vacant_accepting',
          'Vacant and accepting',
          'Vacant beds that can be offered today.',
          'vacant',
          'available',
          'vacancies',
        ),
        beds(
          'vacant_closed',
          'Vacant and closed',
          'Usable beds that take nobody for the time being.',
          'closed',
          'blocked',
        ),
        codeColumn(closedReasons, collectionYear, {
          name: 'closed_reason',
          title: 'Reason beds are closed',
          description: 'The main reason; blank where no bed is closed.',
          aliases: ['reason', 'reason closed'],
          optional: true,
        }),
      ],
      key: [urn.name, 'day'],
      rules: [closedBedsHaveAReason],
    }),
  ],
};
