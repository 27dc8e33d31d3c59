import type { Insider } from './insiders.ts';
import type { PriceRoom } from './other-prices.ts';
import { canAllDiffer } from './other-prices.ts';

/** Placements that an authority called off a lot of a framework. True prices: they never leave the memory of this process. */
export interface CalledOff {
  /** Id. */
  readonly framework: string;
  /** Id. */
  readonly lot: string;
  /** Label of the month, for example `2026-09`. */
  readonly period: string;
  /** GSS code. */
  readonly authority: string;
  /** Id of whoever answers for it. */
  readonly organisation: string;
  /** Whom they are with: an owner, with all its companies, as these know each other's prices. */
  readonly provider: string;
  readonly placements: number;
  /** Unit: GBP a week and placement; null where nobody says. */
  readonly weeklyPrice: number | null;
  /** The lot's published maximum; null for none. Unit: GBP a week. */
  readonly maximum: number | null;
}

/** Somebody who knows everything that is told, how many placements each authority has with each provider, and these prices. */
export interface PriceAttacker {
  /** Ids of those whose call-offs they know. */
  readonly organisations: ReadonlySet<string>;
  /** Providers of which they know what anybody pays. */
  readonly providers: ReadonlySet<string>;
}

/** How closely nobody may come to a price: the p of the p% rule. Unit: share of it. */
const closest = 0.1;
/** How closely everybody guesses every price without being told. Unit: share of it. */
const guessed = 0.5;

/**
 * Whether sums that everybody is told leave each price unknown to an attacker: for everyone whose prices they do not know
 * there are other prices, a tenth higher (or as high as the published maximum lets them be) and a tenth lower, that give
 * the same sums. All of somebody's prices are taken to move together, and numbers of placements to be known: whoever knows
 * less of how prices hang together, or of numbers, finds out less.
 *
 * @param whose what prices are taken together: all of a provider's, or all that an organisation pays.
 */
export function keepsPrices(
  sums: readonly (readonly CalledOff[])[],
  { organisations, providers }: PriceAttacker,
  whose: Whose,
): boolean {
  const unknown = sums.map((sum) =>
    sum.filter((one) => !(organisations.has(one.organisation) || providers.has(one.provider))),
  );
  const all = unknown.flat();
  const names = [...new Set(all.map((one) => one[whose]))];
  const place = new Map(names.map((name, nth) => [name, nth]));
  const room = roomOf(all, place, whose);
  const parts = unknown.map((sum) => partsOf(sum, place, whose));
  return (
    canAllDiffer(
      parts,
      room,
      room.up.map((up) => Math.min(closest, up)),
    ) &&
    canAllDiffer(
      parts,
      room,
      room.up.map(() => -closest),
    )
  );
}

type Whose = 'provider' | 'organisation';

/** What each one's call-offs bring to a sum. Unit: pounds a week. */
function partsOf(
  sum: readonly CalledOff[],
  place: ReadonlyMap<string, number>,
  whose: Whose,
): Float64Array {
  const parts = new Float64Array(place.size);
  for (const one of sum) {
    const nth = place.get(one[whose]) ?? 0;
    parts[nth] = (parts[nth] ?? 0) + one.placements * (one.weeklyPrice ?? 0);
  }
  return parts;
}

/** No price is above the published maximum of its lot. */
function roomOf(
  all: readonly CalledOff[],
  place: ReadonlyMap<string, number>,
  whose: Whose,
): PriceRoom {
  const up = new Float64Array(place.size).fill(guessed);
  for (const { [whose]: name, maximum, weeklyPrice } of all) {
    if (maximum === null || weeklyPrice === null) continue;
    const nth = place.get(name) ?? 0;
    up[nth] = Math.max(0, Math.min(up[nth] ?? 0, maximum / weeklyPrice - 1));
  }
  return { up, down: new Float64Array(place.size).fill(guessed) };
}

/** What call-offs bring to a sum. Unit: pounds a week. */
export const poundsOf = (fees: readonly CalledOff[]): number =>
  fees.reduce((sum, { placements, weeklyPrice }) => sum + placements * (weeklyPrice ?? 0), 0);

/** What is known of prices besides call-offs. */
export interface PriceKnowledge {
  /** Providers whose tendered prices an organisation was told, by its id. */
  readonly tendered: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who agreements show exact costs of others. */
  readonly insiders: readonly Insider[];
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Each alone: everybody; each organisation by its own call-offs, by these and those of whoever shows it exact costs, and by
 * the prices of all providers that it buys from or that tendered to it; and each provider.
 */
export function singleAttackers(
  fees: readonly CalledOff[],
  { tendered, insiders }: PriceKnowledge,
): readonly PriceAttacker[] {
  const bought = Map.groupBy(fees, ({ organisation }) => organisation);
  return [
    { organisations: nobody, providers: nobody },
    ...[...bought].flatMap(([organisation, own]) => [
      { organisations: new Set([organisation]), providers: nobody },
      {
        organisations: new Set([organisation]),
        providers: new Set([
          ...own.map(({ provider }) => provider),
          ...(tendered.get(organisation) ?? []),
        ]),
      },
    ]),
    ...insiders.map(({ organisation, authorities }) => ({
      organisations: new Set([
        organisation,
        ...fees.flatMap((one) => (authorities.includes(one.authority) ? [one.organisation] : [])),
      ]),
      providers: nobody,
    })),
    ...providersOf(fees).map((provider) => ({
      organisations: nobody,
      providers: new Set([provider]),
    })),
  ];
}

/** Each two of organisations and providers together, by what each has itself. */
export function pairsOfAttackers(fees: readonly CalledOff[]): readonly PriceAttacker[] {
  const single = [
    ...[...new Set(fees.map(({ organisation }) => organisation))].map((one) => ({
      organisations: [one],
      providers: [],
    })),
    ...providersOf(fees).map((one) => ({ organisations: [], providers: [one] })),
  ];
  return single.flatMap((one, nth) =>
    single.slice(nth + 1).map((other) => ({
      organisations: new Set([...one.organisations, ...other.organisations]),
      providers: new Set([...one.providers, ...other.providers]),
    })),
  );
}

const providersOf = (fees: readonly CalledOff[]) => [
  ...new Set(fees.map(({ provider }) => provider)),
];
