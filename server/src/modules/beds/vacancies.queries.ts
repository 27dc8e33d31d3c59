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
import type { VacanciesWanted } from './vacancies.ts';
import { askedOf } from './vacancies.ts';
import type { Parameter, VacancyLock, VacancyValues } from './vacancy-places.queries.ts';
import { lookedThrough, placesHad } from './vacancy-places.queries.ts';

/** What each criterion asks of a home; null where that is not known. The one place where it is decided. */
const fits: Readonly<Record<Criterion, (p: Parameter) => string>> = {
  AGE: (p) => `h.age_from <= ${p('ageTo')}::int and h.age_to >= ${p('ageFrom')}::int`,
  GENDER: (p) => `h.genders in ('ANY', ${p('gender')}::text)`,
  NEEDS: (p) => `case when cardinality(h.needs) > 0 then h.needs @> ${p('needs')}::text[] end`,
  TOGETHER: (p) => `h.siblings and h.places >= ${p('children')}::int`,
  SOLO: () => 'h.solo and h.taken = 0',
  NOTICE: (p) =>
    `case when ${p('sameDay')}::boolean then h.emergency else h.notice_days <= ${p('noticeDays')}::int end`,
  OPEN: (p) =>
    `coalesce(h.opens_on, '-infinity') <= ${p('day')}::date and coalesce(h.closes_on, 'infinity') > ${p('day')}`,
  EDUCATION: () => 'h.education',
  JUDGEMENT: (p) => `h.judgement = any (${p('judgements')}::judgement[])`,
  PRICE: (
    p,
  ) => `case when h.basis = 'IN_HOUSE' or h.price <= ${p('maximumWeeklyPrice')}::numeric then true
      when h.price_kind = 'MAXIMUM' then null else h.price <= ${p('maximumWeeklyPrice')} end`,
};

/** What is missed and what is not known of what was asked; of what was not, nothing is looked at. */
const mark = (p: Parameter) =>
  criteria
    .map((criterion) => {
      const { missed, unknown } = marksOf(criterion);
      return `case when ${p('mask')}::int & ${missed} = 0 then 0
        else case (${fits[criterion](p)}) when true then 0 when false then ${missed} else ${unknown} end end`;
    })
    .join('\n      + ');

/** What a place costs the viewer, and whose word that is. */
const priced = `
  select h.*, case basis when 'BLOCK' then block_price when 'FRAMEWORK' then coalesce(tendered, maximum) end as price,
    case basis when 'BLOCK' then case when block_price is not null then 'BLOCK' end
      when 'FRAMEWORK' then case when tendered is not null then 'TENDERED'
        when maximum is not null then 'MAXIMUM' end end as price_kind
  from had h`;

/** How many bits of a mark are set. */
const bitsOf = (bits: string) => `bit_count((${bits})::bit(32))::int`;

const marked = (p: Parameter) => `select h.*, ${mark(p)} as mark from (${priced}) h`;

const found = (p: Parameter) => `
  select m.*, ${bitsOf(`m.mark & ${missedBits}`)} as missed, ${bitsOf(`m.mark & ~${missedBits}`)} as unknown
  from marked m
  where not ${p('fittingOnly')}::boolean or m.mark & ${missedBits} = 0`;

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
    f.lot_id as "lotId", f.lot_number as "lotNumber", f.tier, f.price_kind as "priceKind", f.price::float8 as "weeklyPrice",
    f.miles, f.to_the_home as "toTheHome", f.stale, f.reservation_ended as "reservationEnded", f.mark, f.missed, f.unknown
  from found f order by ${order} offset ${p('offset')} limit ${p('limit')}`;

const counted = (key: string) => `
  (select coalesce(json_agg(n order by n.homes desc, n.key), '[]') from (
    select ${key} as key, count(*)::int as homes, sum(places)::int as places,
      (count(*) filter (where missed = 0))::int as fitting
    from found group by ${key}) n)`;

const search = (p: Parameter) => `
  with ${placesHad(p)},
  marked as materialized (${marked(p)}),
  found as materialized (${found(p)}),
  page as (${page(p)})
  select coalesce((select json_agg(p) from page p), '[]') as page, t.*, ${counted('basis')} as bases,
    ${counted('authority_code')} as areas, ${lookedThrough(p)}
  from (
    select count(*)::int as homes, coalesce(sum(places), 0)::int as places,
      (count(*) filter (where missed = 0))::int as fitting
    from found) t`;

const registered = (p: Parameter) => `
  with ${placesHad(p)} select array(select urn from had) as urns, ${lookedThrough(p)}`;

/** A statement’s text, and what its parameters are, in order. */
function prepared(name: string, textOf: (p: Parameter) => string) {
  const names: (keyof VacancyValues)[] = [];
  const text = textOf((value) => {
    if (!names.includes(value)) names.push(value);
    return `$${names.indexOf(value) + 1}`;
  });
  return (values: VacancyValues): Statement => ({
    ...{ name, text, values: names.map((value) => values[value]) },
  });
}

const statements = {
  search: prepared('vacancies', search),
  registered: prepared('vacancies_registered', registered),
};

interface Asking {
  readonly lock: VacancyLock;
  readonly page: { readonly offset: number; readonly limit: number };
  readonly now: Date;
}

const valuesOf = (
  { ages, ...wanted }: VacanciesWanted,
  { lock, page: part, now }: Asking,
): VacancyValues => ({
  ...wanted,
  ...lock,
  ...part,
  ageFrom: ages?.[0] ?? null,
  ageTo: ages?.[1] ?? null,
  sameDay: wanted.emergency || wanted.noticeDays === 0,
  mask: maskOf(askedOf({ ages, ...wanted })),
  now,
});

/**
 * The search in one statement: every home that is seen is looked at once, with what of it the viewer can have, and marked
 * with what is missed and what is not known.
 */
export const vacanciesWanted = (wanted: VacanciesWanted, asking: Asking): Statement =>
  statements.search(valuesOf(wanted, asking));

/** URNs of the homes with a place that the viewer can have. */
export const vacanciesRegistered = (
  wanted: VacanciesWanted,
  asking: Omit<Asking, 'page'>,
): Statement =>
  statements.registered(valuesOf(wanted, { ...asking, page: { offset: 0, limit: 0 } }));
