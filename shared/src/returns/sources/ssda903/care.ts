import type { Episode } from './episode.ts';

/** A child's counted episodes in order: each once, without agreed series of short breaks. */
export interface Care {
  readonly episodes: readonly Episode[];
  /** Episodes of such series. */
  readonly shortBreaks: readonly Episode[];
}

/** First day the episode no longer covers. */
export const endOf = ({ ended }: Episode): number => ended ?? Number.POSITIVE_INFINITY;

/** Began and ended on one day: no night of care. */
export const isBrief = ({ began, ended }: Episode): boolean => began === ended;

/** The episode a child is in at the end of a day; null where the child is not looked after. */
export function episodeOn({ episodes }: Care, day: number): Episode | null {
  return episodes.findLast((episode) => episode.began <= day && endOf(episode) > day) ?? null;
}

/** One unbroken period of being looked after. Never empty. */
export interface CarePeriod {
  readonly episodes: readonly Episode[];
  readonly began: Episode;
  /** First day it no longer covers. */
  readonly ended: number;
}

/** A child's periods of care, in order. */
export function carePeriodsOf({ episodes }: Care): CarePeriod[] {
  const periods: { episodes: Episode[]; began: Episode; ended: number }[] = [];
  for (const episode of episodes) {
    if (isBrief(episode)) continue;
    const current = periods.at(-1);
    if (current && episode.began <= current.ended) {
      current.episodes.push(episode);
      current.ended = Math.max(current.ended, endOf(episode));
    } else {
      periods.push({ episodes: [episode], began: episode, ended: endOf(episode) });
    }
  }
  return periods;
}

const temporary = /^T[0-4]$/;

/** Away from the usual placement for a while: in hospital, on holiday, or the carer is. */
export const isAbsence = ({ placement }: Episode): boolean => temporary.test(placement);

/** Placed for adoption. */
export const isAdoptive = ({ placement }: Episode): boolean => /^A[3-6]$/.test(placement);

/** Consecutive episodes of a period, absences left out: `wasAway` where there was one between them. */
interface Step {
  readonly from: Episode;
  readonly to: Episode;
  readonly wasAway: boolean;
}

function stepsOf({ episodes }: CarePeriod): Step[] {
  const steps: Step[] = [];
  let from: Episode | null = null;
  let wasAway = false;
  for (const to of episodes) {
    if (isAbsence(to)) {
      wasAway = true;
      continue;
    }
    if (from) steps.push({ from, to, wasAway });
    from = to;
    wasAway = false;
  }
  return steps;
}

const isSamePlace = ({ from, to }: Step): boolean =>
  from.placement === to.placement && from.provider === to.provider && from.address === to.address;

/** The placement changed: with the carer (P, B) or with the carer staying (T, U). */
const newPlacement: ReadonlySet<string> = new Set(['P', 'B', 'T', 'U']);

/** The same carer: only the legal status changed (L), or the placement's type (T, U). */
const sameCarer: ReadonlySet<string> = new Set(['L', 'T', 'U']);

const isMove = (step: Step): boolean =>
  step.wasAway ? !isSamePlace(step) : newPlacement.has(step.to.beganFor);

const isNewCarer = (step: Step): boolean =>
  step.wasAway ? !isSamePlace(step) : !sameCarer.has(step.to.beganFor);

/** A move from one placement to another. */
export interface Move {
  readonly from: Episode;
  readonly to: Episode;
}

/** Moves within a period of care, in order. To be away for a while and to come back is no move. */
export const movesOf = (period: CarePeriod): Move[] => stepsOf(period).filter(isMove);

/** A stay with one carer. */
export interface Stay {
  /** Episode it began with. */
  readonly first: Episode;
  /** First day it no longer covers. */
  readonly ended: number;
}

/** Stays within a period of care, in order. A child who is away for a while and comes back has not left. */
export function staysOf(period: CarePeriod): Stay[] {
  const usual = period.episodes.find((episode) => !isAbsence(episode));
  if (!usual) return [];
  const firsts = [
    usual,
    ...stepsOf(period)
      .filter(isNewCarer)
      .map(({ to }) => to),
  ];
  return firsts.map((first, index) => ({ first, ended: firsts[index + 1]?.began ?? period.ended }));
}
