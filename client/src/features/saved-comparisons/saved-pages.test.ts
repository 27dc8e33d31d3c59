import { describe, expect, test } from 'vitest';
import { pageVariables } from './saved-pages.ts';

describe('the page of saved comparisons that an address stands for', () => {
  test('is the first when it names no cursor', () => {
    expect(pageVariables(new URLSearchParams(''))).toEqual({ first: 20, after: null });
  });

  test('follows the cursor after which it begins', () => {
    expect(pageVariables(new URLSearchParams('after=abc'))).toEqual({ first: 20, after: 'abc' });
  });

  test('ends at the cursor before which it ends', () => {
    expect(pageVariables(new URLSearchParams('before=abc'))).toEqual({ last: 20, before: 'abc' });
  });
});
