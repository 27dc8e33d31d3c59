/** How those stand who reached a stage: where they went on to, after how many days in it; or they are in it still. */
export interface Stay {
  readonly days: number;
  /** Code of the stage they reached next, `APPROVAL` for the last; `LEFT` on the way; `OPEN` where they are in it still. */
  readonly next: string;
  readonly households: number;
}

/** The share that goes on to a stage on a day, of those who were in the stage before at the beginning. */
export interface Passage {
  readonly day: number;
  readonly to: string;
  readonly share: number;
}

/** What enquiries are for. */
export const approval = 'APPROVAL';

/**
 * Who goes on from a stage, where to and when (Aalen–Johansen with several ways out): those who are in it still count for as long
 * as they were followed.
 *
 * @param age only of those who stayed so long; days count from then.
 */
export function passagesFrom(stays: readonly Stay[], age = 0): readonly Passage[] {
  const those = stays.filter(({ days }) => days >= age);
  const byDay = [...Map.groupBy(those, ({ days }) => days)].toSorted(([a], [b]) => a - b);
  const passages: Passage[] = [];
  let atRisk = sumOf(those);
  let inIt = 1;
  for (const [day, ended] of byDay) {
    const gone = ended.filter(({ next }) => next !== 'OPEN');
    for (const [to, alike] of Map.groupBy(gone, ({ next }) => next)) {
      passages.push({ day: day - age, to, share: (inIt * sumOf(alike)) / atRisk });
    }
    inIt *= 1 - sumOf(gone) / atRisk;
    atRisk -= sumOf(ended);
  }
  return passages;
}

const sumOf = (stays: readonly Stay[]) =>
  stays.reduce((sum, { households }) => sum + households, 0);

/** By number of days: the share that is approved within them. */
export type Arrival = readonly number[];

/** The share that is approved within so many days, by what comes of those who reach the stages that they pass to. */
export function arrivedWithin(
  passages: readonly Passage[],
  arrivals: ReadonlyMap<string, Arrival>,
  days: number,
): number {
  let sum = 0;
  for (const { day, to, share } of passages) sum += share * (arrivals.get(to)?.[days - day] ?? 0);
  return sum;
}

/**
 * The share of those who reach each stage that is approved within each number of days: what lies between two stages is taken to be
 * the same whatever came before (a semi-Markov model), so that a hub which has not yet seen one household all the way still knows
 * its steps.
 *
 * @param stages in order; nobody goes back.
 */
export function arrivalsOf(
  stages: readonly string[],
  stays: ReadonlyMap<string, readonly Stay[]>,
  days: number,
): ReadonlyMap<string, Arrival> {
  const arrivals = new Map<string, Arrival>([[approval, new Array<number>(days + 1).fill(1)]]);
  for (const stage of stages.toReversed()) {
    const passages = passagesFrom(stays.get(stage) ?? []);
    arrivals.set(
      stage,
      Array.from({ length: days + 1 }, (_, within) => arrivedWithin(passages, arrivals, within)),
    );
  }
  return arrivals;
}
