import type { Statement } from '../../platform/database.ts';
import { nameOf, timedSeen } from './clocks.queries.ts';
import { readable } from './seen-enquiries.ts';
import type { TimedWanted } from './timed-enquiries.ts';
import { timed, timedValues } from './timed-enquiries.ts';

/** An open enquiry on a clock. */
export interface RunningRow {
  readonly clock: number;
  readonly id: string;
  readonly started: string;
  /** Without days on hold. */
  readonly days: number;
  readonly late: boolean;
}

/** Open enquiries on one clock. */
export interface RunningCount {
  readonly clock: number;
  readonly running: number;
  readonly late: number;
}

export interface DayRow {
  readonly running: readonly RunningRow[];
  readonly counts: readonly RunningCount[];
  readonly open: number;
  readonly on_hold: number;
  readonly unattributed: number;
  /** Events that wait for an answer of whoever sent them. */
  readonly queries: number;
}

/**
 * Open enquiries on some clocks: those past their limit, the ones that have come furthest first. Who is on hold is past
 * nothing.
 *
 * @param of.most so many of each clock. `of.awaiting`: the first clock is of first responses; all that run are listed, those
 * that waited longest first.
 */
export function dayWanted(
  timedWanted: TimedWanted,
  { most, awaiting }: { readonly most: number; readonly awaiting: boolean },
): Statement {
  const isAwaiting = awaiting ? 'r.clock = 0' : 'false';
  const text = `
    with ${readable}, ${timedSeen('AUTHORITY', 'e.closed_on is null and e.received_on between $2::date and $3::date')},
    ${timed(timedWanted, (day) => `${day} is not null and not e.back_loaded and e.hold_since is null`)},
    running as (select * from timed where "end" = 'OPEN'),
    ranked as (
      select r.clock, r.id, r.started, r.days, r.late, row_number() over (partition by r.clock
        order by case when ${isAwaiting} then 0 else r.reached end desc, r.days desc, r.started, r.id) as place
      from running r where ${isAwaiting} or r.late
    ), counted as (
      select clock, count(*)::int as running, (count(*) filter (where late))::int as late from running group by clock
    )
    select
      coalesce((select json_agg(r order by r.clock, r.place) from ranked r where r.place <= $17::int), '[]') as running,
      coalesce((select json_agg(c) from counted c), '[]') as counts,
      count(*)::int as open, count(hold_since)::int as on_hold,
      (count(*) filter (where authority_code is null))::int as unattributed,
      (select count(*) from fostering_query q where q.answer is null and exists (
        select from fostering_enquiry e left join readable r on r.authority_code = e.authority_code
        where e.tenant_id = q.tenant_id and e.id = q.enquiry_id and e.consortium_code = $1
          and (r.since <= e.received_on or e.tenant_id = $6::uuid)))::int as queries
    from seen`;
  return { name: nameOf('fostering_day', text), text, values: [...timedValues(timedWanted), most] };
}
