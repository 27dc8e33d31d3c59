import { expect, test } from 'vitest';
import type { FosteringDropOut } from './drop-out-query.ts';
import { dropOutParts, dropOutSentence } from './drop-out-words.ts';
import { shownPart } from './funnel-words.ts';

const lost = {
  enquiries: 80,
  withdrawn: 24,
  notApproved: 1,
  medianDays: 31,
  synthetic: true,
  stages: [
    {
      reached: 80,
      withdrawn: 6,
      share: 7.5,
      medianDays: 9,
      stage: { code: 'RECEIVED', title: 'Enquiry received' },
    },
    {
      reached: 50,
      withdrawn: 18,
      share: 36,
      medianDays: 40,
      stage: { code: 'INITIAL-VISIT', title: 'Initial visit' },
    },
  ],
  reasons: [],
  responses: [],
};

const seen = { isSeen: true, since: null, why: 'own' };
const answer: FosteringDropOut = {
  months: ['2026-08', '2026-09'],
  stagesChanged: null,
  whyNoTotal: 'Derbyshire does not show its households.',
  consortium: { id: 'c', members: [] },
  total: null,
  rows: [
    { group: { ...seen, key: 'E10000007', title: 'Derbyshire', isSeen: false }, lost: null },
    { group: { ...seen, key: 'E06000015', title: 'Derby' }, lost },
  ],
};

test('says where most are lost, of the first that is seen where not all is', () => {
  expect(dropOutSentence(answer, shownPart(dropOutParts(answer), null))).toBe(
    'Of 80 enquiries of August 2026 to September 2026 (Derby), 24 were withdrawn so far (30 %) and 1 not approved. Most of them, 18, came as far as: initial visit.',
  );
});

test('does not show a row that is not seen, though an address asks for it', () => {
  expect(shownPart(dropOutParts(answer), 'E10000007')?.title).toBe('Derby');
});
