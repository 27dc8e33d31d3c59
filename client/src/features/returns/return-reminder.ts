import type { CollectionReader } from './collection.ts';
import { waitingFor } from './collection.ts';
import type { RemindedCollection } from './return-reminder-query.ts';
import { counted } from './return-words.ts';

type Month = RemindedCollection['months'][number];

/** So many returns, and what is to be said of one or of more. */
interface Part {
  readonly count: number;
  readonly one: string;
  readonly more: string;
}

/** What of one’s own returns is late, is due next and waits for this reader; null where nothing is. */
export function reminderSentence(
  authorities: readonly RemindedCollection[],
  reader: CollectionReader,
): string | null {
  const months = authorities.flatMap((collection) => collection.months);
  const late = months.filter(({ state }) => state === 'LATE');
  const parts = [
    { count: late.length, one: `${ofMonth(late)}is late`, more: `${ofMonth(late)}are late` },
    duePart(months.filter(({ state }) => state === 'NOT_DUE')),
    ...waitingParts(authorities, reader),
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return null;
  return `${parts.map((part, index) => partWords(part, index === 0)).join('; ')}.`;
}

/** “2 returns are late”; what they are is said once. */
const partWords = ({ count, one, more }: Part, isFirst: boolean): string =>
  `${isFirst ? counted(count, 'return') : count} ${count === 1 ? one : more}`;

function duePart(due: readonly Month[]): Part {
  const days = [...new Set(due.map(({ dueOn }) => dueOn))].toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  if (due.length === 0) return { count: 0, one: '', more: '' };
  const of = ofMonth(due);
  const by = first === last ? '' : `, the first by ${dayOf(first)}`;
  const words = `due by ${dayOf(last)}${by}`;
  return { count: due.length, one: `${of}is ${words}`, more: `${of}are ${words}` };
}

/** “for November ”, where they are all of one month. */
function ofMonth(months: readonly Month[]): string {
  const [period, ...more] = new Set(months.map((month) => month.period));
  return period === undefined || more.length > 0
    ? ''
    : `for ${monthName.format(new Date(`${period}-01`))} `;
}

function waitingParts(
  authorities: readonly RemindedCollection[],
  reader: CollectionReader,
): readonly Part[] {
  // What has errors or was only checked has not come: it is told as late or due.
  const told = new Set(
    authorities.flatMap(({ months }) =>
      months
        .filter(({ state }) => state === 'LATE' || state === 'NOT_DUE')
        .flatMap((month) => month.return?.id ?? []),
    ),
  );
  const waiting = waitingFor(authorities, reader).filter(({ id }) => !told.has(id));
  return Object.entries(waits).map(([what, words]) => ({
    ...words,
    count: waiting.filter((one) => one.what === what).length,
  }));
}

/** By what there is to do. */
const waits = {
  'mend its errors': { one: 'has errors to mend', more: 'have errors to mend' },
  'submit it for approval': { one: 'waits to be submitted', more: 'wait to be submitted' },
  'approve it': { one: 'waits for your approval', more: 'wait for your approval' },
};

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayOf = (text: string) => day.format(new Date(text));
