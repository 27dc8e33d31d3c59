import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { provisionTypes } from '@sufficiency/shared/providers/provision-types.ts';
import { counted } from '../returns/return-words.ts';
import type { ServicesFilter } from './service-address.ts';
import type { FoundServices } from './service-queries.ts';
import {
  countedServices,
  joined,
  judgementShort,
  synthetically,
  withPlaces,
} from './service-words.ts';

/** What an answer came to, as its sentence needs it. */
export type SentencedServices = Pick<
  FoundServices,
  'totalCount' | 'places' | 'placesUnknown' | 'facets' | 'edges'
>;

/** Names for the codes of a filter. */
export interface FilterNames {
  readonly consortium: string;
  readonly authority: (code: string) => string;
  readonly group: string | null;
  readonly framework: string | null;
  /** Number of the lot. */
  readonly lot: string | null;
}

/** How many kinds are told apart in a sentence. */
const kindsTold = 3;

/** What a search came to, in one sentence or two: how many of what, with how many places, where, and how narrowed. */
export function servicesSentence(
  found: SentencedServices,
  filter: ServicesFilter,
  names: FilterNames,
): string {
  const [type] = filter.types.length === 1 ? filter.types : [];
  const all = type ? countedServices(found.totalCount, type) : counted(found.totalCount, 'service');
  const many = found.totalCount === 0 ? all.replace(/^0/, 'No') : all;
  const isMadeUp = filter.fictitious || synthetically(found) === 'all';
  const subject = isMadeUp ? many.replace(' ', ' fictitious ') : many;
  const opening = `${subject}${withPlaces(found.places)} ${where(filter, names)}${how(filter, names)}`;
  return `${opening}${type ? '.' : kinds(found, filter)}${unknown(found)}`;
}

function where(filter: ServicesFilter, names: FilterNames): string {
  const area =
    filter.authorities.length > 0
      ? joined(filter.authorities.map(names.authority))
      : { consortium: names.consortium, england: 'England' }[filter.scope];
  if (filter.near === null) return `in ${area}`;
  const near = names.authority(filter.near);
  return filter.miles === null
    ? `in ${area}, by distance from ${near}`
    : `in ${area}, within ${counted(filter.miles, 'mile')} of the middle of ${near}`;
}

/** What else they have in common. */
function how(filter: ServicesFilter, names: FilterNames): string {
  const parts = [
    filter.text === null ? null : `with names like “${filter.text}”`,
    filter.group === null ? null : `of ${names.group ?? filter.group}`,
    filter.inHouse === null
      ? null
      : { true: 'in-house', false: 'not in-house' }[`${filter.inHouse}`],
    filter.judgements.length === 0
      ? null
      : `judged ${filter.judgements.map(judgedSo).join(', or ')}`,
    filter.vacant ? 'with a place that you can have today' : null,
    placesRange(filter),
    onFramework(filter, names),
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}

function onFramework({ framework, lot, tier }: ServicesFilter, names: FilterNames): string | null {
  if (framework === null && lot === null) return null;
  const inLot = lot === null ? '' : `, lot ${names.lot ?? 'chosen'}`;
  return `on ${names.framework ?? 'a framework'}${inLot}${tier === null ? '' : `, tier ${tier}`}`;
}

/** A judgement and all better ones of its scale. */
function judgedSo(judgement: ServicesFilter['judgements'][number]): string {
  const title = judgementShort(judgement);
  const isBest = judgement === 'OUTSTANDING' || judgement === 'CONSISTENTLY_STRONG';
  return isBest ? title : `${title} or better`;
}

function placesRange({ placesAtLeast, placesAtMost }: ServicesFilter): string | null {
  if (placesAtLeast !== null && placesAtMost !== null) {
    return `of ${placesAtLeast} to ${counted(placesAtMost, 'place')}`;
  }
  if (placesAtLeast !== null) return `of ${counted(placesAtLeast, 'place')} or more`;
  return placesAtMost === null ? null : `of ${counted(placesAtMost, 'place')} or fewer`;
}

/** The kinds with most services, where there are several. */
function kinds(found: SentencedServices, filter: ServicesFilter): string {
  const facet = found.facets.find(({ name }) => name === 'PROVISION_TYPE');
  const values = (facet?.values ?? []).flatMap(({ value, services, places }) => {
    const type = provisionTypes.find((one) => one === value);
    return type && isWanted(type, filter) ? [{ type, services, places }] : [];
  });
  if (values.length < 2) return '.';
  const told = values
    .slice(0, kindsTold)
    .map(({ type, services, places }) => countedServices(services, type) + withPlaces(places));
  const others = values.slice(kindsTold).reduce((sum, { services }) => sum + services, 0);
  return `: ${joined(others > 0 ? [...told, counted(others, 'other')] : told)}.`;
}

const isWanted = (type: ProvisionType, { types }: ServicesFilter) =>
  types.length === 0 || types.includes(type);

function unknown({ totalCount, placesUnknown }: SentencedServices): string {
  if (placesUnknown === 0) return '';
  return placesUnknown === totalCount
    ? ' Their places are not published.'
    : ` Places of ${counted(placesUnknown, 'service')} are not published, and not counted.`;
}
