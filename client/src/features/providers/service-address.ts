import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgements } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { provisionTypes } from '@sufficiency/shared/providers/provision-types.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import type { ServicesQuery } from './service-queries.ts';

type ServicesInput = VariablesOf<typeof ServicesQuery>['input'];

const orders = ['NAME', 'PLACES', 'JUDGEMENT', 'DISTANCE', 'RELEVANCE'] as const;
export type ServicesOrder = (typeof orders)[number];

/** What a list of services shows; null and empty lists leave nothing out. */
export interface ServicesFilter {
  /** The members of the consortium, or all of England. */
  readonly scope: 'consortium' | 'england';
  readonly text: string | null;
  readonly types: readonly ProvisionType[];
  readonly authorities: readonly string[];
  readonly near: string | null;
  /** Unit: miles. */
  readonly miles: number | null;
  readonly group: string | null;
  /** One of each scale at most. */
  readonly judgements: readonly Judgement[];
  readonly placesAtLeast: number | null;
  readonly placesAtMost: number | null;
  readonly inHouse: boolean | null;
  readonly framework: string | null;
  readonly lot: string | null;
  /** Number of a tier of the framework or lot. */
  readonly tier: number | null;
  /** Homes with a place that one can have today. */
  readonly vacant: boolean;
  readonly fictitious: boolean;
  readonly order: ServicesOrder | null;
}

/** Longest text that the server searches for. */
const longestText = 200;

const toAddress = (code: string) => code.toLowerCase().replaceAll('_', '-');
const fromAddress = (text: string) => text.toUpperCase().replaceAll('-', '_');

/** The filter that an address holds; what cannot be read leaves nothing out. */
export function servicesFilter(address: URLSearchParams): ServicesFilter {
  const near = codesOf(address.get('near'))[0] ?? null;
  const text = (address.get('text') ?? '').trim().slice(0, longestText) || null;
  const most = wholeNumber(address.get('most'));
  const least = wholeNumber(address.get('least'));
  const framework = pattern(address.get('framework'), /^[\w=+/-]{1,200}$/);
  const lot = pattern(address.get('lot'), /^[\w=+/-]{1,200}$/);
  return {
    scope: address.get('scope') === 'england' ? 'england' : 'consortium',
    text,
    types: listed(address.get('what'), provisionTypes),
    authorities: codesOf(address.get('in')),
    near,
    miles: near === null ? null : wholeNumber(address.get('miles')),
    group: pattern(address.get('group'), /^[a-z0-9-]{1,200}$/),
    judgements: listed(address.get('judged'), judgements),
    placesAtLeast: least,
    placesAtMost: most !== null && most < (least ?? 0) ? null : most,
    inHouse: { yes: true, no: false }[address.get('own') ?? ''] ?? null,
    framework,
    lot,
    tier: framework === null && lot === null ? null : wholeNumber(address.get('tier')),
    vacant: address.get('vacant') === 'yes',
    fictitious: address.get('fictitious') === 'yes',
    order: orderOf(address.get('order'), { text, near }),
  };
}

/** Words and a place to measure from are needed by some orders. */
function orderOf(
  given: string | null,
  has: { readonly text: string | null; readonly near: string | null },
): ServicesOrder | null {
  const order = orders.find((one) => toAddress(one) === given) ?? null;
  if (order === 'RELEVANCE') return has.text === null ? null : order;
  if (order === 'DISTANCE') return has.near === null ? null : order;
  return order;
}

const pattern = (text: string | null, form: RegExp) =>
  text !== null && form.test(text) ? text : null;

const wholeNumber = (text: string | null) =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;

const codesOf = (text: string | null): readonly string[] => [
  ...new Set((text ?? '').split(',').filter((code) => /^E\d{8}$/.test(code))),
];

function listed<Code extends string>(text: string | null, codes: readonly Code[]): readonly Code[] {
  const given = (text ?? '').split(',').map(fromAddress);
  return codes.filter((code) => given.includes(code));
}

/** The query string of a filter, without what leaves nothing out. */
export function servicesSearch(filter: ServicesFilter): URLSearchParams {
  const { inHouse } = filter;
  const given: Readonly<Record<string, string | number | null>> = {
    scope: filter.scope === 'england' ? 'england' : null,
    text: filter.text,
    what: filter.types.map(toAddress).join(','),
    in: filter.authorities.join(','),
    near: filter.near,
    miles: filter.near === null ? null : filter.miles,
    group: filter.group,
    judged: filter.judgements.map(toAddress).join(','),
    least: filter.placesAtLeast,
    most: filter.placesAtMost,
    own: inHouse === null ? null : { true: 'yes', false: 'no' }[`${inHouse}`],
    framework: filter.framework,
    lot: filter.lot,
    tier: filter.tier,
    vacant: filter.vacant ? 'yes' : null,
    fictitious: filter.fictitious ? 'yes' : null,
    order: filter.order === null ? null : toAddress(filter.order),
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && value !== '') search.set(name, String(value));
  }
  return search;
}

/** How many qualities are narrowed by ticking. */
export const narrowedBy = (filter: ServicesFilter): number =>
  [
    filter.types.length,
    filter.authorities.length,
    filter.judgements.length,
    filter.inHouse === null ? 0 : 1,
    filter.group === null ? 0 : 1,
    filter.tier === null ? 0 : 1,
  ].filter((chosen) => chosen > 0).length;

/** The filter as the server takes it. */
export function servicesInput(filter: ServicesFilter, consortium: string): ServicesInput {
  return {
    consortium: filter.scope === 'england' ? null : consortium,
    text: filter.text,
    provisionTypes: [...filter.types],
    authorities: [...filter.authorities],
    near: filter.near,
    withinMiles: filter.miles,
    group: filter.group,
    judgementAtLeast: [...filter.judgements],
    placesAtLeast: filter.placesAtLeast,
    placesAtMost: filter.placesAtMost,
    inHouse: filter.inHouse,
    framework: filter.framework,
    lot: filter.lot,
    tier: filter.tier,
    vacant: filter.vacant,
    synthetic: syntheticOf(filter),
    order: filter.order ?? (filter.text !== null && !isCode(filter.text) ? 'RELEVANCE' : 'NAME'),
  };
}

/** Where a framework, a group or a URN is named, or vacancies are asked for, what is there: of a group as real or fictitious as it is. */
function syntheticOf(filter: ServicesFilter): boolean | null {
  const { fictitious, vacant, framework, lot, group, text } = filter;
  if (fictitious) return true;
  if (vacant) return null;
  const named = framework ?? lot ?? group ?? (text !== null && isCode(text) ? text : null);
  return named === null ? false : null;
}

/** Whether a text is a URN or begins like a postcode: names are not compared with it. */
const isCode = (text: string): boolean =>
  /^((sc)?\d{6,7}|[a-z]{1,2}\d[a-z\d]?( ?\d[a-z]{2})?)$/i.test(text);
