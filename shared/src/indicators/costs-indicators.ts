import type { IndicatorContract } from './indicator.ts';
import { openGovernmentLicence } from './indicator.ts';

/** What the unit costs share: outturn spending divided by care, as the Department works it out. */
const unitCost = {
  version: 1,
  dataset: 'costs',
  unit: 'GBP per week',
  decimals: 0,
  // A low cost is not good in itself: it may be good value, little need or weak support.
  polarity: 'NONE',
  periodBasis: 'financial year',
  source:
    'Department for Education, section 251 outturn, through the Local Authority Interactive Tool',
  licence: openGovernmentLicence,
  // The Department publishes the quotient alone, so costs of several authorities cannot be pooled.
  aggregation: 'none',
  scale: null,
  collected: false,
} as const;

const notPrices =
  'An average of all spending, with overheads: not a price, and not comparable with framework or provider fees.';

const accounting =
  'Authorities differ in what they book under a heading, and a small number of placements makes the average jump.';

const cash = 'In the prices of each year: a rise includes inflation.';

/** What a week of care costs an authority on average. */
export const costsIndicators: readonly IndicatorContract[] = [
  {
    ...unitCost,
    key: 'residential-weekly-cost',
    title: 'Average weekly cost of residential care',
    definition:
      'Outturn spending on residential care divided by the days of residential care, times seven, rounded to the nearest £5.',
    cohort:
      'Children in secure units, children’s homes, residential care homes and residential schools',
    numeratorText: 'Outturn spending on residential care',
    denominatorText: 'Days of residential care in the year, from SSDA903',
    cautions: [
      notPrices,
      'Divided by days of care; the fostering cost is divided by children on one day, so the two are not alike.',
      accounting,
      cash,
    ],
  },
  {
    ...unitCost,
    key: 'fostering-weekly-cost',
    title: 'Average weekly cost of fostering',
    definition:
      'Outturn spending on fostering services divided by the foster placements on 31 March, by 365 and times seven, rounded to the nearest £5.',
    cohort: 'Foster placements, with the authority’s own carers and with agencies',
    numeratorText: 'Outturn spending on fostering services',
    denominatorText: 'Foster placements on 31 March',
    cautions: [
      notPrices,
      'Divided by placements on one day: an authority whose numbers moved in the year looks dearer or cheaper than it was.',
      accounting,
      cash,
    ],
  },
];
