import { describe, expect, test } from 'vitest';
import { periodInWords } from './period-words.ts';

describe('a period in words', () => {
  test.each([
    ['2026-10', 'October 2026'],
    ['2026-01', 'January 2026'],
    ['2024-25', '2024-25'],
    ['2009-10', '2009-10'],
    ['2025', '2025'],
    ['', ''],
  ])('%s is “%s”', (label, words) => {
    expect(periodInWords(label)).toBe(words);
  });
});
