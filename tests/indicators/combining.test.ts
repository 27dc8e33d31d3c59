import { combine } from '@sufficiency/server/modules/indicators/combine.ts';
import { indicatorCatalogue } from '@sufficiency/shared/indicators/catalogue.ts';
import { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const bare = { formula: null, reason: null };

const anyRatio = fc
  .record({ numerator: fc.nat(100_000), denominator: fc.integer({ min: 1, max: 1_000_000 }) })
  .map((parts) => ({ value: parts.numerator, symbol: null, ...parts, ...bare }));

const anyGap = fc
  .constantFrom(...dataSymbols)
  .map((symbol) => ({ value: null, symbol, numerator: null, denominator: null, ...bare }));

const anyMembers = fc.array(anyRatio, { minLength: 1, maxLength: 20 });

const anyPooled = fc.constantFrom(
  ...indicatorCatalogue.filter(({ aggregation }) => aggregation === 'pooled'),
);

const anyIndicator = fc.constantFrom(...indicatorCatalogue);

describe('combining authorities', () => {
  test('never gives a value, or anything to work one out from, while a member is missing', () => {
    fc.assert(
      fc.property(anyIndicator, anyMembers, anyGap, (indicator, figures, gap) => {
        const members = [...figures, gap].map((figure) => ({ name: 'Derby', figure }));

        expect(combine(indicator, members)).toMatchObject({
          value: null,
          symbol: 'x',
          numerator: null,
          denominator: null,
        });
      }),
    );
  });

  test('pools to a ratio between the lowest and the highest of its members', () => {
    fc.assert(
      fc.property(anyPooled, anyMembers, (indicator, figures) => {
        const members = figures.map((figure) => ({ name: 'Derby', figure }));
        const ratios = figures.map(({ numerator, denominator }) => numerator / denominator);

        const { value } = combine({ ...indicator, scale: 1, decimals: 3 }, members);

        expect(value).toBeGreaterThanOrEqual(Math.min(...ratios) - 0.0005);
        expect(value).toBeLessThanOrEqual(Math.max(...ratios) + 0.0005);
      }),
    );
  });
});
