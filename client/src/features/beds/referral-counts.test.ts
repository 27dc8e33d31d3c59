import { expect, test } from 'vitest';
import type { ReferralCount } from './referral-counts.ts';
import { countsSentence, countText, groupName, inOrder } from './referral-counts.ts';

const group = (key: string | null, searches: number, foundNone = 0): ReferralCount => ({
  ...{ key, searches, foundNone, placed: 0, open: 0, synthetic: false },
});

test('bands stand in their order, and what was not asked for last', () => {
  const given = [group('10-12', 1), group(null, 1), group('UNDER-10', 1)];

  expect(inOrder(given, 'AGE_BAND').map(({ key }) => key)).toEqual(['UNDER-10', '10-12', null]);
});

test('months stay as they come', () => {
  const given = [group('2026-01', 1), group('2026-02', 0)];

  expect(inOrder(given, 'MONTH')).toEqual(given);
});

test.each([
  ['MONTH', '2026-01', 'January 2026'],
  ['AGE_BAND', 'UNDER-10', 'Under 10'],
  ['NEED', 'MENTAL-HEALTH', 'Mental health needs'],
  ['NOTICE', 'CRISIS', 'Crisis: the same day'],
  ['NOTICE', null, 'Not asked for'],
] as const)('a group by %s, %s, is read as %s', (by, key, name) => {
  expect(groupName({ key }, by)).toBe(name);
});

test('what found no home is said of each group and first of all', () => {
  const given = [group('SENSORY', 4, 1), group('PHYSICAL', 9, 3)];

  expect(given.map(countText)).toEqual([
    '4, of which 1 found no home',
    '9, of which 3 found no home',
  ]);
  expect(countsSentence(given, 'NEED')).toBe(
    'Most often nothing was found for “physical disability”: 3 searches of 9.',
  );
  expect(countsSentence([group('2026-01', 2)], 'MONTH')).toBe(
    'Every search found a home with a place.',
  );
});
