import type { Stage } from './stages.ts';
import { standardStages } from './stages.ts';

/** What can happen to an enquiry besides reaching a stage. */
export const otherEvents = {
  WITHDRAWN: 'Withdrawn',
  'NOT-APPROVED': 'Not approved',
  'ON-HOLD': 'On hold',
  RESUMED: 'Resumed',
} as const satisfies Record<string, string>;

/** Events after which an enquiry is closed. */
const endings = ['APPROVAL', 'WITHDRAWN', 'NOT-APPROVED'] as const;

/** Something that happened to an enquiry. */
export interface EnquiryEvent {
  /** Code of a stage, or one of `otherEvents`. */
  readonly kind: string;
  /** Day in England, `YYYY-MM-DD`. */
  readonly on: string;
}

/** True for what is no stage. */
export const isOtherEvent = (kind: string): kind is keyof typeof otherEvents =>
  Object.hasOwn(otherEvents, kind);

/** True for an event after which an enquiry is closed. */
export const isEnding = (kind: string): boolean => endings.some((ending) => ending === kind);

/** What an event is called where these stages are in force. */
export const eventTitle = (kind: string, stages: readonly Stage[]): string =>
  isOtherEvent(kind)
    ? otherEvents[kind]
    : (stages.find(({ code }) => code === kind)?.title ?? kind);

/** Events in the order in which they are told and looked at: by day; on one day in the order of the stages, endings last. */
export const inOrder = <Event extends EnquiryEvent>(events: readonly Event[]): Event[] =>
  events.toSorted(
    (one, other) =>
      one.on.localeCompare(other.on) ||
      rankOf(one.kind) - rankOf(other.kind) ||
      one.kind.localeCompare(other.kind),
  );

const afterStages = ['RESUMED', 'ON-HOLD', 'NOT-APPROVED', 'WITHDRAWN'];

function rankOf(kind: string): number {
  const standard = standardStages.findIndex((code) => code === kind);
  if (standard === -1 && !isOtherEvent(kind)) return 0.5;
  return standard === -1 ? standardStages.length + afterStages.indexOf(kind) : standard;
}

const ofReturns: Readonly<Record<string, string>> = {
  ENQUIRY: 'RECEIVED',
  VISIT: 'INITIAL-VISIT',
  APPLICATION: 'APPLICATION',
  STAGE1: 'STAGE1-START',
  STAGE2: 'STAGE2-START',
  PANEL: 'PANEL',
  APPROVAL: 'APPROVAL',
  'NOT-APPROVED': 'NOT-APPROVED',
  WITHDRAWN: 'WITHDRAWN',
};

/** The event that a return's code means; null for what happens to approved households. */
export const eventOfReturn = (code: string): string | null => ofReturns[code] ?? null;
