import type { IndicatorContract } from './indicator.ts';
import { openGovernmentLicence } from './indicator.ts';

/** What the indicators share: homes on Ofsted's register, by the authority they stand in. */
const onTheRegister = {
  version: 1,
  dataset: 'providers',
  cohort: 'Children’s homes on Ofsted’s register, by the authority they stand in',
  periodBasis: 'snapshot at 31 March',
  source: 'Ofsted, Children’s social care data in England, provider level',
  licence: openGovernmentLicence,
} as const;

const notForOwnChildren =
  'Counts homes that stand in the area, whoever owns them and whichever authority’s children live there.';

const notSecure =
  'Secure children’s homes, residential special schools and supported accommodation are not included.';

/** Children's homes in an area: how many, how large, how good and owned by how many. */
export const providersIndicators: readonly IndicatorContract[] = [
  {
    ...onTheRegister,
    key: 'homes-in-area',
    title: 'Children’s homes in the area',
    definition:
      'Number of children’s homes registered with Ofsted in the area on 31 March, of every sector.',
    numeratorText: null,
    denominatorText: null,
    unit: 'homes',
    decimals: 0,
    // More homes in an area can mean choice near home or children placed there from far away.
    polarity: 'NONE',
    cautions: [notForOwnChildren, notSecure],
    aggregation: 'sum',
    scale: null,
    collected: false,
  },
  {
    ...onTheRegister,
    key: 'home-places-in-area',
    title: 'Registered places in children’s homes in the area',
    definition:
      'Number of places on the registration certificates of the children’s homes in the area.',
    numeratorText: null,
    denominatorText: null,
    unit: 'places',
    decimals: 0,
    // See homes-in-area.
    polarity: 'NONE',
    cautions: [
      'Registered places are not places that can be used today: some are closed, unstaffed or kept free for the children already there.',
      notForOwnChildren,
      notSecure,
    ],
    aggregation: 'sum',
    scale: null,
    collected: false,
  },
  {
    ...onTheRegister,
    key: 'homes-good-or-outstanding-share',
    title: 'Children’s homes judged good or outstanding',
    definition:
      'Share of children’s homes with a judgement whose latest full inspection found the overall experiences and progress of children good or outstanding.',
    numeratorText: 'Homes judged good or outstanding',
    denominatorText: 'Homes with a judgement',
    unit: 'percent',
    decimals: 1,
    polarity: 'HIGH',
    cautions: [
      'Homes that have not had a full inspection yet are left out.',
      'Supported accommodation is judged on another scale and is not comparable.',
      'With few homes in an area, one judgement moves the percentage by several points.',
    ],
    aggregation: 'pooled',
    scale: 100,
    collected: false,
  },
  {
    ...onTheRegister,
    key: 'home-providers-in-area',
    title: 'Owners of children’s homes in the area',
    definition: 'Number of different organisations that own the children’s homes in the area.',
    numeratorText: null,
    denominatorText: null,
    unit: 'providers',
    decimals: 0,
    // Many owners can mean choice or a fragmented market.
    polarity: 'NONE',
    cautions: [
      'An owner with homes in two areas counts once in each and once in the whole, so areas do not add up.',
      'Counts legal owners as Ofsted spells them: companies of one group count separately.',
      'Homes whose owner Ofsted does not name count together as one owner.',
      notSecure,
    ],
    aggregation: 'distinct',
    scale: null,
    collected: false,
  },
];
