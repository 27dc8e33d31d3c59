import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import { apportion } from '../../platform/demonstration-shapes.ts';
import type { NamedHome } from '../returns/demonstration-market.service.ts';
import { firstInspections } from './demonstration-inspections.ts';
import type { OwnedService, Owner } from './demonstration-owners.ts';
import type { Inspection, RegisteredService } from './registered-service.ts';

type MadeProvision = 'CHILDRENS_HOME' | 'SUPPORTED_ACCOMMODATION' | 'INDEPENDENT_FOSTERING_AGENCY';

/** A register of what does not exist, as a file of Ofsted's would have it. */
export interface MadeRegister {
  /** `YYYY-MM-DD`. */
  readonly vintage: string;
  readonly services: readonly RegisteredService[];
  /** All that are known of them, earliest first. */
  readonly inspections: readonly Inspection[];
}

/** The day that Ofsted's own register speaks for. */
const vintage = '2025-03-31';

/** What the real register has in an authority’s area, and what its returns name there. */
export interface Area {
  readonly authority: string;
  readonly name: string;
  /** From 0: which owners are strong there. */
  readonly market: number;
  readonly homes: number;
  readonly places: number;
  readonly supported: number;
  readonly supportedPlaces: number;
  readonly agencies: number;
  /** The first of its homes. */
  readonly named: readonly NamedHome[];
}

/** A service that has no owner yet. */
interface Seat {
  readonly area: Area;
  readonly provisionType: MadeProvision;
  readonly urn: string;
  readonly places: number | null;
  readonly owner: string | null;
}

const provisions: Readonly<Record<OwnedService, MadeProvision>> = {
  RESIDENTIAL: 'CHILDRENS_HOME',
  SUPPORTED: 'SUPPORTED_ACCOMMODATION',
  FOSTERING: 'INDEPENDENT_FOSTERING_AGENCY',
};

/** Numbers of an area’s services, by kind: homes from 1, as returns count them. */
const firstNumbers: Readonly<Record<MadeProvision, number>> = {
  CHILDRENS_HOME: 1,
  SUPPORTED_ACCOMMODATION: 500,
  INDEPENDENT_FOSTERING_AGENCY: 900,
};

/**
 * A register of services that do not exist: in each area as many of each kind as the real register has, with as many
 * places. The homes that returns name come first, with their number, size and owner; every owner has at least one.
 */
export function fictitiousRegister(areas: readonly Area[], owners: readonly Owner[]): MadeRegister {
  const made = (['RESIDENTIAL', 'SUPPORTED', 'FOSTERING'] as const).flatMap((service) => {
    const seats = areas.flatMap((area) => seatsOf(area, provisions[service]));
    return dealt(
      seats,
      owners.filter((owner) => owner.service === service),
    );
  });
  return {
    vintage,
    services: made.map(({ service }) => service),
    inspections: made.flatMap(({ inspections }) => inspections),
  };
}

interface MadeService {
  readonly service: RegisteredService;
  readonly inspections: readonly Inspection[];
}

function seatsOf(area: Area, provisionType: MadeProvision): readonly Seat[] {
  if (provisionType === 'CHILDRENS_HOME') return homesIn(area);
  const isSupported = provisionType === 'SUPPORTED_ACCOMMODATION';
  const count = isSupported ? area.supported : area.agencies;
  const places = isSupported
    ? sizesOf(count, area.supportedPlaces, chanceOf(`${area.authority} supported`))
    : [];
  return Array.from({ length: count }, (_, index) => ({
    area,
    provisionType,
    urn: urnOf(area, provisionType, index),
    places: places[index] ?? null,
    owner: null,
  }));
}

