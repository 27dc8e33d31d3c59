/** How far prices can be from what they are, to somebody who does not know them. Unit: share of each. */
export interface PriceRoom {
  readonly up: Float64Array;
  readonly down: Float64Array;
}

/** What is left of a sum by arithmetic in binary. Unit: share of it. */
const tolerance = 1e-9;
/** With less room than this to move the other way, a price that is to move is looked at by itself. Unit: share of its room. */
const leastReach = 0.1;

/**
 * Whether each of some unknown prices could be so much higher, or lower, without any sum changing: looks for other prices
 * that prove it, the nearest to the true ones, and checks each sum of them anew. What is not found is not proved, whether or
 * not there are any.
 *
 * @param sums what each price brings to each sum. Unit: pounds.
 * @param by how far each is to differ; 0 where it need not. Unit: share of it.
 */
export function canAllDiffer(
  sums: readonly Float64Array[],
  { up, down }: PriceRoom,
  by: Float64Array,
): boolean {
  // The others move the other way, the further the more room they have.
  const reach = by.some((each) => each > 0) ? down : up;
  const told = independent(weighed(sums, reach));
  return by.every((move, target) => {
    if (move === 0) return true;
    const isStuck = at(reach, target) < at(down, target) * leastReach;
    const freed = isStuck ? reach.with(target, at(down, target)) : reach;
    const others = nearest(isStuck ? independent(weighed(sums, freed)) : told, freed, {
      target,
      move,
    });
    return (
      others?.every((share, nth) => share >= -at(down, nth) && share <= at(up, nth)) &&
      sums.every((parts) => isUnchanged(parts, others))
    );
  });
}

const weighed = (sums: readonly Float64Array[], reach: Float64Array) =>
  sums.map((parts) => parts.map((part, nth) => part * at(reach, nth)));

const at = (numbers: Float64Array, nth: number): number => numbers[nth] ?? 0;

/** Directions at right angles, of length 1, that say together what the sums say. */
function independent(sums: readonly Float64Array[]): readonly Float64Array[] {
  const directions: Float64Array[] = [];
  for (const parts of sums) {
    const rest = Float64Array.from(parts);
    for (const direction of directions) addTimes(rest, direction, -dot(rest, direction));
    const length = Math.sqrt(dot(rest, rest));
    if (length <= tolerance * Math.sqrt(dot(parts, parts))) continue;
    directions.push(rest.map((each) => each / length));
  }
  return directions;
}

/** By what share each price differs where one moves and the others move least; null where that one cannot move. */
function nearest(
  directions: readonly Float64Array[],
  reach: Float64Array,
  { target, move }: { readonly target: number; readonly move: number },
): Float64Array | null {
  const free = new Float64Array(reach.length);
  free[target] = 1;
  for (const direction of directions) addTimes(free, direction, -at(direction, target));
  const own = at(free, target) * at(reach, target);
  if (own <= tolerance) return null;
  return free.map((each, nth) => (nth === target ? move : (each * at(reach, nth) * move) / own));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let nth = 0; nth < one.length; nth += 1) sum += at(one, nth) * at(other, nth);
  return sum;
}

function addTimes(to: Float64Array, of: Float64Array, times: number): void {
  for (let nth = 0; nth < to.length; nth += 1) to[nth] = at(to, nth) + at(of, nth) * times;
}

function isUnchanged(parts: Float64Array, shares: Float64Array): boolean {
  const size = parts.reduce((sum, part) => sum + part, 0);
  return Math.abs(dot(parts, shares)) <= tolerance * size;
}
