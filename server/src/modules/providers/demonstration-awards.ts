import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { BoughtService, FrameworkFacts, LotFacts } from './demonstration-framework-facts.ts';
import type { Owner } from './demonstration-owners.ts';
import type { RegisteredService } from './registered-service.ts';

/** A fictitious provider’s membership of a lot. */
export interface MadeAward {
  readonly framework: string;
  readonly lot: string;
  readonly tier: number | null;
  readonly provider: string;
  readonly service: BoughtService;
  /** `YYYY-MM-DD`. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Numbers of the services it offers. */
  readonly offers: readonly string[];
  /** Tendered. Unit: GBP a week. */
  readonly weeklyPrice: number;
}

const provisions: Readonly<Record<BoughtService, string>> = {
  FOSTERING: 'INDEPENDENT_FOSTERING_AGENCY',
  RESIDENTIAL: 'CHILDRENS_HOME',
  SUPPORTED: 'SUPPORTED_ACCOMMODATION',
};

/** Of a service’s providers, how many are on a lot of which no source prints the number: fewer on further lots. */
const usualShare = 0.62;
const furtherShare = 0.6;
/** Of the members of a framework that has awarded again, how many came with the second award. */
const cameLater = 0.2;
/** An award offers so many services at most. */
const mostOffers = 8;

/** About what a week is tendered at, and how far tenders differ. Unit: GBP. */
const prices: Readonly<Record<BoughtService, readonly [mean: number, spread: number]>> = {
  FOSTERING: [930, 70],
  RESIDENTIAL: [5_300, 420],
  SUPPORTED: [1_060, 120],
};
/** A tender below the published maximum of its lot leaves so much of it at least. */
const belowMaximum = 0.98;

/**
 * Who is on a framework: fictitious providers, as many on each lot as its source prints, and as many in all. Those that
 * returns name are on its first lot of their service.
 *
 * @param register services that the memberships offer.
 */
export function awardsOf(
  facts: FrameworkFacts,
  owners: readonly Owner[],
  register: readonly RegisteredService[],
): readonly MadeAward[] {
  const since = facts.membersFrom;
  if (since === undefined) return [];
  return facts.lots.flatMap((lot, index) => {
    const service = lot.service ?? facts.services[0] ?? 'RESIDENTIAL';
    const able = ableOwners(owners, service, facts.reference);
    return membersOf(lot, { able, index: lot.service ? 0 : index }).map((owner) =>
      awardOf(facts, lot, { owner, service, since, register }),
    );
  });
}

/** Those who offer a service, those that returns name first. Owners of homes support young people, too. */
function ableOwners(
  owners: readonly Owner[],
  service: BoughtService,
  reference: string,
): readonly Owner[] {
  const offers = (owner: Owner) =>
    owner.service === service || (service === 'SUPPORTED' && owner.service === 'RESIDENTIAL');
  const place = ({ name, urn, service: own }: Owner) =>
    urn !== null && own === service ? -1 : chanceOf(`${reference} ${name}`).share();
  return owners
    .filter(offers)
    .map((owner) => ({ owner, at: place(owner) }))
    .sort((one, other) => one.at - other.at)
    .map(({ owner }) => owner);
}

/** The first of a framework’s first lot, the last of its others: so that a provider is on some lots and not on all. */
function membersOf(
  { printedMemberships }: LotFacts,
  { able, index }: { readonly able: readonly Owner[]; readonly index: number },
): readonly Owner[] {
  const usual = Math.round(able.length * usualShare * furtherShare ** index);
  const count = printedMemberships ?? usual;
  if (index === 0) return able.slice(0, count);
  return printedMemberships === undefined ? able.slice(0, count) : able.slice(-count);
}

function awardOf(
  facts: FrameworkFacts,
  lot: LotFacts,
  given: {
    readonly owner: Owner;
    readonly service: BoughtService;
    readonly since: string;
    readonly register: readonly RegisteredService[];
  },
): MadeAward {
  const { owner, service, since } = given;
  const chance = chanceOf(`${facts.reference} ${lot.number} ${owner.name}`);
  const [mean, spread] = prices[service];
  const maximum = (lot.maximumWeeklyPrice ?? Number.POSITIVE_INFINITY) * belowMaximum;
  const weeklyPrice = Math.min(maximum, chance.about(mean, spread));
  const later = secondAward(facts);
  const isLater = owner.urn === null && later !== null && chance.share() < cameLater;
  return {
    framework: facts.reference,
    lot: lot.number,
    tier: lot.tiers ? tierOf(owner) : null,
    provider: owner.name,
    service,
    startsOn: isLater ? later : since,
    endsOn: facts.membersUntil ?? null,
    offers: offersOf(facts, given),
    weeklyPrice: Math.floor(weeklyPrice / 5) * 5,
  };
}

/** The day of the last award after the framework began; null where there was none. */
const secondAward = ({ dates, startsOn = '' }: FrameworkFacts): string | null =>
  dates.findLast(({ kind, on }) => kind === 'AWARDED' && on > startsOn)?.on ?? null;

/** As returns place those that they name. */
const tierOf = ({ urn, name }: Owner): number =>
  urn === null ? chanceOf(`${name} tier`).between(1, 2) : (Number(urn) % 2) + 1;

/** Services of the provider that its framework buys, where they met its condition when it was awarded. */
function offersOf(
  { conditionJudgement }: FrameworkFacts,
  {
    owner,
    service,
    register,
  }: {
    readonly owner: Owner;
    readonly service: BoughtService;
    readonly register: readonly RegisteredService[];
  },
): readonly string[] {
  const meets = ({ inspection, urn }: RegisteredService) =>
    conditionJudgement === undefined ||
    urn === owner.urn ||
    inspection?.overall === 'GOOD' ||
    inspection?.overall === 'OUTSTANDING';
  return register
    .filter(
      (offered) =>
        offered.owner === owner.name &&
        offered.provisionType === provisions[service] &&
        meets(offered),
    )
    .toSorted((a, b) => Number(b.urn === owner.urn) - Number(a.urn === owner.urn))
    .slice(0, mostOffers)
    .map(({ urn }) => urn);
}
