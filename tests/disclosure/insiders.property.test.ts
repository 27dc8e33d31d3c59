import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowestOf, toldBy } from './attack.ts';
import { outcomeOf, ruleOnly, suppressedIn } from './outcome.ts';
import type { Region } from './region.ts';
import { anyRegion, problemOf, withProvider } from './region.ts';
import { regionsOf } from './sample.ts';

const regions = regionsOf(10);

/** Everybody, the provider, and some of the members and pairs. */
const asked = ({ attackers }: ReturnType<typeof problemOf>, seed: number) =>
  attackers.filter(
    ({ kind }, nth) =>
      kind === 'public' || kind === 'provider' || (nth * 7 + seed) % attackers.length < 4,
  );

/** Nothing is shown but what the rule prints, and what is c. */
function expectRule(problem: ReturnType<typeof problemOf>, shown: readonly unknown[]) {
  const byRule = ruleOnly(problem);
  const otherwise = shown.filter((figure, nth) => figure !== 'c' && figure !== byRule[nth]);
  const told = shown.filter((figure, nth) => figure === 'c' && byRule[nth] === 0);

  expect({ otherwise, told }).toEqual({ otherwise: [], told: [] });
}

async function expectBars(region: Region): Promise<void> {
  const problem = withProvider(problemOf(region), region.seed);

  const { shown, refused } = await outcomeOf(problem);

  expect({ region, refused }).toEqual({ region, refused: null });
  expectRule(problem, shown);
  const told = toldBy(problem, shown);
  const suppressed = suppressedIn(problem, shown);
  const narrowed = asked(problem, region.seed)
    .map((attacker) => ({
      attacker: attacker.name,
      bar: attacker.width,
      width: narrowestOf({ problem, told, attacker }, suppressed),
    }))
    .filter(({ bar, width }) => width !== null && width < bar);
  expect({ region, narrowed }).toEqual({ region, narrowed: [] });
}

test(
  'nobody narrows a c below their bar: neither everybody, nor a member or provider, nor two members',
  async () => {
    await fc.assert(fc.asyncProperty(anyRegion({ authorities: 12, leaves: 60 }), expectBars), {
      numRuns: regions,
      endOnFailure: true,
    });
  },
  regions * 60_000,
);
