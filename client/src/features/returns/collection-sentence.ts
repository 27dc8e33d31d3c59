import { datasetHeading } from '../sharing/sharing-words.ts';
import { monthOf } from './collection.ts';
import { writtenMonth } from './return-months.ts';
import type { AuthorityCollection, CollectionMonth } from './return-queries.ts';
import { counted } from './return-words.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Named one by one up to here. */
const mostNamed = 4;

/** What has come for a month, what is late, and of whom. */
export function collectionSentence(
  authorities: readonly AuthorityCollection[],
  about: {
    readonly period: string;
    /** GSS codes that the reader’s organisation answers for. */
    readonly own: readonly string[];
    /** The consortium’s name. */
    readonly name: string;
  },
): string {
  const ours = authorities.filter(({ authority }) => about.own.includes(authority.code));
  const told = ours.length > 0 ? ours : authorities;
  const of =
    ours.length > 0 ? list.format(ours.map(({ authority }) => authority.name)) : about.name;
  const known = told.flatMap((collection) =>
    monthOf(collection, about.period)
      .filter(({ state }) => state !== 'NOT_SHARED')
      .map((month) => ({ ...month, name: nameOf(collection, month, told.length > 1) })),
  );
  const month = writtenMonth(about.period);
  if (known.length === 0) return `Nothing of the returns of ${of} for ${month} is shared with you.`;

  const count = (state: CollectionMonth['state']) =>
    known.filter((one) => one.state === state).length;
  const forHub = known.filter(
    ({ state, return: sent }) => state === 'RECEIVED' && sent?.status === 'APPROVED',
  ).length;
  const late = known.filter(({ state }) => state === 'LATE').map(({ name }) => name);
  const parts = [
    are(count('IN_USE'), 'in use'),
    waitForHub(forHub),
    waitForApproval(count('RECEIVED') - forHub),
    are(count('NOT_DUE'), 'not due yet'),
    late.length === 0 ? null : lateWords(late),
  ].filter((part) => part !== null);
  const [first = ''] = parts;
  if (parts.length === 1) {
    const all = known.length === 1 ? 'The return' : `All ${known.length} returns`;
    return `${all} of ${of} for ${month} ${first.replace(/^\d+ /, '')}.`;
  }
  return `Of ${counted(known.length, 'return')} of ${of} for ${month}, ${list.format(parts)}.`;
}

/** How many returns of other months that have ended are late; null where none is. */
export function earlierLateSentence(
  authorities: readonly AuthorityCollection[],
  period: string,
): string | null {
  const late = authorities
    .flatMap(({ months }) => months)
    .filter((month) => month.state === 'LATE' && month.period !== period).length;
  if (late === 0) return null;
  return `Of other months, ${late === 1 ? 'one is' : `${late} are`} late.`;
}

const nameOf = (
  { authority }: AuthorityCollection,
  { dataset }: CollectionMonth,
  isOneOfMany: boolean,
) => {
  const of = datasetHeading(dataset).toLowerCase();
  return isOneOfMany ? `${of} of ${authority.name}` : of;
};

const are = (count: number, how: string) =>
  count === 0 ? null : `${count} ${count === 1 ? 'is' : 'are'} ${how}`;

const waitForHub = (count: number) =>
  count === 0
    ? null
    : `${count} ${count === 1 ? 'waits for the hub to accept it' : 'wait for the hub to accept them'}`;

const waitForApproval = (count: number) =>
  count === 0
    ? null
    : `${count} ${count === 1 ? 'has come and waits' : 'have come and wait'} for approval`;

const lateWords = (names: readonly string[]) => {
  const words = are(names.length, 'late') ?? '';
  return names.length > mostNamed ? words : `${words} (${list.format(names)})`;
};
