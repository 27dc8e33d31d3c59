import { writtenDay } from '../indicators/london-day.ts';
import type { AgreementSummary } from './sharing-queries.ts';

/** A day that somebody must not miss, or that was passed. */
export interface AgreementEvent {
  /** YYYY-MM-DD, in England. */
  readonly day: string;
  readonly kind: 'end' | 'review' | 'access-review' | 'dpia' | 'start';
  readonly agreement: AgreementSummary;
}

/** The events of a month, in order of their days and references. */
export interface EventMonth {
  /** “March 2027”. */
  readonly title: string;
  readonly events: readonly AgreementEvent[];
}

export interface AgreementCalendar {
  /** Reviews whose day has passed and that nobody has recorded. */
  readonly overdue: readonly AgreementEvent[];
  readonly coming: readonly EventMonth[];
  /** Dates of assessments and ends that lie behind, latest first. */
  readonly passed: readonly AgreementEvent[];
}

const stillRuns = ({ status }: AgreementSummary) =>
  status === 'PROPOSED' || status === 'ACTIVE' || status === 'SUSPENDED';
const isAsked = ({ status }: AgreementSummary) => status === 'ACTIVE' || status === 'SUSPENDED';

/** Ended, and not before its day: a last day that an earlier end overtook is nobody’s concern. */
const hasRunOut = ({ status, endsOn }: AgreementSummary, today: string) =>
  status === 'ENDED' && endsOn < today;

function eventsOf(agreement: AgreementSummary, today: string): AgreementEvent[] {
  const event = (kind: AgreementEvent['kind'], day: string | null) =>
    day === null ? [] : [{ day, kind, agreement }];
  const runs = stillRuns(agreement);
  const asked = isAsked(agreement);

  return [
    ...event('dpia', agreement.status === 'SUPERSEDED' ? null : agreement.dpiaDatedOn),
    ...event('start', runs && agreement.startsOn > today ? agreement.startsOn : null),
    ...event('access-review', asked ? agreement.accessReviewDueOn : null),
    ...event('review', runs ? agreement.reviewDueOn : null),
    ...event('end', runs || hasRunOut(agreement, today) ? agreement.endsOn : null),
  ];
}

const isReview = ({ kind }: AgreementEvent) => kind === 'review' || kind === 'access-review';
const byDay = (one: AgreementEvent, other: AgreementEvent) =>
  one.day.localeCompare(other.day) ||
  one.agreement.reference.localeCompare(other.agreement.reference, 'en-GB');

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * Ends, reviews and assessments of agreements, as seen on a day.
 *
 * @param today the day in England, YYYY-MM-DD.
 */
export function agreementCalendar(
  agreements: readonly AgreementSummary[],
  today: string,
): AgreementCalendar {
  const events = agreements.flatMap((agreement) => eventsOf(agreement, today)).toSorted(byDay);
  const coming = events.filter(({ day }) => day >= today);
  const before = events.filter(({ day }) => day < today);
  return {
    overdue: before.filter(isReview),
    coming: [...Map.groupBy(coming, ({ day }) => day.slice(0, 7))].map(([key, own]) => ({
      title: month.format(new Date(`${key}-15T12:00:00Z`)),
      events: own,
    })),
    passed: before.filter((event) => !isReview(event)).toReversed(),
  };
}

/** What happens on the day, in words that follow the date. */
export function eventWords({ kind, agreement }: AgreementEvent, today: string): string {
  const words: Readonly<Record<AgreementEvent['kind'], string>> = {
    start: 'begins',
    end: agreement.endsOn < today ? 'ended' : 'ends',
    review: 'is due for review',
    'access-review': 'is due for its access review',
    dpia:
      agreement.dpiaDatedOn !== null && agreement.dpiaDatedOn > today
        ? 'takes effect: its impact assessment is dated'
        : 'had its impact assessment (DPIA) dated',
  };
  return words[kind];
}

/** The calendar’s answer in a sentence: what is overdue, else what comes next. */
export function calendarSentence(calendar: AgreementCalendar, today: string): string {
  const { overdue, coming } = calendar;
  const [late] = overdue;
  const next = coming[0]?.events[0];
  const nextWords = next
    ? `Next, ${next.agreement.reference} ${eventWords(next, today)} on ${writtenDay(next.day)}.`
    : 'Nothing is due.';
  if (!late) return nextWords;
  const more = overdue.length > 1 ? `, and ${overdue.length - 1} more overdue` : '';
  return `Overdue since ${writtenDay(late.day)}: ${late.agreement.reference} ${eventWords(late, today)}${more}. ${nextWords}`;
}
