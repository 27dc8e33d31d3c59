import { hash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers that look random, and are the same whenever they are drawn in the same order under the same name. */
export interface Chance {
  /** A number from 0 up to, but not, 1. */
  share(): number;
  /** A whole number between two, both included. */
  between(from: number, to: number): number;
  /** A number about a mean, hardly ever further from it than three times the spread. */
  about(mean: number, spread: number): number;
  /** How often something came about that comes about `mean` times on average. */
  count(mean: number): number;
  /** One of the codes that have weights, each as often as its weight says. */
  weighed(weights: Readonly<Record<string, number>>): string;
}

/** Above this mean, counts are drawn from the normal distribution that they then come close to. */
const manyEvents = 30;

/** The chance that goes by a name, for example `E06000015 placements 2026-09`. */
export function chanceOf(name: string): Chance {
  const generator = xoroshiro128plus(hash('sha1', name, 'buffer').readInt32LE());
  const share = () => uniformFloat64(generator);
  // The sum of twelve uniform numbers is close to a normal one of spread 1.
  const about = (mean: number, spread: number) => {
    let sum = -6;
    for (let drawn = 0; drawn < 12; drawn += 1) sum += share();
    return mean + spread * sum;
  };
  return {
    share,
    about,
    between: (from, to) => uniformInt(generator, from, to),
    count: (mean) => {
      if (mean > manyEvents) return Math.max(0, Math.round(about(mean, Math.sqrt(mean))));
      const end = Math.exp(-mean);
      let events = 0;
      for (let product = share(); product > end; product *= share()) events += 1;
      return events;
    },
    weighed: (weights) => {
      let left = share() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
      const found = Object.entries(weights).find(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      return found?.[0] ?? '';
    },
  };
}
