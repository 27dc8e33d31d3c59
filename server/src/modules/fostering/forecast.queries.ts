import type { CameOn, OpenCases } from '@sufficiency/shared/fostering/forecast.ts';
import { cohortDays, followedStages } from '@sufficiency/shared/fostering/forecast.ts';
import type { Stay } from '@sufficiency/shared/fostering/passages.ts';
import { approval } from '@sufficiency/shared/fostering/passages.ts';
import type { Statement } from '../../platform/database.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';
import { columnOf, passes, readable, seenEnquiries, seenValues } from './seen-enquiries.ts';

/** What is known of enquiries on a day. */
export interface ForecastRow {
  readonly approved: number;
  readonly open: readonly OpenCases[];
  /** Of those not back-loaded: for how long they stayed in each stage they reached, and where they went. */
  readonly stays: readonly (Stay & { readonly stage: string })[];
  /** Days on which enquiries came that are not back-loaded; the last day of all is 0 days ago. */
  readonly came: readonly CameOn[];
  readonly synthetic: boolean;
}

/** Unit: households approved from one day to another, both in it. */
export interface ApprovedRow {
  readonly approved: number;
  readonly enquiries: number;
  /** True where any of them is made up for a demonstration. */
  readonly synthetic: boolean;
}

const seen = `${readable}, seen as materialized (
    select e.* from ${seenEnquiries} and e.received_on between $2::date and $3::date and ${passes}
      and $13::text[] is not null
  )`;

/**
 * Open cases by stage and age on a day, how long cases had stayed in each stage by then, and what there was of the year: as it
 * was known by its end, with nothing that happened later. Those back-loaded are not followed: nobody knows when they were entered.
 *
 * @param wanted up to the day; it is the last of its days.
 * @param yearStartsOn the first day of the year, `YYYY-MM-DD`.
 */
export const forecastFacts = (wanted: EnquiriesWanted, yearStartsOn: string): Statement => ({
  name: 'fostering_forecast_facts',
  text: `
    with ${seen}, stood as materialized (
      select s.*, case when s.approval_on <= $3::date then '${approval}'
          when least(s.withdrawn_on, s.not_approved_on) <= $3::date then 'LEFT' else 'OPEN' end as "end",
        least(s.approval_on, s.withdrawn_on, s.not_approved_on, $3::date) as until_on
      from seen s
    ), stage as materialized (
      select s."end", s.back_loaded, s.received_on, part.code as stage, part.position,
        lead(part.code) over way as next,
        greatest(0, coalesce(lead(part.reached_on) over way, s.until_on) - part.reached_on) as days
      from stood s
      cross join lateral (values
        ${followedStages.map((code, nth) => `('${code}', ${nth}, s.${columnOf(code)})`).join(', ')}
      ) as part(code, position, reached_on)
      where part.reached_on <= s.until_on
      window way as (partition by s.tenant_id, s.id order by part.position)
    )
    select
      (select count(*)::int from seen where approval_on between $14::date and $3::date) as approved,
      (select coalesce(json_agg(o), '[]') from (
        select stage, days as age, ($3::date - received_on) / ${cohortDays} as cohort, count(*)::int as households
        from stage where next is null and "end" = 'OPEN' group by stage, position, 2, 3 order by position, 2, 3) o) as open,
      (select coalesce(json_agg(t), '[]') from (
        select stage, days, coalesce(next, "end") as next, count(*)::int as households
        from stage where not back_loaded group by 1, 2, 3) t) as stays,
      (select coalesce(json_agg(c), '[]') from (
        select $3::date - received_on as "daysAgo", count(*)::int as enquiries,
          (count(*) filter (where "end" = '${approval}'))::int as approved
        from stood where not back_loaded group by 1) c) as came,
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
      (count(*) filter (where received_on between $14::date and $15::date))::int as enquiries,
      coalesce(bool_or(synthetic) filter (where approval_on between $14::date and $15::date
        or received_on between $14::date and $15::date), false) as synthetic
    from seen`,
  values: [...seenValues(wanted), from, to],
});
