import { describe, expect, test } from 'vitest';
import { nameProblem } from './saved-comparison-name.ts';

describe('the name of a saved comparison', () => {
  test('may be anything that says something', () => {
    expect(nameProblem('Cost and distance')).toBeNull();
  });

  test('may not be blank', () => {
    expect(nameProblem('   ')).toBe(
      'Enter a name, for example “Cost and distance, board of March”.',
    );
  });

  test('may not be longer than the API takes', () => {
    expect(nameProblem('a'.repeat(121))).toBe('Shorten the name to 120 characters. It has 121.');
  });
});
