import { describe, expect, test } from 'vitest';
import { chanceOf } from './demonstration-chance.ts';

const drawn = (name: string) => {
  const chance = chanceOf(name);
  return Array.from({ length: 2_000 }, () => chance.count(3));
};

describe('chance', () => {
  test('is the same for the same name, and another for another', () => {
    expect(drawn('Derby 2026-09')).toEqual(drawn('Derby 2026-09'));
    expect(drawn('Derby 2026-09')).not.toEqual(drawn('Derby 2026-10'));
  });

  test('counts about as often as it should, and is never below nothing', () => {
    const counts = drawn('Derby 2026-09');

    expect(Math.min(...counts)).toBe(0);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(3, 0);
  });
});
