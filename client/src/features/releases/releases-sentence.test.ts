import { describe, expect, test } from 'vitest';
import { releasesSentence } from './releases-sentence.ts';

const published = {
  status: 'PUBLISHED',
  dataset: 'placements',
  period: '2026-09',
  audience: 'REVIEWERS',
} as const;

describe('a list of releases in a sentence', () => {
  test('says how many there are, which can be published, and which is the latest', () => {
    expect(
      releasesSentence([{ ...published, status: 'READY' }, published], {
        narrowed: false,
        more: false,
      }),
    ).toBe(
      '2 releases, 1 of them published now; 1 ready for the hub to publish. The latest that is published: placements in September 2026, for reviewers.',
    );
  });

  test('says that there is none, or none like those asked for', () => {
    expect(releasesSentence([], { narrowed: false, more: false })).toBe(
      'There is no release that you may read yet.',
    );
    expect(releasesSentence([], { narrowed: true, more: false })).toBe(
      'None of the releases that you may read is like this.',
    );
  });
});
