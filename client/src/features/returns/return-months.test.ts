import { expect, test } from 'vitest';
import { endedMonths, writtenMonth } from './return-months.ts';

test('offers the months that have ended, latest first', () => {
  expect(endedMonths('2026-02-01', 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(endedMonths('2026-02-28', 1)).toEqual(['2026-01']);
  expect(writtenMonth('2026-01')).toBe('January 2026');
});
