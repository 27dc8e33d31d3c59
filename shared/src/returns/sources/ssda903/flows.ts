import type { Care, CarePeriod } from './care.ts';
import { carePeriodsOf, isBrief, movesOf } from './care.ts';
import type { CountScope } from './count-scope.ts';
import type { Episode } from './episode.ts';
import { knownCodes, notKnown } from './return-codes.ts';

const needs = knownCodes('starters-by-need');
const leavingReasons = knownCodes('leavers-by-reason');
const moveReasons = knownCodes('moves-by-reason');

/** Counts what happened in the month: care that started and ended, and moves. */
export function countFlows(care: Care, scope: CountScope): void {
  for (const period of carePeriodsOf(care)) {
    if (isIn(scope, period.began.began)) countStart(care, period, scope);
    if (isIn(scope, period.ended)) countEnd(care, period, scope);
    const moves = movesOf(period).filter(({ to }) => isIn(scope, to.began));
    for (const { from } of moves) countMove(from, scope);
  }
  const brief = care.episodes.filter((episode) => isBrief(episode) && isIn(scope, episode.began));
  for (const episode of brief) scope.note('355', episode);
}

const isIn = ({ month }: CountScope, day: number) => day >= month.first && day <= month.last;

function countStart(care: Care, { began }: CarePeriod, { tally, note }: CountScope): void {
  const day = began.began;
  const started = care.episodes.some(
    (episode) => episode.began === day && episode.beganFor === 'S',
  );
  if (started) {
    if (!needs.has(began.need)) note('145', began);
    tally.add('starters-by-need', needs.has(began.need) ? began.need : notKnown);
  } else {
    const wasInSeries = care.shortBreaks.some(({ ended }) => ended === day);
    note(wasInSeries ? 'SERIES_CHANGE' : '432', began);
  }
}

/** A new episode begins: nobody leaves care by it. */
const newEpisode = 'X1';

function countEnd(care: Care, { ended: day }: CarePeriod, { tally, note }: CountScope): void {
  const last = care.episodes.findLast(({ ended }) => ended === day);
  if (!last) return;
  if (last.endedFor === newEpisode) {
    const goesIntoSeries = care.shortBreaks.some(({ began }) => began === day);
    note(goesIntoSeries ? 'SERIES_CHANGE' : '388', last);
  } else {
    const isKnown = leavingReasons.has(last.endedFor);
    if (!isKnown) note(last.endedFor === '' ? '148' : '149', last);
    tally.add('leavers-by-reason', isKnown ? last.endedFor : 'E8');
  }
}

function countMove(from: Episode, { tally, note }: CountScope): void {
  const isKnown = moveReasons.has(from.movedFor);
  if (!isKnown) note('225', from);
  tally.add('moves-by-reason', isKnown ? from.movedFor : 'OTHER');
}
