import { expect, test } from 'vitest';
import type { Region } from './region-queries.ts';
import { regionSentence } from './region-sentences.ts';

const region = {
  total: { homes: 10, free: 1, freeToday: 0, stale: 2, counts: { registered: 44 } },
  notShown: [],
} as unknown as Region;

test('what is free is said with how much of it is sure', () => {
  expect(regionSentence(region)).toBe(
    '1 of 44 places in 10 homes is free, none of them for admission today; 2 homes have not confirmed in time.',
  );
});
