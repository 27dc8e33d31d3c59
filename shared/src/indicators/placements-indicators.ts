import type { IndicatorContract } from './indicator.ts';
import { openGovernmentLicence } from './indicator.ts';

const childrenLookedAfter =
  'Department for Education, Children looked after in England including adoptions (SSDA903)';

const roundedAbove =
  'Regional and national counts are rounded to the nearest 10 and authority counts are exact, so parts do not add up to the whole.';

const wholePercentages =
  'Percentages are published whole: a difference of one point may be a difference in rounding.';

const smallCohort =
  'In an authority with few children looked after, one or two children move the percentage by several points.';

/** What the indicators share: children looked after on 31 March, by the authority responsible for them. */
const onThirtyFirstMarch = {
  version: 1,
  dataset: 'placements',
  cohort:
    'Children looked after on 31 March, by responsible authority, without agreed series of short-term placements',
  periodBasis: 'snapshot at 31 March',
  source: childrenLookedAfter,
  licence: openGovernmentLicence,
} as const;

const shareOfChildren = {
  ...onThirtyFirstMarch,
  denominatorText: 'Children looked after on 31 March',
  unit: 'percent',
  decimals: 0,
  aggregation: 'pooled',
  scale: 100,
  collected: false,
} as const;

/** Children looked after: how many, in what kind of placement, how near home and how settled. */
export const placementsIndicators: readonly IndicatorContract[] = [
  {
    ...onThirtyFirstMarch,
    key: 'cla-number',
    title: 'Children looked after',
    definition: 'Number of children looked after by the authority on 31 March.',
    numeratorText: null,
    denominatorText: null,
    unit: 'children',
    decimals: 0,
    // More children looked after is neither good nor bad in itself: it may be need, or need that was met.
    polarity: 'NONE',
    cautions: [
      'A count grows with the size of the authority: use the rate to compare authorities.',
      roundedAbove,
      'Counts each child under the authority responsible, not under the authority where the child lives.',
    ],
    aggregation: 'sum',
    scale: null,
    collected: false,
  },
  {
    ...onThirtyFirstMarch,
    key: 'cla-rate',
    title: 'Children looked after per 10,000 children',
    definition:
      'Children looked after on 31 March for every 10,000 children aged 0 to 17 living in the area.',
    numeratorText: 'Children looked after on 31 March',
    denominatorText: 'Resident children aged 0 to 17, ONS mid-year estimate',
    unit: 'per 10,000 children',
    decimals: 0,
    // The Department's own dictionary gives this rate no good end, for the reason given at cla-number.
    polarity: 'NONE',
    cautions: [
      'Unaccompanied asylum-seeking children are included: authorities with a port or a high transfer number have higher rates.',
      'The population estimate is revised: rates of one release may differ from the same year in another.',
      roundedAbove,
    ],
    aggregation: 'pooled',
    scale: 10_000,
    collected: false,
  },
  {
    ...shareOfChildren,
    key: 'cla-foster-share',
    title: 'Children looked after in foster placements',
    definition:
      'Share of children looked after on 31 March who were in a foster placement of any kind.',
    numeratorText: 'Children in foster placements',
    polarity: 'HIGH',
    cautions: [
      'Includes placements with relatives and friends, and with agencies as well as the authority’s own carers.',
      wholePercentages,
      smallCohort,
    ],
  },
  {
    ...shareOfChildren,
    key: 'cla-residential-share',
    title: 'Children looked after in secure homes and children’s homes',
    definition:
      'Share of children looked after on 31 March who were in a secure home or a children’s home.',
    numeratorText: 'Children in secure homes and children’s homes',
    // For some children a home is the right place, so the Department's dictionary gives no good end.
    polarity: 'NONE',
    cautions: [
      'Does not include residential schools, other residential settings or supported accommodation.',
      wholePercentages,
      smallCohort,
    ],
  },
  {
    ...shareOfChildren,
    key: 'cla-outside-authority-share',
    title: 'Children looked after who live outside the authority',
    definition:
      'Share of children looked after on 31 March who were placed outside the authority’s boundary.',
    numeratorText: 'Children placed outside the local authority boundary',
    polarity: 'LOW',
    cautions: [
      'A city with a tight boundary places outside it more often than a county, at the same distance from home.',
      'Must not be worked out from other published shares where it is confidential.',
      wholePercentages,
    ],
  },
  {
    ...shareOfChildren,
    key: 'cla-over-20-miles-share',
    title: 'Children looked after more than 20 miles from home',
    definition:
      'Share of children looked after on 31 March who were placed more than 20 miles from home, inside or outside the authority.',
    numeratorText: 'Children placed more than 20 miles from home',
    polarity: 'LOW',
    cautions: [
      'Not comparable with the Local Authority Interactive Tool’s measure, which counts only placements that are also outside the authority.',
      'Children whose distance is not known or not recorded are in the denominator and never in the numerator.',
      'In a large county a placement inside the boundary may be more than 20 miles from home.',
      wholePercentages,
    ],
  },
  {
    ...shareOfChildren,
    key: 'three-or-more-placements-share',
    title: 'Children looked after with three or more placements in the year',
    definition:
      'Share of children looked after on 31 March who had three or more placements during the year.',
    numeratorText: 'Children with three or more placements during the year',
    periodBasis: 'year to 31 March',
    polarity: 'LOW',
    cautions: [
      'Children who stopped being looked after during the year are not counted.',
      wholePercentages,
      smallCohort,
    ],
  },
  {
    ...shareOfChildren,
    key: 'same-placement-two-years-share',
    title: 'Children with the same carer for at least two years',
    definition:
      'Share of children under 16 looked after for at least two and a half years who had lived with the same carer for at least two years.',
    cohort:
      'Children aged under 16 on 31 March who had been looked after continuously for at least two and a half years',
    numeratorText: 'Children living with the same carer for at least two years',
    denominatorText:
      'Children under 16 looked after continuously for at least two and a half years',
    polarity: 'HIGH',
    cautions: [
      'The denominator is not all children looked after: it leaves out children of 16 and over and children who came into care recently.',
      wholePercentages,
      smallCohort,
    ],
  },
];
