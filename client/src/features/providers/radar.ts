import { addMonths } from '@sufficiency/shared/sharing/agreement-dates.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { counted } from './market-words.ts';
import type { Radar, RadarDate, RadarItem } from './radar-queries.ts';

/** Kinds of dates that somebody must do something for, and what; an end comes by itself. */
const decisions: Readonly<Partial<Record<RadarDate['kind'], string>>> = {
  EXTENSION_DECISION: 'decide whether to extend',
  NOTICE_BY: 'give notice for',
  RECOMMISSION_START: 'begin what follows',
};

/** Kinds of dates, as a table and a legend name them. */
export const dateWord: Readonly<Record<RadarDate['kind'], string>> = {
  END: 'ends',
  EXTENSION_DECISION: 'decide whether to extend',
  LAST_POSSIBLE_END: 'ends if extended',
  NOTICE_BY: 'give notice by',
  RECOMMISSION_START: 'begin what follows',
  REOPENING: 'opens to providers',
};

/** A letter in each mark of the timeline: no mark is told from others by colour alone. */
export const dateLetter: Readonly<Record<RadarDate['kind'], string>> = {
  END: 'E',
  EXTENSION_DECISION: 'D',
  LAST_POSSIBLE_END: 'L',
  NOTICE_BY: 'N',
  RECOMMISSION_START: 'B',
  REOPENING: 'O',
};

/** What a framework or contract is called in a picture; what is made up is said to be so. */
export const termTitle = ({ title, framework, contract }: RadarItem): string =>
  framework?.synthetic || contract?.synthetic ? `${title}, synthetic` : title;

/** A date of the radar and what it is about. */
export interface DueDate extends RadarDate {
  readonly item: RadarItem;
}

const datesIn = ({ items }: Pick<Radar, 'items'>, which: 'dates' | 'overdue'): DueDate[] =>
  items
    .flatMap((item) => item[which].map((date) => ({ ...date, item })))
    .toSorted((one, other) => one.on.localeCompare(other.on));

/** Everything that falls due, in order of days. */
export const dueDates = (radar: Pick<Radar, 'items'>): DueDate[] => datesIn(radar, 'dates');

/** What was to be done before and is not recorded as done, in order of days. */
export const overdueDates = (radar: Pick<Radar, 'items'>): DueDate[] => datesIn(radar, 'overdue');

/** How many such there are, in a sentence with a space before it; nothing where there are none. */
function overdueSentence(radar: Pick<Radar, 'items'>): string {
  const many = overdueDates(radar).length;
  if (many === 0) return '';
  return many === 1
    ? ' One was due before today and is not recorded as made.'
    : ` ${many} were due before today and are not recorded as made.`;
}

/** What needs a decision within half a year of the first day, in a sentence or two. */
export function decisionsSentence(radar: Pick<Radar, 'items' | 'from'>): string {
  const until = addMonths(radar.from, 6);
  const due = dueDates(radar).filter(({ kind, on }) => decisions[kind] !== undefined && on < until);
  const [next] = due;
  if (!next) {
    return `Nothing here needs a decision before ${writtenDay(until)}.${overdueSentence(radar)}`;
  }
  const titles = new Set(due.map(({ item }) => item.reference)).size;
  const many = due.length === 1 ? 'One decision is' : `${counted(due.length, 'decision')} are`;
  const of = titles === 1 ? '' : ` about ${titles} frameworks and contracts`;
  return `${many} due before ${writtenDay(until)}${of}. First, by ${writtenDay(next.on)}: ${decisions[next.kind]} ${next.item.title}.${overdueSentence(radar)}`;
}

/** Where days stand across a picture. Unit: pixels. */
export function dayScale(time: Pick<Radar, 'from' | 'until'>, width: number) {
  const [first, last] = [time.from, time.until].map((day) => Date.parse(`${day}T00:00:00Z`));
  const span = (last ?? 1) - (first ?? 0) || 1;
  return (day: string): number => {
    const at = ((Date.parse(`${day}T00:00:00Z`) - (first ?? 0)) / span) * width;
    return Math.round(Math.min(width, Math.max(0, at)));
  };
}

/** The first day of each April and October within a time, or of each April where that would be too many. */
export function ticks(time: Pick<Radar, 'from' | 'until'>, most: number): string[] {
  const [first = 0, last = 0] = [time.from, time.until].map((day) => Number(day.slice(0, 4)));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const within = (day: string) => time.from <= day && day < time.until;
  const halves = years.flatMap((year) => [`${year}-04-01`, `${year}-10-01`]).filter(within);
  return halves.length <= most ? halves : halves.filter((day) => day.slice(5, 7) === '04');
}
