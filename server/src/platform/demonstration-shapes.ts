import type { Chance } from './demonstration-chance.ts';
import { chanceOf } from './demonstration-chance.ts';

/**
 * Divides a whole number by weights into whole numbers that add up to it: each gets what its weight is due rounded
 * down, and those who lost most by that get what is left.
 */
export function apportion(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) throw new RangeError('Weights to divide by must not all be nothing.');
  const due = weights.map((weight) => (total * weight) / sum);
  const parts = due.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byLoss = due
    .map((exact, index) => ({ index, loss: exact - Math.floor(exact) }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** How many there are of each code. */
export type Counts = Readonly<Record<string, number>>;

/** How much each code weighs beside the others. */
export type Weights = Readonly<Record<string, number>>;

/** How far a weight moves from its mean in a year at most, as a share of it. */
const yearlyDrift = 0.05;

/**
 * Weights as they are in a month: each swings slowly about its mean, in a rhythm of its own, so that what is divided
 * by them moves by ones and twos and not by leaps.
 *
 * @param month counted from the first of the demonstration, which is 0.
 * @param swing how far a weight swings, as a share of it.
 */
function drifting(
  weights: Weights,
  { name, month, swing }: { name: string; month: number; swing: number },
): readonly number[] {
  const chance = chanceOf(name);
  return Object.values(weights).map((weight) => {
    const level = 1 + swing * (chance.share() - 0.5);
    const rhythm = chance.between(9, 27);
    const phase = chance.share();
    const drift = (2 * chance.share() - 1) * yearlyDrift * (month / 12);
    const wave = swing * Math.sin(2 * Math.PI * (month / rhythm + phase));
    return weight * Math.max(0.05, level + wave + drift);
  });
}

/** Divides what there is on a day: by weights that move slowly from month to month. */
export function divided(
  total: number,
  weights: Weights,
  how: { readonly name: string; readonly month: number; readonly swing: number },
): Counts {
  return byCode(weights, apportion(total, drifting(weights, how)));
}

/** Divides what happened in a month: each of the events falls to a code by chance. */
export function scattered(total: number, weights: Weights, chance: Chance): Counts {
  const counts: Record<string, number> = { ...byCode(weights, []) };
  for (let event = 0; event < total; event += 1) {
    const code = chance.weighed(weights);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

const byCode = (weights: Weights, parts: readonly number[]): Counts =>
  Object.fromEntries(Object.keys(weights).map((code, index) => [code, parts[index] ?? 0]));

/** How many there are of all codes together. */
export const sumOf = (counts: Counts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The sum over several breakdowns by the same codes. */
export function added(all: readonly Counts[]): Counts {
  const sums: Record<string, number> = {};
  for (const [code, count] of all.flatMap((counts) => Object.entries(counts))) {
    sums[code] = (sums[code] ?? 0) + count;
  }
  return sums;
}
