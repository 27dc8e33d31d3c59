import type { CalledOff } from '@sufficiency/server/modules/disclosure/fee-rule.ts';
import type { ToldFee } from '@sufficiency/server/modules/disclosure/released-fees.ts';
import { releasedFees } from '@sufficiency/server/modules/disclosure/released-fees.ts';
import { solveWithHighs } from '@sufficiency/server/modules/disclosure/solver.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionsOf } from './sample.ts';

const runs = regionsOf(10);

/** Who buys from whom, at what price, in a few months. */
interface Market {
  readonly organisations: number;
  /** What each provider asks. Unit: GBP a week. */
  readonly prices: readonly number[];
  /** Of one month after the other, versions of a month among them. */
  readonly releases: readonly {
    readonly month: number;
    /** For each lot, organisation and provider in turn: placements; mostly none. */
    readonly placements: readonly number[];
  }[];
}

const lots = ['F1', 'F2', 'G1'];

/** Either nearly everybody buys from everybody, or most only from some. */
const placementsOf = (isBroad: boolean) =>
  fc
    .integer({ min: isBroad ? 0 : -8, max: 40 })
    .map((number) => ((isBroad ? number > 0 : number < 9) ? Math.max(0, 1 + (number % 9)) : 0));

const anyMarket: fc.Arbitrary<Market> = fc
  .record({
    organisations: fc.integer({ min: 3, max: 5 }),
    providers: fc.integer({ min: 4, max: 10 }),
    lots: fc.integer({ min: 1, max: lots.length }),
    isBroad: fc.boolean(),
  })
  .chain(({ organisations, providers, lots: used, isBroad }) => {
    const numbers = used * organisations * providers;
    return fc.record({
      organisations: fc.constant(organisations),
      prices: fc.array(fc.integer({ min: 600, max: 1_400 }), {
        minLength: providers,
        maxLength: providers,
      }),
      releases: fc.array(
        fc.record({
          month: fc.integer({ min: 1, max: 4 }),
          placements: fc.array(placementsOf(isBroad), { minLength: numbers, maxLength: numbers }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    });
  });

/** Extremes are as rare as everything else: of a market with hardly any placements nothing is told. */
const usualMarket = fc.noBias(anyMarket);

const calledOffIn = (
  { organisations, prices }: Market,
  release: Market['releases'][number],
): CalledOff[] =>
  release.placements.flatMap((placements, nth) => {
    const provider = nth % prices.length;
    const organisation = Math.floor(nth / prices.length) % organisations;
    const lot = lots[Math.floor(nth / prices.length / organisations)] ?? '';
    if (placements === 0) return [];
    return {
      framework: lot.slice(0, 1),
      lot,
      period: `2026-0${release.month}`,
      authority: `area ${organisation}`,
      organisation: `council ${organisation}`,
      provider: `provider ${provider}`,
      placements,
      weeklyPrice: prices[provider] ?? 0,
      maximum: lot === 'F2' ? 1_450 : null,
    };
  });

/** What a market's releases tell, one after the other. */
async function toldIn(market: Market): Promise<ToldFee[]> {
  const told: ToldFee[] = [];
  for (const release of market.releases) {
    const calledOff = calledOffIn(market, release);
    const period = `2026-0${release.month}`;
    const cells = await releasedFees(
      {
        period,
        rule: { minimumCount: 8, rounding: 5 },
        calledOff,
        told,
        elsewhere: new Set(),
        tendered: new Map(),
        insiders: [],
      },
      new AbortController().signal,
    );
    told.push(
      ...cells.map(({ codes }) => ({
        lot: codes,
        period,
        calledOff: calledOff.filter(({ framework }) => framework === codes.slice(0, 1)),
      })),
    );
  }
  return told;
}

type Known = (one: CalledOff) => boolean;

/** Everybody; each organisation by what it pays, and by the prices of all it buys from; each provider; some two together. */
function attackersOf(fees: readonly CalledOff[], seed: number): Known[] {
  const organisations = [...new Set(fees.map(({ organisation }) => organisation))];
  const providers = [...new Set(fees.map(({ provider }) => provider))];
  const own: Known[] = [
    ...organisations.map(
      (name): Known =>
        (one) =>
          one.organisation === name,
    ),
    ...providers.map(
      (name): Known =>
        (one) =>
          one.provider === name,
    ),
  ];
  const pricesOf = organisations.map((name): Known => {
    const its = new Set(fees.flatMap((one) => (one.organisation === name ? [one.provider] : [])));
    return (one) => its.has(one.provider);
  });
  const pairs = own.flatMap((one, nth) =>
    own.slice(nth + 1).map(
      (other): Known =>
        (fee) =>
          one(fee) || other(fee),
    ),
  );
  return [() => false, ...own, ...pricesOf, ...pairs.filter((_, nth) => (nth + seed) % 7 === 0)];
}

/** Anybody may take a price to be wrong by half. */
const guess = 0.5;

/** The least and the most that a provider's prices can be, as a share of what they are, by linear programming. */
async function bracket(
  sums: readonly (readonly CalledOff[])[],
  isKnown: Known,
  target: string,
): Promise<readonly [number, number]> {
  const unknown = sums.map((sum) => sum.filter((one) => !isKnown(one)));
  const names = [...new Set(unknown.flat().map(({ provider }) => provider))];
  const most = names.map((name) =>
    unknown
      .flat()
      .filter(({ provider }) => provider === name)
      .reduce(
        (least, { maximum, weeklyPrice }) =>
          Math.min(least, (maximum ?? Number.POSITIVE_INFINITY) / (weeklyPrice ?? 1) - 1 + guess),
        2 * guess,
      ),
  );
  const rows = unknown
    .filter((sum) => sum.length > 0)
    .map((sum) => {
      const weights = names.map((name) =>
        sum
          .filter(({ provider }) => provider === name)
          .reduce((all, { placements, weeklyPrice }) => all + placements * (weeklyPrice ?? 0), 0),
      );
      // Numbers count from the lowest guess; sums are told to a millionth.
      const whole = guess * weights.reduce((all, each) => all + each, 0);
      return {
        columns: [...names.keys()],
        weights: weights.map((each) => each / whole),
        least: 1 - 1e-6,
        most: 1 + 1e-6,
      };
    });
  const ends = [1, -1].map(async (sign) => {
    const cost = names.map((name) => (name === target ? sign : 0));
    const found = await solveWithHighs({ cost, most, rows, whole: false, slack: 0, seconds: 10 });
    return (found?.[names.indexOf(target)] ?? Number.NaN) + guess;
  });
  const [least = Number.NaN, highest = Number.NaN] = await Promise.all(ends);
  return [least, highest];
}

/** Sums of lots that were told, and of their frameworks, which are taken to be known. */
const sumsOf = (told: readonly ToldFee[]) =>
  told.flatMap(({ lot, calledOff }) => [calledOff.filter((one) => one.lot === lot), calledOff]);

test(
  'from all fees that are told and what they know themselves, nobody comes within a tenth of a provider’s price',
  async () => {
    await fc.assert(
      fc.asyncProperty(usualMarket, fc.nat(6), async (market, seed) => {
        const told = await toldIn(market);
        // A property of nothing proves nothing: another market is drawn.
        fc.pre(told.length > 0);
        const sums = sumsOf(told);
        const near: unknown[] = [];
        for (const isKnown of attackersOf(sums.flat(), seed)) {
          const unknown = sums.flat().filter((one) => !isKnown(one));
          for (const target of new Set(unknown.map(({ provider }) => provider))) {
            const cap = Math.min(
              ...unknown
                .filter(({ provider }) => provider === target)
                .map(({ maximum, weeklyPrice }) => (maximum ?? 9_999) / (weeklyPrice ?? 1)),
            );
            const [least, most] = await bracket(sums, isKnown, target);
            if (least <= 0.9 + 1e-4 && most >= Math.min(1.1, cap) - 1e-4) continue;
            near.push({ target, least, most });
          }
        }
        expect(near).toEqual([]);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  },
  runs * 60_000,
);
