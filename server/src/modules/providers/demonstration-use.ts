import { chanceOf } from '../../platform/demonstration-chance.ts';
import { apportion } from '../../platform/demonstration-shapes.ts';
import type { Market, MarketMonth } from '../returns/demonstration-market.service.ts';
import type { MadeAward } from './demonstration-awards.ts';
import type { BoughtService } from './demonstration-framework-facts.ts';
import type { RegisteredService } from './registered-service.ts';

/** Placements of an authority’s children with a fictitious provider on the last day of a month. */
export interface MadeUse {
  readonly authority: string;
  readonly month: string;
  readonly monthEnd: string;
  readonly provider: string;
  readonly urn: string | null;
  readonly host: string | null;
  readonly service: BoughtService;
  readonly sourcing: 'REGIONAL' | 'SPOT' | 'BLOCK-LOCAL';
  readonly placements: number;
  /** Of all its placements. Unit: GBP a week. */
  readonly weeklyCost: number;
}

/** A placement, but for its price. */
type Placed = Pick<MadeUse, 'provider' | 'urn' | 'host' | 'sourcing'>;

/** Whom an authority can buy from in a month. */
export interface Supply {
  /** Memberships in force of frameworks that it may call off from. */
  readonly awards: readonly MadeAward[];
  /** All services of the fictitious register. */
  readonly register: readonly RegisteredService[];
  /** Of each authority, the market it belongs to. */
  readonly markets: ReadonlyMap<string, number>;
  /** Places of each home that nobody has yet; taken up while placements are made. */
  readonly free: Map<string, number>;
}

const groups: Readonly<Record<BoughtService, string>> = {
  FOSTERING: 'FOSTER',
  RESIDENTIAL: 'RESIDENTIAL',
  SUPPORTED: 'SUPPORTED',
};
const provisions: Readonly<Record<BoughtService, string>> = {
  FOSTERING: 'INDEPENDENT_FOSTERING_AGENCY',
  RESIDENTIAL: 'CHILDRENS_HOME',
  SUPPORTED: 'SUPPORTED_ACCOMMODATION',
};
/** Providers that are no authority’s: private and voluntary ones. */
const independent: readonly string[] = ['PR4', 'PR5'];

/** Of placements that are not under block contract, how many are on framework. */
const onFramework: Readonly<Record<BoughtService, number>> = {
  FOSTERING: 0.81,
  RESIDENTIAL: 0.6,
  SUPPORTED: 0.7,
};
/** As Northamptonshire Children’s Trust prints it for 15 August 2022: 320 of 368, 53 of 101, 296 of 328. */
const onFrameworkOfTrust: Readonly<Record<BoughtService, number>> = {
  FOSTERING: 320 / 368,
  RESIDENTIAL: 53 / 101,
  SUPPORTED: 296 / 328,
};
const trust = ['E06000061', 'E06000062'];

/** How much likelier a child’s own area is than one of the same market, and that than another. */
const nearness = { own: 9, market: 3, other: 0.25 };
/** Of placements, how many are where no service of the fictitious register is. */
const elsewhere = 0.09;
/** What spot purchase costs beside the same on framework. */
const spotPremium = 1.16;

/**
 * Whom an authority’s children live with at the end of a month, as far as they live with providers of others. They are as
 * many as its returns count with private and voluntary providers, and cost together what its returns say; children in
 * its own provision are not among them.
 */
export function useOf(market: Market, month: MarketMonth, supply: Supply): readonly MadeUse[] {
  return (['RESIDENTIAL', 'SUPPORTED', 'FOSTERING'] as const).flatMap((service) => {
    const { children, cost } = boughtIn(month, service);
    const block = service === 'RESIDENTIAL' ? blockPlaced(market, month, children) : [];
    const left = children - block.length;
    const regional = Math.round(left * frameworkShare(market.authority, service));
    const bought = (sourcing: Offer['sourcing'], count: number) => {
      const offer = offerOf(market.authority, service, supply, sourcing);
      const name = `${market.authority} ${service} ${sourcing}`;
      return Array.from({ length: count }, (_, nth) =>
        placedBy(`${name} ${nth}`, offer, supply.free),
      );
    };
    const placed = [...block, ...bought('REGIONAL', regional), ...bought('SPOT', left - regional)];
    return priced(placed, { authority: market.authority, month, service, cost });
  });
}

/** Children with private and voluntary providers, and their cost a week. */
function boughtIn({ costs }: MarketMonth, service: BoughtService) {
  const rows = costs.filter(
    ({ placement_group: group, provider_sector: sector }) =>
      group === groups[service] && independent.includes(String(sector)),
  );
  const sum = (column: string) => rows.reduce((all, row) => all + Number(row[column]), 0);
  return { children: sum('children'), cost: sum('weekly_cost') };
}

