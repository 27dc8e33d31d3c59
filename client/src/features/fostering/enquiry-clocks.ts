import type { ClockUnit } from '@sufficiency/shared/fostering/stages.ts';
import { workingDaysBetween } from '@sufficiency/shared/fostering/working-days.ts';

interface ClockedStage {
  readonly code: string;
  readonly clock: {
    readonly from: string;
    readonly limit: number;
    readonly unit: ClockUnit;
  } | null;
}

interface ClockedEnquiry {
  readonly reached: readonly { readonly stage: string; readonly on: string }[];
  readonly closedOn: string | null;
  readonly events: readonly {
    readonly kind: string;
    readonly on: string;
    readonly retractedAt: string | null;
  }[];
}

/** How long an enquiry took, or has taken, to a stage, days on hold left out. */
export interface StageTime {
  /** Working days where the clock counts those, else days. */
  readonly days: number;
  /** Whether it was or is past the limit. */
  readonly isLate: boolean;
  /** RUNNING: not there yet; LEFT: it ended, or went past the stage. */
  readonly state: 'REACHED' | 'RUNNING' | 'LEFT';
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const between = (from: string, to: string, unit: ClockUnit) =>
  unit === 'WORKING_DAYS' ? workingDaysBetween(from, to) : dayNumber(to) - dayNumber(from);

/** The same day some months later, or the last one of a month that is too short for it. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, number = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(number, last)))
    .toISOString()
    .slice(0, 10);
}

/** Days on hold between two days. */
function heldBetween(
  events: ClockedEnquiry['events'],
  {
    start,
    stop,
    unit,
  }: { readonly start: string; readonly stop: string; readonly unit: ClockUnit },
): number {
  const holds = events
    .filter(({ kind, retractedAt }) => retractedAt === null && /^(ON-HOLD|RESUMED)$/.test(kind))
    .toSorted((one, other) => one.on.localeCompare(other.on));
  return holds.reduce((sum, { kind, on }, index) => {
    if (kind !== 'ON-HOLD') return sum;
    const until = holds[index + 1]?.on ?? stop;
    const since = on > start ? on : start;
    const to = until < stop ? until : stop;
    return since < to ? sum + between(since, to, unit) : sum;
  }, 0);
}

/** Whether a span is past the limit of a clock. */
function isPast(
  { limit, unit }: NonNullable<ClockedStage['clock']>,
  {
    start,
    stop,
    took,
    held,
  }: Readonly<Record<'start' | 'stop', string>> & Readonly<Record<'took' | 'held', number>>,
): boolean {
  if (unit !== 'MONTHS') return took > limit;
  return dayNumber(stop) > dayNumber(monthsLater(start, limit)) + held;
}

/** How long an enquiry took to each stage that has a clock which has started, by the stage’s code. */
export function stageTimes(
  stages: readonly ClockedStage[],
  enquiry: ClockedEnquiry,
  today: string,
): ReadonlyMap<string, StageTime> {
  const days = new Map(enquiry.reached.map(({ stage, on }) => [stage, on]));
  const times = stages.flatMap(({ code, clock }, index): [string, StageTime][] => {
    const start = clock && days.get(clock.from);
    if (!(clock && start)) return [];
    const there = days.get(code);
    const later = stages.slice(index + 1).map((stage) => days.get(stage.code));
    const [left] = [...later, enquiry.closedOn].filter((day) => typeof day === 'string').toSorted();
    const stop = there ?? left ?? today;
    if (stop < start) return [];
    const held = heldBetween(enquiry.events, { start, stop, unit: clock.unit });
    const took = between(start, stop, clock.unit) - held;
    const isLate = isPast(clock, { start, stop, took, held });
    return [[code, { days: took, isLate, state: stateOf(there, left) }]];
  });
  return new Map(times);
}

function stateOf(there: string | undefined, left: string | undefined): StageTime['state'] {
  if (there !== undefined) return 'REACHED';
  return left === undefined ? 'RUNNING' : 'LEFT';
}
