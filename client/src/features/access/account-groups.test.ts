import { describe, expect, test } from 'vitest';
import { consortiumTitle, groupAccounts, startHere } from './account-groups.ts';

const norfolk = {
  account: 'commissioner.norfolk',
  organisation: 'Norfolk',
  role: 'Commissioner',
  purpose: 'Providers and contracts.',
  consortium: null,
};
const derby = {
  account: 'commissioner.derby',
  organisation: 'Derby',
  role: 'Commissioner',
  purpose: 'Providers and contracts.',
  consortium: 'd2n2',
};
const derbyPlacements = {
  account: 'placement-officer.derby',
  organisation: 'Derby',
  role: 'Placement officer',
  purpose: 'A vacant place today.',
  consortium: 'd2n2',
};

const named = (account: string) => ({ ...norfolk, account });

test('one account of each kind is where to start, in this order, if there is one', () => {
  const accounts = [
    'provider.brook-lane-care',
    'provider.copper-beech-fostering',
    'reviewer.d2n2',
    'commissioner.norfolk',
    'commissioner.nottinghamshire',
  ].map(named);

  expect(startHere(accounts).map(({ account }) => account)).toEqual([
    'commissioner.nottinghamshire',
    'reviewer.d2n2',
    'provider.brook-lane-care',
  ]);
  expect(startHere([norfolk])).toEqual([]);
});

test('a consortium is called as people write it', () => {
  expect(consortiumTitle('d2n2')).toBe('D2N2');
  expect(consortiumTitle('west-midlands')).toBe('West Midlands');
});

describe('accounts on the sign-in page', () => {
  test('stand under their organisation and consortium, those outside the consortia last', () => {
    expect(groupAccounts([norfolk, derby, derbyPlacements], '')).toEqual([
      {
        consortium: 'd2n2',
        organisations: [{ organisation: 'Derby', accounts: [derby, derbyPlacements] }],
      },
      { consortium: null, organisations: [{ organisation: 'Norfolk', accounts: [norfolk] }] },
    ]);
  });

  test('are found by all words of a search, in any order and case', () => {
    expect(groupAccounts([norfolk, derby, derbyPlacements], 'PLACE derby')).toEqual([
      {
        consortium: 'd2n2',
        organisations: [{ organisation: 'Derby', accounts: [derbyPlacements] }],
      },
    ]);
  });

  test('are not found by a word that none of them has', () => {
    expect(groupAccounts([norfolk, derby], 'leeds')).toEqual([]);
  });
});
