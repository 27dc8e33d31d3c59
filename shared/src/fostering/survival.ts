/** How households stand that were followed for so many days: they got there, they left on the way, or they are on it still. */
export interface Followed {
  readonly days: number;
  readonly end: 'REACHED' | 'LEFT' | 'OPEN';
  readonly households: number;
}

/** The curve on a day on which somebody got there. */
export interface SurvivalStep {
  readonly day: number;
  /** Followed to this day and not there, not gone before it. */
  readonly atRisk: number;
  /** Got there on this day. */
  readonly reached: number;
  /** Left, or followed no further, since the step before and before this day. */
  readonly censored: number;
  /** Kaplan–Meier: the share that would still be waiting after this day if nobody left. */
  readonly waiting: number;
  /** The share that had really got there by this day, those who left being in it as never getting there (Aalen–Johansen). */
  readonly arrived: number;
}

/**
 * How long it takes to get somewhere, those who are on the way still included: they count as at risk for as long as they were
 * followed. Who gets there, or leaves, on a day was at risk on that day; who is followed to it and no further, too.
 */
export function survivalCurve(followed: readonly Followed[]): readonly SurvivalStep[] {
  const days = [...Map.groupBy(followed, (each) => each.days)].toSorted(([a], [b]) => a - b);
  const steps: SurvivalStep[] = [];
  let atRisk = sumOf(followed);
  let waiting = 1;
  let arrived = 0;
  let onTheWay = 1;
  let censored = 0;
  for (const [day, those] of days) {
    const reached = sumOf(those.filter(({ end }) => end === 'REACHED'));
    const left = sumOf(those.filter(({ end }) => end === 'LEFT'));
    if (reached > 0) {
      waiting *= 1 - reached / atRisk;
      arrived += onTheWay * (reached / atRisk);
      steps.push({ day, atRisk, reached, censored, waiting, arrived });
      censored = 0;
    }
    onTheWay *= 1 - (reached + left) / atRisk;
    censored += sumOf(those) - reached;
    atRisk -= sumOf(those);
  }
  return steps;
}

const sumOf = (followed: readonly Followed[]) =>
  followed.reduce((sum, { households }) => sum + households, 0);

/** Products of fractions come out a hair off what they are. */
const hair = 1e-9;

/** The day by which a share has got there, by the curve; null where the curve does not reach it. */
export const dayReachedBy = (steps: readonly SurvivalStep[], share: number): number | null =>
  steps.find(({ waiting }) => waiting <= 1 - share + hair)?.day ?? null;
