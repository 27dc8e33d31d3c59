import {
  deregistrationReasons,
  enquirySources,
  fosteringEvents,
  fosteringStages,
  householdTypes,
  withdrawalReasons,
} from './code-lists/fostering-codes.ts';
import { collectionYear } from './collection-year.ts';
import { codeColumn, countColumn, dayColumn, referenceColumn } from './column.ts';
import { sumRule } from './row-rules.ts';
import { breakdown, householdTypeColumn } from './shared-columns.ts';
import type { ReturnFormat } from './table.ts';
import { table } from './table.ts';

const households = (description: string) =>
  countColumn({
    name: 'households',
    title: 'Households',
    description,
    aliases: ['number of households', 'number', 'count', 'carers'],
    unit: 'households',
  });

const places = (name: string, title: string, description: string, ...aliases: string[]) =>
  countColumn({ name, title, description, aliases, unit: 'places' });

const stage = codeColumn(fosteringStages, collectionYear, {
  name: 'stage',
  title: 'Stage',
  description: 'The stage that was reached in the month.',
  aliases: ['milestone', 'step'],
});

const enquirySource = breakdown(enquirySources, {
  name: 'source',
  description: 'How the household heard of fostering.',
  aliases: ['enquiry source', 'how did you hear'],
});

const withdrawalReason = breakdown(withdrawalReasons, {
  name: 'reason',
  description: 'Ofsted’s codes for withdrawing.',
  aliases: ['withdrawal reason', 'withdrawal code'],
});

const deregistrationReason = breakdown(deregistrationReasons, {
  name: 'reason',
  description: 'Why the household stopped fostering for the authority.',
  aliases: ['deregistration reason', 'reason for leaving'],
});

/** What an authority says each month about its own foster carers and those it recruits. */
export const fosteringFormat: ReturnFormat = {
  dataset: 'fostering',
  collectionYear,
  version: 1,
  title: 'Recruitment and capacity of foster carers',
  tables: [
    table({
      name: 'recruitment',
      title: 'Households by stage of recruitment',
      description:
        'Households that reached a stage in the month, each stage by itself: they are not one cohort.',
      basis: 'calendar month',
      columns: [
        stage,
        householdTypeColumn,
        households('Number of households that reached the stage in the month.'),
      ],
      key: [stage.name, householdTypeColumn.name],
    }),
    table({
      name: 'enquiries-by-source',
      title: 'Enquiries by where they came from',
      description: 'Initial enquiries of the month by where they came from.',
      basis: 'calendar month',
      columns: [
        enquirySource,
        countColumn({
          name: 'enquiries',
          title: 'Enquiries',
          description: 'Number of initial enquiries in the month.',
          aliases: ['initial enquiries', 'number', 'count'],
          unit: 'enquiries',
        }),
      ],
      key: [enquirySource.name],
    }),
    table({
      name: 'withdrawals-by-reason',
      title: 'Withdrawals by reason',
      description: 'Households that withdrew between application and approval in the month.',
      basis: 'calendar month',
      columns: [withdrawalReason, households('Number of households that withdrew in the month.')],
      key: [withdrawalReason.name],
    }),
    table({
      name: 'deregistrations-by-reason',
      title: 'Deregistrations by reason',
      description: 'Approved households that were deregistered in the month.',
      basis: 'calendar month',
      columns: [
        deregistrationReason,
        households('Number of households deregistered in the month.'),
      ],
      key: [deregistrationReason.name],
    }),
    table({
      name: 'households-and-places',
      title: 'Approved households and places',
      description:
        'The authority’s own approved households on the last day of the month, and their places.',
      basis: 'snapshot at month end',
      columns: [
        householdTypeColumn,
        households('Number of approved households on the last day of the month.'),
        places('approved_places', 'Approved places', 'Places the households are approved for.'),
        places(
          'filled_places',
          'Filled places',
          'Of these, places with a child in them.',
          'filled',
        ),
        places('vacant_places', 'Vacant places', 'Of these, places that can be offered.', 'vacant'),
        places(
          'unavailable_places',
          'Places not available',
          'Of these, places that cannot be used for the time being.',
          'not available',
          'on hold',
        ),
      ],
      key: [householdTypeColumn.name],
      rules: [sumRule('approved_places', ['filled_places', 'vacant_places', 'unavailable_places'])],
    }),
    table({
      name: 'fostering-events',
      title: 'Recruitment events',
      description:
        'What happened to each household in the month, under a reference that names nobody. One event a row.',
      basis: 'records',
      columns: [
        referenceColumn({
          name: 'reference',
          title: 'Reference of the household',
          description:
            'Your own reference of the household, the same at every event. Never a name.',
          aliases: ['household reference', 'case reference', 'id'],
          example: 'F-0012',
        }),
        codeColumn(fosteringEvents, collectionYear, {
          name: 'event',
          title: 'Event',
          description: 'The stage reached, or how it ended.',
          aliases: ['stage', 'milestone'],
        }),
        dayColumn({
          name: 'day',
          title: 'Day',
          description: 'Day of the event.',
          aliases: ['date', 'event date'],
        }),
        codeColumn(householdTypes, collectionYear, {
          name: 'household_type',
          title: 'Type of household',
          description: 'Mainstream, family and friends or short breaks.',
          aliases: ['type of household', 'carer type'],
        }),
        codeColumn(enquirySources, collectionYear, {
          name: 'source',
          title: 'Where the enquiry came from',
          description: 'How the household heard of fostering.',
          aliases: ['enquiry source', 'how did you hear'],
        }),
      ],
      key: ['reference', 'event'],
    }),
  ],
};
