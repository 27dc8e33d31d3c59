import type { EnquiryState } from '@sufficiency/shared/fostering/conversions.ts';
import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';
import type { Statement } from '../../platform/database.ts';
import { nameOf, timedSeen } from './clocks.queries.ts';
import { readable } from './seen-enquiries.ts';
import type { TimedWanted } from './timed-enquiries.ts';
import { timed, timedValues } from './timed-enquiries.ts';

/** Enquiries that reached the same stages and stand alike. */
export interface StandingCount {
  readonly key: string | null;
  readonly reached: number;
  readonly state: EnquiryState;
  /** The last stage of one that was withdrawn; null where it is not known. */
  readonly at_stage: string | null;
  readonly reason: string | null;
  readonly by_whom: string | null;
  readonly enquiries: number;
  readonly synthetic: boolean;
}

/** Enquiries that ended without an approval after so many days. */
export interface LostCount {
  readonly key: string | null;
  readonly at_stage: string | null;
  readonly state: EnquiryState;
  readonly days: number;
  readonly enquiries: number;
}

/** Enquiries by how their first response came, and what became of them. */
export interface ResponseCount {
  readonly key: string | null;
  readonly end: 'REACHED' | 'LEFT' | 'OPEN' | 'BACK-LOADED' | 'OUT-OF-ORDER';
  /** Null where nobody says how soon it must come. */
  readonly late: boolean | null;
  readonly reached: number;
  readonly state: EnquiryState;
  readonly enquiries: number;
}

export interface DropOutRow {
  readonly standing: readonly StandingCount[];
  readonly lost: readonly LostCount[];
  readonly responses: readonly ResponseCount[];
}

/** Of those who enquired within some days: who was lost, where, why and after how long; and how the first response came. */
export function dropOutWanted(timedWanted: TimedWanted, by: FosteringGrouping): Statement {
  const text = `
    with ${readable}, ${timedSeen(by, 'e.received_on between $2::date and $3::date')},
    ${timed(timedWanted, (day) => `${day} is not null`)},
    standing as (
      select key, reached::float8, state, withdrawn_at_stage as at_stage, withdrawal_reason as reason,
        withdrawn_by as by_whom, count(*)::int as enquiries, bool_or(synthetic) as synthetic
      from seen group by 1, 2, 3, 4, 5, 6
    ), lost as (
      select key, withdrawn_at_stage as at_stage, state, closed_on - received_on as days, count(*)::int as enquiries
      from seen where state in ('WITHDRAWN', 'NOT_APPROVED') and not back_loaded group by 1, 2, 3, 4
    ), response as (
      select key, "end", late, reached::float8, state, count(*)::int as enquiries from timed group by 1, 2, 3, 4, 5
    )
    select coalesce((select json_agg(s) from standing s), '[]') as standing,
      coalesce((select json_agg(l) from lost l), '[]') as lost,
      coalesce((select json_agg(r) from response r), '[]') as responses`;
  return { name: nameOf('fostering_drop_out', text), text, values: timedValues(timedWanted) };
}
