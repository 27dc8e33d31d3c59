import { createHash } from 'node:crypto';
import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';
import type { Statement } from '../../platform/database.ts';
import { keyOf, passes, reachedBits, readable, seenEnquiries, stateOf } from './seen-enquiries.ts';
import type { TimedWanted } from './timed-enquiries.ts';
import { timed, timedValues } from './timed-enquiries.ts';

/** Enquiries whose clock stands alike. */
export interface ClockRow {
  /** Which clock, from 0. */
  readonly clock: number;
  readonly key: string | null;
  readonly end: 'REACHED' | 'LEFT' | 'OPEN' | 'BACK-LOADED' | 'OUT-OF-ORDER';
  /** Without days on hold. Null for what is not measured. */
  readonly days: number | null;
  /** Null where there is no limit. */
  readonly late: boolean | null;
  readonly enquiries: number;
  /** Of these, those that were on hold on the way. */
  readonly held: number;
  readonly synthetic: boolean;
}

/** Enquiries that may be seen, with all that clocks need of them. */
export const timedSeen = (by: FosteringGrouping, within: string) => `seen as materialized (
    select e.*, ${keyOf[by]} as key, ${reachedBits} as reached, ${stateOf} as state
    from ${seenEnquiries} and ${passes} and ${within}
  )`;

/** A name that is the same for the same text alone. */
export const nameOf = (name: string, text: string) =>
  `${name}_${createHash('sha1').update(text).digest('base64url')}`;

/** How long those took, or have taken, whose clock started within some days. */
export function clocksWanted(timedWanted: TimedWanted, by: FosteringGrouping): Statement {
  const text = `
    with ${readable}, ${timedSeen(by, 'e.received_on <= $3::date')},
    ${timed(timedWanted, (day) => `${day} between $2::date and $3::date`)}
    select clock, key, "end", days, late, count(*)::int as enquiries, (count(*) filter (where held > 0))::int as held,
      bool_or(synthetic) as synthetic
    from (
      select clock, key, "end", held, synthetic, case when "end" in ('REACHED', 'LEFT', 'OPEN') then days end as days,
        case when "end" in ('REACHED', 'LEFT', 'OPEN') then late end as late
      from timed) t
    group by 1, 2, 3, 4, 5`;
  return { name: nameOf('fostering_clocks', text), text, values: timedValues(timedWanted) };
}
