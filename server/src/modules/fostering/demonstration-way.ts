import { eventOfReturn, inOrder } from '@sufficiency/shared/fostering/events.ts';
import { daysAfter, isBankHoliday, isWeekend } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import type { RecruitmentEvent } from '../returns/demonstration-recruits.service.ts';
import type { MadeEvent } from './demonstration-enquiry.ts';
import { daysBetween, madeEvent } from './demonstration-enquiry.ts';
import { ownStage, stagesChangedOn } from './demonstration-stages.ts';

/** Why households leave before they apply. */
const reasonsBefore: Weights = { AW0: 40, AW1: 25, AW3: 25, AW4: 10 };

/** Who is answered when: in one working day, later, or never. Those who hear late go on less often. */
const answering = {
  goesOn: { inTime: 0.87, late: 0.13 },
  doesNot: { inTime: 0.68, late: 0.22 },
} as const;

/** Of those who go no further before an application, so many are closed within weeks; the others some weeks later. */
const closedSoon = { share: 0.97, others: 21 } as const;

/** What one household's way is told by: whatever it has reached, on which day. */
type Reached = ReadonlyMap<string, string>;

/**
 * Everything that the hub records of one household's way: what returns count of it, and what lies between.
 *
 * @param recruited what returns count, earliest first.
 * @param detail false where nothing but the stages was written down, long after.
 */
export function eventsOf(
  recruited: readonly RecruitmentEvent[],
  chance: Chance,
  { detail }: { readonly detail: boolean },
): MadeEvent[] {
  const kindOf = (event: string) => eventOfReturn(event) ?? event;
  const reached: Reached = new Map(recruited.map(({ event, day }) => [kindOf(event), day]));
  const counted = recruited.map(({ event, day, reason }) =>
    madeEvent(kindOf(event), day, {
      reason,
      byWhom: event === 'WITHDRAWN' ? whoWithdrew(reason, chance) : null,
    }),
  );
  const contact = detail ? contactsOf(reached, chance) : [];
  const events = [...withMoment(counted, detail, chance), ...contact];
  const further = [...endsOfStages(reached, chance), ...holdsOf(reached, chance)];
  const left = leavingOf(reached, events, chance);
  return inOrder([...events, ...further, ...left]);
}

const whoWithdrew = (reason: string | null, chance: Chance): string =>
  reason === 'AW5' || chance.share() < 0.2 ? 'SERVICE' : 'HOUSEHOLD';

/** Most enquiries come with the minute they came in. */
function withMoment(events: readonly MadeEvent[], detail: boolean, chance: Chance): MadeEvent[] {
  const [hour, known] = [chance.between(7, 15), chance.share() < 0.7];
  return events.map((event) =>
    event.kind === 'RECEIVED' && detail && known
      ? { ...event, at: moment(event.on, hour, chance) }
      : event,
  );
}

/** No hour of these is of another day in England. */
const moment = (on: string, hour: number, chance: Chance): string =>
  `${on}T${String(hour).padStart(2, '0')}:${String(chance.between(0, 59)).padStart(2, '0')}:00Z`;

/** The hub's first response, and the information event they came to. */
function contactsOf(reached: Reached, chance: Chance): MadeEvent[] {
  const received = reached.get('RECEIVED') ?? '';
  const visit = reached.get('INITIAL-VISIT');
  const [share, days, lateBy] = [chance.share(), chance.between(0, 1), chance.between(2, 9)];
  const { inTime, late } = visit ? answering.goesOn : answering.doesNot;
  if (share >= inTime + late) return [];

  const due = workingDayAfter(received, share < inTime ? days : lateBy);
  const on = visit && due > visit ? visit : due;
  const response = madeEvent('FIRST-RESPONSE', on, {
    at: moment(on, chance.between(16, 18), chance),
  });
  const room = visit ? daysBetween(on, visit) : 14;
  const came = chance.share() < (visit ? 0.5 : 0.18);
  if (!came || room < 3) return [response];
  return [response, madeEvent('INFORMATION-EVENT', daysAfter(on, chance.between(2, room)))];
}

/** The same day where it is none or a working day is asked for; a response to a Sunday's enquiry is Monday's. */
function workingDayAfter(day: string, days: number): string {
  let [after, left] = [day, days];
  while (left > 0 || isWeekend(after) || isBankHoliday(after)) {
    after = daysAfter(after, 1);
    if (!(isWeekend(after) || isBankHoliday(after))) left -= 1;
  }
  return after;
}

/** When stages ended, and when it was decided; from the change of stages on, the course of stage 1. */
function endsOfStages(reached: Reached, chance: Chance): MadeEvent[] {
  const events: MadeEvent[] = [];
  const [stage1, stage2, panel] = ['STAGE1-START', 'STAGE2-START', 'PANEL'].map((kind) =>
    reached.get(kind),
  );
  const end = reached.get('APPROVAL') ?? reached.get('NOT-APPROVED');
  const [first, second, decided] = [
    chance.between(0, 6),
    chance.between(7, 20),
    chance.between(0, 3),
  ];
  const [taught, course] = [chance.share() < 0.9, chance.between(2, 7)];
  if (stage1 && stage1 >= stagesChangedOn && taught) {
    events.push(madeEvent(ownStage, daysAfter(stage1, course)));
  }
  if (stage2) events.push(madeEvent('STAGE1-END', daysAfter(stage2, -first)));
  if (panel) events.push(madeEvent('STAGE2-END', daysAfter(panel, -second)));
  if (end) events.push(madeEvent('DECISION', daysAfter(end, -decided)));
  return events;
}

/** Now and then an assessment rests for some weeks, in the first stage or in the second. */
function holdsOf(reached: Reached, chance: Chance): MadeEvent[] {
  const [share, wait, length] = [chance.share(), chance.between(8, 12), chance.between(12, 20)];
  const from = reached.get(share < 0.06 ? 'STAGE1-START' : 'STAGE2-START');
  if (share >= 0.12 || from === undefined) return [];
  const since = daysAfter(from, wait);
  return [madeEvent('ON-HOLD', since), madeEvent('RESUMED', daysAfter(since, length))];
}

/** Those who go no further before an application leave, sooner or later: after some weeks the hub closes what leads nowhere. */
function leavingOf(reached: Reached, events: readonly MadeEvent[], chance: Chance): MadeEvent[] {
  const [share, after, reason] = [
    chance.share(),
    chance.between(10, 55),
    chance.weighed(reasonsBefore),
  ];
  if (reached.has('APPLICATION')) return [];
  const last =
    events
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? '';
  const byWhom = chance.share() < 0.35 ? 'SERVICE' : 'HOUSEHOLD';
  const later = share < closedSoon.share ? 0 : closedSoon.others;
  return [madeEvent('WITHDRAWN', daysAfter(last, after + later), { reason, byWhom })];
}
