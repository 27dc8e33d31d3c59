import { legalStatuses } from '../../code-lists/child-codes.ts';
import type { Care } from './care.ts';
import { endOf, isBrief } from './care.ts';
import type { Child } from './child.ts';
import type { Episode } from './episode.ts';
import type { RuleId } from './rules.ts';

const compareEnds = (a: number, b: number): number => (a === b ? 0 : a - b);

/** By day, those that ended first first; of one day and end, as read. */
const inOrder = (a: Episode, b: Episode): number =>
  a.began - b.began || compareEnds(endOf(a), endOf(b)) || a.file - b.file || a.row - b.row;

const sameDetails = (one: Episode, other: Episode): boolean =>
  one.legalStatus === other.legalStatus &&
  one.placement === other.placement &&
  one.provider === other.provider &&
  one.address === other.address;

/**
 * Two rows for one episode. One that is open at the end of a year comes again in the next year's file, sometimes with
 * its codes corrected, so rows of different files that began on one day are one episode.
 */
const isSame = (one: Episode, other: Episode): boolean =>
  one.began === other.began &&
  (one.file === other.file ? sameDetails(one, other) : isBrief(one) === isBrief(other));

/** Of two rows for one episode, the one that knows more: that it ended, else the one read later. */
const better = (one: Episode, other: Episode): Episode =>
  one.ended !== null && other.ended === null ? one : other;

const counted: ReadonlySet<string> = new Set(legalStatuses.codes.map(({ code }) => code));

/** Agreed series of short-term placements. */
const isShortBreak = ({ legalStatus }: Episode): boolean =>
  legalStatus === 'V3' || legalStatus === 'V4';

type Note = (rule: RuleId, episode: Episode) => void;

/** Each episode once, in order. */
function distinct(episodes: readonly Episode[], note: Note): Episode[] {
  const kept: Episode[] = [];
  for (const episode of episodes.toSorted(inOrder)) {
    const before = kept.at(-1);
    if (!before || !isSame(before, episode)) {
      kept.push(episode);
      continue;
    }
    if (before.file === episode.file) note('SAME_EPISODE', episode);
    kept[kept.length - 1] = better(before, episode);
  }
  return kept;
}

/** Ends an open episode where the next began, and tells episodes that overlap. */
function closed(episodes: readonly Episode[], note: Note): Episode[] {
  return episodes.map((episode, index) => {
    const next = episodes[index + 1];
    if (!next) return episode;
    if (episode.ended === null) {
      note('142', episode);
      return { ...episode, ended: next.began };
    }
    if (episode.ended > next.began) note('501', next);
    return episode;
  });
}

/** The care of a child as its rows tell it, once what contradicts is settled; `note` hears what was settled. */
export function careOf(child: Child, note: Note): Care {
  const settled = closed(distinct(child.episodes, note), note);
  const shortBreaks = settled.filter(isShortBreak);
  const episodes: Episode[] = [];
  for (const episode of settled) {
    if (counted.has(episode.legalStatus)) episodes.push(episode);
    else if (!isShortBreak(episode)) note('144', episode);
  }
  return { episodes, shortBreaks };
}
