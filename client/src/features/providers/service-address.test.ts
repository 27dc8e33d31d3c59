import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowedBy, servicesFilter, servicesInput, servicesSearch } from './service-address.ts';

const read = (text: string) => servicesFilter(new URLSearchParams(text));

describe('a search in the address', () => {
  test('is read', () => {
    const filter = read(
      'scope=england&text=keys&what=childrens-home,boarding-school&in=E06000015,E10000007&near=E06000018&miles=20&judged=good&least=2&most=6&own=no&vacant=yes&fictitious=yes&order=distance',
    );

    expect(filter).toEqual({
      scope: 'england',
      text: 'keys',
      types: ['CHILDRENS_HOME', 'BOARDING_SCHOOL'],
      authorities: ['E06000015', 'E10000007'],
      near: 'E06000018',
      miles: 20,
      group: null,
      judgements: ['GOOD'],
      placesAtLeast: 2,
      placesAtMost: 6,
      inHouse: false,
      framework: null,
      lot: null,
      tier: null,
      vacant: true,
      fictitious: true,
      order: 'DISTANCE',
    });
  });

  test('leaves nothing out by what cannot be read', () => {
    expect(
      read('what=castles&in=derby&miles=20&judged=fine&least=-1&most=many&own=ours&order=best'),
    ).toEqual(read(''));
  });

  test('does not ask for an order that needs what is not given', () => {
    expect(read('order=distance').order).toBeNull();
    expect(read('order=relevance').order).toBeNull();
  });

  test('names a tier of a framework or lot only', () => {
    expect(read('tier=1').tier).toBeNull();
    expect(read('framework=RnJhbWV3b3JrOjE&tier=2').tier).toBe(2);
    expect(servicesInput(read('lot=TG90OjE&tier=2'), 'd2n2')).toMatchObject({ tier: 2 });
  });

  test('asks for vacancies of whatever is there', () => {
    expect(servicesInput(read('vacant=yes'), 'd2n2')).toMatchObject({
      ...{ vacant: true, synthetic: null },
    });
    expect(servicesInput(read(''), 'd2n2')).toMatchObject({ vacant: false, synthetic: false });
  });

  test('forgets a largest size below the smallest', () => {
    expect(read('least=6&most=2')).toMatchObject({ placesAtLeast: 6, placesAtMost: null });
  });

  test('says nothing of what leaves nothing out', () => {
    expect(servicesSearch(read('')).toString()).toBe('');
    expect(narrowedBy(read('scope=england&text=keys&near=E06000015&order=places'))).toBe(0);
    expect(narrowedBy(read('what=childrens-home,boarding-school&own=no&near=E06000015'))).toBe(2);
  });

  test('is read again as it was written', () => {
    const address = fc.record(
      {
        text: fc.string({ maxLength: 30 }),
        what: fc.constantFrom('childrens-home', 'boarding-school,childrens-home', 'x'),
        in: fc.constantFrom('E06000015', 'E06000015,E06000015', 'derby'),
        near: fc.constantFrom('E06000018', 'nowhere'),
        miles: fc.constantFrom('5', '0', 'far'),
        judged: fc.constantFrom('good', 'good,consistently-strong'),
        least: fc.nat(2000).map(String),
        most: fc.nat(2000).map(String),
        own: fc.constantFrom('yes', 'no', 'perhaps'),
        order: fc.constantFrom('name', 'distance', 'relevance', 'places'),
        framework: fc.constantFrom('RnJhbWV3b3JrOjE=', 'not one'),
        tier: fc.constantFrom('1', '12', 'first'),
      },
      { requiredKeys: [] },
    );

    fc.assert(
      fc.property(address, (parts) => {
        const filter = servicesFilter(new URLSearchParams(parts));
        expect(servicesFilter(servicesSearch(filter))).toEqual(filter);
      }),
    );
  });
});

describe('what the server is asked', () => {
  const asked = (text: string) => servicesInput(read(text), 'd2n2');

  test('keeps to the consortium unless all of England is meant', () => {
    expect(asked('').consortium).toBe('d2n2');
    expect(asked('scope=england').consortium).toBeNull();
  });

  test('leaves fictitious services out unless they are asked for, or something is named', () => {
    expect(asked('').synthetic).toBe(false);
    expect(asked('fictitious=yes').synthetic).toBe(true);
    expect(asked('group=keys-child-care').synthetic).toBeNull();
    expect(asked('text=9007012').synthetic).toBeNull();
    expect(asked('text=keys').synthetic).toBe(false);
  });

  test('puts names most like the words first, but has no such order for a URN', () => {
    expect(asked('text=keys').order).toBe('RELEVANCE');
    expect(asked('text=SC023637').order).toBe('NAME');
    expect(asked('text=DE1 2AB').order).toBe('NAME');
    expect(asked('text=keys&order=places').order).toBe('PLACES');
  });
});
