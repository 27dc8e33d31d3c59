import type { CohortCount } from './cohort-spread.ts';
import { errorOf, spreadBetween } from './cohort-spread.ts';
import type { Likely } from './likely.ts';
import { added, poisson, quantile, spreadOut, withHouseholds } from './likely.ts';
import type { Arrival, Stay } from './passages.ts';
import { arrivalsOf, arrivedWithin, passagesFrom } from './passages.ts';

/** A quarter, as enquiries are put together by when they came. Unit: days. */
export const cohortDays = 91;

/** Open cases alike: the stage they reached last, for how long they have been in it, and when they enquired. */
export interface OpenCases {
  readonly stage: string;
  /** Days since they reached it. */
  readonly age: number;
  /** Whole quarters since they enquired: 0 for the last `cohortDays`. */
  readonly cohort: number;
  readonly households: number;
}

/** Enquiries of one day, those back-loaded left out, and how many of them have been approved. */
export interface CameOn {
  readonly daysAgo: number;
  readonly enquiries: number;
  readonly approved: number;
}

/** What was known on the day a forecast is made. */
export interface ForecastFacts {
  /** Households approved in the year by that day. */
  readonly approvedSoFar: number;
  /** Days from that day to the last of the year. */
  readonly daysLeft: number;
  readonly open: readonly OpenCases[];
  /** By stage: for how long those who reached it stayed in it, and where they went; those back-loaded left out. */
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  readonly came: readonly CameOn[];
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
  /** The interval holds as often as its level says, if quarters to come differ as those before did. */
  readonly low: number;
  readonly high: number;
  /** Unit: percent. */
  readonly intervalLevel: number;
  readonly parts: readonly ForecastPart[];
  /** Approvals to be expected of enquiries still to come. */
  readonly fromNew: number;
  /** New enquiries reckoned with each day: as many as came in the last 365 days, or since the first. */
  readonly enquiriesADay: number;
  /** Whole quarters of the hub's own past that say how far quarters lie apart. */
  readonly quarters: number;
}

/** Version of the way forecasts are made: changes whenever the same facts would give another one. */
export const forecastMethod = 'open-cases-2';

/** Those at risk whom a chance is taken from; of fewer, age is taken back to where there are as many. */
const fewest = 5;

/** Stages from which it is followed where households go, in order: every enquiry is in the first. */
export const followedStages = [
  'RECEIVED',
  'INITIAL-VISIT',
  'APPLICATION',
  'STAGE1-START',
  'STAGE2-START',
  'PANEL',
] as const;

/** New enquiries are reckoned with as they came in so many days. */
const rateDays = 365;

/** What comes of households, by how they fared before. */
interface Ways {
  /** By stage, from the day they reached it. */
  readonly arrivals: ReadonlyMap<string, Arrival>;
  readonly ofEnquiries: Arrival;
}

function waysOf({ stays, came, daysLeft }: ForecastFacts): Ways {
  const longest = Math.max(daysLeft, ...came.map(({ daysAgo }) => daysAgo));
  const arrivals = arrivalsOf(followedStages, stays, longest);
  return { arrivals, ofEnquiries: arrivals.get(followedStages[0]) ?? [] };
}

/** The chance of whoever has been in a stage for so many days to be approved within those that are left. */
function chanceOf(
  { stays, daysLeft }: ForecastFacts,
  { arrivals }: Ways,
  { stage, age }: OpenCases,
): number {
  const those = stays.get(stage) ?? [];
  const passages = passagesFrom(those, ageFollowed(those, age));
  return arrivedWithin(passages, arrivals, daysLeft);
}

/** The age itself, or the last one to which enough stayed. */
function ageFollowed(stays: readonly Stay[], age: number): number {
  const sorted = stays.toSorted((one, other) => other.days - one.days);
  let atRisk = 0;
  for (const { days, households } of sorted) {
    atRisk += households;
    if (atRisk >= fewest) return Math.min(age, days);
  }
  return 0;
}

/** How many enquiries come in a day, and for how many days they have come. */
function pace(came: readonly CameOn[]) {
  const days = Math.max(0, ...came.map(({ daysAgo }) => daysAgo + 1));
  const lately = came.filter(({ daysAgo }) => daysAgo < rateDays);
  const enquiries = sumOf(lately.map((each) => each.enquiries));
  return { days, enquiriesADay: days > 0 ? enquiries / Math.min(rateDays, days) : 0 };
}

/** Approvals to be expected of enquiries that come evenly until the end of the year, by the quarter in which they will come. */
function expectedOfNew(
  daysLeft: number,
  { ofEnquiries }: Ways,
  enquiriesADay: number,
): readonly number[] {
  return Array.from({ length: Math.ceil(daysLeft / cohortDays) }, (_, quarter) => {
    // Whoever enquires tomorrow has a day less.
    const most = daysLeft - quarter * cohortDays;
    const within = ofEnquiries.slice(Math.max(0, most - cohortDays), most);
    return sumOf(within) * enquiriesADay;
  });
}

/** The chance of each open case. */
const chancesOf = (facts: ForecastFacts, ways: Ways) =>
  facts.open.map((cases) => ({ ...cases, chance: chanceOf(facts, ways, cases) }));

type Chances = ReturnType<typeof chancesOf>;

