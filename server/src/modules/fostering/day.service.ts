import { notFound } from '@sufficiency/shared/errors.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import { enquiriesHeld } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { DayRow, RunningRow } from './day.queries.ts';
import { dayWanted } from './day.queries.ts';
import { findEnquiries } from './enquiries.service.ts';
import type { EnquiryRecord } from './enquiry-record.ts';
import { ownStagesOf } from './fostering-scope.ts';
import { readFunnelStages } from './funnel-stages.service.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';
import type { ShownClock } from './stage-clocks.ts';
import { clocksOf } from './stage-clocks.ts';

/** An open enquiry, and how long its clock has run. */
export interface RunningEnquiry {
  readonly enquiry: EnquiryRecord;
  /** `YYYY-MM-DD`. */
  readonly started: string;
  /** Without days on hold. Unit: the clock's; calendar months are told in days. */
  readonly waited: number;
  readonly isLate: boolean;
}

/** Open enquiries on one clock. */
export interface RunningClock extends ShownClock {
  readonly running: number;
  readonly late: number;
  readonly enquiries: readonly RunningEnquiry[];
}

/** What there is to do today. */
export interface FosteringDay {
  readonly consortium: ConsortiumRecord;
  readonly today: string;
  readonly open: number;
  readonly onHold: number;
  readonly unattributed: number;
  readonly queries: number;
  /** Those that nobody has answered, the ones that waited longest first; null where the hub does not record it. */
  readonly awaiting: RunningClock | null;
  /** Those past a limit, clock by clock, the ones that have come furthest first. */
  readonly pastLimit: readonly RunningClock[];
}

/** How many of each clock are listed. */
const listed = 50;

/** Longer than anybody is on the way. Unit: days. */
const longest = 3_660;

/**
 * What there is to do today: enquiries that wait for a first response, and those past a limit, of one's own authorities and
 * those one's organisation holds.
 *
 * @unit   enquiries; working days, or days, as each clock counts.
 * @source enquiries as they were recorded.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function readFosteringDay(viewer: Viewer, code: string): Promise<FosteringDay> {
  const { actor, clock } = viewer;
  requirePermission(actor, 'enquiry:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const day = today(clock);
  const { stages } = await readFunnelStages(viewer, code, { from: day, to: day });
  const clocks = clocksOf(stages).filter(({ limit }) => limit !== null);
  const first = clocks.findIndex(({ to }) => to.code === 'FIRST-RESPONSE');
  const ordered = [...clocks.slice(first, first + 1), ...clocks.filter((_, nth) => nth !== first)];
  const from = daysAfter(day, -longest);
  const [found] = await viewer.operation.rows<DayRow>(
    dayWanted(
      {
        wanted: wantedOf(viewer, consortium, { from, to: day, ownStages: ownStagesOf(stages) }),
        clocks: ordered,
        first: from,
        today: day,
      },
      { most: listed, awaiting: first >= 0 },
    ),
  );
  if (!found) throw new Error('The day answered nothing.');

  const records = await findEnquiries(
    viewer,
    found.running.map(({ id }) => id),
  );
  const byId = new Map(records.flatMap((record) => (record ? [[record.id, record] as const] : [])));
  const running = ordered.map((each, nth) => runningOf(each, { nth, found, byId }));
  const awaiting = first >= 0 ? (running[0] ?? null) : null;
  return {
    consortium,
    today: day,
    open: found.open,
    onHold: found.on_hold,
    unattributed: found.unattributed,
    queries: found.queries,
    awaiting,
    pastLimit: running.filter((each) => each !== awaiting),
  };
}

/** Only what one acts on: one's own, and what one's organisation holds. Others' records are in funnels. */
const wantedOf = (
  { actor }: Viewer,
  { code, members }: ConsortiumRecord,
  of: Pick<EnquiriesWanted, 'from' | 'to' | 'ownStages'>,
): EnquiriesWanted => ({
  consortium: code,
  ...of,
  lock: {
    codes: actor.authorityCodes,
    since: actor.authorityCodes.map(() => '-infinity'),
    ...enquiriesHeld(actor),
  },
  authorities: members.map((member) => member.code),
  unattributed: true,
  sources: null,
  campaigns: null,
  householdTypes: null,
});

function runningOf(
  clock: ShownClock,
  {
    nth,
    found,
    byId,
  }: {
    readonly nth: number;
    readonly found: DayRow;
    readonly byId: ReadonlyMap<string, EnquiryRecord>;
  },
): RunningClock {
  const counts = found.counts.find((each) => each.clock === nth);
  const ofClock = found.running.filter((each) => each.clock === nth);
  return {
    ...clock,
    running: counts?.running ?? 0,
    late: counts?.late ?? 0,
    enquiries: ofClock.flatMap(({ id, started, days, late }: RunningRow) => {
      const enquiry = byId.get(id);
      return enquiry ? [{ enquiry, started, waited: days, isLate: late }] : [];
    }),
  };
}
