import type {
  ProblemCell,
  ReleaseProblem,
} from '@sufficiency/server/modules/disclosure/release-problem.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Told } from './attack.ts';
import { narrowestOf, toldBy } from './attack.ts';
import { linkedProblemOf } from './linked-region.ts';
import { outcomeOf, suppressedIn } from './outcome.ts';
import { chance } from './region.ts';
import { maxSkipsPerRun, regionsOf } from './sample.ts';

const regions = regionsOf(10);

/** Some figures are kept back, some are not shown, some are public. */
function withKinds(problem: ReleaseProblem, seed: number): ReleaseProblem {
  const next = chance(seed);
  const kinds: readonly Partial<ProblemCell>[] = [
    { kind: 'kept-back' },
    { kind: 'hidden' },
    { known: true },
  ];
  const cells = problem.cells.map((cell) => ({ ...cell, ...kinds[Math.floor(next() * 30)] }));
  return { ...problem, cells };
}

const countOf = ({ variables }: ReleaseProblem, { of }: ProblemCell) =>
  of.reduce((sum, variable) => sum + (variables[variable] ?? 0), 0);

/** What is public, exactly. */
const toldAnyway = (problem: ReleaseProblem): Told[] =>
  problem.cells
    .filter(({ known }) => known)
    .map((cell) => ({ of: cell.of, least: countOf(problem, cell), most: countOf(problem, cell) }));

/** Figures that are not public, nor the same as one that is once parts that are shown as 0 are left out. */
function toBeKept(problem: ReleaseProblem, told: readonly Told[]) {
  const noughts = new Set(told.filter(({ most }) => most === 0).flatMap(({ of }) => of));
  const rest = (of: readonly number[]) => of.filter((variable) => !noughts.has(variable)).join();
  const known = new Set(problem.cells.filter((cell) => cell.known).map(({ of }) => rest(of)));
  return (of: readonly number[]) => !known.has(rest(of));
}

/** Small figures that are not shown at all: nothing else may tell them. */
const hiddenIn = (problem: ReleaseProblem) =>
  problem.cells
    .filter(
      (cell) => cell.kind === 'hidden' && [1, 2, 3, 4, 5, 6, 7].includes(countOf(problem, cell)),
    )
    .map(({ of }) => of);

test(
  'what is kept back or not shown is kept from everybody through linked tables and public figures',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 5 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (authorities, seed) => {
          const linked = linkedProblemOf(authorities, seed, { tables: [3, 4], fewest: 15 });
          const problem = withKinds(linked, seed + 1);

          const { shown, refused } = await outcomeOf(problem);

          fc.pre(refused === null);
          const kinds = problem.cells.filter(
            ({ kind }, nth) =>
              (kind === 'kept-back' && shown[nth] !== 'c') ||
              (kind === 'hidden' && shown[nth] !== null),
          );
          expect({ seed, kinds }).toEqual({ seed, kinds: [] });
          const told = [...toldBy(problem, shown), ...toldAnyway(problem)];
          const figures = [...suppressedIn(problem, shown), ...hiddenIn(problem)].filter(
            toBeKept(problem, told),
          );
          const narrowed = problem.attackers
            .filter(({ kind }, nth) => kind === 'public' || nth % 4 === seed % 4)
            .map((attacker) => ({
              attacker: attacker.name,
              bar: attacker.width,
              width: narrowestOf({ problem, told, attacker }, figures),
            }))
            .filter(({ bar, width }) => width !== null && width < bar);
          expect({ authorities, seed, narrowed }).toEqual({ authorities, seed, narrowed: [] });
        },
      ),
      { numRuns: regions, maxSkipsPerRun, endOnFailure: true },
    );
  },
  regions * 60_000,
);
