import { CombinedError } from '@urql/core';
import { describe, expect, test } from 'vitest';
import { describeFailure, isLost, isSignedOut } from './errors.ts';

const answered = (status: number) => new Response('', { status });
const refusal = (code: string, message: string) =>
  new CombinedError({ graphQLErrors: [{ message, extensions: { code } }] });

describe('what a failure tells a person', () => {
  test('is the server’s own sentence when it refused, and what to do', () => {
    expect(describeFailure(refusal('NOT_FOUND', 'There is no consortium “d3”.'))).toEqual({
      kind: 'refused',
      code: 'NOT_FOUND',
      message: 'There is no consortium “d3”.',
      advice: 'Check the address, or start from the overview.',
    });
  });

  test('is that contact is lost when nothing answered', () => {
    const error = new CombinedError({ networkError: new TypeError('Failed to fetch') });

    expect(isLost(error)).toBe(true);
    expect(describeFailure(error).kind).toBe('lost');
  });

  test('is that contact is lost when only a gateway answered', () => {
    const error = new CombinedError({
      networkError: new Error('Bad Gateway'),
      response: answered(502),
    });

    expect(isLost(error)).toBe(true);
  });

  test('is a fault, with its reference, for anything unforeseen', () => {
    const failure = describeFailure(refusal('INTERNAL', 'Something failed. Reference 7f3a.'));

    expect(failure).toMatchObject({ kind: 'fault', message: 'Something failed. Reference 7f3a.' });
  });
});

describe('a session that the server does not know', () => {
  test('is told from the code of the answer', () => {
    expect(isSignedOut(refusal('UNAUTHENTICATED', 'Sign in first.'))).toBe(true);
  });

  test('is told from the status of an answer without a code', () => {
    const error = new CombinedError({
      networkError: new Error('Unauthorized'),
      response: answered(401),
    });

    expect(isSignedOut(error)).toBe(true);
  });

  test('is not told from other refusals', () => {
    expect(isSignedOut(refusal('FORBIDDEN', 'Reviewers never do this.'))).toBe(false);
  });
});
