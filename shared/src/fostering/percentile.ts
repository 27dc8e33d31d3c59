/** So many things of one size. */
export interface Counted {
  readonly value: number;
  readonly count: number;
}

/**
 * The value below which a share of all lies, as PostgreSQL's `percentile_cont` gives it: between two values it lies as far as
 * the share says. Null where there are none.
 *
 * @param share 0.5 is the median, 0.9 the 90th percentile.
 */
export function percentileOf(counted: readonly Counted[], share: number): number | null {
  const sorted = counted
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => one.value - other.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const place = share * (total - 1);
  const below = nth(sorted, Math.floor(place));
  return below + (nth(sorted, Math.ceil(place)) - below) * (place - Math.floor(place));
}

/** The value at a place, from 0, of values in order. */
function nth(sorted: readonly Counted[], place: number): number {
  let before = 0;
  for (const { value, count } of sorted) {
    before += count;
    if (place < before) return value;
  }
  throw new RangeError(`There is no value at ${place}.`);
}
