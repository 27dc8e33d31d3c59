import { defaultStages, isStandardStage } from '@sufficiency/shared/fostering/stages.ts';
import { workingDayNumbers } from '@sufficiency/shared/fostering/working-days.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';
import { columnOf, seenValues } from './seen-enquiries.ts';
import type { ShownClock } from './stage-clocks.ts';
import { clocksOf } from './stage-clocks.ts';

/** What a statement of clocks is asked for. */
export interface TimedWanted {
  readonly wanted: EnquiriesWanted;
  readonly clocks: readonly ShownClock[];
  /** The first day on which a clock may have started, and today: `YYYY-MM-DD`. */
  readonly first: string;
  readonly today: string;
}

/** The parameters of statements of clocks: those of `seen`, then $14 to $16. */
export function timedValues({ wanted, first, today }: TimedWanted): readonly unknown[] {
  const numbers = workingDayNumbers(first, today);
  return [
    ...seenValues(wanted),
    today,
    numbers.map(({ day }) => day),
    numbers.map(({ number }) => number),
  ];
}

const dayOf = (code: string, ownStages: readonly string[]) =>
  isStandardStage(code)
    ? `e.${columnOf(code)}`
    : `(e.own_stages ->> ($13::text[])[${ownStages.indexOf(code) + 1}])::date`;

const [anyClock] = clocksOf(defaultStages) as [ShownClock];

/**
 * How long each enquiry of `seen` took, or has taken, on each clock: tables `timed` and, for working days, `day_number`. On hold
 * a clock stands. Who left, or went past the stage, is followed to that day.
 *
 * `seen` must have the columns of `fostering_enquiry` that are named here, and `started` says which clocks count.
 */
export const timed = (
  { wanted: { ownStages }, clocks }: TimedWanted,
  started: (day: string) => string,
) => `day_number as materialized (
    select * from unnest($15::date[], $16::int[]) as n(day, number)
  ), clocked as (
    ${clocks.map((clock, nth) => clocked(clock, nth, { ownStages, started })).join(' union all ') || clocked(anyClock, 0, { ownStages, started: () => 'false' })}
  ), stopped as (
    select c.*, coalesce(c.reached_on, c.left_on, $14::date) as stop,
      case when c.back_loaded then 'BACK-LOADED' when least(c.reached_on, c.left_on) < c.started then 'OUT-OF-ORDER'
        when c.reached_on is not null then 'REACHED' when c.left_on is not null then 'LEFT' else 'OPEN' end as "end"
    from clocked c
  ), timed as (
    select s.*, coalesce(h.days, 0) as held,
      case when s.unit = 'WORKING_DAYS' then b.number - a.number else s.stop - s.started end - coalesce(h.days, 0) as days,
      case when s.unit = 'MONTHS' then s.stop > (s.started + make_interval(months => s.most))::date + coalesce(h.days, 0)
        when s.unit = 'WORKING_DAYS' then b.number - a.number - coalesce(h.days, 0) > s.most
        else s.stop - s.started - coalesce(h.days, 0) > s.most end as late
    from stopped s
    left join day_number a on s.unit = 'WORKING_DAYS' and a.day = s.started
    left join day_number b on s.unit = 'WORKING_DAYS' and b.day = s.stop
    left join lateral (
      select sum(case when s.unit = 'WORKING_DAYS'
          then (select n.number from day_number n where n.day = o.until) - (select n.number from day_number n where n.day = o.since)
          else o.until - o.since end)::int as days
      from (
        select greatest(p.since, s.started) as since, least(p.until, s.stop) as until
        from (
          select (j ->> 0)::date as since, (j ->> 1)::date as until
          from jsonb_array_elements(case when s.holds is null then '[]' else s.holds end) j
          union all select s.hold_since, $14::date where s.hold_since is not null) p
        where p.since < s.stop and p.until > s.started) o
    ) h on s.holds is not null or s.hold_since is not null
  )`;

function clocked(
  { from, to, limit, unit, after }: ShownClock,
  nth: number,
  { ownStages, started }: { ownStages: readonly string[]; started: (day: string) => string },
): string {
  const start = dayOf(from.code, ownStages);
  const later = [...after.map(({ code }) => dayOf(code, ownStages)), 'e.closed_on'];
  return `select ${nth} as clock, '${unit}' as unit, ${limit ?? 'null::int'} as most, e.key, e.tenant_id, e.id, e.reached, e.state,
      e.back_loaded, e.synthetic, e.holds, e.hold_since, ${start} as started, ${dayOf(to.code, ownStages)} as reached_on,
      least(${later.join(', ')}) as left_on
    from seen e where ${started(start)}`;
}
