import { describe, expect, test } from 'vitest';
import type { Bought } from './called-off.fixture.ts';
import { feeSources, market, toldFee } from './called-off.fixture.ts';
import type { FeeSources } from './released-fees.ts';
import { releasedFees } from './released-fees.ts';

const never = new AbortController().signal;

/** Fees by lot. */
async function feesOf(bought: readonly Bought[], changed: Partial<FeeSources> = {}) {
  const cells = await releasedFees(feeSources(bought, changed), never);
  return Object.fromEntries(cells.map(({ codes, value }) => [codes, value]));
}

/** Four organisations that buy from each of six providers. */
const wide = market('abcd', 'PQRSTU');

describe('the fee of a lot', () => {
  test('is the mean over placements, to the nearest ten pounds', async () => {
    const prices = market('abcd', 'PQRSTU', ({ from }) => ({
      price: from === 'P' ? 1_300 : 1_000,
      placements: from === 'P' ? 3 : 2,
    }));

    // (4 × 3 × 1,300 + 20 × 2 × 1,000) / 52 = 1,069.23
    expect(await feesOf(prices)).toEqual({ 1: 1_070 });
  });

  test('is one cell of all members together, which a stricter rule rounds more', async () => {
    const sources = feeSources(
      wide.map((one) => ({ ...one, price: 1_021 })),
      {
        rule: { minimumCount: 8, rounding: 20 },
      },
    );

    expect(await releasedFees(sources, never)).toEqual([
      {
        table: 'lot-fees',
        codes: '1',
        area: 'consortium',
        indicator: null,
        value: 1_040,
        symbol: null,
      },
    ]);
  });

  test.each<[string, readonly Bought[]]>([
    ['with fewer than three organisations', market('ab', 'PQRSTU')],
    ['with one buyer only', market('a', 'PQRSTU')],
    ['with fewer than three providers', market('abcd', 'PQ')],
    ['with a price that nobody says', [...wide, { by: 'a', from: 'P', price: null }]],
    [
      'of which one of three providers has nearly all',
      market('abcd', 'PQR', ({ from }) => ({ placements: from === 'P' ? 40 : 1 })),
    ],
    [
      'of which one of many has nearly all',
      market('abcd', 'PQRSTU', ({ from }) => ({ placements: from === 'P' ? 999 : 1 })),
    ],
    [
      'of which one organisation has nearly all',
      market('abcd', 'PQRSTU', ({ by }) => ({ placements: by === 'a' ? 999 : 1 })),
    ],
    ['where two providers together know all but one', market('abcd', 'PQR')],
    [
      'where an organisation buys from all but one of them',
      [...market('a', 'PQRST'), ...market('bcd', 'PQRSTU')],
    ],
    [
      'where all are paid just below the published maximum',
      wide.map((one) => ({ ...one, maximum: 1_004 })),
    ],
  ])('is not told %s', async (_what, bought) => {
    expect(await feesOf(bought)).toEqual({});
  });

  test('is told of four providers, of whom two together do not know the other two', async () => {
    expect(await feesOf(market('abcd', 'PQRS'))).toEqual({ 1: 1_000 });
  });

  test('may be told where somebody knows every price anyway', async () => {
    const tendered = new Map([['a', new Set('PQRSTU')]]);

    expect(
      await feesOf([...market('a', 'PQRST'), ...market('bcd', 'PQRSTU')], { tendered }),
    ).toEqual({ 1: 1_000 });
  });

  test('is not told where a tender told somebody all prices but one', async () => {
    const bought = [...market('a', 'P'), ...market('bcd', 'PQRSTU')];

    expect(await feesOf(bought)).toEqual({ 1: 1_000 });
    expect(await feesOf(bought, { tendered: new Map([['a', new Set('QRST')]]) })).toEqual({});
  });

  test('is not told where agreements show somebody the costs of all but one', async () => {
    const insiders = [{ organisation: 'a', authorities: ['area of b', 'area of c'] }];

    expect(await feesOf(wide, { insiders })).toEqual({});
    expect(
      await feesOf(wide, { insiders: [{ organisation: 'a', authorities: ['area of b'] }] }),
    ).toEqual({ 1: 1_000 });
  });

  test('is no other consortium’s', async () => {
    expect(await feesOf(wide, { elsewhere: new Set(['1']) })).toEqual({});
  });
});

describe('beside what was told before, the fee of a lot', () => {
  const june = '2026-06';

  test('is not told where a provider left since, and nothing else changed', async () => {
    expect(await feesOf(market('abcd', 'PQRST'), { told: [toldFee(wide, june)] })).toEqual({});
  });

  test('nor where one came', async () => {
    const told = [toldFee(market('abcd', 'PQRST'), june)];

    expect(await feesOf(wide, { told })).toEqual({});
  });

  test('is told again where nothing changed', async () => {
    expect(await feesOf(wide, { told: [toldFee(wide, june)] })).toEqual({ 1: 1_000 });
  });

  test('is not told in a version that differs by one call-off', async () => {
    const more = [...wide, { by: 'a', from: 'P' }];

    expect(await feesOf(more, { told: [toldFee(wide, '2026-09')] })).toEqual({});
  });

  test('is not told in a version in which one organisation’s call-offs changed', async () => {
    const more = market('abcd', 'PQRSTU', ({ by, from }) => ({
      placements: by === 'a' ? 2 + 'PQRSTU'.indexOf(from) : 2,
    }));

    expect(await feesOf(more, { told: [toldFee(wide, '2026-09')] })).toEqual({});
    expect(await feesOf(more, { told: [toldFee(wide, june)] })).toEqual({ 1: 1_000 });
  });

  test('is told no more often than its providers can bear', async () => {
    const inMonth = (month: number) =>
      market('abcd', 'PQRSTU', ({ from }) => ({
        placements: 2 + (('PQRSTU'.indexOf(from) + 1) ** month % 7),
      }));
    const told = [1, 2, 3, 4].map((month) => toldFee(inMonth(month), `2026-0${month}`));

    expect(await feesOf(inMonth(5), { told: told.slice(0, 1) })).toEqual({ 1: 1_000 });
    expect(await feesOf(inMonth(5), { told })).toEqual({});
  });
});

describe('of two lots of a framework', () => {
  const enhanced = (providers: string) =>
    market('abcd', providers).map((one) => ({ ...one, lot: '2', price: 1_500 }));

  test('the first is not told where what is left of the whole would tell one provider’s price', async () => {
    expect(await feesOf([...wide, ...enhanced('Z')])).toEqual({});
    expect(
      await feesOf([...wide, ...enhanced('Z').map((one) => ({ ...one, framework: 'G' }))]),
    ).toEqual({ 1: 1_000 });
  });

  test('both are told where neither tells of the other', async () => {
    expect(await feesOf([...wide, ...enhanced('VWXYZ')])).toEqual({ 1: 1_000, 2: 1_500 });
  });

  test('neither is told where they and the whole differ by one provider', async () => {
    expect(await feesOf([...wide, ...enhanced('PQRSTUV')])).toEqual({});
  });

  test('of which nobody is told the whole, one is told where they differ by one provider', async () => {
    const other = enhanced('PQRSTUV').map((one) => ({ ...one, framework: 'G' }));

    expect(await feesOf([...wide, ...other])).toEqual({ 2: 1_500 });
  });
});

test('stops where the release is no longer wanted', async () => {
  const stopped = AbortSignal.abort(new Error('withdrawn'));
  const many = market('abcdefghij', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');

  await expect(releasedFees(feeSources(many), stopped)).rejects.toThrow('withdrawn');
});
