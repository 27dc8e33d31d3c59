import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concentrationOf } from './concentration.ts';

const anyHolding = fc.record({
  owner: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g')),
  amount: fc.option(fc.nat(400)),
});

describe('how much is in few hands', () => {
  test('is 10,000 of one owner, and 2,500 of four alike', () => {
    const alone = concentrationOf([
      { owner: 'a', amount: 3 },
      { owner: 'a', amount: 4 },
    ]);
    const four = concentrationOf(['a', 'b', 'c', 'd'].map((owner) => ({ owner, amount: 9 })));

    expect(alone).toEqual({ index: 10_000, topFiveShare: 100, owners: 1, total: 7, unknown: 0 });
    expect(four).toMatchObject({ index: 2_500, topFiveShare: 100, owners: 4 });
  });

  test('keeps what is not known apart: it is no zero, and belongs to nobody', () => {
    const known = [
      { owner: 'a', amount: 6 },
      { owner: 'b', amount: 2 },
    ];

    const said = concentrationOf([
      ...known,
      { owner: 'c', amount: null },
      { owner: null, amount: 40 },
    ]);

    expect(said).toEqual({ ...concentrationOf(known), unknown: 2 });
    expect(said).toMatchObject({ index: 6_250, total: 8, owners: 2 });
  });

  test('is not known where nothing is', () => {
    expect(concentrationOf([{ owner: 'a', amount: null }])).toEqual({
      index: null,
      topFiveShare: null,
      owners: 0,
      total: 0,
      unknown: 1,
    });
  });

  test('lies between everybody alike and all in one hand, whatever is held, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anyHolding), (holdings) => {
        const said = concentrationOf(holdings);
        const { index, topFiveShare, owners } = said;

        expect(index === null).toBe(said.total === 0);
        expect(topFiveShare ?? 0).toBeLessThanOrEqual(100.000001);
        expect(index ?? 10_000 / Math.max(1, owners)).toBeGreaterThanOrEqual(
          10_000 / Math.max(1, owners) - 0.000001,
        );
        expect(index ?? 0).toBeLessThanOrEqual(10_000.000001);
        expect(concentrationOf([...holdings].reverse()).unknown).toBe(said.unknown);
      }),
    );
  });
});
