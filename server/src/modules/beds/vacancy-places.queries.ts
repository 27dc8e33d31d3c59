import { milesBetween } from '../../platform/miles.ts';
import { isStaleHome } from './stale-homes.ts';
import type { VacanciesWanted } from './vacancies.ts';

/** First lock: homes of one's own, and those that agreements show for matching vacancies. */
export interface VacancyLock {
  readonly tenantId: string;
  /** GSS codes of the authorities that the viewer's organisation answers for. */
  readonly authorities: readonly string[];
  /** Holders and areas, one beside the other. */
  readonly shownTenants: readonly string[];
  readonly shownAreas: readonly string[];
}

/** What a search of vacancies is given. */
export type VacancyValues = Omit<VacanciesWanted, 'ages'> &
  VacancyLock & {
    readonly offset: number;
    readonly limit: number;
    readonly ageFrom: number | null;
    readonly ageTo: number | null;
    readonly sameDay: boolean;
    readonly mask: number;
    readonly now: Date;
  };

/** Gives the place of a parameter in the statement. */
export type Parameter = (name: keyof VacancyValues) => string;

/** Frameworks on which the viewer's authorities may call off today, as their leads say. */
const bought = (p: Parameter) => `
  select f.tenant_id, f.id, f.reference, f.lead_authority_code from framework f
  where (f.published or f.tenant_id = ${p('tenantId')}::uuid)
    and coalesce(f.starts_on, '-infinity') <= (select app_today()) and coalesce(f.ends_on, 'infinity') >= (select app_today())
    and (f.lead_authority_code = any (${p('authorities')}::text[]) or exists (
      select from framework_buyer b where b.tenant_id = f.tenant_id and b.framework_id = f.id
        and b.authority_code = any (${p('authorities')})))`;

/** Who is on them today. Put together once: for each lot anew, PostgreSQL would ask of every award again who may see it. */
const awards = `
  select a.tenant_id, a.id, f.id as framework_id, f.reference, a.lot_id, a.tier_id
  from bought f
  join framework_award a on a.tenant_id = f.tenant_id and a.framework_id = f.id
    and a.starts_on <= (select app_today()) and coalesce(a.ends_on, 'infinity') >= (select app_today())`;

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
  where c.tenant_id = ${p('tenantId')}::uuid and (select app_today()) between c.starts_on and c.ends_on
  group by s.urn`;

/** Accepting places that are block of the viewer's own authorities. */
const blocks = (p: Parameter) => `
  select b.tenant_id, b.home_id, sum(b.accepting)::int as places from home_block b
  where b.block_authority_code = any (${p('authorities')}::text[]) and b.to_at is null and b.accepting > 0
  group by b.tenant_id, b.home_id`;

/**
 * Homes that the viewer sees, with places that it can have. Block places of others are no vacancies. How a place can be had is
 * worked out here, and what follows from it afterwards: in one list, PostgreSQL would work it out for each use anew.
 */
const had = (p: Parameter) => `
  select h.id, h.tenant_id, h.authority_code, h.urn, h.provision_type, h.age_from, h.age_to, h.genders, h.needs, h.education,
    h.siblings, h.solo, h.emergency, h.notice_days, h.opens_on, h.closes_on, h.occupied + h.reserved as taken, s.judgement,
    o.framework_id, o.reference, o.lot_id, o.lot_number, o.tier, o.price as tendered, o.maximum, bp.price as block_price,
    case when b.places > 0 then 'BLOCK' else e.open_basis end as basis, coalesce(b.places, 0) as block_places,
    coalesce(b.places, 0) + case when e.open_basis is null then 0 else h.accepting_open end as places,
    d.miles, d.to_the_home, ${isStaleHome(p('now'))} as stale,
    coalesce(h.reserved_until < (select app_today()), false) as reservation_ended
  from home h
  join service s on s.urn = h.urn
  left join offer o on o.urn = h.urn
  left join block b on b.tenant_id = h.tenant_id and b.home_id = h.id
  left join block_price bp on bp.urn = h.urn
  left join distance at on at.authority_code = h.authority_code
  left join located l on l.home_id = h.id and h.tenant_id = ${p('tenantId')}::uuid
  cross join lateral (select coalesce(l.miles, at.miles) as miles, l.miles is not null as to_the_home) d
  cross join lateral (
    select case when h.accepting_open = 0 then null
      when h.in_house and h.tenant_id = ${p('tenantId')}::uuid then 'IN_HOUSE'
      when o.urn is not null then 'FRAMEWORK' when h.spot then 'SPOT' end as open_basis) e
  where h.accepting > 0 and case
    when (h.tenant_id = ${p('tenantId')}::uuid or (h.tenant_id, h.authority_code) in (select * from shown))
    and not h.short_breaks and (b.places > 0 or e.open_basis is not null)
    and coalesce(h.closes_on, 'infinity') > (select app_today())
    and h.authority_code = any (${p('areas')}::text[])
    and (${p('placementTypes')}::provision_type[] is null or h.provision_type = any (${p('placementTypes')}))
    and (${p('district')}::text is null or s.postcode_district = ${p('district')})
    and (${p('withinMiles')}::float8 is null or d.miles <= ${p('withinMiles')})
    and (num_nonnulls(${p('framework')}::uuid, ${p('lot')}::uuid) = 0 or o.urn is not null)
    and h.id <> all (${p('exclude')}::uuid[])
    then true else false end`;

/** Common table expressions up to `had`: who has what to offer the viewer, and the homes with places that it can have. */
export const placesHad = (p: Parameter): string => `
  shown as materialized (
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
  had as materialized (${had(p)})`;

/** Whose homes were looked through, and who holds the frameworks by which places are offered: for their logs. */
export const lookedThrough = (p: Parameter): string => `
    (select coalesce(json_agg(g), '[]') from (
      select distinct tenant_id as "tenantId", authority_code as "authorityCode" from shown
      where authority_code = any (${p('areas')})) g) as givers,
    (select coalesce(json_agg(b), '[]') from (
      select distinct tenant_id as "tenantId", lead_authority_code as "leadAuthorityCode" from bought
      where tenant_id <> ${p('tenantId')}) b) as holders`;
