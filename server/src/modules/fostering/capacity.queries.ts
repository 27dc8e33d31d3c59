import type { Statement } from '../../platform/database.ts';
import type { HouseholdLock } from './fostering-sight.service.ts';

/** Which households, and at the end of which months, `YYYY-MM-DD`. */
export interface CapacityWanted {
  readonly lock: HouseholdLock;
  /** GSS codes. */
  readonly authorities: readonly string[];
  readonly monthEnds: readonly string[];
  /** Null for all. */
  readonly householdTypes: readonly string[] | null;
}

const values = ({ lock, authorities, monthEnds, householdTypes }: CapacityWanted) => [
  lock.codes,
  lock.since,
  lock.tenantId,
  lock.holdsForOthers,
  authorities,
  monthEnds,
  householdTypes,
];

/** First lock: households of authorities that are seen, as far back as they are, and what a hub holds. */
const seen = `readable as materialized (
    select * from unnest($1::text[], $2::date[]) as r(authority_code, since)
  ), seen as materialized (
    select h.* from fostering_household h left join readable r on r.authority_code = h.authority_code
    where h.authority_code = any ($5::text[])
      and (coalesce(h.deregistered_on, 'infinity') >= r.since or (h.tenant_id = $3::uuid and $4::boolean))
      and ($7::text[] is null or h.household_type = any ($7))
  ), month as materialized (
    select nth::int - 1 as nth, ends_on, date_trunc('month', ends_on)::date as starts_on
    from unnest($6::date[]) with ordinality as m(ends_on, nth)
  )`;

const approvedThen =
  's.approved_on <= m.ends_on and (s.deregistered_on is null or s.deregistered_on > m.ends_on)';

const stateThen = `p.tenant_id = s.tenant_id and p.household_id = s.id and p.from_on <= m.ends_on
      and (p.to_on is null or p.to_on >= m.ends_on)`;

/** An authority's households and places at the end of a month, and who came and went in it. */
export interface CapacityRow {
  readonly authority_code: string;
  /** Which month, from 0. */
  readonly month: number;
  readonly households: number;
  /** Of these, those of whose places nothing is recorded. */
  readonly unknown: number;
  readonly places_approved: number;
  readonly filled: number;
  readonly vacant: number;
  readonly unavailable: number;
  readonly approved: number;
  readonly deregistered: number;
  readonly synthetic: boolean;
}

/** Households and places month by month: a row for each authority and month in which there is a household. */
export const capacityMonths = (wanted: CapacityWanted): Statement => ({
  name: 'fostering_capacity_months',
  text: `
    with ${seen},
    stock as (
      select s.authority_code, m.nth as month, count(*)::int as households,
        (count(*) filter (where p.household_id is null))::int as unknown,
        coalesce(sum(p.places_approved), 0)::int as places_approved, coalesce(sum(p.filled), 0)::int as filled,
        coalesce(sum(p.vacant), 0)::int as vacant, coalesce(sum(p.unavailable), 0)::int as unavailable,
        bool_or(s.synthetic) as synthetic
      from seen s join month m on ${approvedThen}
      left join fostering_place_state p on ${stateThen}
      group by 1, 2
    ), came as (
      select s.authority_code, m.nth as month, count(*)::int as approved
      from seen s join month m on s.approved_on between m.starts_on and m.ends_on group by 1, 2
    ), went as (
      select s.authority_code, m.nth as month, count(*)::int as deregistered
      from seen s join month m on s.deregistered_on between m.starts_on and m.ends_on group by 1, 2
    )
    select authority_code, month, coalesce(households, 0) as households, coalesce(unknown, 0) as unknown,
      coalesce(places_approved, 0) as places_approved, coalesce(filled, 0) as filled, coalesce(vacant, 0) as vacant,
      coalesce(unavailable, 0) as unavailable, coalesce(approved, 0) as approved,
      coalesce(deregistered, 0) as deregistered, coalesce(synthetic, false) as synthetic
    from stock full join came using (authority_code, month) full join went using (authority_code, month)`,
  values: values(wanted),
});

/** Households of an authority, and their places, of one code of one kind. */
export interface CapacityPart {
  readonly authority_code: string;
  readonly kind: 'AGE' | 'ETHNICITY' | 'AREA' | 'TYPE' | 'UNAVAILABLE';
  readonly code: string;
  readonly households: number;
  /** Approved, or of `UNAVAILABLE` those that cannot be used. */
  readonly places: number;
}

/** What households are like at the end of the last month. */
export const capacityParts = (wanted: CapacityWanted): Statement => ({
  name: 'fostering_capacity_parts',
  text: `
    with ${seen}
    select s.authority_code, part.kind, part.code, count(*)::int as households,
      coalesce(sum(part.places), 0)::int as places
    from seen s
    join (select * from month order by ends_on desc limit 1) m on ${approvedThen}
    left join fostering_place_state p on ${stateThen}
    cross join lateral (values
      ('AGE', s.youngest_carer_band, coalesce(p.places_approved, s.places_approved)),
      ('ETHNICITY', s.ethnicity, coalesce(p.places_approved, s.places_approved)),
      ('AREA', s.area, coalesce(p.places_approved, s.places_approved)),
      ('TYPE', s.household_type, coalesce(p.places_approved, s.places_approved)),
      ('UNAVAILABLE', p.unavailable_reason, p.unavailable)) as part(kind, code, places)
    where part.code is not null
    group by 1, 2, 3 order by 1, 2, 3`,
  values: values(wanted),
});

/** Households that went, by why and of which type. */
export interface DeregisteredPart {
  readonly authority_code: string;
  readonly reason: string;
  readonly household_type: string;
  readonly households: number;
}

/** Those who went within the months. */
export const deregistered = (wanted: CapacityWanted): Statement => ({
  name: 'fostering_deregistered',
  text: `
    with ${seen}
    select s.authority_code, s.deregistration_reason as reason, s.household_type, count(*)::int as households
    from seen s join month m on s.deregistered_on between m.starts_on and m.ends_on
    group by 1, 2, 3 order by 1, 2, 3`,
  values: values(wanted),
});

/** A row of a table of an accepted return of one's own. */
export interface OwnReturnRow {
  readonly authority_code: string;
  readonly period: string;
  readonly table_name: string;
  /** Authority and month first. */
  readonly cells: readonly string[];
  readonly synthetic: boolean;
}

/** Rows of tables of one's own accepted returns. The tenant is the first lock. */
export const ownReturnRows = (
  tenantId: string,
  wanted: {
    readonly authorities: readonly string[];
    readonly dataset: string;
    readonly tables: readonly string[];
    readonly periods: readonly string[];
  },
): Statement => ({
  name: 'fostering_own_return_rows',
  text: `
    select r.authority_code, r.period, w.table_name, w.cells, r.synthetic
    from "return" r join return_row w on w.tenant_id = r.tenant_id and w.return_id = r.id
    where r.tenant_id = $1::uuid and r.authority_code = any ($2::text[]) and r.dataset = $3 and r.status = 'ACCEPTED'
      and w.table_name = any ($4::text[]) and r.period = any ($5::text[])
    order by r.authority_code, r.period, w.table_name, w."row"`,
  values: [tenantId, wanted.authorities, wanted.dataset, wanted.tables, wanted.periods],
});
