import { expect, test } from 'vitest';
import { homeChange, homeDraft, locationOf, missingOfHome } from './home-draft.ts';
import type { Home } from './homes-queries.ts';

const home = {
  ...{ id: 'one', version: 4, name: null, genders: 'ANY', needs: ['EMOTIONAL'] },
  ...{ ageFrom: 8, ageTo: 17, noticeDays: 0, opensOn: null, closesOn: null, location: null },
  ...{ inHouse: true, siblings: false, solo: false, education: false, emergency: false },
  ...{ spot: false, shortBreaks: false, counts: { registered: 3 } },
} as unknown as Home;
const before = homeDraft(home);

test('only what differs is sent, and the version that was seen', () => {
  const draft = {
    ...before,
    ...{ name: ' The Laurels ', places: '4', location: '52.95, -1.15' },
    flags: ['inHouse', 'siblings'] as const,
  };

  expect(homeChange(before, before, home)).toEqual({ home: 'one', version: 4 });
  expect(homeChange(draft, before, home)).toEqual({
    ...{ home: 'one', version: 4, name: 'The Laurels', places: 4, siblings: true },
    location: { latitude: 52.95, longitude: -1.15 },
  });
});

test('what is taken away is sent as null', () => {
  const named = { ...before, name: 'The Laurels', closesOn: '2027-01-01', location: '52.95 -1.15' };

  expect(homeChange(before, named, home)).toEqual({
    ...{ home: 'one', version: 4, name: null, closesOn: null, location: null },
  });
});

test('what is no number and no place on earth is said at its field', () => {
  expect(missingOfHome(before)).toEqual([]);
  expect(
    missingOfHome({ ...before, places: 'four', location: 'Nottingham' }).map(({ field }) => field),
  ).toEqual(['home-places', 'home-location']);
});

test.each([
  ['', null],
  ['52.95, -1.15', { latitude: 52.95, longitude: -1.15 }],
  ['52.95;-1', { latitude: 52.95, longitude: -1 }],
  ['NG7 1AA', undefined],
  ['52.95', undefined],
])('“%s” is %o', (text, location) => {
  expect(locationOf(text)).toEqual(location);
});
