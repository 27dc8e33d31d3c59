import { describe, expect, test } from 'vitest';
import { aReturn } from './return.fixture.ts';
import { returnSentence, stepTitle } from './return-sentence.ts';

const counts = { errors: 0, queries: 0, notes: 0, unexplained: 0 };

describe('where a return stands', () => {
  test('with errors: they are mended and sent again', () => {
    const sentence = returnSentence(
      aReturn({ status: 'PROBLEMS', problemCounts: { ...counts, errors: 1_200 } }),
    );

    expect(sentence).toMatch(/1,200 errors.*Mend them in your files and send it again/);
  });

  test('with one error: it alone is mended', () => {
    const problemCounts = { ...counts, errors: 1 };

    expect(returnSentence(aReturn({ status: 'PROBLEMS', problemCounts }))).toMatch(
      /has 1 error,.*Mend it in your files/,
    );
  });

  test('with queries: they are explained before it is submitted', () => {
    const problemCounts = { ...counts, queries: 2, unexplained: 2 };

    expect(returnSentence(aReturn({ problemCounts, viewerCanExplain: true }))).toMatch(
      / Explain 2 queries, then/,
    );
    expect(returnSentence(aReturn({ problemCounts }))).toMatch(
      / Its sender has to explain 2 queries, then/,
    );
  });

  test('submitted: it waits for whoever may approve it', () => {
    const status = 'SUBMITTED';

    expect(returnSentence(aReturn({ status, viewerCanApprove: true }))).toMatch(/waits for you/);
    expect(returnSentence(aReturn({ status }))).toMatch(/waits for a second person of Derby/);
  });

  test('approved: it waits for the hub', () => {
    const given = { status: 'APPROVED', approvedBy: 'approver.derby' } as const;

    expect(returnSentence(aReturn(given))).toBe(
      'It was approved by approver.derby and is locked. It waits for the hub to accept it.',
    );
  });

  test('in use, and reopened: its figures stay in use', () => {
    const given = { status: 'ACCEPTED', acceptedAt: '2026-11-06T10:00:00Z' } as const;

    expect(returnSentence(aReturn(given))).toBe(
      'Its figures have been in use since 6 November 2026.',
    );
    expect(returnSentence(aReturn({ ...given, reopenedAt: '2026-11-09T10:00:00Z' }))).toMatch(
      /reopened on 9 November 2026: they stay in use until a new version/,
    );
  });
});

test('a step that is new to the page keeps its own name', () => {
  expect(stepTitle('received')).toBe('Received and checked');
  expect(stepTitle('blessed')).toBe('blessed');
});
