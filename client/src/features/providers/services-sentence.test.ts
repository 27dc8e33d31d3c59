import { describe, expect, test } from 'vitest';
import { servicesFilter } from './service-address.ts';
import type { SentencedServices } from './services-sentence.ts';
import { servicesSentence } from './services-sentence.ts';

const names = {
  consortium: 'D2N2',
  authority: (code: string) => ({ E06000015: 'Derby', E06000018: 'Nottingham' })[code] ?? code,
  group: 'Keys Child Care',
  framework: 'D2N2-CH',
  lot: '3',
};

const value = (code: string, services: number, places: number | null) => ({
  value: code,
  title: code,
  services,
  places,
});

const homes: SentencedServices = {
  totalCount: 210,
  places: 754,
  placesUnknown: 0,
  edges: [],
  facets: [
    {
      name: 'PROVISION_TYPE',
      others: 0,
      values: [
        value('CHILDRENS_HOME', 210, 754),
        value('SUPPORTED_ACCOMMODATION', 44, 1118),
        value('INDEPENDENT_FOSTERING_AGENCY', 11, null),
        value('BOARDING_SCHOOL', 19, 962),
      ],
    },
  ],
};
const everything = { ...homes, totalCount: 284, places: 2834, placesUnknown: 13 };

const sentence = (found: SentencedServices, address: string) =>
  servicesSentence(found, servicesFilter(new URLSearchParams(address)), names);

describe('what a search came to', () => {
  test('is how many of what, with how many places, where', () => {
    expect(sentence(homes, 'what=childrens-home')).toBe(
      '210 children’s homes with 754 places in D2N2.',
    );
  });

  test('tells kinds apart, and says whose places are not known', () => {
    expect(sentence(everything, '')).toBe(
      '284 services with 2,834 places in D2N2: 210 children’s homes with 754 places, 44 supported accommodation services with 1,118 places, 11 independent fostering agencies and 19 others. Places of 13 services are not published, and not counted.',
    );
  });

  test('says how it was narrowed', () => {
    const found = { ...homes, totalCount: 1, places: 4 };

    expect(
      sentence(
        found,
        'what=childrens-home&in=E06000015&near=E06000018&miles=20&judged=good&own=no&least=2&group=keys-child-care',
      ),
    ).toBe(
      '1 children’s home with 4 places in Derby, within 20 miles of the middle of Nottingham, of Keys Child Care, not in-house, judged Good or better, of 2 places or more.',
    );
  });

  test('names framework, lot and tier', () => {
    expect(sentence(homes, 'what=childrens-home&framework=Rg&lot=TA&tier=2')).toBe(
      '210 children’s homes with 754 places in D2N2, on D2N2-CH, lot 3, tier 2.',
    );
  });

  test('says when there is none, and when they do not exist', () => {
    expect(sentence({ ...homes, totalCount: 0, places: 0 }, 'what=childrens-home&text=zzz')).toBe(
      'No children’s homes in D2N2, with names like “zzz”.',
    );
    expect(sentence(homes, 'what=childrens-home&fictitious=yes')).toBe(
      '210 fictitious children’s homes with 754 places in D2N2.',
    );
  });

  test('never counts places that are not published as none', () => {
    const agencies = { ...homes, totalCount: 11, places: 0, placesUnknown: 11 };

    expect(sentence(agencies, 'what=independent-fostering-agency')).toBe(
      '11 independent fostering agencies in D2N2. Their places are not published.',
    );
  });
});
