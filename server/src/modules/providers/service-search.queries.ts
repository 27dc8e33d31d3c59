import { judgements } from '@sufficiency/shared/providers/judgements.ts';
import type { Statement } from '../../platform/database.ts';
import { milesBetween } from '../../platform/miles.ts';
import type { SearchPlace, ServiceFacet, ServicesWanted } from './service-search.ts';

/** A service that was found, and where it stands in the order asked for. */
export interface FoundService extends SearchPlace {
  /** From the authority asked for; null where none was, or the service's is not known. */
  readonly miles: number | null;
}

/** Services of one value of a facet. */
export interface FacetValueRow {
  /** A code, key or id. */
  readonly value: string;
  /** Null where the value needs no looking up. */
  readonly title: string | null;
  readonly services: number;
  /** Null where the places of none are known. */
  readonly places: number | null;
}

export interface FacetRow {
  readonly facet: ServiceFacet;
  /** Most services first. */
  readonly values: readonly FacetValueRow[];
  /** Services with none of these values. */
  readonly others: number;
}

/** What one search found. */
export interface SearchRow {
  readonly page: readonly FoundService[];
  readonly services: number;
  readonly places: number;
  readonly places_unknown: number;
  readonly facets: readonly FacetRow[];
  /** False where an owner group was asked for that is not there. */
  readonly group_known: boolean;
}

/** What part of an order is asked for. */
export interface PageWanted {
  readonly after: SearchPlace | null;
  readonly before: SearchPlace | null;
  /** From the end. */
  readonly inverted: boolean;
  readonly limit: number;
}

type Values = ServicesWanted & {
  readonly awards: readonly string[] | null;
  readonly urns: readonly string[] | null;
  readonly limit: number;
  readonly afterRank: number | null;
  readonly afterName: string | null;
  readonly afterUrn: string | null;
  readonly beforeRank: number | null;
  readonly beforeName: string | null;
  readonly beforeUrn: string | null;
};

/** Gives the place of a parameter in the statement. */
type Parameter = (name: keyof Values) => string;

/** Each filter that is a facet, by the bit a service gets for not passing it. */
const bits: Readonly<Record<ServiceFacet, number>> = {
  PROVISION_TYPE: 1,
  AUTHORITY: 2,
  GROUP: 4,
  JUDGEMENT: 8,
  IN_HOUSE: 16,
  FRAMEWORK: 32,
  TIER: 64,
};

/** Miles from the centre of one authority to those of all, over a sphere, to a tenth. */
const distances = (p: Parameter) => `
  select there.authority_code, ${milesBetween('here', 'there')} as miles
  from authority_place here cross join authority_place there
  where here.authority_code = ${p('near')}`;

/** Smaller is earlier. What is not known is last. */
const rank = (p: Parameter) => `
  (case ${p('order')}::text
    when 'PLACES' then -coalesce(s.places, -1)
    when 'JUDGEMENT' then coalesce(array_position('{${judgements.join()}}'::judgement[], s.judgement), 99)
    when 'DISTANCE' then coalesce(d.miles, 9999)
    when 'RELEVANCE' then -round(1000 * greatest(o.score, n.score, 0)::float8)
    else 0 end)::float8`;

/** Of memberships that hold today, or that held to the end of a framework that is over. */
const offers = (p: Parameter) => `
  select o.urn, a.framework_id, a.lot_id, t.number as tier
  from framework_award a
  join framework f on f.tenant_id = a.tenant_id and f.id = a.framework_id
  join service_offer o on o.tenant_id = a.tenant_id and o.award_id = a.id
  left join framework_tier t on t.tenant_id = a.tenant_id and t.id = a.tier_id
  where a.id = any (${p('awards')}::uuid[])
    and coalesce(a.ends_on, 'infinity') >= least(app_today(), coalesce(f.ends_on, 'infinity'))`;

const chosen = (p: Parameter) => `
  select distinct urn, tier from offer
  where (${p('framework')}::uuid is null or framework_id = ${p('framework')})
    and (${p('lot')}::uuid is null or lot_id = ${p('lot')})`;

