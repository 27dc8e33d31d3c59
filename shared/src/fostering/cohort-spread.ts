/** Households alike in when they came: how many of them did something, and how many would have if they were like all others. */
export interface CohortCount {
  readonly observed: number;
  readonly expected: number;
  /** Of the number observed, by chance alone: ΣA(1 − A) of households with the chances A, the expected itself of a count. */
  readonly variance: number;
}

/**
 * What is taken for granted before a hub's own past says it: how far the quarters that Staffordshire published lie apart beyond
 * chance, from April 2017 to September 2022: 0.24 for enquiries and 0.19 for those who began to foster, rounded up.
 */
const publishedDeviation = 0.25;

/** For so many quarters of its own that counts; each quarter more of a hub's own counts as one. */
const publishedQuarters = 4;

/**
 * How far cohorts lie apart beyond chance, as a variance of log odds, or of logarithms of a count: Peto's one-step log odds
 * (O − E)/V of each, and between them the variance of DerSimonian and Laird (1986), averaged with what is published elsewhere,
 * so that a short past is not taken for a steady one.
 */
export function spreadBetween(cohorts: readonly CohortCount[]): number {
  const told = cohorts.filter(({ variance }) => variance > 0);
  const { weight, squared } = weightOf(told);
  const freedom = Math.max(0, told.length - 1);
  const mean = sumOf(told, ({ observed, expected }) => observed - expected) / weight;
  const apart = sumOf(
    told,
    ({ observed, expected, variance }) => variance * ((observed - expected) / variance - mean) ** 2,
  );
  const own = freedom > 0 ? Math.max(0, (apart - freedom) / (weight - squared / weight)) : 0;
  return (
    (publishedQuarters * publishedDeviation ** 2 + freedom * own) / (publishedQuarters + freedom)
  );
}

/**
 * How far the average of cohorts to come may lie from that of these, as a variance on the same scale: chance in few of them, and
 * how far each may lie from the average of all.
 *
 * @param between what `spreadBetween` gives.
 */
export function errorOf(cohorts: readonly CohortCount[], between: number): number {
  const { weight, squared } = weightOf(cohorts);
  return weight > 0 ? 1 / weight + (between * squared) / weight ** 2 : 0;
}

const weightOf = (cohorts: readonly CohortCount[]) => ({
  weight: sumOf(cohorts, ({ variance }) => variance),
  squared: sumOf(cohorts, ({ variance }) => variance ** 2),
});

const sumOf = (cohorts: readonly CohortCount[], of: (cohort: CohortCount) => number): number =>
  cohorts.reduce((sum, cohort) => sum + of(cohort), 0);
