import { describe, expect, test } from 'vitest';
import { serviceFacts, serviceSentence } from './service-facts.ts';
import type { Service } from './service-queries.ts';

const home: Service = {
  id: 'x',
  urn: 'SC012345',
  name: null,
  provisionType: 'CHILDRENS_HOME',
  synthetic: false,
  inHouse: true,
  places: 4,
  judgement: 'GOOD',
  judgedOn: '2024-12-17',
  postcodeDistrict: null,
  areaText: 'Derby',
  status: 'ACTIVE',
  vintage: '2025-03-31',
  authority: { id: 'a', code: 'E06000015', name: 'Derby' },
  provider: {
    id: 'p',
    key: 'derby-city-council',
    name: 'Derby City Council',
    names: ['Derby City Council'],
    companyNumber: null,
    inHouseOf: [{ id: 'a', name: 'Derby' }],
    group: { id: 'g', key: 'derby-city-council', name: 'Derby City Council' },
  },
  sector: 'LOCAL_AUTHORITY',
  registeredOn: null,
  ageFrom: null,
  ageTo: null,
  needs: [],
  shortBreaksOnly: false,
  multiBuilding: false,
  premises: null,
  leftOn: null,
  source: 'Providers as at 31 March 2025',
  judgements: [],
  history: [],
  awards: [],
};

describe('a service', () => {
  test('is told in a sentence, by its URN where its name is kept back', () => {
    expect(serviceSentence(home)).toBe(
      'SC012345 is a children’s home in Derby, owned by Derby City Council, with 4 registered places. Its newest judgement is Good, of 17 December 2024.',
    );
  });

  test('that left says so, and one that was not judged yet', () => {
    const left = { ...home, judgement: null, judgedOn: null, leftOn: '2025-09-30' };

    expect(serviceSentence(left)).toMatch(
      /It has not been judged yet\. It is no longer on the register: the one of 30 September 2025 was the first without it\.$/,
    );
  });

  test('has no facts that are not known, and places that are not published are no zero', () => {
    const facts = new Map(serviceFacts({ ...home, places: null }));

    expect([...facts.keys()]).toEqual([
      'URN',
      'Status',
      'Registered places',
      'Ofsted’s sector',
      'In-house',
      'Source',
    ]);
    expect(facts.get('Registered places')).toBe('Not published');
    expect(facts.get('In-house')).toBe('Yes, of Derby');
    expect(facts.get('Source')).toBe('Providers as at 31 March 2025');
  });
});