/** The filters of facets, each with what a service has to be to pass it. */
const passes = (p: Parameter, withFrameworks: boolean): [ServiceFacet, string][] => [
  ['PROVISION_TYPE', isAnyOf('s.provision_type', p('provisionTypes'), 'provision_type')],
  ['AUTHORITY', isAnyOf('s.authority_code', p('authorities'), 'text')],
  [
    'GROUP',
    `${p('group')}::text is null or o.group_id = (select id from provider_group where key = ${p('group')})`,
  ],
  ['JUDGEMENT', isAnyOf('s.judgement', p('judgements'), 'judgement')],
  ['IN_HOUSE', `${p('inHouse')}::boolean is null or s.in_house = ${p('inHouse')}`],
  ...(withFrameworks
    ? ([
        [
          'FRAMEWORK',
          `num_nonnulls(${p('framework')}::uuid, ${p('lot')}::uuid) = 0 or s.urn in (select urn from chosen)`,
        ],
        [
          'TIER',
          `${p('tier')}::int is null or s.urn in (select urn from chosen where tier = ${p('tier')})`,
        ],
      ] satisfies [ServiceFacet, string][])
    : []),
];

const isAnyOf = (column: string, parameter: string, type: string) =>
  `${parameter}::${type}[] is null or ${column} = any (${parameter})`;

/** Owners with their names. PostgreSQL looks each up 5,600 times if it may: it takes far fewer services for found. */
const owners = `
  select p.id, p.group_id, lower(p.name) as name, n.score from provider p left join named n on n.provider_id = p.id`;

/** Every service that passes all filters but those of facets, marked with those it does not pass. */
const candidates = (p: Parameter, withFrameworks: boolean) => `
  select s.urn, s.provision_type, s.authority_code, o.group_id, s.judgement, s.in_house, s.places, d.miles,
    ${rank(p)} as rank, coalesce(lower(s.name), o.name, s.area_text) collate "C" as name,
    ${passes(p, withFrameworks)
      .map(([facet, passed]) => `case when ${passed} then 0 else ${bits[facet]} end`)
      .join(' + ')} as missed
  from service s
  left join owner o on o.id = s.provider_id
  left join distance d on d.authority_code = s.authority_code
  left join named n on n.urn = s.urn
  where case when s.status = any (${p('statuses')}::service_status[])
    and s.synthetic = coalesce(${p('synthetic')}::boolean,
      (select synthetic from provider_group where key = ${p('group')}), s.synthetic)
    and (${p('urn')}::text is null or s.urn = ${p('urn')})
    and (${p('urns')}::text[] is null or s.urn in (select * from unnest(${p('urns')})))
    and (${p('district')}::text is null or s.postcode_district = ${p('district')})
    and (${p('words')}::text is null or o.score is not null or n.score is not null)
    and (${p('withinMiles')}::float8 is null or d.miles <= ${p('withinMiles')})
    and (${p('placesAtLeast')}::int is null or s.places >= ${p('placesAtLeast')})
    and (${p('placesAtMost')}::int is null or s.places <= ${p('placesAtMost')})
    and (${p('members')}::text[] is null or s.authority_code = any (${p('members')}))
    then true else false end`;

const page = (p: Parameter, order: 'asc' | 'desc') => `
  select urn, rank, name, miles from candidate
  where missed = 0
    and (${p('afterRank')}::float8 is null
      or (rank, name, urn) > (${p('afterRank')}, ${p('afterName')}::text, ${p('afterUrn')}::text))
    and (${p('beforeRank')}::float8 is null
      or (rank, name, urn) < (${p('beforeRank')}, ${p('beforeName')}::text, ${p('beforeUrn')}::text))
  order by rank ${order}, name ${order}, urn ${order} limit ${p('limit')}`;

/** How many owner groups are listed: there are thousands. */
const groupsListed = 50;

interface FacetOf {
  /** A column of `candidate`. */
  readonly column: string;
  readonly value?: string;
  readonly title?: string;
  readonly joins?: string;
}

/** Services by a value each has one of at most. */
const facetBy = (p: Parameter, name: ServiceFacet, { column, value, title, joins }: FacetOf) => `
  select '${name}' as facet, coalesce(json_agg(v order by v.services desc, v.value) filter (where v.listed), '[]') as values,
    coalesce(sum(v.services) filter (where not v.listed), 0)::int as others
  from (
    select ${value ?? `n.value::text`} as value, ${title ?? 'null::text'} as title, n.services, n.places,
      n.value is not null and n.nth <= ${name === 'GROUP' ? groupsListed : 1000} as listed
    from (
      select ${column} as value, count(*)::int as services, sum(places)::int as places,
        row_number() over (order by ${column} is null, count(*) desc, ${column}) as nth
      from candidate where missed in (0, ${bits[name]}) group by ${column}) n
    ${joins ?? ''}) v
  where '${name}' = any (${p('facets')}::text[])
  having '${name}' = any (${p('facets')}::text[])`;

/** Framework, lot and tier are chosen together: another framework has tiers of its own. */
const framework = bits.FRAMEWORK | bits.TIER;

