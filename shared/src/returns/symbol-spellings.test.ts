import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symbolOf, symbolSpellings } from './symbol-spellings.ts';

test.each([
  ['c', 'c'],
  ['C', 'c'],
  ['[c]', 'c'],
  ['*', 'c'],
  ['x', 'x'],
  ['X', 'x'],
  ['[x]', 'x'],
  ['-', 'x'],
  ['–', 'x'],
  ['..', 'x'],
  [':', 'x'],
  ['Not known', 'x'],
  ['z', 'z'],
  ['n/a', 'z'],
  ['N/A', 'z'],
  ['k', 'k'],
  ['low', 'k'],
  ['[low]', 'k'],
  ['~', 'k'],
  ['u', 'u'],
])('%s is kept as %s', (text, symbol) => {
  expect(symbolOf(text)).toBe(symbol);
});

test('no number is a symbol', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (number) => {
      expect(symbolOf(String(number))).toBeNull();
    }),
  );
});

test('no spelling stands for two symbols', () => {
  const spellings = Object.values(symbolSpellings).flat();

  expect(new Set(spellings).size).toBe(spellings.length);
});
