import type { CalledOff } from './fee-rule.ts';
import type { FeeSources, ToldFee } from './released-fees.ts';

/** Placements that an organisation called off with a provider: at 1,000 pounds, if nothing else is said. */
export interface Bought {
  readonly by: string;
  readonly from: string;
  readonly placements?: number;
  readonly price?: number | null;
  readonly lot?: string;
  readonly framework?: string;
  readonly maximum?: number;
}

const period = '2026-09';

/** Call-offs of one month: of lot 1 of one framework, if nothing else is said. */
export const calledOff = (bought: readonly Bought[], month = period): CalledOff[] =>
  bought.map(
    ({ by, from, placements = 2, price = 1_000, lot = '1', framework = 'F', maximum }) => ({
      framework,
      lot,
      period: month,
      authority: `area of ${by}`,
      organisation: by,
      provider: from,
      placements,
      weeklyPrice: price,
      maximum: maximum ?? null,
    }),
  );

/** Each of some organisations buys from each of some providers. */
export const market = (
  organisations: string,
  providers: string,
  changed: (of: { readonly by: string; readonly from: string }) => Partial<Bought> = () => ({}),
): Bought[] =>
  [...organisations].flatMap((by) =>
    [...providers].map((from) => ({ by, from, ...changed({ by, from }) })),
  );

/** What fees are made from, of one month. */
export const feeSources = (
  bought: readonly Bought[],
  changed: Partial<FeeSources> = {},
): FeeSources => ({
  period,
  rule: { minimumCount: 8, rounding: 5 },
  calledOff: calledOff(bought, changed.period),
  told: [],
  elsewhere: new Set(),
  tendered: new Map(),
  insiders: [],
  ...changed,
});

/** A fee that was told before. */
export const toldFee = (bought: readonly Bought[], month: string, lot = '1'): ToldFee => ({
  lot,
  period: month,
  calledOff: calledOff(bought, month),
});
