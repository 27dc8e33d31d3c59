import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataSymbols } from '../indicators/symbols.ts';
import { readingOf, sumOfReadings, symbolOfRatio } from './readings.ts';

const symbol = fc.constantFrom(...dataSymbols);
const reading = fc.oneof(fc.nat(1000), symbol);

describe('a sum', () => {
  test('of one cell is that cell, symbol or not', () => {
    expect(sumOfReadings([7])).toBe(7);
    expect(sumOfReadings(['k'])).toBe('k');
  });

  test('with a symbol in it is not available, whichever the symbol', () => {
    const withASymbol = fc.tuple(fc.array(reading, { minLength: 1 }), fc.nat(1000), symbol);

    fc.assert(
      fc.property(withASymbol, ([others, number, one]) => {
        expect(sumOfReadings([...others, number, one])).toBe('x');
      }),
    );
  });

  test('of small things that each round to zero is not known to round to zero', () => {
    expect(sumOfReadings(['k', 'k'])).toBe('x');
  });

  test('of things that do not apply does not apply', () => {
    expect(sumOfReadings(['z', 'z'])).toBe('z');
  });

  test('of pounds and pence is exact', () => {
    expect(sumOfReadings([0.1, 0.2])).toBe(0.3);
  });
});

describe('a ratio', () => {
  test('says why its numerator is not known', () => {
    expect(symbolOfRatio('c', 100)).toBe('c');
    expect(symbolOfRatio('k', 100)).toBe('k');
  });

  test('on a base that is not known is not available, and does not apply on none', () => {
    expect(symbolOfRatio(3, 'k')).toBe('x');
    expect(symbolOfRatio(3, 'u')).toBe('x');
    expect(symbolOfRatio(3, 'c')).toBe('c');
    expect(symbolOfRatio(3, 'z')).toBe('z');
    expect(symbolOfRatio(0, 0)).toBe('z');
    expect(symbolOfRatio('c', 0)).toBe('z');
  });

  test('of numbers has a value', () => {
    expect(symbolOfRatio(0, 3)).toBeNull();
  });
});

test('a blank cell is not available, never zero', () => {
  expect(readingOf('')).toBe('x');
  expect(readingOf('0')).toBe(0);
});
