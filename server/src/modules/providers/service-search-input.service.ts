import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgementsAtLeast } from '@sufficiency/shared/providers/judgements.ts';
import { searchText } from '@sufficiency/shared/providers/search-text.ts';
import { isUrn } from '@sufficiency/shared/providers/urn.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthorities, findConsortium } from '../authorities/authorities.service.ts';
import type { AskedServices, ServiceFacet, ServicesWanted } from './service-search.ts';
import { serviceFacets } from './service-search.ts';

type Given<Value> = Value | null | undefined;

/** An empty list is as good as none. */
const given = <Value>(list: Given<readonly Value[]>): readonly Value[] | null =>
  list && list.length > 0 ? list : null;

/**
 * What is asked for, checked, with codes of today.
 *
 * @throws DomainError NOT_FOUND an unknown consortium or authority.
 * @throws DomainError BAD_USER_INPUT numbers that cannot be, or something that needs something else.
 */
export async function checkedSearch(
  viewer: Viewer,
  asked: AskedServices,
  facetsAsked: boolean,
): Promise<ServicesWanted> {
  requireSense(asked);
  const text = textOf(asked.text);
  if (asked.order === 'RELEVANCE' && text.words === null) {
    throw badInput('The order RELEVANCE needs words to search for.');
  }
  return {
    ...text,
    ...(await placesOf(viewer, asked)),
    ...asItIs(asked),
    statuses: given(asked.status) ?? ['ACTIVE', 'SUSPENDED'],
    synthetic: asked.synthetic ?? (asksForWhatMayBeFictitious(asked, text.urn) ? null : false),
    provisionTypes: given(asked.provisionTypes),
    group: asked.group ? keyOf(asked.group) : null,
    judgements: judgementsOf(asked.judgementAtLeast),
    order: asked.order ?? 'NAME',
    facets: facetsAsked ? facetsOf(asked) : [],
  };
}

const plain = [
  'withinMiles',
  'inHouse',
  'placesAtLeast',
  'placesAtMost',
  'framework',
  'lot',
  'tier',
] as const;

/** What needs no looking up. */
const asItIs = (asked: AskedServices) =>
  Object.fromEntries(plain.map((name) => [name, asked[name] ?? null])) as Pick<
    ServicesWanted,
    (typeof plain)[number]
  >;

/** Authorities, by their codes of today. */
async function placesOf(
  viewer: Viewer,
  { authorities, consortium, near }: AskedServices,
): Promise<Pick<ServicesWanted, 'authorities' | 'members' | 'near'>> {
  const [middle = null] = near ? await codesOf(viewer, [near]) : [];
  return {
    authorities: authorities?.length ? await codesOf(viewer, authorities) : null,
    members: consortium ? await membersOf(viewer, consortium) : null,
    near: middle,
  };
}

/**
 * Frameworks are counted only for whoever asks for them: who reads who is on one is told to the log of its holder. Tiers
 * are counted of what is named.
 */
function facetsOf(asked: AskedServices): readonly ServiceFacet[] {
  const all = given(asked.facets) ?? serviceFacets.filter((facet) => facet !== 'FRAMEWORK');
  return namesTiers(asked) ? all : all.filter((facet) => facet !== 'TIER');
}

/** Tiers are numbered within a lot: those of all frameworks together say nothing. */
const namesTiers = ({ framework, lot }: AskedServices) => framework != null || lot != null;

/**
 * Whoever names a framework, a group or a URN, or asks for vacancies, gets what is there: of a group as real or fictitious as
 * it is.
 */
const asksForWhatMayBeFictitious = (asked: AskedServices, urn: string | null) =>
  asked.vacant === true ||
  [asked.framework, asked.lot, asked.group, urn].some((name) => name != null);

/** Numbers that may not be negative, as they are asked for. */
const numbers = ['placesAtLeast', 'placesAtMost', 'withinMiles'] as const;

function requireSense(asked: AskedServices): void {
  const negative = numbers.find((name) => (asked[name] ?? 0) < 0);
  if (negative) throw badInput(`“${negative}” must be 0 or more.`);
  if ((asked.placesAtLeast ?? 0) > (asked.placesAtMost ?? Number.POSITIVE_INFINITY)) {
    throw badInput('“placesAtLeast” must not be more than “placesAtMost”.');
  }
  if (!asked.near) {
    if (asked.withinMiles != null) {
      throw badInput('“withinMiles” needs “near”: the authority to measure from.');
    }
    if (asked.order === 'DISTANCE') {
      throw badInput('The order DISTANCE needs “near”: the authority to measure from.');
    }
  }
  if (asked.tier != null && !namesTiers(asked)) {
    throw badInput('“tier” needs “framework” or “lot”: tiers are numbered within a lot.');
  }
}

const postcode = /^([a-z]{1,2}\d[a-z\d]?)(?: ?\d[a-z]{2})?$/i;

/** A text is a URN, a postcode or its district, or words that names are compared with. */
function textOf(text: Given<string>): Pick<ServicesWanted, 'urn' | 'district' | 'words'> {
  const trimmed = (text ?? '').trim();
  if (trimmed.length > 200) throw badInput('Search for 200 characters at most.');
  const urn = trimmed.toUpperCase();
  if (isUrn(urn)) return { urn, district: null, words: null };
  const district = postcode.exec(trimmed)?.[1]?.toUpperCase();
  if (district) return { urn: null, district, words: null };
  return { urn: null, district: null, words: trimmed === '' ? null : searchText(trimmed) };
}

/**
 * Judgements that are at least those asked for. Ofsted's two scales are not compared with one another: services on one
 * that is not asked for are left out, as are those that were never judged.
 */
function judgementsOf(least: Given<readonly Judgement[]>): readonly Judgement[] | null {
  const asked = given(least)?.map(judgementsAtLeast);
  if (!asked) return null;
  const all = asked.flat();
  if (new Set(all).size < all.length) {
    throw badInput('“judgementAtLeast” takes one judgement of each scale.');
  }
  return all;
}

/** @throws DomainError NOT_FOUND no group has a key like that. */
function keyOf(group: string): string {
  if (!/^[a-z0-9-]+$/.test(group)) throw notFound('provider group', group);
  return group;
}

/** @throws DomainError NOT_FOUND there is no such authority. */
async function codesOf(viewer: Viewer, codes: readonly string[]): Promise<string[]> {
  const found = await findAuthorities(viewer, codes);
  return found.map((authority, index) => {
    if (!authority) throw notFound('authority', codes[index] ?? '');
    return authority.code;
  });
}

/** @throws DomainError NOT_FOUND there is no such consortium. */
export async function membersOf(viewer: Viewer, code: string): Promise<string[]> {
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  return consortium.members.map((member) => member.code);
}
