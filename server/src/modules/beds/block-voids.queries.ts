import type { Statement } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import type { HomesSeen } from '../access/bed-locks.ts';

/** A home of a block contract, and the contract’s first and last day: `YYYY-MM-DD`. */
export interface BlockWanted {
  readonly contractId: string;
  /** GSS code of the authority whose block it is: one of the viewer’s own. */
  readonly authorityCode: string;
  readonly urn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** How an authority's block of a home was used in a month, over the days of which it is known. Unit: place-days. */
export interface BlockMonthRow {
  readonly contractId: string;
  /** Who holds the home, and its area. */
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly urn: string;
  /** `2026-10`. */
  readonly month: string;
  /** Unit: days. */
  readonly days: number;
  readonly bedDays: number;
  readonly occupied: number;
  /** Vacant and accepting. */
  readonly accepting: number;
}

/**
 * Days of blocks, counted as each day ended, month by month: in homes of others since the day that agreements say, the first
 * lock. Days on which two of the contracts ran for the same home are none of them: places do not say whose they were.
 */
export const blockMonths = (
  wanted: readonly BlockWanted[],
  {
    actor,
    shown,
    from,
    to,
  }: Pick<HomesSeen, 'shown'> & {
    readonly actor: Actor;
    readonly from: string;
    readonly to: string;
  },
): Statement => ({
  name: 'block_months',
  text: `
    with w as materialized (
      select * from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[])
        as w(contract_id, authority_code, urn, starts_on, ends_on)),
    shown as materialized (
      select tenant_id, authority_code, min(since) as since
      from unnest($9::uuid[], $10::text[], $11::date[]) as s(tenant_id, authority_code, since) group by 1, 2)
    select w.contract_id as "contractId", h.tenant_id as "tenantId", h.authority_code::text as "authorityCode", h.urn,
      to_char(d.day, 'YYYY-MM') as month,
      count(*)::int as days, sum(b.places)::int as "bedDays", sum(b.occupied)::int as occupied,
      sum(b.accepting)::int as accepting
    from w
    join home h on h.urn = w.urn
    left join shown s on s.tenant_id = h.tenant_id and s.authority_code = h.authority_code
    cross join lateral generate_series(greatest(w.starts_on, $6::date), least(w.ends_on, $7::date), interval '1 day')
      as d(day)
    join home_block b on b.tenant_id = h.tenant_id and b.home_id = h.id and b.block_authority_code = w.authority_code
      and b.from_at < (d.day::date + 1)::timestamp at time zone 'Europe/London'
      and (b.to_at is null or b.to_at >= (d.day::date + 1)::timestamp at time zone 'Europe/London')
    where (h.tenant_id = $8::uuid or d.day::date >= s.since)
      and not exists (
        select from w o where o.contract_id <> w.contract_id and o.authority_code = w.authority_code and o.urn = w.urn
          and d.day::date between o.starts_on and o.ends_on)
    group by w.contract_id, h.tenant_id, h.authority_code, h.urn, to_char(d.day, 'YYYY-MM')
    order by 1, 2, h.urn, month`,
  values: [
    wanted.map(({ contractId }) => contractId),
    wanted.map(({ authorityCode }) => authorityCode),
    wanted.map(({ urn }) => urn),
    wanted.map(({ startsOn }) => startsOn),
    wanted.map(({ endsOn }) => endsOn),
    from,
    to,
    actor.organisationId,
    shown.map(({ tenantId }) => tenantId),
    shown.map(({ authorityCode }) => authorityCode),
    shown.map(({ since }) => since),
  ],
});
