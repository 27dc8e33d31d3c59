import { ageLimits, homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import type { PlaceCounts } from '@sufficiency/shared/beds/places.ts';
import type { TrendGrouping, TrendStep } from '@sufficiency/shared/beds/trend-input.ts';
import type { Statement } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import type { HomesSeen } from '../access/bed-locks.ts';

/** How homes were on some days, as far as a viewer sees it. */
export interface DaysWanted {
  readonly actor: Actor;
  readonly seen: HomesSeen;
  /** GSS codes. */
  readonly areas: readonly string[];
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Null for all. */
  readonly provisionTypes: readonly string[] | null;
  /** Numbers of providers at that time; null for all. */
  readonly providerIds: readonly number[] | null;
  /** Null for all. */
  readonly homeIds: readonly string[] | null;
}

const values = ({
  actor,
  seen,
  areas,
  from,
  to,
  provisionTypes,
  providerIds,
  homeIds,
}: DaysWanted) => [
  actor.organisationId,
  seen.providerIds,
  seen.shown.map(({ tenantId }) => tenantId),
  seen.shown.map(({ authorityCode }) => authorityCode),
  seen.shown.map(({ since }) => since),
  areas,
  from,
  to,
  provisionTypes,
  providerIds,
  homeIds,
];

/** The columns of counts, by the names that code has for them. */
const countColumns = {
  registered: 'registered',
  operational: 'operational',
  usable: 'usable',
  occupied: 'occupied',
  reserved: 'reserved',
  accepting: 'accepting',
  closed: 'closed',
  closedLost: 'closed_lost',
} as const satisfies Record<keyof PlaceCounts, string>;

/** First lock: days of homes one holds or runs, and of others’ since the day that agreements say. */
const wantedHomes = `
  shown as materialized (
    select tenant_id, authority_code, min(since) as since
    from unnest($3::uuid[], $4::text[], $5::date[]) as s(tenant_id, authority_code, since) group by 1, 2),
  wanted as materialized (
    select h.tenant_id, h.id, h.urn, h.authority_code, h.provision_type, h.short_breaks, h.synthetic, s.since
    from home h left join shown s on s.tenant_id = h.tenant_id and s.authority_code = h.authority_code
    where h.authority_code = any ($6::text[])
      and (h.tenant_id = $1::uuid or h.provider_id = any ($2::int[]) or s.since is not null)
      and ($9::text[] is null or h.provision_type::text = any ($9)) and ($11::uuid[] is null or h.id = any ($11)))`;

/** Which days of a home (`w`) are seen and wanted (`d`). */
const seenDay = `d.tenant_id = w.tenant_id and d.home_id = w.id and d.day between $7::date and $8::date
    and (d.tenant_id = $1::uuid or d.provider_id = any ($2::int[]) or d.day >= w.since)
    and ($10::int[] is null or d.provider_id = any ($10))`;

const seenDays = `${wantedHomes},
  seen as (
    select w.urn, w.provision_type, w.short_breaks, d.* from wanted w join home_day d on ${seenDay})`;

const limits = homeProvisionTypes
  .map((type) => `when '${type}' then ${ageLimits[type] / 24 - 1}`)
  .join(' ');

/** Confirmed on the day, or on so many before as its kind may be old: in whole days, the day itself among them. */
const isFresh = `d.confirmed_on >= d.day - case d.provision_type ${limits} end`;

/** One group in one step of a trend: means over its days. Unit: places, and homes. */
export interface TrendRow extends PlaceCounts {
  /** Authority, kind or provider by its code or number; empty for all together. */
  readonly key: string;
  /** First day of the step, `YYYY-MM-DD`. */
  readonly start: string;
  readonly homes: number;
  /** Homes whose states were fresh, of homes. Unit: percent. */
  readonly fresh: number;
}

const groups: Readonly<Record<TrendGrouping, string>> = {
  ALL: `''`,
  AUTHORITY: 'd.authority_code::text',
  TYPE: 'd.provision_type::text',
  PROVIDER: `coalesce(d.provider_id::text, '')`,
};

const starts: Readonly<Record<TrendStep, string>> = {
  DAY: 'day',
  WEEK: `date_trunc('week', day)::date`,
  MONTH: `date_trunc('month', day)::date`,
};

/** Means of each group and step: first what there was on each day, then over the days. Short-break homes are left out. */
export const trendRows = (
  wanted: DaysWanted,
  { by, step }: { readonly by: TrendGrouping; readonly step: TrendStep },
): Statement => ({
  name: `bed_trend_${by}_${step}`.toLowerCase(),
  text: `
    with ${seenDays},
    daily as (
      select ${groups[by]} as key, d.day, count(*) as homes, count(*) filter (where ${isFresh}) as fresh,
        ${Object.values(countColumns)
          .map((column) => `sum(d.${column}) as ${column}`)
          .join(', ')}
      from seen d where not d.short_breaks group by 1, 2)
    select key, to_char(${starts[step]}, 'YYYY-MM-DD') as start, avg(homes)::float8 as homes,
      (100.0 * sum(fresh) / sum(homes))::float8 as fresh,
      ${Object.entries(countColumns)
        .map(([name, column]) => `avg(${column})::float8 as "${name}"`)
        .join(', ')}
    from daily group by 1, ${starts[step]} order by 1, 2`,
  values: values(wanted),
});

/** Homes of a holder and area that some days are of. */
export interface HolderRow {
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly providerId: number | null;
  readonly homes: number;
  /** Of these, homes that give short breaks. */
  readonly shortBreaks: number;
  readonly synthetic: boolean;
}

/** Whose homes they are, each counted with its owner on the last of the days: for the log, and to say what is not among them. */
export const dayHolders = (wanted: DaysWanted): Statement => ({
  name: 'bed_day_holders',
  text: `
    with ${wantedHomes}
    select w.tenant_id as "tenantId", w.authority_code::text as "authorityCode", last.provider_id as "providerId",
      count(*)::int as homes, (count(*) filter (where w.short_breaks))::int as "shortBreaks",
      bool_or(w.synthetic) as synthetic
    from wanted w
    cross join lateral (
      select d.provider_id from home_day d where ${seenDay} order by d.day desc limit 1) last
    group by 1, 2, 3 order by 2, 1, 3`,
  values: values(wanted),
});

/** A home as it was when a day ended. */
export interface HomeDayRow extends PlaceCounts {
  readonly homeId: string;
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly providerId: number | null;
  readonly shortBreaks: boolean;
  /** `YYYY-MM-DD`; null where it never had been confirmed. */
  readonly confirmedOn: string | null;
  readonly fresh: boolean;
  /** Of a short-break home, if they were said; null otherwise. Unit: beds. */
  readonly nightCapacity: number | null;
  readonly nightUsed: number | null;
}

/** Homes as they were when one day ended, by area and URN. */
export const homeDays = (wanted: DaysWanted): Statement => ({
  name: 'bed_home_days',
  text: `
    with ${seenDays}
    select d.home_id as "homeId", d.tenant_id as "tenantId", d.authority_code::text as "authorityCode",
      d.provider_id as "providerId", d.short_breaks as "shortBreaks",
      to_char(d.confirmed_on, 'YYYY-MM-DD') as "confirmedOn", coalesce(${isFresh}, false) as fresh,
      n.capacity as "nightCapacity", n.used as "nightUsed",
      ${Object.entries(countColumns)
        .map(([name, column]) => `d.${column} as "${name}"`)
        .join(', ')}
    from seen d
    left join home_night n on n.tenant_id = d.tenant_id and n.home_id = d.home_id and n.night = d.day
    order by d.authority_code, d.urn`,
  values: values(wanted),
});