function homesIn(area: Area): readonly Seat[] {
  const named = area.named.slice(0, area.homes);
  const left = area.places - named.reduce((sum, { registered }) => sum + registered, 0);
  const sizes = sizesOf(area.homes - named.length, left, chanceOf(`${area.authority} sizes`));
  const seat = { area, provisionType: 'CHILDRENS_HOME' } as const;
  return [
    ...named.map(({ urn, registered, owner }) => ({ ...seat, urn, places: registered, owner })),
    ...sizes.map((places, index) => ({
      ...seat,
      urn: urnOf(area, 'CHILDRENS_HOME', named.length + index),
      places,
      owner: null,
    })),
  ];
}

/** Places of so many services: one at least, and together as many as there are. */
const sizesOf = (count: number, places: number, chance: Chance): readonly number[] =>
  count === 0
    ? []
    : apportion(
        Math.max(0, places - count),
        Array.from({ length: count }, () => chance.between(1, 6)),
      ).map((more) => more + 1);

/** As returns number an authority’s homes: three digits of its code between a 9 and three of its own. */
const urnOf = ({ authority }: Area, provisionType: MadeProvision, index: number) => {
  const number = firstNumbers[provisionType] + index;
  return `9${authority.slice(2, 3)}${authority.slice(-2)}${String(number).padStart(3, '0')}`;
};

/** Gives every owner one service, in turns over the areas, and the rest by chance: owners are strongest at home. */
function dealt(seats: readonly Seat[], owners: readonly Owner[]): readonly MadeService[] {
  const free = seats.filter(({ owner }) => owner === null);
  const step = free.length / owners.length;
  const firsts = new Map(owners.map((owner, index) => [free[Math.floor(index * step)], owner]));
  return seats.map((seat) => {
    const first = firsts.get(seat);
    const chance = chanceOf(`${seat.urn} service`);
    const owner = seat.owner ?? first?.name ?? chance.weighed(strengths(owners, seat.area.market));
    return serviceOf({ ...seat, urn: first?.urn ?? seat.urn, owner }, chance);
  });
}

/** How often an owner has a service in a market: a few are large, and most are strongest in one. */
const strengths = (owners: readonly Owner[], market: number): Weights =>
  Object.fromEntries(
    owners.map(({ name, home }, rank) => [name, (home === market ? 5 : 1) / (1 + rank / 6)]),
  );

const needs: Weights = {
  'emotional or behavioural difficulties': 78,
  'mental health needs': 34,
  'learning disability': 26,
  'physical disability': 9,
  'sensory impairment': 4,
};

function serviceOf(seat: Seat & { readonly owner: string }, chance: Chance): MadeService {
  const { area, provisionType, urn, owner, places } = seat;
  const isHome = provisionType === 'CHILDRENS_HOME';
  const isSupported = provisionType === 'SUPPORTED_ACCOMMODATION';
  // Supported accommodation has been registered since 2023.
  const year = isSupported ? 2024 : chance.between(2008, 2024);
  const registeredOn = `${year}-${String(chance.between(1, 12)).padStart(2, '0')}-15`;
  const inspections = firstInspections({ urn, provisionType, registeredOn });
  const service: RegisteredService = {
    urn,
    owner,
    provisionType,
    sector: 'PRIVATE',
    status: 'ACTIVE',
    authorityCode: area.authority,
    areaText: area.name,
    name: isHome ? null : owner,
    postcodeDistrict: null,
    registeredOn,
    places,
    ageFrom: agesFrom(provisionType, chance),
    ageTo: provisionType === 'INDEPENDENT_FOSTERING_AGENCY' ? 18 : 17,
    needs: Object.entries(needs)
      .filter(([, percent]) => chance.share() * 100 < percent)
      .map(([need]) => need),
    shortBreaksOnly: false,
    multiBuilding: false,
    premises: isSupported ? Math.ceil((places ?? 0) / 4) : null,
    inspection: inspections.at(-1) ?? null,
  };
  return { service, inspections };
}

function agesFrom(provisionType: MadeProvision, chance: Chance): number {
  if (provisionType === 'SUPPORTED_ACCOMMODATION') return 16;
  return provisionType === 'CHILDRENS_HOME' ? chance.between(7, 11) : 0;
}
