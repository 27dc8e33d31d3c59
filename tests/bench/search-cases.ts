import type { ServicesWanted } from '@sufficiency/server/modules/providers/service-search.ts';

/** A search of the register: as the API takes it, and as its statement does. */
export interface SearchCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly wanted: ServicesWanted;
}

const facets = ['PROVISION_TYPE', 'AUTHORITY', 'JUDGEMENT'] as const;

const everything: ServicesWanted = {
  statuses: ['ACTIVE', 'SUSPENDED'],
  synthetic: false,
  provisionTypes: null,
  authorities: null,
  members: null,
  urn: null,
  district: null,
  words: null,
  near: null,
  withinMiles: null,
  group: null,
  judgements: null,
  inHouse: null,
  placesAtLeast: null,
  placesAtMost: null,
  framework: null,
  lot: null,
  tier: null,
  order: 'NAME',
  facets,
};

const searchFor = (
  name: string,
  input: SearchCase['input'],
  wanted: Partial<ServicesWanted>,
): SearchCase => ({
  name,
  input: { facets, ...input },
  wanted: { ...everything, ...wanted },
});

const derby = 'E06000015';
const homes = ['CHILDRENS_HOME'] as const;

/** All of England in every case, with three facets. */
export const searchCases: readonly SearchCase[] = [
  searchFor('everything, by name', {}, {}),
  searchFor('everything, best judgement first', { order: 'JUDGEMENT' }, { order: 'JUDGEMENT' }),
  searchFor(
    'homes judged good, most places first',
    { provisionTypes: homes, judgementAtLeast: ['GOOD'], order: 'PLACES' },
    { provisionTypes: homes, judgements: ['OUTSTANDING', 'GOOD'], order: 'PLACES' },
  ),
  searchFor(
    'a misspelt owner',
    { text: 'compas childrens homes', order: 'RELEVANCE' },
    { words: 'compas childrens homes', order: 'RELEVANCE' },
  ),
  searchFor('a word of many names', { text: 'care' }, { words: 'care' }),
  searchFor(
    'homes within 40 miles, nearest first',
    { provisionTypes: homes, near: derby, withinMiles: 40, order: 'DISTANCE' },
    { provisionTypes: homes, near: derby, withinMiles: 40, order: 'DISTANCE' },
  ),
  searchFor(
    'not in-house, two to four places, one authority',
    { inHouse: false, placesAtLeast: 2, placesAtMost: 4, authorities: [derby] },
    { inHouse: false, placesAtLeast: 2, placesAtMost: 4, authorities: [derby] },
  ),
];
