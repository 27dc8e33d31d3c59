import type { IndicatorContract } from './indicator.ts';
import { openGovernmentLicence } from './indicator.ts';

const interactiveTool =
  'Ofsted, Fostering in England, through the Department for Education’s Local Authority Interactive Tool';

const roundedToFive = 'Published rounded to the nearest 5, so parts do not add up to the whole.';

const localAuthorityServices =
  'Authorities that report through one joint service have no figure of their own.';

const notOneCohort =
  'No conversion may be worked out between enquiries, applications and approvals of one year: they are different households.';

const countNotRate =
  'A count grows with the size of the authority: the rank says who has most, not who does best.';

const englandHasAgencies =
  'England’s figure includes independent fostering agencies; authority and regional figures are local authority services only.';

/** What the capacity indicators share: places with the authority's own foster carers. */
const places = {
  version: 1,
  dataset: 'fostering',
  cohort:
    'Mainstream places with the authority’s own foster carers, without family and friends carers',
  decimals: 0,
  // The Department's dictionary gives no good end: full carers leave no choice, empty ones are idle.
  polarity: 'NONE',
  periodBasis: 'snapshot at 31 March',
  source: interactiveTool,
  licence: openGovernmentLicence,
} as const;

/** What the recruitment indicators share: households, over the year to 31 March. */
const households = {
  version: 1,
  dataset: 'fostering',
  cohort: 'Fostering households of local authority fostering services',
  numeratorText: null,
  denominatorText: null,
  decimals: 0,
  periodBasis: 'year to 31 March',
  source: 'Ofsted, Fostering in England 1 April 2018 to 31 March 2019, local authority level',
  licence: openGovernmentLicence,
  aggregation: 'sum',
  scale: null,
  collected: false,
} as const;

/** Foster places of the authorities' own services, and the recruitment of foster carers. */
export const fosteringIndicators: readonly IndicatorContract[] = [
  {
    ...places,
    key: 'foster-places-approved',
    title: 'Approved foster places',
    definition:
      'Number of places that the authority’s own foster carers are approved for, filled or not.',
    numeratorText: null,
    denominatorText: null,
    unit: 'places',
    cautions: [
      'Not comparable with figures before 2022, which include family and friends carers.',
      'Places with independent fostering agencies are not included.',
      roundedToFive,
      localAuthorityServices,
    ],
    aggregation: 'sum',
    scale: null,
    collected: false,
  },
  {
    ...places,
    key: 'foster-places-filled-share',
    title: 'Approved foster places that are filled',
    definition:
      'Share of the places that the authority’s own foster carers are approved for that had a child in them.',
    numeratorText: 'Filled foster places',
    denominatorText: 'Approved foster places',
    unit: 'percent',
    cautions: [
      'A place that is not filled is not always vacant: some cannot be used for the time being.',
      'Worked out from two figures rounded to the nearest 5: for a small service it is rough.',
      'Not comparable with figures before 2022, which include family and friends carers.',
      localAuthorityServices,
    ],
    aggregation: 'pooled',
    scale: 100,
    collected: false,
  },
  {
    ...households,
    key: 'fostering-enquiries',
    title: 'Initial enquiries about fostering',
    definition:
      'Number of initial enquiries from new prospective fostering households in the year.',
    unit: 'enquiries',
    polarity: 'HIGH',
    cautions: [
      'Services differ in what they record as an enquiry.',
      notOneCohort,
      englandHasAgencies,
      countNotRate,
      roundedToFive,
    ],
  },
  {
    ...households,
    key: 'fostering-applications',
    title: 'Applications to foster',
    definition:
      'Number of applications received from prospective fostering households in the year.',
    unit: 'applications',
    polarity: 'HIGH',
    cautions: [notOneCohort, englandHasAgencies, countNotRate, roundedToFive],
  },
  {
    ...households,
    key: 'fostering-approvals',
    title: 'Fostering households approved',
    definition:
      'Number of fostering households approved in the year, mainstream and family and friends together.',
    unit: 'households',
    polarity: 'HIGH',
    cautions: [
      'Households, not carers: a couple is one household.',
      'Includes family and friends households, most of which no campaign recruited.',
      notOneCohort,
      englandHasAgencies,
      countNotRate,
      roundedToFive,
    ],
  },
  {
    ...households,
    key: 'fostering-deregistrations',
    title: 'Fostering households deregistered',
    definition: 'Number of fostering households deregistered in the year, for any reason.',
    unit: 'households',
    // Some deregistrations are happy ends, such as adoption; a service that loses fewer households still does better.
    polarity: 'LOW',
    cautions: [
      'Includes transfers to another service and endings such as adoption or special guardianship.',
      englandHasAgencies,
      'A count grows with the size of the authority: the rank says who has fewest, not who does best.',
      roundedToFive,
    ],
  },
];
