import { describe, expect, test } from 'vitest';
import { certified } from './audit.ts';
import { knowledgeOf } from './knowledge.ts';
import { protect } from './protect.ts';
import type { Attacker } from './release-problem.ts';
import { AuditFailed } from './release-problem.ts';
import { tableOf } from './table.fixture.ts';
import type { Witness } from './witness.ts';
import { witnessOf } from './witness.ts';

const problem = tableOf([
  [20, 3],
  [30, 40],
  [50, 60],
]);
const work = { seconds: 1 };

/** As a table that differs so from the true one would be handed in. */
const handedIn = (...change: (readonly [number, number])[]): Witness => ({
  variables: Int32Array.from(change, ([variable]) => variable),
  changes: Int32Array.from(change, ([, by]) => by),
  rows: new Int32Array(),
  rowChanges: new Int32Array(),
});

describe('a certificate', () => {
  test('is not given without proof', async () => {
    const { shown } = await protect(problem);

    expect(() => certified(problem, shown, [], work)).toThrow(AuditFailed);
  });

  test('is not given by tables that do not agree with what is shown', async () => {
    const { shown } = await protect(problem);

    expect(() => certified(problem, shown, [handedIn([1, 5])], work)).toThrow(AuditFailed);
  });

  test('is not given by a table that a member can rule out', () => {
    const shown = problem.cells.map(() => 'c' as const);
    const each = problem.variables.map((_, variable) => handedIn([variable, 4]));
    const withTheirs = [0, 1, 2, 3, 5].map((variable) => handedIn([variable, 4], [4, 4]));

    expect(certified(problem, shown, each, work).certificate.narrowestInterval).toBe(4);
    expect(() => certified(problem, shown, withTheirs, work)).toThrow(/member 2/);
  });
});

test('a certificate is not given by a table that a provider can rule out', () => {
  const provider: Attacker = {
    name: 'a provider',
    kind: 'provider',
    knows: [],
    atLeast: [[0, 18]],
    width: 4,
  };
  const shown = problem.cells.map(() => 'c' as const);
  const asked = { ...problem, attackers: [provider] };
  const up = problem.variables.map((_, variable) => handedIn([variable, 4]));
  const others = [1, 2, 3, 4, 5].map((variable) => handedIn([variable, 4], [0, -4]));
  const down = [handedIn([0, -4]), ...others];

  expect(certified(asked, shown, up, work).certificate.suppressed).toBe(shown.length);
  expect(() => certified(asked, shown, down, work)).toThrow(/a provider/);
});

describe('a table is no witness', () => {
  const knowledge = knowledgeOf(
    problem,
    problem.cells.map(() => 'c' as const),
  );

  test('where it is not in whole numbers of at least 0', () => {
    expect(witnessOf(knowledge, [[0, 0.5]])).toBeNull();
    expect(witnessOf(knowledge, [[1, -4]])).toBeNull();
  });

  test('where a figure that is c would be 0', () => {
    expect(witnessOf(knowledge, [[1, -3]])).toBeNull();
    expect(witnessOf(knowledge, [[1, -2]])).not.toBeNull();
  });

  test('where it breaks what links say', () => {
    const linked = knowledgeOf(
      { ...problem, links: [{ plus: [0], minus: [2], difference: -10 }] },
      problem.cells.map(() => 'c' as const),
    );

    expect(witnessOf(linked, [[0, 1]])).toBeNull();
    expect(
      witnessOf(linked, [
        [0, 1],
        [2, 1],
      ]),
    ).not.toBeNull();
  });
});
