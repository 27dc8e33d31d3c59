import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from '../returns/return-words.ts';
import type { Service } from './service-queries.ts';
import { areaOf, judgementShort, serviceName } from './service-words.ts';

const sectors = {
  ACADEMY: 'Academy',
  HEALTH_AUTHORITY: 'Health authority',
  LOCAL_AUTHORITY: 'Local authority',
  PRIVATE: 'Private',
  VOLUNTARY: 'Voluntary',
} as const satisfies Readonly<Record<NonNullable<Service['sector']>, string>>;

/** A service in a sentence: what, where, of whom, how large, how judged. */
export function serviceSentence(service: Service): string {
  const { provisionType, provider, places, judgement, judgedOn, leftOn } = service;
  const type = provisionTitles[provisionType];
  const opening = `${serviceName(service)} is ${article(type)} ${lowerFirst(type)} in ${areaOf(service)}`;
  const of = provider ? `, owned by ${provider.name}` : '';
  const size = places === null ? '' : `, with ${counted(places, 'registered place')}`;
  const judged =
    judgement === null
      ? 'It has not been judged yet.'
      : `Its newest judgement is ${judgementShort(judgement)}${judgedOn === null ? '' : `, of ${writtenDay(judgedOn)}`}.`;
  const left =
    leftOn === null
      ? ''
      : ` It is no longer on the register: the one of ${writtenDay(leftOn)} was the first without it.`;
  return `${opening}${of}${size}. ${judged}${left}`;
}

const article = (title: string) => (/^[aeiou]/i.test(title) ? 'an' : 'a');
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const statuses = {
  ACTIVE: 'On the newest register',
  LEFT: 'On an earlier register only',
  SUSPENDED: 'On the newest register, and suspended',
} as const satisfies Readonly<Record<Service['status'], string>>;

/** What is known of a service, by name; what is not known is left out. */
export function serviceFacts(service: Service): readonly (readonly [string, string])[] {
  const { sector, registeredOn, needs, premises } = service;
  const facts: readonly (readonly [string, string | null])[] = [
    ['URN', service.urn],
    ['Status', statuses[service.status]],
    ['Registered places', placesText(service)],
    ['Premises', premises === null ? null : String(premises)],
    ['Ages', agesText(service)],
    ['Needs', needs.length === 0 ? null : needs.join(', ')],
    ['Short breaks', service.shortBreaksOnly ? 'Short breaks only' : null],
    ['Buildings', service.multiBuilding ? 'Several' : null],
    ['Postcode district', service.postcodeDistrict],
    ['Ofsted’s sector', sector === null ? null : sectors[sector]],
    ['In-house', inHouseText(service)],
    ['Registered on', registeredOn === null ? null : writtenDay(registeredOn)],
    ['Source', sourceText(service)],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
}

/** The register’s title tells its day already; others’ is added. */
function sourceText({ source, vintage }: Service): string {
  const day = writtenDay(vintage);
  return source.includes(day) ? source : `${source}, as at ${day}`;
}

const placesText = ({ places }: Service) => (places === null ? 'Not published' : String(places));

function agesText({ ageFrom, ageTo }: Service): string | null {
  if (ageFrom === null && ageTo === null) return null;
  if (ageFrom === null) return `Up to ${ageTo}`;
  return ageTo === null ? `From ${ageFrom}` : `${ageFrom} to ${ageTo}`;
}

/** Decided by the owner, whatever the sector. */
function inHouseText({ inHouse, provider }: Service): string {
  if (!inHouse) return 'No: its owner is neither a council nor a children’s trust';
  const names = provider?.inHouseOf.map(({ name }) => name) ?? [];
  return names.length === 0 ? 'Yes' : `Yes, of ${names.join(' and ')}`;
}
