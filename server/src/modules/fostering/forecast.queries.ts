import type { Followed } from '@sufficiency/shared/fostering/survival.ts';
import type { Statement } from '../../platform/database.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';
import { passes, readable, seenEnquiries, seenValues } from './seen-enquiries.ts';

/** Stages from which it is followed how households fare, in order. */
const followedStages = {
  RECEIVED: 'received_on',
  'INITIAL-VISIT': 'initial_visit_on',
  APPLICATION: 'application_on',
  'STAGE1-START': 'stage1_start_on',
  'STAGE2-START': 'stage2_start_on',
  PANEL: 'panel_on',
} as const;

/** What is known of enquiries on a day. */
export interface ForecastRow {
  readonly approved: number;
  /** Received in the 365 days to that day, those back-loaded left out. */
  readonly enquiries: number;
  /** Of these 365, days since the first enquiry of all; null where there is none. */
  readonly days: number | null;
  readonly open: readonly {
    readonly stage: string;
    readonly age: number;
    readonly households: number;
  }[];
  readonly fared: readonly (Followed & { readonly stage: string })[];
  readonly synthetic: boolean;
}

/** Unit: households approved from one day to another, both in it. */
export interface ApprovedRow {
  readonly approved: number;
  readonly enquiries: number;
}

const seen = `${readable}, seen as materialized (
    select e.* from ${seenEnquiries} and e.received_on between $2::date and $3::date and ${passes}
      and $13::text[] is not null
  )`;

/**
 * Open cases by stage and age on a day, how cases fared from each stage by then, and what there was of the year: as it was known
 * by its end, with nothing that happened later. Those back-loaded are not followed: nobody knows when they were entered.
 *
 * @param wanted up to the day; it is the last of its days.
 * @param yearStartsOn the first day of the year, `YYYY-MM-DD`.
 */
export const forecastFacts = (wanted: EnquiriesWanted, yearStartsOn: string): Statement => ({
  name: 'fostering_forecast_facts',
  text: `
    with ${seen}, stood as materialized (
      select s.*, case when s.approval_on <= $3::date then 'REACHED'
          when least(s.withdrawn_on, s.not_approved_on) <= $3::date then 'LEFT' else 'OPEN' end as "end",
        least(s.approval_on, s.withdrawn_on, s.not_approved_on, $3::date) as until_on
      from seen s
    ), stage as materialized (
      select s.id, s.tenant_id, s."end", part.code as stage, part.position, s.until_on - part.reached_on as days, s.back_loaded
      from stood s
      cross join lateral (values
        ${Object.entries(followedStages)
          .map(([code, column], nth) => `('${code}', ${nth}, s.${column})`)
          .join(', ')}) as part(code, position, reached_on)
      where part.reached_on <= s.until_on
    ), last_stage as (
      select distinct on (tenant_id, id) stage, position, days as age from stage where "end" = 'OPEN'
      order by tenant_id, id, position desc
    )
    select
      (select count(*)::int from seen where approval_on between $14::date and $3::date) as approved,
      (select count(*)::int from seen where received_on > $3::date - 365 and not back_loaded) as enquiries,
      (select case when count(*) > 0 then least(365, $3::date - min(received_on) + 1) end
        from seen where not back_loaded) as days,
      (select coalesce(json_agg(o), '[]') from (
        select stage, age, count(*)::int as households from last_stage group by stage, position, age
        order by position, age) o) as open,
      (select coalesce(json_agg(f), '[]') from (
        select stage, days, "end", count(*)::int as households from stage where not back_loaded group by 1, 2, 3) f) as fared,
      (select coalesce(bool_or(synthetic), false) from seen) as synthetic`,
  values: [...seenValues(wanted), yearStartsOn],
});

/** Households approved, and enquiries received, from a day to another: `YYYY-MM-DD`. */
export const approvedBetween = (
  wanted: EnquiriesWanted,
  { from, to }: { readonly from: string; readonly to: string },
): Statement => ({
  name: 'fostering_approved_between',
  text: `
    with ${seen}
    select (count(*) filter (where approval_on between $14::date and $15::date))::int as approved,
      (count(*) filter (where received_on between $14::date and $15::date))::int as enquiries
    from seen`,
  values: [...seenValues(wanted), from, to],
});
