import type { Attacker } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { expect, test } from 'vitest';
import { solve } from 'yalps';
import type { Attack } from './attack.ts';
import { narrowestOf, toldBy } from './attack.ts';
import { ruleOnly, suppressedIn } from './outcome.ts';
import { problemOf } from './region.ts';

const everybody: Attacker = { name: 'everybody', kind: 'public', knows: [], width: 4 };

/** How far apart a figure's least and most are by the other solver, without regard to whole numbers; up to the bar. */
function otherWidth({ problem, told, attacker }: Attack, of: readonly number[]): number {
  const constraints = told.map(({ least, most }, nth) => [`r${nth}`, { min: least, max: most }]);
  const variables = problem.variables.map((_, variable) => {
    const rows = told.flatMap((sum, nth) => (sum.of.includes(variable) ? [[`r${nth}`, 1]] : []));
    return [`x${variable}`, { ...Object.fromEntries(rows), aim: of.includes(variable) ? 1 : 0 }];
  });
  const model = {
    objective: 'aim',
    constraints: Object.fromEntries(constraints),
    variables: Object.fromEntries(variables),
  };
  const [most, least] = (['maximize', 'minimize'] as const).map((direction) => {
    const { status, result } = solve({ ...model, direction });
    return status === 'unbounded' ? Infinity : Math.round(result);
  });
  return Math.min(attacker.width, (most ?? 0) - (least ?? 0));
}

test.each([1, 2, 3, 4, 5, 6])('two solvers agree on a table in two dimensions (%d)', (seed) => {
  const problem = problemOf({ codes: [3, 4], mean: 6, seed });
  const shown = ruleOnly(problem).map((figure) => figure ?? ('c' as const));
  const attack = { problem, told: toldBy(problem, shown), attacker: everybody };
  const suppressed = suppressedIn(problem, shown);

  const widths = suppressed.map((of) => narrowestOf(attack, [of]));

  expect(widths).toEqual(suppressed.map((of) => otherWidth(attack, of)));
});
