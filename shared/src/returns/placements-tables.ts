import { careFlowTables } from './care-flow-tables.ts';
import {
  ageBands,
  ethnicGroups,
  genders,
  legalStatuses,
  regulatedAges,
  unaccompaniedStatuses,
  unregisteredSettings,
} from './code-lists/child-codes.ts';
import type { CodeList } from './code-lists/code-list.ts';
import {
  distanceBands,
  distanceReasons,
  placementLocations,
  placementTypes,
} from './code-lists/placement-codes.ts';
import { collectionYear } from './collection-year.ts';
import type { ReturnColumn } from './column.ts';
import { countColumn } from './column.ts';
import { notMoreRule } from './row-rules.ts';
import { breakdown, childrenColumn, providerSectorColumn } from './shared-columns.ts';
import type { ReturnFormat, ReturnTable } from './table.ts';
import { table } from './table.ts';

const lookedAfter =
  'Children looked after on the last day of the month, by the authority responsible for them, without agreed series of short breaks';

/** Children at month end by one characteristic: a row for each code, and one for the total if there is one. */
const childrenBy = (name: string, words: string, column: ReturnColumn): ReturnTable =>
  table({
    name,
    title: `Children looked after by ${words}`,
    description: `${lookedAfter}, by ${words}.`,
    basis: 'snapshot at month end',
    columns: [column, childrenColumn],
    key: [column.name],
  });

const column = (list: CodeList, name: string, description: string, ...aliases: string[]) =>
  breakdown(list, { name, description, aliases });

const location = column(
  placementLocations,
  'location',
  'Whether the child lives inside the responsible authority’s boundary.',
  'in or out of area',
  'inside or outside',
  'placement_location',
);

const distance = column(
  distanceBands,
  'distance_band',
  'How far from home the child lives.',
  'distance',
  'distance from home',
);

const byDistance = table({
  name: 'children-by-distance',
  title: 'Children looked after by distance from home and area',
  description: `${lookedAfter}, by distance from home, inside and outside the authority.`,
  basis: 'snapshot at month end',
  columns: [location, distance, childrenColumn],
  key: [location.name, distance.name],
});

const distanceReason = column(
  distanceReasons,
  'distance_reason',
  'Why the child lives more than 20 miles from home, by the census of Placements Northwest.',
  'reason',
  'placing at distance reason',
);

const stability = table({
  name: 'stability',
  title: 'Stability of placements',
  description: 'How settled the children looked after on the last day of the month are. One row.',
  basis: 'snapshot at month end',
  columns: [
    childrenColumn,
    countColumn({
      name: 'three_or_more_placements',
      title: 'Children with three or more placements',
      description:
        'Children who had three or more placements in the twelve months to the last day.',
      aliases: ['3+ placements', '3 or more placements'],
      unit: 'children',
    }),
    countColumn({
      name: 'long_term_children',
      title: 'Children under 16 looked after for two and a half years',
      description: 'Children under 16 looked after continuously for two and a half years or more.',
      aliases: ['long term', 'under 16 looked after 2.5 years'],
      unit: 'children',
    }),
    countColumn({
      name: 'same_placement_two_years',
      title: 'Of these, with the same carer for two years',
      description: 'Of the long-term children, those with the same carer for two years or more.',
      aliases: ['long term stability', '2 years same placement'],
      unit: 'children',
    }),
  ],
  key: [],
  rules: [
    notMoreRule('three_or_more_placements', 'children'),
    notMoreRule('long_term_children', 'children'),
    notMoreRule('same_placement_two_years', 'long_term_children'),
  ],
});

const setting = column(
  unregisteredSettings,
  'setting',
  'What the setting ought to be registered as, if anything.',
  'type of setting',
);
const age = column(
  regulatedAges,
  'age',
  'Under 16, or 16 and over, on the last day of the month.',
  'age band',
);

const unregistered = table({
  name: 'unregistered-placements',
  title: 'Children in unregistered and unregulated placements',
  description: `${lookedAfter}, who live in a setting that is not registered with Ofsted, by setting and age.`,
  basis: 'snapshot at month end',
  columns: [setting, age, childrenColumn],
  key: [setting.name, age.name],
});

/** What an authority says each month about the children it looks after. */
export const placementsFormat: ReturnFormat = {
  dataset: 'placements',
  collectionYear,
  version: 1,
  title: 'Children looked after and their placements',
  tables: [
    childrenBy(
      'children-by-placement-type',
      'placement type',
      column(placementTypes, 'placement_type', 'SSDA903 item PLACE.', 'place', 'type of placement'),
    ),
    childrenBy('children-by-provider-sector', 'provider sector', providerSectorColumn),
    byDistance,
    table({
      name: 'children-over-20-miles-by-reason',
      title: 'Children more than 20 miles from home by reason',
      description: `${lookedAfter}, who live more than 20 miles from home, by the reason.`,
      basis: 'snapshot at month end',
      columns: [distanceReason, childrenColumn],
      key: [distanceReason.name],
    }),
    childrenBy(
      'children-by-legal-status',
      'legal status',
      column(legalStatuses, 'legal_status', 'SSDA903 item LS.', 'ls'),
    ),
    childrenBy(
      'children-by-age',
      'age',
      column(ageBands, 'age_band', 'Age on the last day of the month.', 'age', 'age group'),
    ),
    childrenBy(
      'children-by-gender',
      'gender',
      column(genders, 'gender', 'SSDA903 item SEX.', 'sex'),
    ),
    childrenBy(
      'children-by-ethnicity',
      'ethnicity',
      column(
        ethnicGroups,
        'ethnic_group',
        'Main groups of SSDA903 item ETHNIC.',
        'ethnicity',
        'ethnic',
      ),
    ),
    childrenBy(
      'children-by-unaccompanied-status',
      'unaccompanied status',
      column(
        unaccompaniedStatuses,
        'unaccompanied_status',
        'UASC file of SSDA903: unaccompanied asylum-seeking on the last day of the month.',
        'uasc',
        'uasc status',
        'unaccompanied',
      ),
    ),
    ...careFlowTables,
    stability,
    unregistered,
  ],
};
