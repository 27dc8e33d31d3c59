import { expect, test } from 'vitest';
import type { Referral } from './referral-queries.ts';
import { foundWords, outcomeWords, referralsSentence, soughtWords } from './referral-words.ts';

const note = {
  ...{ outcome: 'PLACED', outcomeOn: '2026-03-03', placedBy: 'IN_HOUSE' },
  placedIn: { id: 'derby', code: 'E06000015', name: 'Derby' },
  criteria: {
    ...{ placementTypes: [], ageBand: 'FROM_13_TO_15', gender: null, notice: 'CRISIS' },
    ...{ needs: ['SENSORY'], siblings: false, solo: true, emergency: false, education: false },
    near: { id: 'derby', name: 'Derby' },
  },
} as unknown as Referral;

test('what was looked for is told in bands', () => {
  expect(soughtWords(note)).toBe('13 to 15, the same day, sensory impairment, solo, near Derby');
});

test('what became of it is told with how and where', () => {
  expect(outcomeWords(note)).toBe(
    'Placed in one of the homes found, 3 March 2026: in-house, Derby',
  );
  expect(
    outcomeWords({ ...note, outcome: 'OPEN', outcomeOn: null, placedBy: null, placedIn: null }),
  ).toBe('Still looking');
});

test('homes found are told by how they can be had', () => {
  const offeredBy = [
    { basis: 'BLOCK', homes: 0 },
    { basis: 'SPOT', homes: 1 },
  ] as const;

  expect(foundWords({ offered: 1, offeredBy: [...offeredBy] })).toBe('1 home: 1 off framework');
  expect(foundWords({ offered: 0, offeredBy: [] })).toBe('none');
});

test.each([
  [0, 0, /^Nobody of your organisation/],
  [3, 0, /^3 searches noted .*; of all of them it is said/],
  [3, 1, /of 1 search it is not said yet what became of it\.$/],
])('of %i searches %i are open', (all, open, words) => {
  expect(referralsSentence(all, open)).toMatch(words);
});
