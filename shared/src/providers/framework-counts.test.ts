import { expect, test } from 'vitest';
import { countsExplained } from './framework-counts.ts';

const homes = {
  lots: [
    { number: '1', memberships: 46 },
    { number: '2', memberships: 30 },
    { number: '3', memberships: 12 },
  ],
  providers: 48,
  printedProviders: null,
  printedMemberships: null,
};

test('memberships of several lots are not providers', () => {
  expect(countsExplained(homes)).toBe(
    '46 + 30 + 12 = 88 memberships of lots, held by 48 providers: whoever is on several lots counts once for each, so 88 memberships are not 88 providers.',
  );
});

test('on one lot they are', () => {
  expect(countsExplained({ ...homes, lots: [{ number: '1', memberships: 7 }], providers: 7 })).toBe(
    '7 memberships of lots, held by 7 providers: each is on one lot.',
  );
});

test('what is printed stands beside what is counted', () => {
  expect(countsExplained({ ...homes, printedProviders: 119, printedMemberships: 88 })).toContain(
    'Its source prints 119 providers; 48 are counted here. Its source prints 88 memberships, as counted here.',
  );
});

test('what is printed is said also where who is on it is not shared', () => {
  expect(countsExplained({ ...homes, lots: null, providers: null, printedProviders: 119 })).toBe(
    'Who is on it is not shared with you. Its source prints 119 providers.',
  );
});

test('nobody is nobody', () => {
  expect(countsExplained({ ...homes, lots: [{ number: '1', memberships: 0 }], providers: 0 })).toBe(
    'Nobody is recorded as being on it today.',
  );
});
