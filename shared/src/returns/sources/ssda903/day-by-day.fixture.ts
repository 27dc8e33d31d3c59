import fc from 'fast-check';
import type { EpisodeCells } from './ssda903-files.fixture.ts';

/*
 * Generated histories of care, and the same counts made another way: every child night by night. Nothing here is shared
 * with what is tested. A day is a whole number; the month is September 2026.
 */

const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const written = (day: number) =>
  new Date(day * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
const daysFrom = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const lastDay = dayOf('2026-09-30');
const monthDays = daysFrom(dayOf('2026-09-01'), lastDay);
const yearDays = daysFrom(dayOf('2025-10-01'), lastDay);
const longTermSince = dayOf('2024-03-30');
const settledSince = dayOf('2024-09-30');

/** One episode of care: how long it lasts, and what is in it. */
const episode = fc.record({
  nights: fc.integer({ min: 1, max: 500 }),
  beganFor: fc.constantFrom('L', 'P', 'B', 'T', 'U'),
  legalStatus: fc.constantFrom('C1', 'C2', 'V2', 'E1'),
  placement: fc.constantFrom('U1', 'U6', 'K2', 'K3', 'P1'),
  movedFor: fc.constantFrom('CARPL', 'CREQB', 'OTHER'),
});

/** A period of care, or a series of short breaks, after some nights elsewhere. */
const period = fc.record({
  gap: fc.integer({ min: 1, max: 200 }),
  episodes: fc.array(episode, { minLength: 1, maxLength: 5 }),
  isSeries: fc.boolean(),
  endedFor: fc.constantFrom('E4A', 'E12', 'E17', 'E8'),
});

const history = fc.record({
  from: fc.integer({ min: dayOf('2022-01-01'), max: dayOf('2026-08-15') }),
  periods: fc.array(period, { minLength: 1, maxLength: 4 }),
});

/** An episode at its place in a child's life. */
interface Lived {
  /** Number of the carer within the life. */
  readonly carer: number;
  readonly from: number;
  /** First day without it. */
  readonly until: number;
  readonly isSeries: boolean;
  readonly beganFor: string;
  readonly legalStatus: string;
  readonly placement: string;
  readonly movedFor: string;
  /** X1 where another episode goes on. */
  readonly endedFor: string;
}

/** A child's life: episodes, in order. */
export interface Life {
  readonly episodes: readonly Lived[];
}

/** The episode of a night in care; undefined where the child is not in care that night. */
const nightOf = ({ episodes }: Life, night: number): Lived | undefined =>
  episodes.find(({ from, until, isSeries }) => !isSeries && from <= night && night < until);

const isNewCarer = (beganFor: string) => ['S', 'P', 'B'].includes(beganFor);

type Period = typeof period extends fc.Arbitrary<infer Value> ? Value : never;

/** The episodes of a period, from a day on. */
function livedFrom(day: number, before: Lived | undefined, { episodes, ...rest }: Period): Lived[] {
  const lived: Lived[] = [];
  for (const [index, chapter] of episodes.entries()) {
    const beganFor = index === 0 ? 'S' : chapter.beganFor;
    const last = lived.at(-1) ?? before;
    const from = lived.at(-1)?.until ?? day;
    lived.push({
      ...chapter,
      carer: (last?.carer ?? 0) + Number(isNewCarer(beganFor)),
      from,
      until: from + chapter.nights,
      isSeries: rest.isSeries,
      beganFor,
      endedFor: index === episodes.length - 1 ? rest.endedFor : 'X1',
    });
  }
  return lived;
}

/** Lives of some children. */
export const lives: fc.Arbitrary<Life[]> = fc.array(
  history.map(({ from, periods }): Life => {
    const episodes: Lived[] = [];
    for (const one of periods) {
      const before = episodes.at(-1);
      episodes.push(...livedFrom((before?.until ?? from) + one.gap, before, one));
    }
    return { episodes };
  }),
  { maxLength: 12 },
);

/** The rows that the files would have at the end of the month: what begins later is not there, what ends later is open. */
export const rowsOf = ({ episodes }: Life, child: string): EpisodeCells[] =>
  episodes
    .filter(({ from }) => from <= lastDay)
    .map((lived) => ({
      CHILD: child,
      DECOM: written(lived.from),
      RNE: lived.beganFor,
      LS: lived.isSeries ? 'V4' : lived.legalStatus,
      PLACE: lived.placement,
      REASON_PLACE_CHANGE: lived.movedFor,
      DEC: lived.until > lastDay ? '' : written(lived.until),
      REC: lived.until > lastDay ? '' : lived.endedFor,
    }));

const isDefined = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** Episodes that the children looked after at the end of the month are in. */
export const nowIn = (all: readonly Life[]): Lived[] =>
  all.map((life) => nightOf(life, lastDay)).filter(isDefined);

/** Days of the month on which a child's care began. */
export const startsOf = (life: Life): number[] =>
  monthDays.filter((day) => nightOf(life, day) && !nightOf(life, day - 1));

/** Reasons for which a child's care ended in the month. */
export const endsOf = (life: Life): string[] =>
  monthDays
    .filter((day) => nightOf(life, day - 1) && !nightOf(life, day))
    .map((day) => nightOf(life, day - 1)?.endedFor)
    .filter(isDefined);

/** Reasons of a child's moves in the month. */
export const movesOf = (life: Life): string[] =>
  monthDays.flatMap((day) => {
    const [before, after] = [nightOf(life, day - 1), nightOf(life, day)];
    const moved = before && after && before !== after && !['S', 'L'].includes(after.beganFor);
    return moved ? [before.movedFor] : [];
  });

/** First night of an unbroken row of nights that are alike. */
function since(night: number, isAlike: (before: number) => boolean): number {
  let first = night;
  while (isAlike(first - 1)) first -= 1;
  return first;
}

/** Stability, as the four numbers of its table, of children who are under 16. */
export function stabilityOf(all: readonly Life[]): number[] {
  const carerOn = (life: Life, night: number) => nightOf(life, night)?.carer;
  const inCare = all.filter((life) => nightOf(life, lastDay));
  const carersInYear = (life: Life) =>
    new Set(yearDays.map((night) => carerOn(life, night)).filter(isDefined)).size;
  const longTerm = inCare.filter(
    (life) => since(lastDay, (night) => nightOf(life, night) !== undefined) <= longTermSince,
  );
  const carerSince = (life: Life) =>
    since(lastDay, (night) => carerOn(life, night) === carerOn(life, lastDay));
  return [
    inCare.length,
    inCare.filter((life) => carersInYear(life) >= 3).length,
    longTerm.length,
    longTerm.filter((life) => carerSince(life) <= settledSince).length,
  ];
}
