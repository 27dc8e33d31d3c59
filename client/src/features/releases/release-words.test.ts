import { expect, test } from 'vitest';
import { otherRelease } from './release-words.ts';

test('another release is told by its dataset and month, as it need not be of the same', () => {
  expect(
    otherRelease({ dataset: 'costs', period: '2026-10', version: 2, audience: 'MEMBERS' }),
  ).toBe('Costs, October 2026, version 2 for members');
});
