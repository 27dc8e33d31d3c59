import type { IndicatorContract } from './indicator.ts';
import { openGovernmentLicence } from './indicator.ts';

/** What the indicators share: children who live across a boundary on 31 March. */
const acrossBoundaries = {
  version: 1,
  dataset: 'placements',
  numeratorText: null,
  denominatorText: null,
  unit: 'children',
  decimals: 0,
  // A placement near home may lie across a boundary, and one within it far from home.
  polarity: 'NONE',
  periodBasis: 'snapshot at 31 March',
  source:
    'Department for Education, Children looked after in England including adoptions (SSDA903), 2024 release',
  licence: openGovernmentLicence,
  aggregation: 'sum',
  scale: null,
  collected: false,
} as const;

const roundedAbove =
  'Regional and national counts are rounded to the nearest 10 and authority counts are exact, so parts do not add up to the whole.';

const withinTheWhole =
  'Of several authorities together it counts placements from one into another, too: they do not leave the whole.';

const otherRelease =
  'Of the 2024 release: later releases revise 2024, so a count may differ by a few from the one behind the share of the 2025 release.';

const growsWithSize = 'A count grows with the size of the authority.';

/** Children placed in the area by others, and by the authority elsewhere: who uses whose places. */
export const placementFlowIndicators: readonly IndicatorContract[] = [
  {
    ...acrossBoundaries,
    key: 'children-placed-in-by-others',
    title: 'Other authorities’ children placed in the area',
    definition:
      'Number of children looked after by other authorities who were placed inside the authority’s boundary on 31 March.',
    cohort: 'Children looked after on 31 March, by the authority in whose area they live',
    cautions: [withinTheWhole, otherRelease, roundedAbove, growsWithSize],
  },
  {
    ...acrossBoundaries,
    key: 'children-placed-outside',
    title: 'Own children placed outside the area',
    definition:
      'Number of children looked after by the authority who were placed outside its boundary on 31 March.',
    cohort: 'Children looked after on 31 March, by responsible authority',
    cautions: [
      'A city with a tight boundary places outside it more often than a county, at the same distance from home.',
      withinTheWhole,
      otherRelease,
      roundedAbove,
      growsWithSize,
    ],
  },
  {
    ...acrossBoundaries,
    key: 'net-placements-in',
    title: 'Net gain of children by placements',
    definition:
      'Children of other authorities placed in the area less own children placed outside it on 31 March: negative where more leave than come.',
    cohort: 'Children looked after on 31 March who were placed across the authority’s boundary',
    cautions: [otherRelease, roundedAbove, growsWithSize],
  },
];
