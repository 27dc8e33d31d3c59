import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { totalCode } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { householdTypes } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import {
  placementGroups,
  placementTypes,
  providerSectors,
} from '@sufficiency/shared/returns/code-lists/placement-codes.ts';
import { services } from '@sufficiency/shared/returns/code-lists/sourcing-codes.ts';
import { countKey } from './table-counts.ts';

/** Counts of one authority that are added up, by `countKey`. */
type Sum = readonly string[];

/** How the tables of a dataset hang together, whatever they say in one return. */
interface Ties {
  /** Sums of the same things: readers know them to be the same, or by how much they differ. */
  readonly same: readonly (readonly Sum[])[];
  /** The first is part of the second. */
  readonly within: readonly (readonly [part: string, whole: string])[];
}

const children = (table: string, ...codes: readonly string[]) => countKey(table, 'children', codes);
const requests = (table: string, ...codes: readonly string[]) => countKey(table, 'requests', codes);
const placements = (table: string, ...codes: readonly string[]) =>
  countKey(table, 'placements', codes);
const stability = (column: string) => countKey('stability', column);
const places = (state: string, type: string) =>
  countKey('households-and-places', `${state}_places`, [type]);
const beds = (state: string) => countKey('bed-states', state);

const groups = [...placementGroups.codes.map(({ code }) => code), totalCode];
const types = householdTypes.codes.map(({ code }) => code);

/** Counts that two datasets tell of the same children in one month. */
export const tiesBetween: readonly {
  readonly of: Dataset;
  readonly and: Dataset;
  readonly same: readonly (readonly [Sum, Sum])[];
}[] = [
  {
    of: 'costs',
    and: 'placements',
    same: [
      ...placementGroups.codes.map((group): readonly [Sum, Sum] => [
        [children('weekly-cost', group.code, totalCode)],
        placementTypes.codes
          .filter((type) => type.group?.toUpperCase() === group.code)
          .map((type) => children('children-by-placement-type', type.code)),
      ]),
      ...[...providerSectors.codes.map(({ code }) => code), totalCode].map(
        (sector): readonly [Sum, Sum] => [
          [children('weekly-cost', totalCode, sector)],
          [children('children-by-provider-sector', sector)],
        ],
      ),
    ],
  },
];

/** Every count that is told in more than one way, by dataset. */
export const tiesOf: Readonly<Record<Dataset, Ties>> = {
  placements: {
    same: [
      [
        [children('children-by-placement-type', totalCode)],
        [children('children-by-provider-sector', totalCode)],
        [children('children-by-distance', totalCode, totalCode)],
        [children('children-by-legal-status', totalCode)],
        [children('children-by-age', totalCode)],
        [children('children-by-gender', totalCode)],
        [children('children-by-ethnicity', totalCode)],
        [children('children-by-unaccompanied-status', totalCode)],
        [stability('children')],
      ],
      [
        [children('children-by-distance', totalCode, 'OVER20')],
        [children('children-over-20-miles-by-reason', totalCode)],
      ],
    ],
    within: [
      [stability('three_or_more_placements'), stability('children')],
      [stability('long_term_children'), stability('children')],
      [stability('same_placement_two_years'), stability('long_term_children')],
    ],
  },
  costs: {
    same: groups.map((group) => [
      [children('weekly-cost', group, totalCode)],
      [children('package-bands', group, totalCode)],
    ]),
    within: [],
  },
  providers: {
    same: [
      ...[...services.codes.map(({ code }) => code), totalCode].map((service) => [
        [placements('placements-by-sourcing', service, 'SPOT')],
        [placements('off-framework-by-reason', service, totalCode)],
      ]),
      [
        ['REGIONAL', 'SUB-REGIONAL', 'LOCAL'].map((sourcing) =>
          placements('placements-by-sourcing', totalCode, sourcing),
        ),
        ['DIRECT', 'COMPETITION'].map((method) => countKey('call-offs', 'call_offs', [method])),
      ],
    ],
    within: [],
  },
  fostering: {
    same: [
      [
        [countKey('recruitment', 'households', ['ENQUIRY', totalCode])],
        [countKey('enquiries-by-source', 'enquiries', [totalCode])],
      ],
      ...types.map((type) => [
        [places('approved', type)],
        ['filled', 'vacant', 'unavailable'].map((state) => places(state, type)),
      ]),
    ],
    within: [],
  },
  beds: {
    same: [
      [
        [countKey('homes', 'usable_beds')],
        ['occupied', 'reserved', 'vacant_accepting', 'vacant_closed'].map(beds),
      ],
    ],
    within: [[countKey('homes', 'usable_beds'), countKey('homes', 'registered_beds')]],
  },
  demand: {
    same: [
      [
        [requests('requests-by-type', totalCode, totalCode)],
        [requests('requests-by-notice', totalCode)],
        [requests('requests-by-outcome', totalCode)],
      ],
      [
        [requests('requests-by-type', totalCode, 'NONE')],
        ['STAYED', 'WITHDRAWN', 'SEARCHING'].map((outcome) =>
          requests('requests-by-outcome', outcome),
        ),
      ],
      [
        placementGroups.codes.map(({ code }) => requests('requests-by-type', code, code)),
        [requests('requests-by-outcome', 'SECURED')],
      ],
    ],
    within: [],
  },
};
