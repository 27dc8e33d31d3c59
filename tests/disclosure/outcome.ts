import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import type { ReleaseProblem } from '@sufficiency/server/modules/disclosure/release-problem.ts';

/** What became of a release: what is shown, and why not. */
export interface Outcome {
  readonly shown: readonly (number | 'c' | null)[];
  readonly refused: string | null;
}

/** Protects a release; a refusal is an outcome too. */
export async function outcomeOf(problem: ReleaseProblem): Promise<Outcome> {
  try {
    return { shown: (await protect(problem)).shown, refused: null };
  } catch (error) {
    return { shown: [], refused: String(error) };
  }
}

/** Figures that are shown as c. */
export const suppressedIn = (
  { cells }: ReleaseProblem,
  shown: Outcome['shown'],
): readonly (readonly number[])[] =>
  cells.filter((_, nth) => shown[nth] === 'c').map(({ of }) => of);

/** What the rule alone prints, worked out apart from the engine; null for c. */
export const ruleOnly = ({ cells, variables }: ReleaseProblem): (number | null)[] =>
  cells.map(({ of }) => {
    const count = of.reduce((sum, variable) => sum + (variables[variable] ?? 0), 0);
    if (count === 0) return 0;
    return count < 8 ? null : 5 * Math.round(count / 5);
  });
