import { needCodeOf } from '@sufficiency/shared/beds/needs.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';

/** A service of the fictitious register that is a home, and what else is there of it. */
export interface ListedService {
  readonly urn: string;
  readonly authority: string;
  readonly isSupported: boolean;
  readonly places: number;
  readonly ageFrom: number;
  readonly ageTo: number;
  /** As the register prints them. */
  readonly needs: readonly string[];
  /** `YYYY-MM-DD`; null where the register does not say. */
  readonly registeredOn: string | null;
  /** The consortium it stands in; null for none. */
  readonly consortium: string | null;
  /** The authority that has all its places to itself by a block contract; null where none has. */
  readonly blockOf: string | null;
  /** Middle of the authority’s area; null where it is not known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** What a home that does not exist is, apart from how its places are. */
export interface HomeFacts {
  readonly name: string | null;
  readonly inHouse: boolean;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly genders: string;
  readonly needs: readonly string[];
  readonly education: boolean;
  readonly siblings: boolean;
  readonly solo: boolean;
  readonly emergency: boolean;
  readonly noticeDays: number;
  readonly shortBreaks: boolean;
  readonly spot: boolean;
  /** Degrees; null where its holder has not entered them. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

// Words of a map that does not exist; every name ends in “(fictitious)”.
const firsts = [
  ...['Amberholt', 'Bracklewick', 'Corriemoor', 'Dunnockfield', 'Elvermere', 'Finchingdale'],
  ...['Gorsebeck', 'Hawkrigg', 'Islewater', 'Junipergate', 'Kelpmoor', 'Lingholt'],
  ...['Mossgarth', 'Nutwick', 'Oakrigg', 'Plovermere', 'Quernholt', 'Rookdale'],
  ...['Sedgemarsh', 'Teasel', 'Umbermoor', 'Vetchling', 'Wrenbeck', 'Yewgarth'],
];
const seconds = ['House', 'Lodge', 'View', 'Cottage', 'Court', 'Rise', 'Gate', 'End', 'Place'];

/** The name of the nth home of a consortium: no two have the same. */
const nameOf = (nth: number): string =>
  `${firsts[nth % firsts.length]} ${seconds[Math.floor(nth / firsts.length) % seconds.length]} (fictitious)`;

/** How far from the middle of its area a home stands at most. Unit: degrees. */
const spread = { latitude: 0.11, longitude: 0.17 };

/**
 * @param isNamed true where returns name it: it never gives short breaks, which returns do not count so.
 * @param inHouse true where its authority runs it.
 * @param nth of the homes of its consortium, from 0.
 */
export function factsOf(
  service: ListedService,
  {
    isNamed,
    inHouse,
    nth,
  }: { readonly isNamed: boolean; readonly inHouse: boolean; readonly nth: number },
): HomeFacts {
  const chance = chanceOf(`${service.urn} home`);
  const { isSupported, places } = service;
  const shortBreaks = chance.share() < 0.03 && !isSupported && !isNamed && places > 2;
  const emergency = chance.share() < 0.14 && !shortBreaks;
  return {
    name: service.consortium === 'd2n2' ? nameOf(nth) : null,
    inHouse,
    ageFrom: service.ageFrom,
    ageTo: service.ageTo,
    genders: chance.weighed({ ANY: 72, MALE: 16, FEMALE: 12 }),
    needs: service.needs.flatMap((need) => needCodeOf(need) ?? []).sort(),
    education: !isSupported && chance.share() < 0.08,
    siblings: places > 1 && chance.share() < 0.45,
    solo: places === 1 || (!isSupported && chance.share() < 0.12),
    emergency,
    noticeDays: emergency ? 0 : Number(chance.weighed({ 1: 25, 3: 35, 7: 25, 14: 15 })),
    shortBreaks,
    spot: !inHouse && service.blockOf === null && chance.share() < 0.7,
    ...locationOf(service, { chance, isEntered: isNamed || chance.share() < 0.6 }),
  };
}

function locationOf(
  { latitude, longitude }: ListedService,
  { chance, isEntered }: { readonly chance: Chance; readonly isEntered: boolean },
): Pick<HomeFacts, 'latitude' | 'longitude'> {
  if (!isEntered || latitude === null || longitude === null) {
    return { latitude: null, longitude: null };
  }
  const near = (middle: number, most: number) =>
    Math.round((middle + most * (2 * chance.share() - 1)) * 10_000) / 10_000;
  return {
    latitude: near(latitude, spread.latitude),
    longitude: near(longitude, spread.longitude),
  };
}
