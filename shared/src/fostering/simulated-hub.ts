import type { ForecastFacts } from './forecast.ts';
import { cohortDays, followedStages } from './forecast.ts';
import type { Way } from './known-ways.ts';
import { knownOn } from './known-ways.ts';

/** A hub whose quarters differ more than chance would have them. */
export interface SimulatedHub {
  readonly enquiriesADay: number;
  /** Days from its first enquiry to the day a forecast is made. */
  readonly past: number;
  /** Days from that day to the end of the year. */
  readonly daysLeft: number;
  /** How far quarters lie apart: deviations of the logarithm of enquiries, and of the log odds of approval. */
  readonly apart: { readonly enquiries: number; readonly approvals: number };
}

/** What is known on the day a forecast is made, and what came. */
export interface SimulatedYear {
  readonly facts: ForecastFacts;
  /** Households approved from that day to the end of the year. */
  readonly came: number;
}

/** Steps from each stage: the share that goes on, and how long it takes them, or whoever leaves. Unit: days. */
const steps = [
  { share: 0.45, days: 25, leaving: 40 },
  { share: 0.6, days: 25, leaving: 40 },
  { share: 0.85, days: 14, leaving: 30 },
  { share: 0.75, days: 60, leaving: 60 },
  { share: 0.85, days: 60, leaving: 60 },
  { share: 0.95, days: 14, leaving: 14 },
] as const;

/** How many log odds of all steps together one of each of them is. */
const ofAllSteps = steps.reduce((sum, { share }) => sum + 1 - share, 0);

/** Numbers from 0 to 1, always the same ones of a seed (Mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A hub's past and the rest of its year, always the same of a seed. */
export function simulatedYear(hub: SimulatedHub, seed: number): SimulatedYear {
  const ways = waysOf(hub, numbersFrom(seed));
  const { daysLeft } = hub;
  const came = ways.filter(({ end }) => end?.isApproved && end.day > 0 && end.day <= daysLeft);
  return { facts: { approvedSoFar: 0, daysLeft, ...knownOn(ways, 0) }, came: came.length };
}

function waysOf({ past, daysLeft, apart, enquiriesADay }: SimulatedHub, next: () => number): Way[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  // Calendar quarters do not begin on the day a forecast is made.
  const offset = Math.floor(next() * cohortDays);
  const quarters = Array.from(
    { length: Math.ceil((past + daysLeft + offset) / cohortDays) },
    () => ({
      many: enquiriesADay * Math.exp(apart.enquiries * normal() - apart.enquiries ** 2 / 2),
      odds: (apart.approvals * normal()) / ofAllSteps,
    }),
  );
  return Array.from({ length: past + daysLeft }, (_, nth) => nth).flatMap((nth) => {
    const { many = 0, odds = 0 } = quarters[Math.floor((nth + offset) / cohortDays)] ?? {};
    const day = nth - past;
    return Array.from({ length: byChance(many, next) }, () => wayOf(day, { odds, next }));
  });
}

/** So many as come by chance where a number is to be expected (Poisson). */
function byChance(mean: number, next: () => number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > least; product *= next()) count += 1;
  return count;
}

function wayOf(first: number, { odds, next }: { odds: number; next: () => number }): Way {
  const reached: { readonly stage: string; readonly day: number }[] = [];
  let day = first;
  for (const [nth, stage] of followedStages.entries()) {
    reached.push({ stage, day });
    const { share, days, leaving } = steps[nth] ?? steps[0];
    const goesOn = next() < 1 / (1 + ((1 - share) / share) * Math.exp(-odds));
    day += Math.round((goesOn ? days : leaving) * (0.3 - 0.7 * Math.log(1 - next())));
    if (!goesOn) return { reached, end: { day, isApproved: false }, backLoaded: false };
  }
  return { reached, end: { day, isApproved: true }, backLoaded: false };
}
