import type { Followed } from './survival.ts';
import { survivalCurve } from './survival.ts';

/** Open cases alike: the stage they reached last, and for how long they have been in it. */
export interface OpenCases {
  readonly stage: string;
  /** Days since they reached it. */
  readonly age: number;
  readonly households: number;
}

/** What was known on the day a forecast is made. */
export interface ForecastFacts {
  /** Households approved in the year by that day. */
  readonly approvedSoFar: number;
  /** Days from that day to the last of the year. */
  readonly daysLeft: number;
  readonly open: readonly OpenCases[];
  /** By stage: how those who reached it fared, from the day they did; approved is REACHED. */
  readonly fared: ReadonlyMap<string, readonly Followed[]>;
  /** New enquiries to be expected each day. */
  readonly enquiriesADay: number;
}

/** What is expected of the open cases of one stage. */
export interface ForecastPart {
  readonly stage: string;
  /** Unit: open cases. */
  readonly open: number;
  /** Of these, approvals to be expected by the end of the year. Unit: households. */
  readonly expected: number;
}

/** Approvals to be expected in a year. Unit: households. */
export interface Forecast {
  readonly approvedSoFar: number;
  readonly expected: number;
  /** The interval holds as often as its level says, if households fare as they did. */
  readonly low: number;
  readonly high: number;
  /** Unit: percent. */
  readonly intervalLevel: number;
  readonly parts: readonly ForecastPart[];
  /** Approvals to be expected of enquiries still to come. */
  readonly fromNew: number;
}

/** Version of the way forecasts are made: changes whenever the same facts would give another one. */
export const forecastMethod = 'open-cases-1';

/** Those at risk whom a chance is taken from; of fewer, age is taken back to where there are as many. */
const fewest = 5;

/** The stage every enquiry is in first. */
const firstStage = 'RECEIVED';

/**
 * The share of those who waited for so long that is approved within so many further days (Aalen–Johansen: those who leave never
 * are; those who are open count for as long as they were followed). 0 where nobody was ever followed.
 */
export function chanceWithin(fared: readonly Followed[], age: number, days: number): number {
  const from = ageFollowed(fared, age);
  const later = fared.flatMap((each) =>
    each.days >= from ? [{ ...each, days: each.days - from }] : [],
  );
  return survivalCurve(later).findLast(({ day }) => day <= days)?.arrived ?? 0;
}

/** The age itself, or the last one to which enough were followed. */
function ageFollowed(fared: readonly Followed[], age: number): number {
  const sorted = fared.toSorted((one, other) => other.days - one.days);
  let atRisk = 0;
  for (const { days, households } of sorted) {
    atRisk += households;
    if (atRisk >= fewest) return Math.min(age, days);
  }
  return 0;
}

/** How likely each number of approvals is, from one number on; numbers that hardly ever come are left out. */
interface Likely {
  readonly from: number;
  readonly chances: readonly number[];
}

/** Chances below it are left out at either end. */
const hardlyEver = 1e-12;

function trimmed(from: number, chances: readonly number[]): Likely {
  const counts = (chance: number) => chance > hardlyEver;
  const first = chances.findIndex(counts);
  return {
    from: from + first,
    chances: chances.slice(first, chances.findLastIndex(counts) + 1),
  };
}

/** The same with so many households, each approved or not. */
function withHouseholds(likely: Likely, chance: number, households: number): Likely {
  let after = likely;
  for (let nth = 0; nth < households; nth += 1) {
    const { from, chances } = after;
    const next = Array.from(
      { length: chances.length + 1 },
      (_, count) => (chances[count] ?? 0) * (1 - chance) + (chances[count - 1] ?? 0) * chance,
    );
    after = trimmed(from, next);
  }
  return after;
}

/** How likely each number is where so many come by chance (Poisson). */
function poisson(mean: number): Likely {
  const reach = Math.ceil(10 * Math.sqrt(mean) + 10);
  const chances: number[] = [];
  // In logarithms: of a large mean, the chance of none is too small for a number.
  let logarithm = -mean;
  for (let count = 0; count <= mean + reach; count += 1) {
    if (count > 0) logarithm += Math.log(mean / count);
    chances.push(Math.exp(logarithm));
  }
  return trimmed(0, chances);
}

/** How likely each sum is. */
function added(one: Likely, other: Likely): Likely {
  const sums = new Array<number>(one.chances.length + other.chances.length - 1).fill(0);
  for (const [first, chance] of one.chances.entries()) {
    for (const [second, more] of other.chances.entries()) {
      sums[first + second] = (sums[first + second] ?? 0) + chance * more;
    }
  }
  return trimmed(one.from + other.from, sums);
}

/** The least number that is not exceeded with a probability. */
function quantile({ from, chances }: Likely, probability: number): number {
  let sum = 0;
  const place = chances.findIndex((chance) => {
    sum += chance;
    return sum >= probability;
  });
  return from + (place < 0 ? chances.length - 1 : place);
}

/** Approvals to be expected of enquiries that come evenly until the end of the year. */
function expectedOfNew({ fared, daysLeft, enquiriesADay }: ForecastFacts): number {
  const curve = survivalCurve(fared.get(firstStage) ?? []);
  let sum = 0;
  for (const [nth, { day, arrived }] of curve.entries()) {
    const share = arrived - (curve[nth - 1]?.arrived ?? 0);
    // Whoever enquires tomorrow has a day less.
    sum += share * Math.max(0, daysLeft - day);
  }
  return sum * enquiriesADay;
}

/**
 * Approvals to be expected in a year: those there are, each open case with the chance that cases of its stage and age have had,
 * and what new enquiries will bring. The interval is that of chance alone: it does not know of a year in which households fare
 * otherwise than before.
 *
 * @param intervalLevel how often the interval should hold. Unit: percent.
 */
export function forecastYear(facts: ForecastFacts, intervalLevel = 80): Forecast {
  const { approvedSoFar, daysLeft, open, fared } = facts;
  let likely: Likely = { from: approvedSoFar, chances: [1] };
  const byStage = new Map<string, ForecastPart>();
  for (const { stage, age, households } of open) {
    const chance = chanceWithin(fared.get(stage) ?? [], age, daysLeft);
    likely = withHouseholds(likely, chance, households);
    const before = byStage.get(stage) ?? { stage, open: 0, expected: 0 };
    byStage.set(stage, {
      stage,
      open: before.open + households,
      expected: before.expected + chance * households,
    });
  }
  const parts = [...byStage.values()];
  const fromNew = expectedOfNew(facts);
  if (fromNew > 0) likely = added(likely, poisson(fromNew));
  const tail = (1 - intervalLevel / 100) / 2;
  return {
    approvedSoFar,
    expected: parts.reduce((sum, part) => sum + part.expected, approvedSoFar + fromNew),
    low: quantile(likely, tail),
    high: quantile(likely, 1 - tail),
    ...{ intervalLevel, parts, fromNew },
  };
}
