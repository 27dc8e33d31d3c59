import type { EnquiryState } from '@sufficiency/shared/fostering/conversions.ts';
import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';
import { standardStages } from '@sufficiency/shared/fostering/stages.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { Statement } from '../../platform/database.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';
import {
  columnOf,
  keyOf,
  passes,
  reachedBits,
  readable,
  seenEnquiries,
  seenOfAuthorities,
  seenValues,
  stateOf,
} from './seen-enquiries.ts';

/** Households of a cohort that reached the same stages and stand alike. */
export interface CohortRow {
  /** Of what they are counted by; null for none. */
  readonly key: string | null;
  readonly reached: number;
  readonly state: EnquiryState;
  readonly households: number;
  /** Their enquiries: a household that came again has several. */
  readonly enquiries: number;
  readonly back_loaded: number;
  readonly synthetic: boolean;
}

const cohortText = (by: FosteringGrouping) => `
  with recursive ${readable},
  seen as materialized (
    select e.id, ${keyOf[by]} as key, e.reapplication_of, e.received_on, e.back_loaded, e.synthetic,
      ${reachedBits} as reached, ${stateOf} as state
    from ${seenEnquiries} and e.received_on between $2::date and $3::date and ${passes}
  ), again as materialized (
    select * from seen where reapplication_of is not null
  ), chain as (
    select a.reapplication_of as root, a.* from again a
    where not exists (select from again b where b.id = a.reapplication_of)
    union all
    select c.root, a.* from chain c join again a on a.reapplication_of = c.id
  ), later as materialized (
    select root, bit_or(reached) as reached, (array_agg(state order by received_on desc))[1] as state,
      (array_agg(key order by received_on desc))[1] as key, count(*) as enquiries,
      count(*) filter (where back_loaded) as back_loaded, bool_or(synthetic) as synthetic
    from chain group by root
  ), household as (
    select s.key, s.reached | coalesce(l.reached, 0) as reached, coalesce(l.state, s.state) as state,
      1 + coalesce(l.enquiries, 0) as enquiries, s.back_loaded::int + coalesce(l.back_loaded, 0) as back_loaded,
      s.synthetic
    from seen s left join later l on l.root = s.id
    where s.reapplication_of is null
    union all
    select l.key, l.reached, l.state, l.enquiries, l.back_loaded, l.synthetic from later l
    where not exists (select from seen s where s.id = l.root)
  )
  select key, reached::float8, state, count(*)::int as households, sum(enquiries)::int as enquiries,
    sum(back_loaded)::int as back_loaded, bool_or(synthetic) as synthetic
  from household group by key, reached, state`;

/**
 * Those who enquired within some days, by the stages they have reached and how they stand: each household once. One that came
 * again within those days counts where its first enquiry does, with what it reached since, and stands as its last does.
 */
export const cohortWanted = (wanted: EnquiriesWanted, by: FosteringGrouping): Statement => ({
  name: `fostering_cohort_${by}`,
  text: cohortText(by),
  values: seenValues(wanted),
});

/** Events of one stage in one month. */
export interface EventCount {
  readonly key: string | null;
  /** Which stage: those every consortium has first, then its own, from 0. */
  readonly stage: number;
  /** Which month, from 0. */
  readonly month: number;
  readonly households: number;
  readonly back_loaded: number;
  readonly synthetic: boolean;
}

/** From when to when an authority's enquiries were recorded as they came: `YYYY-MM-DD`. */
export interface RecordedSpan {
  readonly authority_code: string;
  readonly first_on: string;
  readonly last_on: string;
}

export interface PeriodRow {
  readonly events: readonly EventCount[];
  readonly spans: readonly RecordedSpan[];
}

const days = standardStages.map((code) => `e.${columnOf(code)}`).join(', ');

/** A day's month is looked up in an array, so that events are joined to nothing. */
const eventOf = (day: string, stage: string, from: string) =>
  `select e.key, ${stage} as stage, ($14::int[])[${day} - $2::date + 1] as month, e.back_loaded, e.synthetic
      from ${from} where ${day} between $2::date and $3::date`;

const ownDays = `seen e cross join lateral (
      select c.nth, (e.own_stages ->> c.code)::date as day from unnest($13::text[]) with ordinality as c(code, nth)
      where e.own_stages is not null) o`;

const periodText = (by: FosteringGrouping) => `
  with ${readable},
  seen as materialized (
    select ${keyOf[by]} as key, e.back_loaded, e.synthetic, e.own_stages, ${days}
    from ${seenEnquiries} and e.received_on <= $3::date and (e.closed_on is null or e.closed_on >= $2::date) and ${passes}
      and greatest(${days}, case when e.own_stages is null then null else 'infinity'::date end) >= $2::date
  ), event as (
    ${standardStages
      .map((code, nth) => eventOf(`e.${columnOf(code)}`, `${nth}`, 'seen e'))
      .join(' union all ')}
    union all
    ${eventOf('o.day', `${standardStages.length - 1} + o.nth::int`, ownDays)}
  ), counted as (
    select key, stage, month, count(*)::int as households, (count(*) filter (where back_loaded))::int as back_loaded,
      bool_or(synthetic) as synthetic
    from event group by 1, 2, 3
  ), span as (
    select e.authority_code, min(e.received_on) as first_on, max(e.received_on) as last_on
    from ${seenOfAuthorities} and not e.back_loaded
    group by e.authority_code
  )
  select coalesce((select json_agg(c) from counted c), '[]') as events,
    coalesce((select json_agg(s) from span s), '[]') as spans`;

/** What happened in some months, stage by stage; and from when to when each authority's enquiries were recorded. */
export const periodWanted = (
  wanted: EnquiriesWanted,
  { by, monthStarts }: { readonly by: FosteringGrouping; readonly monthStarts: readonly string[] },
): Statement => ({
  name: `fostering_period_${by}`,
  text: periodText(by),
  values: [...seenValues(wanted), monthStarts.flatMap(monthOfDays)],
});

/** Which month it is, once for each of its days. */
const monthOfDays = (start: string, nth: number): number[] =>
  Array.from({ length: Number(calendarMonth(start.slice(0, 7)).endsOn.slice(8)) }, () => nth);
