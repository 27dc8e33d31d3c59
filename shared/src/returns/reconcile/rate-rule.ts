import type { Figure, Grid } from './grid.ts';
import { isFigure, placesOf } from './grid.ts';
import type { Interval } from './interval.ts';
import { meet, ratioOf } from './interval.ts';
import { rateBase } from './line-words.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import { quote } from './words.ts';

interface RatePair {
  readonly rate: Figure;
  readonly count: Figure;
  readonly label: string;
  /** How many people there must be. Never shown: it may be what a symbol elsewhere keeps back. */
  readonly population: Interval;
}

/** Rates of one population, each beside the count it was made from: they must all imply that population. */
export function checkRates(grid: Grid): Outcome {
  const pairs = pairsByLabel(grid);
  if (pairs.length < 2) return outcome(0);
  return together(
    grid.lists.map((_, list) => {
      const known = pairs.flatMap((pair) => ratePair(grid, list, pair) ?? []);
      const [first, ...others] = known;
      if (!first) return outcome(0);
      const wrong = others.filter(({ population }) => !meet(population, first.population));
      return outcome(
        others.length,
        wrong.map((other) => findingOf(grid, list, first, other)),
      );
    }),
  );
}

interface LabelPair {
  readonly rate: number;
  readonly count: number;
  readonly base: number;
}

/** “LAC at 31 March” beside “LAC at 31 March per 10,000”. */
function pairsByLabel({ items }: Grid): LabelPair[] {
  const bases = items.map(({ label }) => rateBase(label));
  const lower = items.map(({ label }) => label.toLowerCase());
  return items.flatMap(({ label }, rate) => {
    const base = bases[rate] ?? null;
    const stem = label.replace(/\s*\bper\s+\d.*$/iu, '').toLowerCase();
    if (base === null || stem === '') return [];
    const count = lower.findIndex((other, at) => bases[at] === null && other.startsWith(stem));
    return count === -1 ? [] : [{ rate, count, base }];
  });
}

function ratePair(grid: Grid, list: number, pair: LabelPair): RatePair | null {
  const [rate, count] = [grid.at(list, pair.rate), grid.at(list, pair.count)];
  if (!isFigure(rate) || !isFigure(count) || rate.unit !== 'rate' || count.unit !== 'count') {
    return null;
  }
  const population = ratioOf(count, rate, pair.base);
  return population && { rate, count, population, label: grid.items[pair.rate]?.label ?? '' };
}

function findingOf(grid: Grid, list: number, one: RatePair, other: RatePair): ReconcileFinding {
  const where = quote(grid.lists[list]?.label ?? '');
  return {
    rule: 'rate',
    severity: 'query',
    cells: placesOf([other.rate, other.count, one.rate, one.count]),
    printed: other.rate.text,
    expected: null,
    difference: null,
    sentence: `In ${where} no one population gives both ${one.rate.text} for ${one.count.text} (${quote(one.label)}) and ${other.rate.text} for ${other.count.text} (${quote(other.label)}).`,
  };
}
