import {
  codesInWords,
  isCodeOf,
  withdrawnByCodes,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import type { Oddity } from '@sufficiency/shared/fostering/event-order.ts';
import { oddityOf, questionInWords } from '@sufficiency/shared/fostering/event-order.ts';
import type { EnquiryEvent } from '@sufficiency/shared/fostering/events.ts';
import { eventTitle, inOrder, isOtherEvent } from '@sufficiency/shared/fostering/events.ts';
import type { StageSet } from '@sufficiency/shared/fostering/stages.ts';
import { stageSetOn } from '@sufficiency/shared/fostering/stages.ts';
import { withdrawalReasons } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { dayOf } from '../../platform/clock.ts';

/** An event as somebody sends it. */
export interface NewEvent extends EnquiryEvent {
  /** The moment, where it is known. */
  readonly at?: Date | null | undefined;
  /** Of a withdrawal: AW0 to AW5. */
  readonly reason?: string | null | undefined;
  /** Of a withdrawal: HOUSEHOLD or SERVICE. */
  readonly byWhom?: string | null | undefined;
}

/** As many events are taken at once. */
export const mostEvents = 500;

/** What is known of an enquiry: its events, and what was asked of it, answered or not. */
export interface KnownLife {
  readonly events: readonly EnquiryEvent[];
  readonly asked: readonly EnquiryEvent[];
}

/** RECORDED: it is new. KNOWN: it was sent before. ASKED: it is odd, and held until somebody answers. */
export const eventOutcomes = ['RECORDED', 'KNOWN', 'ASKED'] as const;

/** What becomes of an event. */
export interface PlannedEvent<Event extends NewEvent = NewEvent> {
  readonly event: Event;
  readonly outcome: (typeof eventOutcomes)[number];
  readonly oddity: Oddity | null;
  /** What is asked, in words; null where nothing is. */
  readonly question: string | null;
  /** Title of the event where the stages of its day are in force. */
  readonly title: string;
  /** The stages in force on its day. */
  readonly stageSetVersion: number;
}

const isSame = (one: EnquiryEvent, other: EnquiryEvent) =>
  one.kind === other.kind && one.on === other.on;

/**
 * What becomes of events that are sent of one enquiry, in the order in which they are given. They are looked at in the order
 * in which they happened, each beside those that count: what is held counts for nothing.
 */
export function planEvents<Event extends NewEvent>(
  sent: readonly Event[],
  { events, asked }: KnownLife,
  sets: readonly StageSet[],
): readonly PlannedEvent<Event>[] {
  const counted = [...events];
  const held = [...asked];
  const plans = new Map<Event, PlannedEvent<Event>>();
  for (const event of inOrder(sent)) {
    const { version: stageSetVersion, stages } = stageSetOn(sets, event.on);
    const title = eventTitle(event.kind, stages);
    const plan = { event, title, stageSetVersion };
    const known = [counted, held].some((all) => all.some((one) => isSame(one, event)));
    const oddity = known ? null : oddityOf(event, counted, stages);
    if (oddity) {
      held.push(event);
      const question = questionInWords(event, oddity, stages);
      plans.set(event, { ...plan, outcome: 'ASKED', oddity, question });
    } else {
      if (!known) counted.push(event);
      const outcome = known ? 'KNOWN' : 'RECORDED';
      plans.set(event, { ...plan, outcome, oddity: null, question: null });
    }
  }
  return sent.flatMap((event) => plans.get(event) ?? []);
}

/** Something wrong with an event; `message` completes the sentence “`field` …”. */
export interface EventProblem {
  readonly field: 'kind' | 'on' | 'at' | 'reason' | 'byWhom';
  readonly message: string;
}

/** What is wrong with an event, whatever else is known of its enquiry: nothing of what it comes with is kept. */
export function eventProblems(
  { kind, on, at, reason, byWhom }: NewEvent,
  sets: readonly StageSet[],
  today: string,
): readonly EventProblem[] {
  const { stages } = stageSetOn(sets, on);
  const used = stages.filter((stage) => stage.used).map(({ code }) => code);
  const isWithdrawal = kind === 'WITHDRAWN';
  const checks: readonly (readonly [EventProblem['field'], boolean, string])[] = [
    [
      'kind',
      isOtherEvent(kind) || used.includes(kind),
      `must be a stage in use on that day, or WITHDRAWN, NOT-APPROVED, ON-HOLD or RESUMED. It says “${kind.slice(0, 40)}”; stages: ${used.join(', ')}`,
    ],
    ['on', on <= today, `must not be in the future: ${on}`],
    ['on', on >= '2000-01-01', 'must be in this century'],
    ['at', at == null || dayOf(at) === on, 'must be a moment of the same day in England'],
    ['reason', reason == null || isWithdrawal, 'is said of a withdrawal only'],
    [
      'reason',
      reason == null || isCodeOf(withdrawalReasons, reason),
      `must be among ${codesInWords(withdrawalReasons)}`,
    ],
    ['byWhom', byWhom == null || isWithdrawal, 'is said of a withdrawal only'],
    [
      'byWhom',
      byWhom == null || isCodeOf(withdrawnByCodes, byWhom),
      `must be among ${codesInWords(withdrawnByCodes)}`,
    ],
  ];
  return checks.filter(([, isGood]) => !isGood).map(([field, , message]) => ({ field, message }));
}
