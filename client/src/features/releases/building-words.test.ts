import { describe, expect, test } from 'vitest';
import { buildingWords } from './building-words.ts';

describe('how far a build is', () => {
  test('is told with numbers where they are known', () => {
    expect(buildingWords({ stage: 'auditing', done: 1200, total: 4800 })).toEqual({
      step: 'Auditing it against everybody who might work out what is kept back',
      words: 'Auditing it against everybody who might work out what is kept back: 1,200 of 4,800',
      done: 1200,
      total: 4800,
    });
  });

  test('is that it waits before anybody took it up', () => {
    expect(buildingWords(null).words).toBe('Waiting for its turn');
  });
});
