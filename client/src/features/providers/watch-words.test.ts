import { describe, expect, test } from 'vitest';
import type { Notice } from './watch-queries.ts';
import { noticeParts, unreadSentence, watchSentence } from './watch-words.ts';

const notice = (id: string, changed: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'JUDGEMENT_FELL',
  title: `Requires improvement to be good: Home ${id}`,
  sentence: 'It fell.',
  urn: id,
  placements: 0,
  createdAt: '2026-11-22T10:00:00Z',
  readAt: null,
  synthetic: false,
  service: null,
  framework: null,
  ...changed,
});
const readAt = '2026-11-22T11:00:00Z';

test('unread ones are apart, and those with most own placements come first', () => {
  const parts = noticeParts([
    notice('1'),
    notice('2', { placements: 3 }),
    notice('3', { readAt }),
    notice('4', { readAt, placements: 1 }),
  ]);
  expect([parts.unread.map(({ id }) => id), parts.read.map(({ id }) => id)]).toEqual([
    ['2', '1'],
    ['4', '3'],
  ]);
});

describe('watchSentence', () => {
  test('counts a service once, though it is told for two frameworks', () => {
    expect(
      watchSentence(
        [
          notice('1', { placements: 3 }),
          notice('other', { urn: '1', placements: 3 }),
          notice('2', { readAt }),
        ],
        'D2N2',
      ),
    ).toBe(
      '2 services were judged lower than what is asked for or than before; you have 3 placements at 1 of them. 2 notifications unread.',
    );
  });

  test('says that all are read, and that none touches an own placement', () => {
    expect(watchSentence([notice('1', { readAt })], 'D2N2')).toBe(
      'One service was judged lower than what is asked for or than before; you have no placement at any of them. You have read of all.',
    );
  });

  test('says that nothing fell', () => {
    expect(watchSentence([], 'D2N2')).toMatch(/^No newly loaded judgement is below/);
  });
});

test('the first page says how many are unread, and nothing where none is', () => {
  expect([0, 1, 13].map(unreadSentence)).toEqual([
    null,
    '1 notification of fallen judgements you have not read.',
    '13 notifications of fallen judgements you have not read.',
  ]);
});