function frameworkShare(authority: string, service: BoughtService): number {
  if (trust.includes(authority)) return onFrameworkOfTrust[service];
  return Math.min(
    0.97,
    chanceOf(`${authority} ${service} framework`).about(onFramework[service], 0.07),
  );
}

/** One for each bed that is occupied under block contract, in the authority’s own area. */
const blockPlaced = (
  { authority }: Market,
  { contracts }: MarketMonth,
  most: number,
): readonly Placed[] =>
  contracts
    .flatMap(({ provider, urn, occupied }) =>
      Array.from(
        { length: Number(occupied) },
        (): Placed => ({
          provider: String(provider),
          urn: String(urn),
          host: authority,
          sourcing: 'BLOCK-LOCAL',
        }),
      ),
    )
    .slice(0, most);

/** What of a service can be bought by one route. */
interface Offer {
  readonly sourcing: 'REGIONAL' | 'SPOT';
  readonly homes: readonly { readonly home: RegisteredService; readonly weight: number }[];
  /** Sum of their weights. */
  readonly weight: number;
}

/**
 * Services offered on a framework, or those offered on none. Where every one is offered, as some frameworks have all
 * providers, they can still be bought off it.
 */
function offerOf(
  authority: string,
  service: BoughtService,
  { awards, register, markets }: Supply,
  sourcing: Offer['sourcing'],
): Offer {
  const offered = new Set(awards.flatMap(({ offers }) => offers));
  const own = markets.get(authority);
  const all = register.filter(({ provisionType }) => provisionType === provisions[service]);
  const wanted = all.filter(({ urn }) => offered.has(urn) === (sourcing === 'REGIONAL'));
  const homes = (wanted.length > 0 ? wanted : all).map((home) => ({
    home,
    weight: weightOf(home, authority, own, markets),
  }));
  return { sourcing, homes, weight: homes.reduce((sum, { weight }) => sum + weight, 0) };
}

function weightOf(
  { authorityCode }: RegisteredService,
  authority: string,
  own: number | undefined,
  markets: ReadonlyMap<string, number>,
): number {
  if (authorityCode === authority) return nearness.own;
  return markets.get(authorityCode ?? '') === own ? nearness.market : nearness.other;
}

/** Where one child lives: in the same home every month, as long as it has a place. */
function placedBy(name: string, { sourcing, homes, weight }: Offer, free: Supply['free']): Placed {
  const chance = chanceOf(name);
  const home = drawn(homes, chance.share() * weight);
  const isElsewhere = chance.share() < elsewhere;
  const found = isElsewhere ? undefined : firstFree(homes, home, free);
  if (!found) return { provider: homes[home]?.home.owner ?? '', urn: null, host: null, sourcing };
  free.set(found.urn, (free.get(found.urn) ?? 0) - 1);
  return { provider: found.owner ?? '', urn: found.urn, host: found.authorityCode, sourcing };
}

/** Where a number falls when weights are laid end to end. */
function drawn(homes: Offer['homes'], at: number): number {
  let left = at;
  const found = homes.findIndex(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, found);
}

/** As many homes are tried. */
const tries = 12;

/** The home, or one of those after it, that has a place left. */
function firstFree(
  homes: Offer['homes'],
  from: number,
  free: Supply['free'],
): RegisteredService | undefined {
  return homes.slice(from, from + tries).find(({ home }) => (free.get(home.urn) ?? 0) > 0)?.home;
}

/** Adds up placements of one provider, home and route, and divides what they cost together. */
function priced(
  placed: readonly Placed[],
  given: {
    readonly authority: string;
    readonly month: MarketMonth;
    readonly service: BoughtService;
    readonly cost: number;
  },
): readonly MadeUse[] {
  const together = [
    ...Map.groupBy(placed, ({ provider, urn, host, sourcing }) =>
      [provider, urn, host, sourcing].join('|'),
    ).values(),
  ];
  const weights = together.map((same) => same.length * dearness(same[0]));
  const costs = weights.length === 0 ? [] : apportion(Math.round(given.cost), weights);
  return together.flatMap((same, index) => {
    const [first] = same;
    if (!first) return [];
    return [
      {
        ...first,
        authority: given.authority,
        month: given.month.period,
        monthEnd: given.month.endsOn,
        service: given.service,
        placements: same.length,
        weeklyCost: costs[index] ?? 0,
      },
    ];
  });
}

const dearness = (placed: Placed | undefined): number => {
  const usual = chanceOf(`${placed?.provider} dearness`).about(1, 0.09);
  return placed?.sourcing === 'SPOT' ? usual * spotPremium : usual;
};
