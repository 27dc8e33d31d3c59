import { describe, expect, test } from 'vitest';
import { protect } from './protect.ts';
import { AuditFailed } from './release-problem.ts';
import { shownByKey, tableOf } from './table.fixture.ts';

/** The second code of `all` is 10, of which the first member knows 9 and the third has none. */
const tight = tableOf([
  [20, 9],
  [30, 1],
  [40, 0],
]);

describe('protecting a release', () => {
  test('shows what the rule prints where nobody can narrow anything', async () => {
    const problem = tableOf([
      [12, 31],
      [22, 3],
      [47, 0],
    ]);

    const { shown } = await protect(problem);

    expect(shownByKey(problem, shown)).toMatchObject({
      '0|0': 10,
      '0|1': 30,
      '1|1': 'c',
      '2|1': 0,
      'all|1': 35,
    });
  });

  test('suppresses a total from which a member would work a small number out', async () => {
    const { shown, certificate } = await protect(tight);

    expect(shownByKey(tight, shown)).toMatchObject({ '1|1': 'c', 'all|1': 'c', '0|1': 10 });
    expect(certificate.narrowestInterval).toBeGreaterThanOrEqual(4);
  });

  test('has one symbol for what is small and what is suppressed besides', async () => {
    const { shown } = await protect(tight);

    expect(new Set(shown)).toEqual(new Set([20, 10, 30, 'c', 40, 0, 90, 100]));
  });

  test('counts in its certificate what is shown and nothing else', async () => {
    const { shown, certificate } = await protect(tight);

    const suppressed = shown.filter((figure) => figure === 'c').length;
    expect(certificate).toMatchObject({
      cells: shown.length,
      suppressed,
      published: shown.length - suppressed,
      exactRecoveries: 0,
    });
  });

  test('does not look into what an attacker knows anyway', async () => {
    const { certificate } = await protect(tight);

    const cells = certificate.attackers.map((attacker) => [attacker.name, attacker.cells]);
    expect(Object.fromEntries(cells)).toMatchObject({
      everybody: 3,
      'member 0': 3,
      'member 1': 1,
    });
  });

  test('shows nothing of what is kept back, not even that it is 0', async () => {
    const problem = tableOf(
      [
        [20, 0],
        [30, 50],
        [40, 60],
      ],
      { '0|1': { kind: 'kept-back' }, '2|0': { kind: 'kept-back' } },
    );

    const { shown } = await protect(problem);

    expect(shownByKey(problem, shown)).toMatchObject({ '0|1': 'c', '2|0': 'c' });
  });

  test('keeps back a 0 that would tell a 0 that is kept back', async () => {
    const problem = tableOf(
      [
        [0, 0, 20],
        [30, 50, 20],
        [40, 60, 20],
      ],
      { '0|2': { of: [0, 1], kind: 'kept-back' } },
    );

    const { shown } = await protect(problem);

    expect(shownByKey(problem, shown)).toMatchObject({ '0|0': 'c', '0|1': 'c', '0|2': 'c' });
  });

  test('suppresses where a figure that is not shown would be told', async () => {
    const problem = tableOf(
      [
        [20, 9],
        [30, 1],
        [40, 0],
      ],
      { '1|1': { kind: 'hidden' } },
    );

    const { shown } = await protect(problem);

    expect(shownByKey(problem, shown)).toMatchObject({ '1|1': null, 'all|1': 'c' });
  });

  test('does not protect what is public anyway', async () => {
    const problem = tableOf(
      [
        [20, 9],
        [30, 1],
        [40, 0],
      ],
      { '1|1': { known: true } },
    );

    const { shown } = await protect(problem);

    expect(shownByKey(problem, shown)).toMatchObject({ '1|1': 'c', 'all|1': 10 });
  });

  test('suppresses again what an earlier release suppressed and this one would tell', async () => {
    const problem = tableOf(
      [
        [20, 9],
        [30, 8],
        [40, 0],
      ],
      { '1|1': { earlier: [{ least: 2, most: null }] } },
    );

    const { shown } = await protect(problem);

    expect(shownByKey(problem, shown)).toMatchObject({ '1|1': 'c' });
  });
});

describe('a release that cannot be protected', () => {
  const told = tableOf(
    [
      [20, 9],
      [30, 7],
      [40, 0],
    ],
    { '1|1': { earlier: [{ least: 6, most: 8 }] } },
  );

  test('is refused, with who could narrow a figure and why', async () => {
    const error = await protect(told).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(AuditFailed);
    expect(error).toMatchObject({
      attacker: 'everybody',
      why: expect.stringContaining(
        'earlier releases say too much of them; a draft among these can be withdrawn',
      ),
    });
  });

  test('is refused, or suppressed further, where the solver fails: never shown unproved', async () => {
    const { shown, certificate } = await protect(tight, { solver: async () => null });

    expect(shownByKey(tight, shown)).toMatchObject({ '1|1': 'c', 'all|1': 'c' });
    expect(certificate.narrowestInterval).toBeGreaterThanOrEqual(4);
  });

  test('is given up where it is stopped', async () => {
    const reason = new Error('Stopped.');

    await expect(protect(tight, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('taking the work up again', () => {
  test('ends with the same figures', async () => {
    const { shown } = await protect(tight);

    const again = await protect(tight, {
      checkpoint: { suppressed: ['1|1', 'all|1'], attackersDone: [] },
    });

    expect(again.shown).toEqual(shown);
  });

  test('gives back what need not have been suppressed', async () => {
    const { shown } = await protect(tight);

    const again = await protect(tight, {
      checkpoint: { suppressed: ['all|1', 'all|total', '0|total', '2|0'], attackersDone: [] },
    });

    expect(again.shown).toEqual(shown);
  });

  test('has said which figures were c and which attackers were through', async () => {
    const said: unknown[] = [];

    await protect(tight, { report: (progress) => said.push(progress) });

    expect(said.at(-1)).toMatchObject({
      checkpoint: {
        suppressed: ['1|1', '1|total', 'all|1'],
        attackersDone: ['everybody', 'member 0', 'member 1', 'member 2'],
      },
    });
  });
});
