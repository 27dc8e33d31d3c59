import type { DisclosureRule, KnownInterval } from './release-problem.ts';

/** The weakest rule there is: an agreement may ask for more, never for less. */
export const weakestRule: DisclosureRule = { minimumCount: 8, rounding: 5 };

/** The rule that satisfies each of several agreements, and is never weaker than the weakest. */
export function strictestRule(asked: readonly Partial<DisclosureRule>[]): DisclosureRule {
  const all = [weakestRule, ...asked];
  return {
    minimumCount: Math.max(...all.map(({ minimumCount }) => minimumCount ?? 0)),
    rounding: Math.max(...all.map(({ rounding }) => rounding ?? 0)),
  };
}

/** A count as the rule prints it, where nothing else needs it to be c. Unit: as the count. */
export function printed({ minimumCount, rounding }: DisclosureRule, count: number): number | 'c' {
  if (count === 0) return 0;
  if (count < minimumCount) return 'c';
  return rounded(rounding, count);
}

/** To the nearest multiple, a half upwards; what is not 0 is never printed as 0. */
const rounded = (rounding: number, count: number) =>
  Math.max(1, Math.floor((2 * count + rounding) / (2 * rounding))) * rounding;

/** Which counts the rule prints so: what everybody can tell of a figure. c: at least 1, no upper bound. */
export function intervalOf(rule: DisclosureRule, shown: number | 'c'): KnownInterval {
  if (shown === 'c') return { least: 1, most: null };
  if (shown === 0) return { least: 0, most: 0 };
  const reach = Math.ceil(rule.rounding / 2);
  const near = Array.from({ length: 2 * reach + 1 }, (_, nth) => shown - reach + nth);
  const counts = near.filter((count) => printed(rule, count) === shown);
  return { least: Math.min(...counts), most: Math.max(...counts) };
}

/**
 * A share worked out from what is printed, so that it tells nothing that its two counts do not tell.
 *
 * @returns whole percent; c where either count is; z where there is nothing to divide by.
 */
export function releasedShare(part: number | 'c', base: number | 'c'): number | 'c' | 'z' {
  if (part === 'c' || base === 'c') return 'c';
  return base === 0 ? 'z' : Math.round((100 * part) / base);
}