/** Services by framework: one may be on several, so that others are those on none. */
const facetByFramework = (p: Parameter) => `
  select 'FRAMEWORK', coalesce((
      select json_agg(v order by v.services desc, v.value) from (
        select o.framework_id::text as value, f.title, count(*)::int as services, sum(c.places)::int as places
        from (select distinct urn, framework_id from offer) o
        join candidate c on c.urn = o.urn and c.missed & ~${framework} = 0
        join framework f on f.id = o.framework_id
        group by o.framework_id, f.title) v), '[]'),
    (select count(*) from candidate c
     where c.missed & ~${framework} = 0 and c.urn not in (select urn from offer))::int
  where 'FRAMEWORK' = any (${p('facets')}::text[])`;

/** Services by tier of the framework or lot: one may be in several lots, so that others are those in no tier. */
const facetByTier = (p: Parameter) => `
  select 'TIER', coalesce((
      select json_agg(v order by v.value::int) from (
        select t.tier::text as value, 'Tier ' || t.tier as title, count(*)::int as services, sum(c.places)::int as places
        from chosen t join candidate c on c.urn = t.urn and c.missed in (0, ${bits.TIER})
        where t.tier is not null group by t.tier) v), '[]'),
    (select count(*) from candidate c
     where c.missed in (0, ${bits.TIER}) and c.urn not in (select urn from chosen where tier is not null))::int
  where 'TIER' = any (${p('facets')}::text[])`;

const facets = (p: Parameter, withFrameworks: boolean) =>
  [
    facetBy(p, 'PROVISION_TYPE', { column: 'provision_type' }),
    facetBy(p, 'AUTHORITY', { column: 'authority_code' }),
    facetBy(p, 'GROUP', {
      column: 'group_id',
      value: 'g.key',
      title: 'g.name',
      joins: 'left join provider_group g on g.id = n.value',
    }),
    facetBy(p, 'JUDGEMENT', { column: 'judgement' }),
    facetBy(p, 'IN_HOUSE', { column: 'in_house' }),
    ...(withFrameworks ? [facetByFramework(p), facetByTier(p)] : []),
  ].join(' union all ');

const searchText = (p: Parameter, order: 'asc' | 'desc', withFrameworks: boolean) => `
  with distance as materialized (${distances(p)}),
  named as materialized (select provider_id, urn, score from register_names_like(${p('words')})),
  owner as materialized (${owners}),
  ${withFrameworks ? `offer as materialized (${offers(p)}), chosen as materialized (${chosen(p)}),` : ''}
  candidate as materialized (${candidates(p, withFrameworks)}),
  page as (${page(p, order)}),
  facet as (${facets(p, withFrameworks)})
  select coalesce((select json_agg(p) from page p), '[]') as page, t.*,
    coalesce((select json_agg(f) from facet f), '[]') as facets,
    (${p('group')}::text is null or exists (select from provider_group where key = ${p('group')})) as group_known
  from (
    select count(*)::int as services, coalesce(sum(places), 0)::int as places,
      (count(*) filter (where places is null))::int as places_unknown
    from candidate where missed = 0) t`;

/** A statement's text, and what its parameters are, in order. */
function prepared(order: 'asc' | 'desc', withFrameworks: boolean) {
  const names: (keyof Values)[] = [];
  const parameter: Parameter = (name) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  };
  const text = searchText(parameter, order, withFrameworks);
  return { name: `services_${order}${withFrameworks ? '_frameworks' : ''}`, text, names };
}

const statements = {
  asc: { with: prepared('asc', true), without: prepared('asc', false) },
  desc: { with: prepared('desc', true), without: prepared('desc', false) },
};

/**
 * The search in one statement: every service is looked at once, and marked with the facets whose filters it does not
 * pass. The page is of those without a mark, and a facet counts those with no mark but its own.
 *
 * @param awards memberships that may be looked at; null where no framework is asked for. Row-level security holds them, too.
 * @param urns only these; null for all.
 */
export function servicesWanted(
  wanted: ServicesWanted,
  {
    page,
    awards,
    urns,
  }: {
    readonly page: PageWanted;
    readonly awards: readonly string[] | null;
    readonly urns: readonly string[] | null;
  },
): Statement {
  const { after, before, inverted, limit } = page;
  const values: Values = {
    ...wanted,
    awards,
    urns,
    limit,
    afterRank: after?.rank ?? null,
    afterName: after?.name ?? null,
    afterUrn: after?.urn ?? null,
    beforeRank: before?.rank ?? null,
    beforeName: before?.name ?? null,
    beforeUrn: before?.urn ?? null,
  };
  const { name, text, names } =
    statements[inverted ? 'desc' : 'asc'][awards === null ? 'without' : 'with'];
  return { name, text, values: names.map((each) => values[each]) };
}
