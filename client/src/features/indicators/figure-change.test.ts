import { describe, expect, test } from 'vitest';
import { lastChange } from './figure-change.ts';

const before = { period: '2024', value: 81, symbol: null };
const last = { period: '2025', value: 80, symbol: null };

describe('the change since the period before', () => {
  test('is the difference of the last two figures', () => {
    expect(lastChange([before, last], '2025')).toBe(-1);
  });

  test('is unknown where either figure is not there', () => {
    const missing = { value: null, symbol: 'c' };
    expect(lastChange([{ ...before, ...missing }, last], '2025')).toBeNull();
    expect(lastChange([before, { ...last, ...missing }], '2025')).toBeNull();
  });

  test('is unknown with one period alone', () => {
    expect(lastChange([last], '2025')).toBeNull();
  });

  test('is unknown for a figure of another period', () => {
    expect(lastChange([before, last], '2024')).toBeNull();
  });
});
