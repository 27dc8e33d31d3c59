import { expect, test } from 'vitest';
import { auditSentence } from './audit-sentence.ts';

test('a log says how much it holds', () => {
  expect(auditSentence('Derby', { totalCount: 1204, edges: [] }, false)).toBe(
    'The log of Derby has 1,204 events.',
  );
});

test('a narrowed log that leaves nothing says so', () => {
  expect(auditSentence('Derby', { totalCount: 0, edges: [] }, true)).toBe(
    'The log of Derby has no event of this kind.',
  );
});
