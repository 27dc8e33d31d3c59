import { homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import { needCodes } from '@sufficiency/shared/beds/needs.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import type { VacanciesQuery } from './vacancy-queries.ts';

export type VacanciesInput = VariablesOf<typeof VacanciesQuery>['input'];

/** What a search asks for, as its form and its address hold it: texts, empty where it does not matter. */
export interface VacancyAsked {
  readonly type: string;
  readonly age: string;
  readonly gender: string;
  readonly children: string;
  readonly from: string;
  readonly needs: readonly string[];
  readonly solo: boolean;
  readonly emergency: boolean;
  readonly education: boolean;
  readonly near: string;
  readonly miles: string;
  readonly in: string;
  readonly district: string;
  readonly judgement: string;
  readonly framework: string;
  readonly lot: string;
  readonly price: string;
  readonly fitting: boolean;
  /** Ids of homes that are left out. */
  readonly without: readonly string[];
}

const texts = [
  'type',
  'age',
  'gender',
  'children',
  'from',
  'near',
  'miles',
  'in',
  'district',
  'judgement',
  'framework',
  'lot',
  'price',
] as const;
const flags = ['solo', 'emergency', 'education', 'fitting'] as const;
const lists = ['needs', 'without'] as const;

const listed = (text: string | null) => (text ?? '').split(',').filter((part) => part !== '');

/** What an address asks for. */
export const vacancyAsked = (address: URLSearchParams): VacancyAsked =>
  Object.fromEntries([
    ...texts.map((name) => [name, address.get(name) ?? '']),
    ...flags.map((name) => [name, address.has(name)]),
    ...lists.map((name) => [name, listed(address.get(name))]),
  ]) as VacancyAsked;

/** The query string of a search, without what does not matter. */
export function vacancySearch(asked: VacancyAsked): string {
  const given = [
    ...texts.map((name) => [name, asked[name]] as const),
    ...flags.map((name) => [name, asked[name] ? '1' : ''] as const),
    ...lists.map((name) => [name, asked[name].join(',')] as const),
  ];
  const search = new URLSearchParams(
    given.filter(([, value]) => value !== '').map((pair) => [...pair]),
  );
  return `?${search.toString()}`;
}

const numberOf = (text: string) => (text === '' ? null : Number(text));
const textOf = (text: string) => (text === '' ? null : text);

/** One of each scale: a home of either kind is held to its own. */
const judgements = {
  GOOD: ['GOOD', 'CONSISTENTLY_STRONG'],
  OUTSTANDING: ['OUTSTANDING', 'CONSISTENTLY_STRONG'],
} as const;

const judgementsOf = (least: string) =>
  least === 'GOOD' || least === 'OUTSTANDING' ? [...judgements[least]] : null;

/** The same as the server takes it. What somebody typed is sent as it is: the server says what is wrong with it. */
export function vacanciesInput(asked: VacancyAsked, consortium: string): VacanciesInput {
  const type = homeProvisionTypes.find((one) => one === asked.type);
  const known = asked.needs.filter((need) => needCodes.includes(need));
  return {
    consortium,
    placementTypes: type ? [type] : null,
    age: numberOf(asked.age),
    gender: asked.gender === 'FEMALE' || asked.gender === 'MALE' ? asked.gender : null,
    children: numberOf(asked.children),
    neededFrom: textOf(asked.from),
    needs: known.length > 0 ? known : null,
    solo: asked.solo || null,
    emergency: asked.emergency || null,
    education: asked.education || null,
    near: textOf(asked.near),
    withinMiles: asked.near === '' ? null : numberOf(asked.miles),
    authorities: asked.in === '' ? null : [asked.in],
    district: textOf(asked.district),
    judgementAtLeast: judgementsOf(asked.judgement),
    framework: textOf(asked.framework),
    lot: textOf(asked.lot),
    maximumWeeklyPrice: numberOf(asked.price),
    exclude: asked.without.length > 0 ? [...asked.without] : null,
    fittingOnly: asked.fitting || null,
  };
}
