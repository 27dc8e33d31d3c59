import type { FrameworkFacts } from './demonstration-framework-facts.ts';
import { fictitiousFrameworks } from './demonstration-frameworks-fictitious.ts';
import { trustFrameworks } from './demonstration-frameworks-trust.ts';

const findATender = 'https://www.find-tender.service.gov.uk';

const d2n2: readonly FrameworkFacts[] = [
  {
    reference: 'CCS034',
    title: 'D2N2 fostering framework',
    ocid: 'ocds-h6vhtk-04ed25',
    holder: 'derbyshire',
    lead: 'E10000007',
    leadText: 'Derbyshire County Council, with Derby, Nottingham and Nottinghamshire',
    buyers: ['d2n2'],
    services: ['FOSTERING'],
    startsOn: '2026-04-01',
    endsOn: '2034-03-31',
    openToNew: true,
    value: 150_000_000,
    condition:
      'Open framework, any number of suppliers. Prices by category stay below a published maximum weekly price; direct award and further competition.',
    source:
      'Find a Tender notice 047713-2025: 1,772 children in foster care; awards of 30 January and 24 June 2026.',
    sourceUrl: `${findATender}/Notice/047713-2025`,
    synthetic: false,
    lots: [{ number: '1', title: 'Fostering placements, priced by category' }],
    dates: [
      { kind: 'AWARDED', on: '2026-01-30', note: 'First award.' },
      { kind: 'AWARDED', on: '2026-06-24', note: 'Second award.' },
    ],
    extensions: [],
    membersFrom: '2026-04-01',
  },
  {
    reference: 'CCS072',
    title: 'D2N2 residential framework',
    ocid: 'ocds-h6vhtk-05877e',
    holder: 'derbyshire',
    lead: 'E10000007',
    leadText: 'Derbyshire County Council, with Derby, Nottingham and Nottinghamshire',
    buyers: ['d2n2'],
    services: ['RESIDENTIAL'],
    startsOn: '2026-04-01',
    endsOn: '2034-03-31',
    openToNew: false,
    value: 300_000_000,
    conditionJudgement: 'GOOD',
    condition: 'Homes judged Good or Outstanding.',
    source:
      'Find a Tender notice 048589-2025: eight years from 1 April 2026, 427 children in children’s homes; award of 30 January 2026.',
    sourceUrl: `${findATender}/Notice/048589-2025`,
    synthetic: false,
    lots: [{ number: '1', title: 'Children’s homes' }],
    dates: [{ kind: 'AWARDED', on: '2026-01-30' }],
    extensions: [],
    membersFrom: '2026-04-01',
  },
  {
    reference: 'D2N2-2020',
    title: 'D2N2 fostering and residential framework, 2020 to March 2026',
    // Its sources name no authority as its lead: only a hub may publish what nobody of its own leads, and change it.
    holder: 'd2n2',
    leadText: 'D2N2',
    buyers: ['d2n2'],
    services: ['FOSTERING', 'RESIDENTIAL'],
    endsOn: '2026-03-31',
    openToNew: false,
    condition: 'Prices agreed beforehand.',
    source:
      'Nottinghamshire County Council, Progress with the Sufficiency and Commissioning Strategy, 15 April 2024: the framework of 2020 ends in March 2026.',
    synthetic: false,
    lots: [
      { number: '1', title: 'Fostering', service: 'FOSTERING' },
      { number: '2', title: 'Residential', service: 'RESIDENTIAL' },
    ],
    dates: [],
    extensions: [],
    membersFrom: '2020-04-01',
    membersUntil: '2026-03-31',
  },
  {
    reference: 'EAST-MIDLANDS-2014',
    title: 'East Midlands regional framework of 2014',
    holder: 'd2n2',
    leadText: 'Northamptonshire County Council, which ended on 31 March 2021',
    buyers: [],
    services: ['FOSTERING', 'RESIDENTIAL'],
    openToNew: false,
    condition:
      'Tier 1 the five best ranked, tier 2 the next ten, tier 3 the others; each has 24 hours to respond.',
    source:
      'Shaping the market, a paper on the East Midlands framework of 2014 led by Northamptonshire.',
    synthetic: false,
    lots: [
      ...['1', '2', '3'].map((level) => ({
        number: `F${level}`,
        title: `Fostering, need level ${level}`,
        service: 'FOSTERING' as const,
        tiers: threeTiers(),
      })),
      ...['1', '2'].map((level) => ({
        number: `R${level}`,
        title: `Residential, need level ${level}`,
        service: 'RESIDENTIAL' as const,
        tiers: threeTiers(),
      })),
    ],
    dates: [],
    extensions: [],
  },
];

