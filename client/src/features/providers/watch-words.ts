import { counted } from './market-words.ts';
import type { Notice } from './watch-queries.ts';

/** What a notification is about, as a tag says it. */
export const noticeWord: Readonly<Record<Notice['kind'], string>> = {
  JUDGEMENT_BREAKS_CONDITION: 'below a framework’s condition',
  JUDGEMENT_FELL: 'fell where you have placements',
};

/** Unread ones first, in each part those with most own placements first, then the newest. */
export function noticeParts(notices: readonly Notice[]): {
  readonly unread: readonly Notice[];
  readonly read: readonly Notice[];
} {
  const ordered = notices.toSorted((one, other) => other.placements - one.placements);
  return {
    unread: ordered.filter(({ readAt }) => readAt === null),
    read: ordered.filter(({ readAt }) => readAt !== null),
  };
}

/** How many judgements fell, how many are new to the reader, and how many placements they touch. */
export function watchSentence(notices: readonly Notice[], name: string): string {
  if (notices.length === 0) {
    return `No newly loaded judgement is below what your frameworks in ${name} ask for, and none fell where you have placements.`;
  }
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  // A service is told once for each framework: its placements count once.
  const services = new Map(notices.map(({ urn, placements }) => [urn, placements]));
  const touched = [...services.values()].filter((placements) => placements > 0);
  const placements = touched.reduce((sum, each) => sum + each, 0);
  const own =
    placements === 0
      ? 'you have no placement at any of them'
      : `you have ${counted(placements, 'placement')} at ${touched.length} of them`;
  const are = services.size === 1 ? 'One service was' : `${services.size} services were`;
  return `${are} judged lower than what is asked for or than before; ${own}. ${unread === 0 ? 'You have read of all.' : `${counted(unread, 'notification')} unread.`}`;
}

/** What the first page says of unread notifications; null where there are none. */
export const unreadSentence = (unread: number): string | null =>
  unread === 0
    ? null
    : `${unread} ${unread === 1 ? 'notification' : 'notifications'} of fallen judgements you have not read.`;
