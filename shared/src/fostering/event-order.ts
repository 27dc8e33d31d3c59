import { dayInWords } from '../days.ts';
import type { EnquiryEvent } from './events.ts';
import { eventTitle, inOrder, isEnding } from './events.ts';
import type { Stage } from './stages.ts';

/** What can be odd about an event. */
export const oddities = [
  'OUT-OF-ORDER',
  'STAGE-MISSING',
  'AFTER-END',
  'ANOTHER-DAY',
  'HOLD',
] as const;
export type OddityCode = (typeof oddities)[number];

/** What is odd about an event: not wrong, but it is asked about before it counts. */
export interface Oddity {
  readonly question: OddityCode;
  /** The kind of event it is odd against; null where it is none. */
  readonly against: string | null;
}

/** What directly comes before a stage. Stages 1 and 2 may overlap; information events come at any time. */
const comesAfter: Readonly<Record<string, readonly string[]>> = {
  APPLICATION: ['INITIAL-VISIT'],
  'STAGE1-START': ['APPLICATION'],
  'STAGE1-END': ['STAGE1-START'],
  'STAGE2-START': ['APPLICATION'],
  'STAGE2-END': ['STAGE2-START'],
  PANEL: ['STAGE1-END', 'STAGE2-END'],
  DECISION: ['PANEL'],
  APPROVAL: ['DECISION'],
};

/** Stages without which another is asked about, where they are used. */
const needs: Readonly<Record<string, string>> = {
  'STAGE1-END': 'STAGE1-START',
  'STAGE2-END': 'STAGE2-START',
  PANEL: 'STAGE2-START',
  APPROVAL: 'APPLICATION',
  'NOT-APPROVED': 'APPLICATION',
};

/** Everything that comes before a stage, by whatever way. */
function before(kind: string): ReadonlySet<string> {
  const direct = comesAfter[kind] ?? [];
  return new Set([...direct, ...direct.flatMap((one) => [...before(one)])]);
}

const earlier = new Map(Object.keys(comesAfter).map((kind) => [kind, before(kind)]));

/** True where one kind of event never comes after the other. */
const mustPrecede = (first: string, then: string): boolean =>
  first === 'RECEIVED'
    ? then !== 'RECEIVED'
    : (earlier.get(then)?.has(first) ?? false) || (isEnding(then) && !isEnding(first));

type Look = (
  event: EnquiryEvent,
  known: readonly EnquiryEvent[],
  stages: readonly Stage[],
) => Oddity | null;

const anotherDay: Look = ({ kind, on }, known) =>
  kind !== 'ON-HOLD' &&
  kind !== 'RESUMED' &&
  known.some((other) => other.kind === kind && other.on !== on)
    ? { question: 'ANOTHER-DAY', against: kind }
    : null;

const hold: Look = ({ kind, on }, known) => {
  if (kind !== 'ON-HOLD' && kind !== 'RESUMED') return null;
  const last = inOrder(
    known.filter((other) => other.kind === 'ON-HOLD' || other.kind === 'RESUMED'),
  )
    .filter((other) => other.on <= on)
    .at(-1);
  const isHeld = last?.kind === 'ON-HOLD';
  return isHeld === (kind === 'RESUMED') ? null : { question: 'HOLD', against: last?.kind ?? null };
};

const outOfOrder: Look = ({ kind, on }, known) => {
  const odd = inOrder(known).find(
    (other) =>
      (other.on > on && mustPrecede(other.kind, kind)) ||
      (other.on < on && mustPrecede(kind, other.kind) && !isEnding(other.kind)),
  );
  return odd ? { question: 'OUT-OF-ORDER', against: odd.kind } : null;
};

const afterEnd: Look = ({ kind, on }, known) => {
  const end = inOrder(known).find(
    (other) => isEnding(other.kind) && other.kind !== kind && (other.on < on || isEnding(kind)),
  );
  return end ? { question: 'AFTER-END', against: end.kind } : null;
};

const stageMissing: Look = ({ kind }, known, stages) => {
  const needed = needs[kind];
  const isUsed = stages.some(({ code, used }) => code === needed && used);
  return needed !== undefined && isUsed && !known.some((other) => other.kind === needed)
    ? { question: 'STAGE-MISSING', against: needed }
    : null;
};

const looks: readonly Look[] = [anotherDay, hold, afterEnd, outOfOrder, stageMissing];

/**
 * What is odd about an event beside those that are known of its enquiry; null where nothing is. The same event is never odd:
 * it is known.
 *
 * @param stages those in force on its day.
 */
export function oddityOf(
  event: EnquiryEvent,
  known: readonly EnquiryEvent[],
  stages: readonly Stage[],
): Oddity | null {
  for (const look of looks) {
    const odd = look(event, known, stages);
    if (odd) return odd;
  }
  return null;
}

/** What is asked, in words. */
export function questionInWords(
  { kind, on }: EnquiryEvent,
  { question, against }: Oddity,
  stages: readonly Stage[],
): string {
  const event = `“${eventTitle(kind, stages)}” on ${dayInWords(on)}`;
  const other = against === null ? '' : eventTitle(against, stages);
  return `${event}: ${asked[question](other, kind)}`;
}

const asked: Readonly<Record<OddityCode, (other: string, kind: string) => string>> = {
  'ANOTHER-DAY': () =>
    'it is recorded on another day already. Which day is right, or did it happen twice?',
  HOLD: (_other, kind) =>
    kind === 'RESUMED'
      ? 'it was not on hold then. Is the day right?'
      : 'it was on hold already. Is the day right?',
  'AFTER-END': (other) => `it had ended with “${other}” already. Is that right?`,
  'STAGE-MISSING': (other) => `there is no “${other}” before it. Was that not recorded?`,
  'OUT-OF-ORDER': (other) => `it is out of order with “${other}”. Is the day right?`,
};
