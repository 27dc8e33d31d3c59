import type { HomeProvisionType } from '@sufficiency/shared/beds/freshness.ts';
import type { PlaceCounts } from '@sufficiency/shared/beds/places.ts';
import type { Statement } from '../../platform/database.ts';
import type { SeenHome } from './bed-sight.service.ts';
import { holdersSeen, seenHomes } from './seen-homes.ts';

/** How homes of one kind in one area stand. Unit: homes; places. */
export interface RegionCounts extends PlaceCounts {
  readonly homes: number;
  /** Places that the viewer could be offered. */
  readonly free: number;
  /** Of those, in homes that admit on the same day. */
  readonly freeToday: number;
  /** Of those, in homes that have not confirmed in time. */
  readonly freeUnsure: number;
  /** Homes that have not confirmed in time. */
  readonly stale: number;
}

export interface RegionRow extends RegionCounts {
  readonly authorityCode: string;
  readonly provisionType: HomeProvisionType;
}

/** A provider with homes that have not confirmed in time. */
export interface UnconfirmedRow {
  /** Null for homes of which the register names no owner. */
  readonly providerId: number | null;
  readonly homes: number;
  readonly stale: number;
  /** Of the one that waits longest; null where one never was confirmed. */
  readonly oldest: string | null;
}

export interface RegionFound {
  /** Areas in which the viewer sees a home, whether or not it is shown here. */
  readonly areas: readonly string[];
  readonly synthetic: boolean;
  readonly rows: readonly RegionRow[];
  readonly stale: readonly string[];
  readonly unconfirmed: readonly UnconfirmedRow[];
  readonly holders: readonly SeenHome[];
}

const counted = [
  'registered',
  'operational',
  'usable',
  'occupied',
  'reserved',
  'accepting',
  'closed',
  'free',
];

const text = `
  with ${seenHomes},
  -- Homes that may be shown, in parts of which none is one home.
  told as materialized (
    select * from (
      select *, count(*) over (partition by authority_code, provision_type) as beside from seen
      where registered >= $10::int) large
    where beside >= $11::int)
  select
    array(select distinct authority_code::text from seen) as areas,
    (select coalesce(bool_or(synthetic), false) from told) as synthetic,
    (select coalesce(json_agg(r order by r."authorityCode", r."provisionType"), '[]') from (
      select authority_code as "authorityCode", provision_type as "provisionType", count(*)::int as homes,
        ${counted.map((count) => `sum(${count})::int as ${count}`).join(', ')}, sum("closedLost")::int as "closedLost",
        coalesce(sum(free) filter (where emergency), 0)::int as "freeToday",
        coalesce(sum(free) filter (where stale), 0)::int as "freeUnsure",
        (count(*) filter (where stale))::int as stale
      from told group by authority_code, provision_type) r) as rows,
    array(select id::text from told where stale order by confirmed_at nulls first, urn, id limit $9::int) as stale,
    (select coalesce(json_agg(u order by u.stale desc, u.homes desc, u."providerId"), '[]') from (
      select provider_id as "providerId", count(*)::int as homes, (count(*) filter (where stale))::int as stale,
        case when bool_and(confirmed_at is not null) then min(confirmed_at) filter (where "tooOld") end as oldest
      from told group by provider_id having bool_or(stale)) u) as unconfirmed,
    ${holdersSeen} as holders`;

/**
 * How the homes of a region stand, by area and kind; which have not confirmed in time, those that wait longest first; and
 * whose they are.
 *
 * @param values as `seenHomesValues` gives them.
 * @param listed how many homes are named at most.
 * @param shown the fewest places of a home, and homes of one kind in one area, that are shown.
 */
export const regionWanted = (
  values: readonly unknown[],
  listed: number,
  shown: { readonly places: number; readonly homes: number },
): Statement => ({
  name: 'beds_region',
  text,
  values: [...values, listed, shown.places, shown.homes],
});
