import { datasetHeading } from '../sharing/sharing-words.ts';
import { writtenMonth } from './return-months.ts';
import type { AuthorityCollection, CollectionMonth, ReturnCalendar } from './return-queries.ts';
import { newerWords, statusWord } from './return-words.ts';

export type CollectionState = CollectionMonth['state'];

/** Who looks at a calendar. */
export interface CollectionReader {
  /** GSS codes that their organisation answers for. */
  readonly own: readonly string[];
  readonly permissions: readonly string[];
}

/** A return that somebody has to do something about. */
export interface WaitingReturn {
  readonly id: string;
  /** Whose return, which dataset and month. */
  readonly title: string;
  readonly what: string;
}

/** The month that an address names, or the latest that has ended. */
export function shownMonth({ periods }: Pick<ReturnCalendar, 'periods'>, asked: string | null) {
  const at = asked === null ? -1 : periods.indexOf(asked);
  const index = at < 0 ? periods.length - 1 : at;
  return {
    period: periods[index] ?? '',
    before: periods[index - 1] ?? null,
    after: periods[index + 1] ?? null,
  };
}

/** Own authorities first, the others as they come. */
export function ownFirst(
  authorities: readonly AuthorityCollection[],
  { own }: Pick<CollectionReader, 'own'>,
): readonly AuthorityCollection[] {
  const isOwn = ({ authority }: AuthorityCollection) => own.includes(authority.code);
  return [...authorities.filter(isOwn), ...authorities.filter((one) => !isOwn(one))];
}

/** What one authority was to send for one month, dataset by dataset. */
export const monthOf = ({ months }: AuthorityCollection, period: string) =>
  months.filter((month) => month.period === period);

const words: Readonly<Record<CollectionState, string>> = {
  NOT_DUE: 'Not due yet',
  LATE: 'Late',
  RECEIVED: 'Received',
  IN_USE: 'In use',
  NOT_SHARED: 'Not shared',
};

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A state as a word, and what more there is to say of it. */
export function collectionWords(month: CollectionMonth): { word: string; note: string | null } {
  const { state } = month;
  const word = words[state];
  if (state === 'NOT_DUE' || state === 'LATE') return { word, note: whyNotCome(month) };
  if (state === 'NOT_SHARED') return { word, note: null };
  const newer = month.newer && `version ${month.newer.version} ${newerWords[month.newer.status]}`;
  const notes = [newer, month.onTime === false ? 'came late' : null].filter(Boolean);
  return {
    word: state === 'IN_USE' ? word : whereItWaits(month),
    note: notes.length > 0 ? notes.join(', ') : null,
  };
}

/** What there is instead, and the last day. */
function whyNotCome({ state, dueOn, return: sent }: CollectionMonth): string {
  const due = `${state === 'LATE' ? 'was due' : 'due'} ${shortDay.format(new Date(dueOn))}`;
  if (sent?.status === 'PROBLEMS') return `has errors, ${due}`;
  if (sent?.status === 'READY') return `checked, not yet submitted, ${due}`;
  return sent?.status === 'WITHDRAWN' ? `withdrawn, ${due}` : due;
}

/** With whom a return is that has come: one that others may not read yet waits for its own authority. */
function whereItWaits({ return: sent }: CollectionMonth): string {
  const ended = sent === null || sent.status === 'SUPERSEDED' || sent.status === 'WITHDRAWN';
  return ended ? 'With the authority' : statusWord[sent.status];
}

const waits: readonly {
  readonly permission: string;
  readonly status: string;
  readonly ofOwn: boolean;
  readonly what: string;
}[] = [
  { permission: 'return:submit', status: 'PROBLEMS', ofOwn: true, what: 'mend its errors' },
  { permission: 'return:submit', status: 'READY', ofOwn: true, what: 'submit it for approval' },
  { permission: 'return:approve', status: 'SUBMITTED', ofOwn: true, what: 'approve it' },
  { permission: 'return:accept', status: 'APPROVED', ofOwn: false, what: 'accept it' },
];

/** A version, as far as somebody may have to do something about it. */
type Sent = Pick<NonNullable<CollectionMonth['return']>, 'id' | 'status'>;

interface Collected {
  readonly authority: { readonly code: string; readonly name: string };
  readonly months: readonly (Pick<CollectionMonth, 'dataset' | 'period'> & {
    readonly return: Sent | null;
    readonly newer: Sent | null;
  })[];
}

/** What waits for this reader, the latest month first. */
export function waitingFor(
  authorities: readonly Collected[],
  { own, permissions }: CollectionReader,
): readonly WaitingReturn[] {
  const found = authorities.flatMap(({ authority, months }) =>
    months.flatMap(({ dataset, period, return: current, newer }) => {
      // What is in use waits for nobody; a version that is to take its place does.
      const sent = newer ?? current;
      const wait = waits.find(
        ({ permission, status, ofOwn }) =>
          status === sent?.status &&
          ofOwn === own.includes(authority.code) &&
          permissions.includes(permission),
      );
      const title = `${authority.name}, ${datasetHeading(dataset)}, ${writtenMonth(period)}`;
      return sent && wait ? [{ id: sent.id, period, title, what: wait.what }] : [];
    }),
  );
  return found.toSorted((one, other) => other.period.localeCompare(one.period));
}
