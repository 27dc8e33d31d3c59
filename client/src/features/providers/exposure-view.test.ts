import { describe, expect, test } from 'vitest';
import { group, seen } from './exposure-fixture.ts';
import { exposureSearch, exposureView, holdersOf } from './exposure-view.ts';

describe('exposureView', () => {
  test('an address without anything shows places, the largest groups, and no failure', () => {
    expect(exposureView(new URLSearchParams())).toEqual({ of: 'places', group: null, all: false });
  });

  test.each(['of=placements&group=moss-gate&all=yes', 'of=spend', 'group=moss-gate', ''])(
    '“%s” is read and written the same',
    (address) => {
      expect(exposureSearch(exposureView(new URLSearchParams(address))).toString()).toBe(address);
    },
  );

  test('what cannot be read is as if it were not there', () => {
    expect(exposureView(new URLSearchParams('of=prices&group=Moss%20Gate&all=1'))).toEqual({
      of: 'places',
      group: null,
      all: false,
    });
  });
});

describe('holdersOf', () => {
  const large = group({ key: 'large', name: 'Large', places: 20 });
  const small = group({ key: 'small', name: 'Small', places: 2 });
  const alike = group({ key: 'alike', name: 'Alike', places: 2 });
  const none = group({ key: 'none', places: 0 });
  const unknown = group({ key: 'unknown', places: null, placesUnknown: 1 });
  const madeUp = group({
    key: 'made-up',
    synthetic: true,
    placementsAtLeast: 5,
    spend: seen(9_000),
  });
  const all = [small, none, large, madeUp, unknown, alike];
  const keysOf = (of: 'places' | 'placements' | 'spend') =>
    holdersOf(all, of).map(({ key }) => key);

  test('those with most places come first, of equal ones by name; fictitious ones hold no real places', () => {
    expect(keysOf('places')).toEqual(['large', 'alike', 'small']);
  });

  test('by placements and by spending there are those of whom some is seen', () => {
    expect(keysOf('placements')).toEqual(['made-up']);
    expect(keysOf('spend')).toEqual(['made-up']);
  });
});
