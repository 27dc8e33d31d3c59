import { expect, test } from 'vitest';
import { upliftsSentence } from './fee-uplifts.ts';
import type { FeeUplift } from './fees-queries.ts';

const uplift = (changed: Partial<FeeUplift>): FeeUplift => ({
  id: '1',
  status: 'ASKED',
  percent: 6,
  grantedPercent: null,
  askedOn: '2026-10-05',
  decidedOn: null,
  reason: 'Wages',
  synthetic: true,
  viewerCanHandle: false,
  framework: null,
  link: null,
  provider: null,
  answers: [],
  ...changed,
});

test.each([
  ['none', [], 'No provider has asked for higher prices on a framework that you buy by.'],
  ['decided', [uplift({ status: 'REFUSED' })], '1 request for higher prices: all are decided.'],
  [
    'open ones and one’s own',
    [
      uplift({ viewerCanHandle: true }),
      uplift({ status: 'IN_HAND' }),
      uplift({ status: 'AGREED' }),
    ],
    '3 requests for higher prices: 2 are open, 1 of them for you to handle.',
  ],
] as const)('requests are counted: %s', (_title, uplifts, text) => {
  expect(upliftsSentence(uplifts, uplifts.length)).toBe(text);
});
