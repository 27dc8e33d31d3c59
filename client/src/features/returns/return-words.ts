import type { ReturnStatus } from '@sufficiency/shared/returns/return-states.ts';

type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

/** Where a version stands, as a tag. */
export const statusWord: Readonly<Record<ReturnStatus, string>> = {
  PROBLEMS: 'Problems',
  READY: 'Ready to submit',
  SUBMITTED: 'For approval',
  APPROVED: 'For the hub',
  ACCEPTED: 'In use',
  WITHDRAWN: 'Withdrawn',
  SUPERSEDED: 'Replaced',
};

/** The same of a version that is to take the place of the one in use, after “version 2”. */
export const newerWords: Readonly<Record<ReturnStatus, string>> = {
  PROBLEMS: 'has errors',
  READY: 'ready to submit',
  SUBMITTED: 'for approval',
  APPROVED: 'for the hub',
  ACCEPTED: 'in use',
  WITHDRAWN: 'withdrawn',
  SUPERSEDED: 'replaced',
};

export const statusTone: Readonly<Record<ReturnStatus, Tone>> = {
  PROBLEMS: 'bad',
  READY: 'warn',
  SUBMITTED: 'accent',
  APPROVED: 'accent',
  ACCEPTED: 'good',
  WITHDRAWN: 'neutral',
  SUPERSEDED: 'neutral',
};

/** What a return says, after “It says …”. */
export const kindInWords = {
  FILE: 'what is in its files',
  NIL: 'that nothing happened',
  NO_CHANGE: 'that what there was the month before is still there',
  GENERATED: 'what this demonstration made up',
} as const;

export const severityWord = { ERROR: 'Error', QUERY: 'Query', NOTE: 'Note' } as const;
export const severityTone = { ERROR: 'bad', QUERY: 'warn', NOTE: 'neutral' } as const;

export type ProblemSeverity = keyof typeof severityWord;

const number = new Intl.NumberFormat('en-GB');

/** “1 error”, “2,000 errors”. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : more}`;

/** A sentence’s first letter. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** “3 November 2026 at 14:05”, in England. */
export const writtenMoment = (instant: string): string => moment.format(new Date(instant));
