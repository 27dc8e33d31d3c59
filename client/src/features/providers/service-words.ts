import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { keptBack, provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { counted } from '../returns/return-words.ts';
import type { FoundServices, ServiceLine } from './service-queries.ts';

const several: Readonly<Record<ProvisionType, string>> = {
  CHILDRENS_HOME: 'children’s homes',
  SUPPORTED_ACCOMMODATION: 'supported accommodation services',
  INDEPENDENT_FOSTERING_AGENCY: 'independent fostering agencies',
  RESIDENTIAL_FAMILY_CENTRE: 'residential family centres',
  RESIDENTIAL_SPECIAL_SCHOOL: 'residential special schools',
  RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME: 'residential special schools registered as children’s homes',
  BOARDING_SCHOOL: 'boarding schools',
  FURTHER_EDUCATION_COLLEGE: 'further education colleges with residential accommodation',
  VOLUNTARY_ADOPTION_AGENCY: 'voluntary adoption agencies',
  ADOPTION_SUPPORT_AGENCY: 'adoption support agencies',
  SECURE_CHILDRENS_HOME: 'secure children’s homes',
  HOLIDAY_SCHEME: 'residential holiday schemes for disabled children',
  SECURE_TRAINING_CENTRE: 'secure training centres',
};

const one: Readonly<Partial<Record<ProvisionType, string>>> = {
  SUPPORTED_ACCOMMODATION: 'supported accommodation service',
  RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME: 'residential special school registered as a children’s home',
};

/** “1 children’s home”, “210 children’s homes”. */
export const countedServices = (count: number, type: ProvisionType): string =>
  counted(count, one[type] ?? lowerFirst(provisionTitles[type]), several[type]);

/** “with 754 places”; where none are published, nothing. */
export const withPlaces = (places: number | null): string =>
  places === null || places === 0 ? '' : ` with ${counted(places, 'place')}`;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What a service is called: its name, or, where Ofsted keeps it back, its URN. */
export const serviceName = ({ name, urn }: Pick<ServiceLine, 'name' | 'urn'>): string =>
  name ?? urn;

/** Whether Ofsted keeps back names and addresses of services of a kind. */
export const isKeptBack = (type: ProvisionType): boolean => keptBack.has(type);

/** Where it stands: the authority, or what the register prints where there is none. */
export const areaOf = ({
  authority,
  areaText,
}: Pick<ServiceLine, 'authority' | 'areaText'>): string => authority?.name ?? areaText;

const tones: Readonly<Record<Judgement, 'good' | 'warn' | 'bad'>> = {
  OUTSTANDING: 'good',
  GOOD: 'good',
  REQUIRES_IMPROVEMENT: 'warn',
  INADEQUATE: 'bad',
  CONSISTENTLY_STRONG: 'good',
  INCONSISTENT: 'warn',
  SERIOUS_WEAKNESSES: 'bad',
};

export const judgementTone = (judgement: Judgement): 'good' | 'warn' | 'bad' => tones[judgement];

const short: Readonly<Partial<Record<Judgement, string>>> = {
  REQUIRES_IMPROVEMENT: 'Requires improvement',
  CONSISTENTLY_STRONG: 'Consistently strong',
  INCONSISTENT: 'Inconsistent quality',
  SERIOUS_WEAKNESSES: 'Serious weaknesses',
};

/** As a tag says it. */
export const judgementShort = (judgement: Judgement): string =>
  short[judgement] ?? judgementTitles[judgement];

/** Names in a row: “Derby, Leicester and Nottingham”. */
export const joined = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);

/** How much of what was found is made up, as far as the first page tells. */
export function synthetically({ edges }: Pick<FoundServices, 'edges'>): 'none' | 'some' | 'all' {
  const many = edges.filter(({ node }) => node.synthetic).length;
  if (many === 0) return 'none';
  return many === edges.length ? 'all' : 'some';
}
