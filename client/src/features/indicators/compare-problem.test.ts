import { CombinedError } from 'urql';
import { describe, expect, test } from 'vitest';
import { comparisonProblem } from './compare-problem.ts';

const refusal = (message: string, extensions: Record<string, unknown>) =>
  new CombinedError({ graphQLErrors: [{ message, extensions }] });

describe('what the server has against a comparison', () => {
  test('concerns the control that its input names', () => {
    const error = refusal('There is no authority “E99999999”.', {
      code: 'NOT_FOUND',
      input: 'authority',
    });

    expect(comparisonProblem(error)).toEqual({
      control: 'authorities',
      message: 'There is no authority “E99999999”.',
    });
  });

  test('concerns the control that its sentence names', () => {
    const error = refusal('asAt must not lie in the future.', { code: 'BAD_USER_INPUT' });

    expect(comparisonProblem(error)?.control).toBe('asAt');
  });

  test('concerns no control when it names none', () => {
    const error = refusal('There is no consortium “d3”.', { code: 'NOT_FOUND' });

    expect(comparisonProblem(error)?.control).toBeNull();
  });

  test('is nothing a person chose when the server failed', () => {
    expect(comparisonProblem(refusal('Unforeseen.', { code: 'INTERNAL' }))).toBeNull();
  });
});
