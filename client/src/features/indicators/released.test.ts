import { expect, test } from 'vitest';
import { releasedPart } from './released.ts';

const own = { why: 'own', symbol: null };
const released = { why: 'released for members, September 2026, version 1', symbol: null };
const keptBack = { ...released, symbol: 'c' as const };
const none = { why: 'not shared: no agreement in force', symbol: 'x' as const };

test('a row is released, exact, or some of each, whatever is not there', () => {
  expect(releasedPart([released, keptBack, none])).toBe('all');
  expect(releasedPart([own, keptBack])).toBe('some');
  expect(releasedPart([own, none])).toBe('none');
  expect(releasedPart([])).toBe('none');
});
