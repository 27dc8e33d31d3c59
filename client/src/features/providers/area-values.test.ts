import { describe, expect, test } from 'vitest';
import { foundAreas, mapSentence, shadedBy } from './area-values.ts';
import { servicesFilter } from './service-address.ts';

const authority = (code: string, name: string) => ({ id: code, code, name });
const derby = authority('E06000015', 'Derby');
const derbyshire = authority('E10000007', 'Derbyshire');
const leeds = authority('E08000035', 'Leeds');
const choices = {
  authorities: [derby, derbyshire, leeds],
  consortium: { id: 'd2n2', members: [derby, derbyshire] },
  frameworks: { edges: [] },
};
const found = {
  facets: [
    {
      name: 'AUTHORITY' as const,
      others: 0,
      values: [{ value: 'E10000007', title: 'Derbyshire', services: 73, places: 271 }],
    },
  ],
};
const filter = (text: string) => servicesFilter(new URLSearchParams(text));

describe('areas of a map', () => {
  test('are the members, also where nothing was found', () => {
    expect(foundAreas(found, filter(''), choices)).toEqual([
      { code: 'E06000015', name: 'Derby', services: 0, places: 0 },
      { code: 'E10000007', name: 'Derbyshire', services: 73, places: 271 },
    ]);
  });

  test('are all of England where that is meant, and only those near enough where a distance is', () => {
    expect(foundAreas(found, filter('scope=england'), choices)).toHaveLength(3);
    expect(
      foundAreas(found, filter('scope=england&near=E06000015&miles=20'), choices).map(
        ({ name }) => name,
      ),
    ).toEqual(['Derbyshire']);
  });

  test('are told in a sentence', () => {
    const places = shadedBy(foundAreas(found, filter(''), choices), 'places');

    expect(mapSentence(places, 'registered places')).toBe(
      'Only Derbyshire has registered places: 271; 1 of 2 authorities has none, or none that are published.',
    );
    expect(mapSentence([], 'services')).toBe('No authority has services in this search.');
  });
});
