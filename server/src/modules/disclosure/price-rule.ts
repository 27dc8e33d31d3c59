import type { Insider } from './insiders.ts';
import { heldExactly } from './insiders.ts';

/** Fewest organisations whose money may make one figure. */
const fewestContributors = 3;

/** How closely anybody may come to the largest contributor they do not know: the p of the p% rule. Unit: share of it. */
const closest = 0.1;

/** What one authority brings. */
export interface Payment {
  /** GSS code. */
  readonly authority: string;
  /** Id of whoever answers for it: one contributor, however many authorities it answers for. */
  readonly organisation: string;
  /** Unit: pounds. */
  readonly pounds: number;
}

/**
 * Whether a sum or an average of money may be released: at least three contributors, and to each organisation, with its own
 * figures and those that agreements show it exactly, either nothing of it is unknown or there are two whom it does not know,
 * and what these bring besides the largest is at least a tenth of that: nobody works the largest out to within a tenth.
 *
 * @param payments those that bring nothing do not count.
 */
export function moneyMayBeReleased(
  payments: readonly Payment[],
  insiders: readonly Insider[] = [],
): boolean {
  if (unknownTo(new Set(), payments).length < fewestContributors) return false;
  return heldExactly(payments, insiders)
    .values()
    .every((held) => {
      const [largest, ...others] = unknownTo(held, payments);
      if (largest === undefined) return true;
      return others.reduce((sum, each) => sum + each, 0) >= closest * largest;
    });
}

/** What contributors bring whom somebody does not know, the largest first. */
function unknownTo(held: ReadonlySet<string>, payments: readonly Payment[]): readonly number[] {
  const unknown = payments.filter(({ authority }) => !held.has(authority));
  return [...Map.groupBy(unknown, ({ organisation }) => organisation).values()]
    .map((theirs) => Math.abs(theirs.reduce((sum, { pounds }) => sum + pounds, 0)))
    .filter((each) => each > 0)
    .toSorted((one, other) => other - one);
}
