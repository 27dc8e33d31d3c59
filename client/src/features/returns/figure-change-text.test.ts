import { expect, test } from 'vitest';
import { changeText } from './figure-change-text.ts';

test.each([
  [12, 'children', '+12'],
  [-30, 'GBP per week', '−£30'],
  [1.5, 'percent', '+1.5 points'],
  [-1, 'percent', '−1 point'],
  [0, 'children', '0'],
  [null, 'children', '–'],
])('a change of %s %s', (change, unit, text) => {
  expect(changeText(change, unit)).toBe(text);
});
