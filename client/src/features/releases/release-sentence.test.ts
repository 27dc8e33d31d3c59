import { describe, expect, test } from 'vitest';
import type { SentencedRelease } from './release-sentence.ts';
import { releaseSentence } from './release-sentence.ts';

const derby = { id: 'a', code: 'E06000015', name: 'Derby' };
const published: SentencedRelease = {
  dataset: 'placements',
  period: '2026-09',
  audience: 'REVIEWERS',
  version: 2,
  status: 'PUBLISHED',
  publishedAt: '2026-11-10T10:00:00Z',
  endedAt: null,
  authorities: [derby, { ...derby, id: 'b' }],
  missing: [],
  consortium: { name: 'D2N2' },
  certificate: { auditedAt: '2026-11-09T10:00:00Z', cells: 1540, suppressed: 61 },
};

describe('a release in a sentence', () => {
  test('says what it is, for whom, what is kept back, that it was audited, and since when it stands', () => {
    expect(releaseSentence(published)).toBe(
      'Placements of D2N2 in September 2026, for reviewers (version 2): figures of 2 authorities. 61 of the 1,540 figures that you may read are kept back, shown as c. It was audited on 9 November 2026, before anybody could read it. It was published on 10 November 2026 and does not change.',
    );
  });

  test('names whose figures are missing', () => {
    const missing = [{ authority: { ...derby, name: 'Nottingham' }, reason: 'no return' }];

    expect(releaseSentence({ ...published, missing })).toContain(
      'figures of 2 authorities, without Nottingham. 61 of',
    );
  });

  test('says that nobody but the hub reads what is not published', () => {
    expect(releaseSentence({ ...published, status: 'READY' })).toContain(
      '61 of its 1,540 figures are kept back, shown as c. It was audited on 9 November 2026, before anybody could read it. It is a draft: only the hub can read it until it is published.',
    );
  });

  test('says nothing of figures while there are none', () => {
    expect(releaseSentence({ ...published, status: 'BUILDING', certificate: null })).toBe(
      'Placements of D2N2 in September 2026, for reviewers (version 2). It is being built: nobody can read any of it until it has been audited.',
    );
  });

  test('says so where nothing had to be kept back', () => {
    const certificate = { auditedAt: '2026-11-09T10:00:00Z', cells: 12, suppressed: 0 };

    expect(releaseSentence({ ...published, certificate })).toContain(
      'None of the 12 figures that you may read is kept back. It was audited on 9 November 2026',
    );
  });
});
