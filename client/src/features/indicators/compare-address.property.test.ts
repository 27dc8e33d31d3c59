import { comparators } from '@sufficiency/shared/indicators/comparators.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAddress, encodeAddress } from './compare-address.ts';
import type { CompareState } from './compare-state.ts';
import { compareViews } from './compare-state.ts';

const today = '2026-11-22';
const key = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const code = fc.stringMatching(/^[A-Z]\d{8}$/);
const day = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2026, 10, 21) })
  .map((instant) => new Date(instant).toISOString().slice(0, 10));

const anyState: fc.Arbitrary<CompareState> = fc.record({
  indicators: fc.uniqueArray(key, { maxLength: 100 }),
  authorities: fc.option(fc.uniqueArray(code, { maxLength: 153 })),
  period: fc.option(fc.stringMatching(/^20\d{2}(-\d{2})?$/)),
  periods: fc.integer({ min: 1, max: 120 }),
  comparators: fc.subarray([...comparators]),
  asAt: fc.option(day),
  view: fc.constantFrom(...compareViews),
  sort: fc.option(
    fc.record({
      indicator: key,
      order: fc.constantFrom('ascending' as const, 'descending' as const),
    }),
  ),
  focus: fc.option(key),
  highlight: fc.option(code),
  across: fc.constantFrom(null, 'authorities' as const, 'indicators' as const),
  density: fc.constantFrom('comfortable' as const, 'compact' as const),
});

/** Addresses as they arrive: known parameters with anything in them, and anything at all. */
const anyAddress = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('indicators', 'authorities', 'period', 'periods', 'asAt', 'sort', 'view'),
        fc.string({ unit: 'binary' }),
      ),
    )
    .map((pairs) => new URLSearchParams(pairs).toString()),
);

describe('every address', () => {
  test('gives back the state that was written into it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(decodeAddress(encodeAddress(state), today)).toEqual({ state, repairs: [] });
      }),
    );
  });

  test('can be read, and needs no repair once it was repaired', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const { state } = decodeAddress(address, today);

        expect(decodeAddress(encodeAddress(state), today)).toEqual({ state, repairs: [] });
      }),
    );
  });
});
