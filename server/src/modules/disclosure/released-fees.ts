import { setImmediate as breathe } from 'node:timers/promises';
import { consortiumArea, lotFeesTable } from '@sufficiency/shared/disclosure/release-tables.ts';
import type { CalledOff, PriceAttacker, PriceKnowledge } from './fee-rule.ts';
import { keepsPrices, pairsOfAttackers, poundsOf, singleAttackers } from './fee-rule.ts';
import type { ReleaseCellContent } from './release-contents.ts';
import type { DisclosureRule } from './release-problem.ts';

/** A fee of a lot that was released, or is ready to be: what was called off its framework in that month, as it was then. */
export interface ToldFee {
  /** Id. */
  readonly lot: string;
  /** Label of its month. */
  readonly period: string;
  readonly calledOff: readonly CalledOff[];
}

/** What fees of lots are made from. */
export interface FeeSources extends PriceKnowledge {
  /** Label of the month, for example `2026-09`. */
  readonly period: string;
  readonly rule: DisclosureRule;
  /** What all members called off in that month. */
  readonly calledOff: readonly CalledOff[];
  readonly told: readonly ToldFee[];
  /** Ids of lots whose fees another consortium releases. */
  readonly elsewhere: ReadonlySet<string>;
}

/** Fewest organisations, and fewest providers, behind one fee. */
const fewest = 3;
/** To what fees are rounded. Unit: steps of the release's rule for counts. */
const stepsOfRule = 2;
/** How long prices are looked into at a time: requests are answered in between. Unit: milliseconds. */
const longestTurn = 20;

/**
 * The mean weekly fee of each lot that can be told: at least three organisations and three providers behind it, all prices
 * known, and nobody, alone or with one other, finds what a provider is paid, or an organisation pays, to within a tenth, from
 * it and all others ever told. Lots are tried one after the other, those with the most placements first; of one that cannot
 * be told nothing is, not even whether there were any placements.
 *
 * @unit GBP a week and placement, to the nearest two steps of the rule's rounding.
 */
export async function releasedFees(
  sources: FeeSources,
  signal: AbortSignal,
): Promise<readonly ReleaseCellContent[]> {
  const { calledOff, period, rule } = sources;
  const step = stepOf(rule);
  const told = [...sources.told];
  const cells: ReleaseCellContent[] = [];
  for (const [lot, fees] of lotsByPlacements(calledOff)) {
    const candidate = { lot, period, calledOff: ofFramework(calledOff, fees) };
    const mayBeTold =
      !sources.elsewhere.has(lot) &&
      isFromEnough(fees) &&
      (await holds([...told, candidate], candidate, { sources, signal }));
    if (!mayBeTold) continue;
    told.push(candidate);
    cells.push({
      table: lotFeesTable,
      codes: lot,
      area: consortiumArea,
      indicator: null,
      value: feeOf(fees, step),
      symbol: null,
    });
  }
  return cells;
}

/** To what fees are rounded by a release's rule. Unit: GBP. */
export const stepOf = ({ rounding }: Pick<DisclosureRule, 'rounding'>): number =>
  stepsOfRule * rounding;

/** The mean over placements, to the nearest step. Unit: GBP a week and placement. */
export const feeOf = (fees: readonly CalledOff[], step: number): number =>
  Math.round(poundsOf(fees) / placementsOf(fees) / step) * step;

const placementsOf = (fees: readonly CalledOff[]) =>
  fees.reduce((sum, { placements }) => sum + placements, 0);

const lotsByPlacements = (calledOff: readonly CalledOff[]) =>
  [...Map.groupBy(calledOff, ({ lot }) => lot)].toSorted(
    ([lot, one], [other, another]) =>
      placementsOf(another) - placementsOf(one) || lot.localeCompare(other),
  );

const ofFramework = (calledOff: readonly CalledOff[], [first]: readonly CalledOff[]) =>
  calledOff.filter(({ framework }) => framework === first?.framework);

const isFromEnough = (fees: readonly CalledOff[]): boolean =>
  fees.every(isPriced) &&
  new Set(fees.map(({ organisation }) => organisation)).size >= fewest &&
  new Set(fees.map(({ provider }) => provider)).size >= fewest;

const isPriced = ({ weeklyPrice }: CalledOff) => weeklyPrice !== null;

/** The sum of a lot, and that of all lots of its framework, which is taken to be known: budgets and notices tell it. */
function sumsOf({ lot, calledOff }: ToldFee): readonly (readonly CalledOff[])[] {
  const ofLot = calledOff.filter((one) => one.lot === lot);
  const isMore = calledOff.length > ofLot.length && calledOff.every(isPriced);
  return isMore ? [ofLot, calledOff] : [ofLot];
}

interface Holding {
  readonly sources: FeeSources;
  readonly signal: AbortSignal;
}

/**
 * Whether all that is told keeps every provider's prices, of all lots and months, from everybody; and what is told of one lot
 * and month, in all its versions, what each organisation pays there.
 */
async function holds(
  told: readonly ToldFee[],
  { lot, period }: ToldFee,
  { sources, signal }: Holding,
): Promise<boolean> {
  const sums = told.flatMap(sumsOf);
  const fees = sums.flat();
  const here = told
    .filter((one) => one.lot === lot && one.period === period)
    .map((one) => one.calledOff.filter((fee) => fee.lot === lot));
  const singles = singleAttackers(fees, sources);
  const keepsProviders = (attacker: PriceAttacker) => keepsPrices(sums, attacker, 'provider');
  return (
    (await allHold(singles, (one) => keepsPrices(here, one, 'organisation'), signal)) &&
    (await allHold(singles, keepsProviders, signal)) &&
    (await allHold(pairsOfAttackers(fees), keepsProviders, signal))
  );
}

async function allHold(
  attackers: readonly PriceAttacker[],
  keeps: (attacker: PriceAttacker) => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  let since = performance.now();
  for (const attacker of attackers) {
    if (!keeps(attacker)) return false;
    if (performance.now() - since < longestTurn) continue;
    await breathe();
    signal.throwIfAborted();
    since = performance.now();
  }
  return true;
}
