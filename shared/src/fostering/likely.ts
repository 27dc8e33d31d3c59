/** How likely each number is, from one number on; numbers that hardly ever come are left out. */
export interface Likely {
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

/** The same with so many households, each of which comes with a chance or does not. */
export function withHouseholds(likely: Likely, chance: number, households: number): Likely {
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
export function poisson(mean: number): Likely {
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

/** How likely each whole number around none is that is spread with a deviation (normal); none alone where there is none. */
export function spreadOut(deviation: number): Likely {
  const reach = Math.ceil(7 * deviation);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, nth) =>
    deviation > 0 ? Math.exp(-0.5 * ((nth - reach) / deviation) ** 2) : 1,
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return trimmed(
    -reach,
    weights.map((weight) => weight / all),
  );
}

/** How likely each sum is. */
export function added(one: Likely, other: Likely): Likely {
  const sums = new Array<number>(one.chances.length + other.chances.length - 1).fill(0);
  for (const [first, chance] of one.chances.entries()) {
    for (const [second, more] of other.chances.entries()) {
      sums[first + second] = (sums[first + second] ?? 0) + chance * more;
    }
  }
  return trimmed(one.from + other.from, sums);
}

/** The least number that is not exceeded with a probability. */
export function quantile({ from, chances }: Likely, probability: number): number {
  let sum = 0;
  const place = chances.findIndex((chance) => {
    sum += chance;
    return sum >= probability;
  });
  return from + (place < 0 ? chances.length - 1 : place);
}
