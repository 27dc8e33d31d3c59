import { ageLimits, homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import type { Criterion } from '@sufficiency/shared/beds/vacancy-fit.ts';
import {
  bases,
  criteria,
  marksOf,
  maskOf,
  missedBits,
} from '@sufficiency/shared/beds/vacancy-fit.ts';
import { judgements } from '@sufficiency/shared/providers/judgements.ts';
import type { Statement } from '../../platform/database.ts';
import { milesBetween } from '../../platform/miles.ts';
import type { VacanciesWanted } from './vacancies.ts';
import { askedOf } from './vacancies.ts';

/** First lock: homes of one's own, and those that agreements show for matching vacancies. */
export interface VacancyLock {
  readonly tenantId: string;
  /** GSS codes of the authorities that the viewer's organisation answers for. */
  readonly authorities: readonly string[];
  /** Holders and areas, one beside the other. */
  readonly shownTenants: readonly string[];
  readonly shownAreas: readonly string[];
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

type Values = Omit<VacanciesWanted, 'ages'> &
  VacancyLock &
  Page & {
    readonly ageFrom: number | null;
    readonly ageTo: number | null;
    readonly sameDay: boolean;
    readonly mask: number;
    readonly now: Date;
  };

/** Gives the place of a parameter in the statement. */
type Parameter = (name: keyof Values) => string;

/** Frameworks on which the viewer's authorities may call off today, as their leads say. */
const bought = (p: Parameter) => `
  select f.tenant_id, f.id, f.reference, f.lead_authority_code from framework f
  where (f.published or f.tenant_id = ${p('tenantId')}::uuid)
    and coalesce(f.starts_on, '-infinity') <= app_today() and coalesce(f.ends_on, 'infinity') >= app_today()
    and (f.lead_authority_code = any (${p('authorities')}::text[]) or exists (
      select from framework_buyer b where b.tenant_id = f.tenant_id and b.framework_id = f.id
        and b.authority_code = any (${p('authorities')})))`;

/** Who is on them today. Put together once: for each lot anew, PostgreSQL would ask of every award again who may see it. */
const awards = `
  select a.tenant_id, a.id, f.id as framework_id, f.reference, a.lot_id, a.tier_id
  from bought f
  join framework_award a on a.tenant_id = f.tenant_id and a.framework_id = f.id
    and a.starts_on <= app_today() and coalesce(a.ends_on, 'infinity') >= app_today()`;

/** Of each home the offer that is asked first: by tier, then by what was tendered to the viewer's own tenant. */
const offers = (p: Parameter) => `
  select distinct on (o.urn) o.urn, a.framework_id, a.reference, l.id as lot_id, l.number as lot_number, t.number as tier,
    w.price, l.maximum_weekly_price as maximum
  from award a
  join service_offer o on o.tenant_id = a.tenant_id and o.award_id = a.id
  join framework_lot l on l.tenant_id = a.tenant_id and l.id = a.lot_id
  left join framework_tier t on t.tenant_id = a.tenant_id and t.id = a.tier_id
  left join price w on w.holder_id = a.tenant_id and w.award_id = a.id
  where (${p('framework')}::uuid is null or a.framework_id = ${p('framework')})
    and (${p('lot')}::uuid is null or a.lot_id = ${p('lot')})
  order by o.urn, t.number nulls last, w.price nulls last, a.reference, l.number, a.id`;

/** What was tendered to one's own tenant, for whatever need: the least. Nobody else's prices are looked at. */
const prices = (p: Parameter) => `
  select w.holder_id, w.award_id, min(w.weekly_price) as price from award_price w
  where w.tenant_id = ${p('tenantId')}::uuid group by w.holder_id, w.award_id`;

/** What places of one's own block contracts cost. */
const blockPrices = (p: Parameter) => `
  select s.urn, min(w.weekly_price) as price
  from block_contract c
  join block_contract_service s on s.tenant_id = c.tenant_id and s.contract_id = c.id
  join block_contract_price w on w.tenant_id = c.tenant_id and w.contract_id = c.id
  where c.tenant_id = ${p('tenantId')}::uuid and app_today() between c.starts_on and c.ends_on
  group by s.urn`;

/** Accepting places that are block of the viewer's own authorities. */
const blocks = (p: Parameter) => `
  select b.tenant_id, b.home_id, sum(b.accepting)::int as places from home_block b
  where b.block_authority_code = any (${p('authorities')}::text[]) and b.to_at is null and b.accepting > 0
  group by b.tenant_id, b.home_id`;

/** What each criterion asks of a home; null where that is not known. The one place where it is decided. */
const fits: Readonly<Record<Criterion, (p: Parameter) => string>> = {
  AGE: (p) => `h.age_from <= ${p('ageTo')}::int and h.age_to >= ${p('ageFrom')}::int`,
  GENDER: (p) => `h.genders in ('ANY', ${p('gender')}::text)`,
  NEEDS: (p) => `case when cardinality(h.needs) > 0 then h.needs @> ${p('needs')}::text[] end`,
  TOGETHER: (p) => `h.siblings and w.places >= ${p('children')}::int`,
  SOLO: () => 'h.solo and h.occupied + h.reserved = 0',
  NOTICE: (p) =>
    `case when ${p('sameDay')}::boolean then h.emergency else h.notice_days <= ${p('noticeDays')}::int end`,
  OPEN: (p) =>
    `coalesce(h.opens_on, '-infinity') <= ${p('day')}::date and coalesce(h.closes_on, 'infinity') > ${p('day')}`,
  EDUCATION: () => 'h.education',
  JUDGEMENT: (p) => `s.judgement = any (${p('judgements')}::judgement[])`,
  PRICE: (
    p,
  ) => `case when w.basis = 'IN_HOUSE' or c.price <= ${p('maximumWeeklyPrice')}::numeric then true
      when c.kind = 'MAXIMUM' then null else c.price <= ${p('maximumWeeklyPrice')} end`,
};

/** What is missed and what is not known of what was asked. */
const mark = (p: Parameter) =>
  `(${criteria
    .map((criterion) => {
      const { missed, unknown } = marksOf(criterion);
      return `case (${fits[criterion](p)}) when true then 0 when false then ${missed} else ${unknown} end`;
    })
    .join('\n      + ')}) & ${p('mask')}::int`;

/** True where a home was last confirmed longer ago than its kind may be. */
const isStale = (p: Parameter) => `
    coalesce(h.confirmed_at < ${p('now')}::timestamptz - interval '1 hour' * case h.provision_type
      ${homeProvisionTypes.map((type) => `when '${type}' then ${ageLimits[type]}`).join(' ')} end, true)`;

/** Homes that the viewer sees, with places that it can have. Block places of others are no vacancies. */
const candidates = (p: Parameter) => `
  select h.id, h.tenant_id, h.authority_code, h.urn, h.provision_type, h.age_from, h.age_to, h.genders, h.needs, h.siblings,
    h.solo, h.emergency, h.notice_days, h.opens_on, h.closes_on, s.judgement, w.basis, w.places, w.block_places,
    o.framework_id, o.reference, o.lot_id, o.lot_number, o.tier, c.kind as price_kind, c.price::float8 as price, d.miles,
    d.to_the_home, ${isStale(p)} as stale, ${mark(p)} as mark
  from home h
  join service s on s.urn = h.urn
  left join offer o on o.urn = h.urn
  left join block b on b.tenant_id = h.tenant_id and b.home_id = h.id
  left join block_price bp on bp.urn = h.urn
  left join distance at on at.authority_code = h.authority_code
  left join located l on l.home_id = h.id and h.tenant_id = ${p('tenantId')}::uuid
  cross join lateral (select coalesce(l.miles, at.miles) as miles, l.miles is not null as to_the_home) d
  cross join lateral (
    select coalesce(b.places, 0) as block_places, case when h.accepting_open = 0 then null
      when h.in_house and h.tenant_id = ${p('tenantId')}::uuid then 'IN_HOUSE'
      when o.urn is not null then 'FRAMEWORK' when h.spot then 'SPOT' end as open_basis) e
  cross join lateral (
    select case when e.block_places > 0 then 'BLOCK' else e.open_basis end as basis, e.block_places,
      e.block_places + case when e.open_basis is null then 0 else h.accepting_open end as places) w
  cross join lateral (
    select case w.basis when 'BLOCK' then bp.price when 'FRAMEWORK' then coalesce(o.price, o.maximum) end as price,
      case w.basis when 'BLOCK' then case when bp.price is not null then 'BLOCK' end
        when 'FRAMEWORK' then case when o.price is not null then 'TENDERED'
          when o.maximum is not null then 'MAXIMUM' end end as kind) c
  where case when (h.tenant_id = ${p('tenantId')}::uuid or (h.tenant_id, h.authority_code) in (select * from shown))
    and h.accepting > 0 and not h.short_breaks and w.basis is not null
    and coalesce(h.closes_on, 'infinity') > app_today()
    and h.authority_code = any (${p('areas')}::text[])
    and (${p('placementTypes')}::provision_type[] is null or h.provision_type = any (${p('placementTypes')}))
    and (${p('district')}::text is null or s.postcode_district = ${p('district')})
    and (${p('withinMiles')}::float8 is null or d.miles <= ${p('withinMiles')})
    and (num_nonnulls(${p('framework')}::uuid, ${p('lot')}::uuid) = 0 or o.urn is not null)
    and h.id <> all (${p('exclude')}::uuid[])
    then true else false end`;

/** How many bits of a mark are set. */
const bitsOf = (bits: string) => `bit_count((${bits})::bit(32))::int`;

const found = (p: Parameter) => `
  select c.*, ${bitsOf(`c.mark & ${missedBits}`)} as missed, ${bitsOf(`c.mark & ~${missedBits}`)} as unknown
  from candidate c
  where not ${p('fittingOnly')}::boolean or c.mark & ${missedBits} = 0`;

const listOf = (values: readonly string[]) => `'{${values.join()}}'::text[]`;

/**
 * What weighs most first: whether it is known to be so, what is missing, how it can be had (blocks of one's own first), what
 * is not known, who is asked first, how far it is, how it is judged, what it costs. Then always in the same order.
 */
const order = `stale, missed, array_position(${listOf(bases)}, basis), unknown, tier nulls last, miles nulls last,
    array_position(${listOf(judgements)}, judgement::text) nulls last, price nulls last, urn, id`;

const page = (p: Parameter) => `
  select f.id, f.tenant_id as "tenantId", f.authority_code as "authorityCode", f.urn, f.provision_type as "provisionType",
    f.age_from as "ageFrom", f.age_to as "ageTo", f.genders, f.needs, f.siblings, f.solo, f.emergency,
    f.notice_days as "noticeDays", f.opens_on as "opensOn", f.closes_on as "closesOn", f.judgement, f.basis, f.places,
    f.block_places as "blockPlaces", f.framework_id as "frameworkId", f.reference as "frameworkReference",
    f.lot_id as "lotId", f.lot_number as "lotNumber", f.tier, f.price_kind as "priceKind", f.price as "weeklyPrice",
    f.miles, f.to_the_home as "toTheHome", f.stale, f.mark, f.missed, f.unknown
  from found f order by ${order} offset ${p('offset')} limit ${p('limit')}`;

const counted = (key: string) => `
  (select coalesce(json_agg(n order by n.homes desc, n.key), '[]') from (
    select ${key} as key, count(*)::int as homes, sum(places)::int as places,
      (count(*) filter (where missed = 0))::int as fitting
    from found group by ${key}) n)`;

const text = (p: Parameter) => `
  with shown as materialized (
    select * from unnest(${p('shownTenants')}::uuid[], ${p('shownAreas')}::text[]) as s(tenant_id, authority_code)),
  here as materialized (
    select latitude, longitude from authority_place where authority_code = ${p('near')}::text),
  distance as materialized (
    select there.authority_code, ${milesBetween('here', 'there')} as miles from here cross join authority_place there),
  located as materialized (
    select there.home_id, ${milesBetween('here', 'there')} as miles from here cross join home_location there
    where there.tenant_id = ${p('tenantId')}::uuid),
  bought as materialized (${bought(p)}),
  price as materialized (${prices(p)}),
  award as materialized (${awards}),
  offer as materialized (${offers(p)}),
  block as materialized (${blocks(p)}),
  block_price as materialized (${blockPrices(p)}),
  candidate as materialized (${candidates(p)}),
  found as materialized (${found(p)}),
  page as (${page(p)})
  select coalesce((select json_agg(p) from page p), '[]') as page, t.*, ${counted('basis')} as bases,
    ${counted('authority_code')} as areas,
    (select coalesce(json_agg(g), '[]') from (
      select distinct tenant_id as "tenantId", authority_code as "authorityCode" from shown
      where authority_code = any (${p('areas')})) g) as givers,
    (select coalesce(json_agg(b), '[]') from (
      select distinct tenant_id as "tenantId", lead_authority_code as "leadAuthorityCode" from bought
      where tenant_id <> ${p('tenantId')}) b) as holders
  from (
    select count(*)::int as homes, coalesce(sum(places), 0)::int as places,
      (count(*) filter (where missed = 0))::int as fitting
    from found) t`;

const names: (keyof Values)[] = [];
const statement = text((name) => {
  if (!names.includes(name)) names.push(name);
  return `$${names.indexOf(name) + 1}`;
});

/**
 * The search in one statement: every home that is seen is looked at once, with what of it the viewer can have, and marked
 * with what is missed and what is not known.
 */
export function vacanciesWanted(
  { ages, ...wanted }: VacanciesWanted,
  {
    lock,
    page: part,
    now,
  }: { readonly lock: VacancyLock; readonly page: Page; readonly now: Date },
): Statement {
  const values: Values = {
    ...wanted,
    ...lock,
    ...part,
    ageFrom: ages?.[0] ?? null,
    ageTo: ages?.[1] ?? null,
    sameDay: wanted.emergency || wanted.noticeDays === 0,
    mask: maskOf(askedOf({ ages, ...wanted })),
    now,
  };
  return { name: 'vacancies', text: statement, values: names.map((name) => values[name]) };
}