function partsOf(cases: Chances): readonly ForecastPart[] {
  const byStage = new Map<string, ForecastPart>();
  for (const { stage, households, chance } of cases) {
    const before = byStage.get(stage) ?? { stage, open: 0, expected: 0 };
    byStage.set(stage, {
      stage,
      open: before.open + households,
      expected: before.expected + chance * households,
    });
  }
  return [...byStage.values()];
}

/** Of those who came in each quarter: who has been approved, beside how many would have been like all others. */
function approvedByQuarter(came: readonly CameOn[], { ofEnquiries }: Ways): readonly CohortCount[] {
  const byQuarter = Map.groupBy(came, ({ daysAgo }) => Math.floor(daysAgo / cohortDays));
  return [...byQuarter.values()].map((days) => {
    const count = { observed: 0, expected: 0, variance: 0 };
    for (const { daysAgo, enquiries, approved } of days) {
      const chance = ofEnquiries[daysAgo] ?? 0;
      count.observed += approved;
      count.expected += enquiries * chance;
      count.variance += enquiries * chance * (1 - chance);
    }
    return count;
  });
}

/** Of each quarter, the last first: the enquiries that came, beside what its days would have brought at the average. */
function enquiriesByQuarter(came: readonly CameOn[], days: number): readonly CohortCount[] {
  const average = sumOf(came.map(({ enquiries }) => enquiries)) / days;
  return Array.from({ length: Math.ceil(days / cohortDays) }, (_, quarter) => {
    const those = came.filter(({ daysAgo }) => Math.floor(daysAgo / cohortDays) === quarter);
    const expected = average * Math.min(cohortDays, days - quarter * cohortDays);
    const observed = sumOf(those.map(({ enquiries }) => enquiries));
    return { observed, expected, variance: expected };
  });
}

/** What a forecast is reckoned from. */
interface Reckoned {
  readonly ways: Ways;
  readonly cases: Chances;
  /** Approvals expected of enquiries still to come, by quarter. */
  readonly fresh: readonly number[];
  /** For how many days enquiries have come. */
  readonly days: number;
}

/**
 * How far approvals may lie from what is expected besides by chance, because quarters differ: each quarter's open cases by their
 * log odds, each quarter still to come by the number of its enquiries too, and all of them by what the past does not tell.
 * Unit: households (a standard deviation).
 */
function deviationOf({ came }: ForecastFacts, { ways, cases, fresh, days }: Reckoned): number {
  const approved = approvedByQuarter(came, ways);
  const enquiries = enquiriesByQuarter(came, days);
  const [apart, cameApart] = [spreadBetween(approved), spreadBetween(enquiries)];
  // How many approvals more there are where the log odds are one more: p(1 − p) of each open case, and all that is rare.
  const open = [...Map.groupBy(cases, ({ cohort }) => cohort).values()].map((those) =>
    sumOf(those.map(({ chance, households }) => households * chance * (1 - chance))),
  );
  const all = [...open, ...fresh];
  const lately = enquiries.slice(0, rateDays / cohortDays);
  return Math.sqrt(
    apart * sumOfSquares(all) +
      cameApart * sumOfSquares(fresh) +
      errorOf(approved, apart) * sumOf(all) ** 2 +
      errorOf(lately, cameApart) * sumOf(fresh) ** 2,
  );
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

const sumOfSquares = (numbers: readonly number[]) => sumOf(numbers.map((number) => number ** 2));

/**
 * Approvals to be expected in a year: those there are, each open case with the chance that cases of its stage and age have had,
 * and what new enquiries will bring. The interval holds chance, how far quarters have differed (`spreadBetween`), and how little
 * a short past tells. It does not know of what was never seen: a campaign, a rule or a fee that changes how households fare
 * from now on.
 *
 * @param intervalLevel how often the interval should hold. Unit: percent.
 */
export function forecastYear(facts: ForecastFacts, intervalLevel = 80): Forecast {
  const { approvedSoFar, daysLeft, came } = facts;
  const { enquiriesADay, days } = pace(came);
  const ways = waysOf(facts);
  const cases = chancesOf(facts, ways);
  const parts = partsOf(cases);
  const fresh = expectedOfNew(daysLeft, ways, enquiriesADay);
  const fromNew = sumOf(fresh);

  let likely: Likely = { from: approvedSoFar, chances: [1] };
  for (const { chance, households } of cases) likely = withHouseholds(likely, chance, households);
  if (fromNew > 0) likely = added(likely, poisson(fromNew));
  likely = added(likely, spreadOut(deviationOf(facts, { ways, cases, fresh, days })));
  const tail = (1 - intervalLevel / 100) / 2;
  const most = fromNew > 0 ? Number.POSITIVE_INFINITY : approvedSoFar + openOf(cases);
  const bounded = (count: number) => Math.min(most, Math.max(approvedSoFar, count));
  return {
    approvedSoFar,
    expected: parts.reduce((sum, part) => sum + part.expected, approvedSoFar + fromNew),
    low: bounded(quantile(likely, tail)),
    high: bounded(quantile(likely, 1 - tail)),
    ...{ intervalLevel, parts, fromNew, enquiriesADay },
    quarters: Math.floor(days / cohortDays),
  };
}

const openOf = (cases: Chances) => sumOf(cases.map(({ households }) => households));
