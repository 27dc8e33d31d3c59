import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCount, readMoney } from './number-texts.ts';

const grouped = new Intl.NumberFormat('en-GB');

describe('a count', () => {
  test('is a whole number, with thousands commas or as a spreadsheet keeps it', () => {
    expect(readCount('12')).toEqual({ text: '12' });
    expect(readCount('007')).toEqual({ text: '7' });
    expect(readCount('1,204')).toEqual({ text: '1204' });
    expect(readCount('1 204')).toEqual({ text: '1204' });
    expect(readCount('12.0')).toEqual({ text: '12' });
  });

  test('is read back whichever way it is grouped', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (count) => {
        expect(readCount(grouped.format(count))).toEqual({ text: String(count) });
      }),
    );
  });

  test('may be a symbol, and is then never zero', () => {
    expect(readCount('c')).toEqual({ text: 'c' });
    expect(readCount('-')).toEqual({ text: 'x' });
    expect(readCount('..')).toEqual({ text: 'x' });
  });

  test.each(['-3', '1.5', '1,20', '12,34,567', '1e3', '0x10', 'twelve', '1000000000', '<5'])(
    'is not %s',
    (text) => {
      expect(readCount(text)).toEqual({
        problem: `must be a whole number from 0 up, for example 12, or c, x, z, k or u where there is no number. It says “${text}”`,
      });
    },
  );

  test('repeats no more than forty characters of what it says', () => {
    expect(readCount('9'.repeat(1_000_000))).toEqual({
      problem: expect.stringMatching(/It says “9{40}…”$/),
    });
  });
});

describe('an amount of money', () => {
  test('is pounds and pence, with or without the sign', () => {
    expect(readMoney('£1,234.50')).toEqual({ text: '1234.5' });
    expect(readMoney('GBP 20')).toEqual({ text: '20' });
    expect(readMoney('0')).toEqual({ text: '0' });
    expect(readMoney('99.990')).toEqual({ text: '99.99' });
  });

  test('may be a symbol', () => {
    expect(readMoney('n/a')).toEqual({ text: 'z' });
  });

  test.each(['-5', '1.234', '£', '£1,2.50', '12k'])('is not %s', (text) => {
    expect(readMoney(text)).toEqual({
      problem: `must be pounds and pence from 0 up, for example 1234.50, or c, x, z, k or u where there is no number. It says “${text}”`,
    });
  });
});
