import { ageLimits, homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import type { PlaceCountsThen } from '@sufficiency/shared/beds/places.ts';
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

/** The columns of counts that do not depend on who looks, by the names that code has for them. */
const countColumns = {
  registered: 'registered',
  operational: 'operational',
  usable: 'usable',
  occupied: 'occupied',
  reserved: 'reserved',
  closedLost: 'closed_lost',
} as const satisfies Record<Exclude<keyof PlaceCountsThen, 'accepting' | 'closed'>, string>;

/** Confirmed on the day, or on so many before as its kind may be old: in whole days, the day itself among them. */
const freshDays = homeProvisionTypes
  .map((type) => `when '${type}' then ${ageLimits[type] / 24 - 1}`)
  .join(' ');

/** First lock: days of homes one holds or runs, and of others’ since the day that agreements say. */
const wantedHomes = `
  shown as materialized (
    select tenant_id, authority_code, min(since) as since
    from unnest($3::uuid[], $4::text[], $5::date[]) as s(tenant_id, authority_code, since) group by 1, 2),
  wanted as materialized (
    select h.tenant_id, h.id, h.urn, h.authority_code, h.provision_type, h.short_breaks, h.synthetic, s.since,
      case h.provision_type ${freshDays} end as fresh_days
    from home h left join shown s on s.tenant_id = h.tenant_id and s.authority_code = h.authority_code
    where h.authority_code = any ($6::text[])
      and (h.tenant_id = $1::uuid or h.provider_id = any ($2::int[]) or s.since is not null)
      and ($9::text[] is null or h.provision_type::text = any ($9)) and ($11::uuid[] is null or h.id = any ($11)))`;

/** Days of homes that the viewer held or ran. */
const isKept = '(d.tenant_id = $1::uuid or d.provider_id = any ($2::int[]))';

/** Which days of a home (`w`) are seen and wanted (`d`). */
const seenDay = (first = '$7::date', last = '$8::date') => `
  d.tenant_id = w.tenant_id and d.home_id = w.id and d.day between ${first} and ${last}
    and (${isKept} or d.day >= w.since) and ($10::int[] is null or d.provider_id = any ($10))`;

/** Accepting places of the viewer’s own blocks in homes of others when each day ended. */
const ownBlocks = `
  own as materialized (
    select b.tenant_id, b.home_id, f.day + nth as day, sum(b.accepting)::int as accepting
    from wanted w
    join home_block b on b.tenant_id = w.tenant_id and b.home_id = w.id
      and b.block_authority_code = any ($12::text[]) and b.accepting > 0
    cross join lateral (
      select greatest((b.from_at at time zone 'Europe/London')::date, $7::date) as day,
        least((b.to_at at time zone 'Europe/London')::date - 1, $8::date) as last) f
    cross join lateral generate_series(0, f.last - f.day) as nth
    where w.since is not null
    group by 1, 2, 3)`;

/**
 * Accepting places that anybody could have been offered: what was kept for a block was closed to all but those who keep the
 * home. Null where it was not kept which were.
 */
const open = `case when ${isKept} then d.accepting else d.accepting_open end`;
const isFresh = 'd.confirmed_on >= d.day - w.fresh_days';

/** One group in one step of a trend: means over its days. Unit: places, and homes. */
export interface TrendRow extends PlaceCountsThen {
  /** Authority, kind or provider by its code or number; empty for all together. */
  readonly key: string;
  /** First day of the step, `YYYY-MM-DD`. */
  readonly start: string;
  readonly homes: number;
  /** Homes whose states were fresh, of homes. Unit: percent. */
  readonly fresh: number;
}

const keys: Readonly<Record<TrendGrouping, string>> = {
  ALL: `''`,
  AUTHORITY: 'w.authority_code::text',
  TYPE: 'w.provision_type::text',
  PROVIDER: `coalesce(d.provider_id::text, '')`,
};

/** Spans of days that are looked at one by one, home by home: months, or else all days at once. */
const spans: Readonly<Record<TrendStep, string>> = {
  DAY: 'select $7::date as start, $7::date as first, $8::date as last',
  WEEK: `select date_trunc('week', $7::date::timestamp)::date as start, $7::date as first, $8::date as last`,
  MONTH: `select m::date as start, greatest(m::date, $7::date) as first,
      least((m + interval '1 month')::date - 1, $8::date) as last
    from generate_series(date_trunc('month', $7::date::timestamp), $8::date::timestamp, interval '1 month') m`,
};

/** First day of the step that a day (`d`) of a span (`s`) is in. */
const starts: Readonly<Record<TrendStep, string>> = {
  DAY: 'd.day',
  WEEK: 's.start + (d.day - s.start) / 7 * 7',
  MONTH: 's.start',
};

/**
 * Means of each group and step, of what there was on each day; short-break homes are left out. What days of a step come to is
 * put together for each home first, as its days stand beside one another: to sort all days of all homes is most of the work.
 */
export const trendRows = (
  wanted: DaysWanted,
  { by, step }: { readonly by: TrendGrouping; readonly step: TrendStep },
): Statement => {
  const [key, start] = [keys[by], starts[step]];
  const columns = Object.entries(countColumns);
  const isDay = step === 'DAY';
  const sum = (of: string) => (isDay ? of : `sum(${of})`);
  const apart = [
    ...(step === 'WEEK' ? ['2'] : []),
    ...(by === 'PROVIDER' ? ['d.provider_id'] : []),
  ];
  return {
    name: `bed_trend_${by}_${step}`.toLowerCase(),
    text: `
      with ${wantedHomes}, ${ownBlocks},
      span as materialized (${spans[step]}),
      part as (
        select p.* from wanted w cross join span s cross join lateral (
          select ${key} as key, ${start} as start, ${sum('1')} as homes, ${sum(`(${isFresh})::int`)} as fresh,
            ${columns.map(([, column]) => `${sum(`d.${column}`)} as ${column}`).join(', ')},
            ${sum('d.accepting + d.closed')} as vacant, ${sum(open)} as accepting,
            ${sum(`(${open} is not null)::int`)} as known,
            ${isDay ? '1::bigint' : 'bit_or(1::bigint << (d.day - s.start) % 64)'} as days
          from home_day d where ${seenDay('s.first', 's.last')}
          ${isDay ? '' : `group by ${apart.join(', ') || '()'} having count(*) > 0`}) p
        where not w.short_breaks),
      whole as (
        select key, start, sum(homes) as homes, coalesce(sum(fresh), 0) as fresh, sum(vacant) as vacant,
          sum(accepting) as accepting, sum(known) as known, bit_count(bit_or(days)::bit(64)) as days,
          ${columns.map(([, column]) => `sum(${column}) as ${column}`).join(', ')}
        from part group by start, key),
      own_part as materialized (
        select ${key} as key, ${start} as start, sum(o.accepting) as accepting
        from own o
        join wanted w on w.tenant_id = o.tenant_id and w.id = o.home_id and not w.short_breaks
        join home_day d on d.day = o.day and ${seenDay()} and ${isKept} is not true
        join span s on d.day between s.first and s.last
        group by 1, 2)
      select key, to_char(start, 'YYYY-MM-DD') as start, (t.homes::numeric / t.days)::float8 as homes,
        (100.0 * t.fresh / t.homes)::float8 as fresh,
        (a.accepting::numeric / t.days)::float8 as accepting,
        ((t.vacant - a.accepting)::numeric / t.days)::float8 as closed,
        ${columns.map(([name, column]) => `(t.${column}::numeric / t.days)::float8 as "${name}"`).join(', ')}
      from whole t
      left join own_part o using (key, start)
      cross join lateral (
        select case when t.known = t.homes then t.accepting + coalesce(o.accepting, 0) end as accepting) a
      order by key, t.start`,
    values: [...values(wanted), wanted.actor.authorityCodes],
  };
};

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
      select d.provider_id from home_day d where ${seenDay()} order by d.day desc limit 1) last
    group by 1, 2, 3 order by 2, 1, 3`,
  values: values(wanted),
});

/** A home as it was when a day ended. */
export interface HomeDayRow extends PlaceCountsThen {
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
    with ${wantedHomes}, ${ownBlocks}
    select d.home_id as "homeId", d.tenant_id as "tenantId", d.authority_code::text as "authorityCode",
      d.provider_id as "providerId", w.short_breaks as "shortBreaks",
      to_char(d.confirmed_on, 'YYYY-MM-DD') as "confirmedOn", coalesce(${isFresh}, false) as fresh,
      n.capacity as "nightCapacity", n.used as "nightUsed",
      a.accepting, d.accepting + d.closed - a.accepting as closed,
      ${Object.entries(countColumns)
        .map(([name, column]) => `d.${column} as "${name}"`)
        .join(', ')}
    from wanted w
    join home_day d on ${seenDay()}
    left join own o on o.tenant_id = d.tenant_id and o.home_id = d.home_id and o.day = d.day
    cross join lateral (
      select ${open} + case when ${isKept} then 0 else coalesce(o.accepting, 0) end as accepting) a
    left join home_night n on n.tenant_id = d.tenant_id and n.home_id = d.home_id and n.night = d.day
    order by d.authority_code, w.urn`,
  values: [...values(wanted), wanted.actor.authorityCodes],
});