function threeTiers() {
  return ['Tier 1: the five best ranked', 'Tier 2: the next ten', 'Tier 3: the others'].map(
    (title, index) => ({ number: index + 1, title, hoursToRespond: 24 }),
  );
}

const westMidlands: readonly FrameworkFacts[] = [
  {
    reference: 'WM-IFA-2024',
    title: 'West Midlands independent fostering framework',
    ocid: 'ocds-h6vhtk-05cebb',
    holder: 'coventry',
    lead: 'E08000026',
    leadText: 'Coventry City Council, for the 14 West Midlands authorities and trusts',
    buyers: ['west-midlands'],
    services: ['FOSTERING'],
    startsOn: '2024-08-27',
    endsOn: '2028-08-26',
    openToNew: true,
    value: 2_750_000_000,
    source:
      'Find a Tender, procurement ocds-h6vhtk-05cebb: four years and twice three more; more than 80 % of placements were on its predecessor. The reference is ours.',
    sourceUrl: `${findATender}/procurement/ocds-h6vhtk-05cebb`,
    synthetic: false,
    lots: [
      { number: '1', title: 'Standard' },
      { number: '2', title: 'Enhanced' },
      { number: '3', title: 'Specialist' },
      // Its notice names this one without a number.
      { number: 'Parent and child', title: 'Parent and child' },
    ],
    dates: [
      { kind: 'REOPENED', on: '2025-10-17', note: 'Re-opened to new providers.' },
      { kind: 'AWARDED', on: '2026-05-26', note: 'Award after the re-opening.' },
    ],
    extensions: [{ months: 36 }, { months: 36 }],
    membersFrom: '2024-08-27',
  },
  {
    reference: 'WM-FCA-2018',
    title: 'West Midlands residential flexible contracting arrangement',
    holder: 'west-midlands',
    leadText: 'The West Midlands region',
    buyers: ['west-midlands'],
    services: ['RESIDENTIAL'],
    startsOn: '2018-12-15',
    endsOn: '2021-12-14',
    openToNew: false,
    condition: 'Mini-blocks can be called off.',
    printedProviders: 119,
    printedHomes: 555,
    source:
      'Herefordshire Council, decision 5584: 15 December 2018 to 14 December 2021 and up to three years more; Staffordshire County Council, Sufficiency Strategy 2023–26: 119 providers and 555 homes. The reference is ours.',
    synthetic: false,
    lots: [{ number: '1', title: 'Residential placements' }],
    dates: [],
    extensions: [{ months: 36 }],
  },
  {
    reference: 'WM-SA-2022',
    title: 'West Midlands supported accommodation framework',
    holder: 'staffordshire',
    lead: 'E10000028',
    leadText: 'Staffordshire County Council, since 2012; this one since 2022',
    buyers: ['west-midlands'],
    services: ['SUPPORTED'],
    openToNew: false,
    source:
      'Staffordshire County Council, Sufficiency Strategy: Homes for Children in our Care 2023–26. The reference is ours.',
    synthetic: false,
    lots: [{ number: '1', title: 'Supported accommodation' }],
    dates: [],
    extensions: [],
    membersFrom: '2022-04-01',
  },
];

/** Every framework of a demonstration: those of public sources, and two that do not exist. */
export const demonstrationFrameworks: readonly FrameworkFacts[] = [
  ...d2n2,
  ...westMidlands,
  ...trustFrameworks,
  ...fictitiousFrameworks,
];
