import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import { scattered } from '../../platform/demonstration-shapes.ts';
import type { MarketMonth } from '../returns/demonstration-market.service.ts';
import type { MadeAward } from './demonstration-awards.ts';

/** Placements called off an award on a day. */
export interface MadeCallOff {
  readonly authority: string;
  readonly framework: string;
  readonly lot: string;
  readonly provider: string;
  /** `YYYY-MM-DD`. */
  readonly madeOn: string;
  readonly method: string;
  readonly placements: number;
  /** What is paid. Unit: GBP a week and placement. */
  readonly weeklyPrice: number;
}

/** True for a membership on a day. */
export const isInForce = ({ startsOn, endsOn }: MadeAward, day: string): boolean =>
  startsOn <= day && (endsOn === null || endsOn >= day);

/** What an authority’s returns of a month say was called off each lot, by provider: the same placements. */
export function callOffsOf(
  authority: string,
  month: MarketMonth,
  awards: readonly MadeAward[],
): readonly MadeCallOff[] {
  const madeOn = `${month.period}-15`;
  return month.callOffs.flatMap(({ framework, lot, method, call_offs: placements }) => {
    const members = awards.filter(
      (award) => award.framework === framework && award.lot === lot && isInForce(award, madeOn),
    );
    if (members.length === 0) return [];
    const name = `${authority} ${framework} ${method}`;
    const counts = scattered(
      Number(placements),
      liking(members, authority),
      chanceOf(`${name} ${month.period}`),
    );
    return members
      .filter(({ provider }) => (counts[provider] ?? 0) > 0)
      .map(({ provider, weeklyPrice }) => ({
        authority,
        framework: String(framework),
        lot: String(lot),
        provider,
        madeOn,
        method: String(method),
        placements: counts[provider] ?? 0,
        weeklyPrice: paid(weeklyPrice, `${name} ${provider} ${month.period}`),
      }));
  });
}

/** An authority calls off from some providers much more often than from others. */
const liking = (members: readonly MadeAward[], authority: string): Weights =>
  Object.fromEntries(
    members.map(({ provider }) => [
      provider,
      chanceOf(`${authority} likes ${provider}`).share() ** 2 + 0.02,
    ]),
  );

/** What was tendered, or less after further competition. */
const paid = (tendered: number, name: string): number =>
  Math.floor((tendered * (1 - 0.05 * chanceOf(name).share())) / 5) * 5;
