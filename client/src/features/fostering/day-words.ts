import { clockTitle, limitText } from './clock-words.ts';
import type { DayClock, FosteringDay } from './day-query.ts';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** What there is to do, in a sentence. */
export function daySentence({ awaiting, pastLimit, queries, unattributed }: FosteringDay): string {
  const late = pastLimit.reduce((sum, clock) => sum + clock.late, 0);
  const parts = [
    awaiting &&
      `${many(awaiting.running, 'enquiry waits', 'enquiries wait')} for a first response, ${awaiting.late} of them for longer than ${limitText(awaiting)}`,
    `${many(late, 'clock is', 'clocks are')} past the limit`,
    unattributed > 0 && `${many(unattributed, 'is', 'are')} attributed to no authority yet`,
    queries > 0 && `${many(queries, 'event waits', 'events wait')} for an answer`,
  ];
  return `Today ${parts.filter(Boolean).join('; ')}.`;
}

/** The heading of what is past a clock. */
export const lateTitle = (clock: DayClock): string =>
  `${clockTitle(clock)}: ${clock.late} past ${limitText(clock) ?? 'no limit'}`;
