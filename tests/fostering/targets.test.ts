import { beforeEach, describe, expect, test } from 'vitest';
import { done, refused } from '../providers/buying.ts';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { codes, givenEnquiries } from './arranged.ts';
import { at, derby, forgetCapacity, hub, nottingham } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(() => forgetCapacity(app.db));

const published = {
  consortium: 'd2n2',
  year: '2026-27',
  baselineApprovals: 54,
  upliftPercent: 89,
  enquiries: 660,
  conversionPercent: 15.45,
  approvals: 103,
  source: 'A test',
};

const set = (account: string, said: object = {}) =>
  done<{ version: number }>(app, account, {
    mutation: 'setFosteringTarget',
    input: { ...published, ...said },
  });

const refusal = (account: string, said: object) =>
  refused(app, account, { mutation: 'setFosteringTarget', input: { ...published, ...said } });

const targets = async (account: string, args = 'consortium: "d2n2"') =>
  (
    await app.as<{ fosteringTargets: Record<string, unknown>[] }>(
      account,
      `{ fosteringTargets(${args}) { authority { name } year approvals shared version
         check { agrees approvalsThatAgree explanation links { kind agrees approvals percentNeeded } }
         progress { until enquiries approvals synthetic } } }`,
    )
  ).data?.fosteringTargets;

describe('a target', () => {
  test('that contradicts itself is kept as it was stated, and explained', async () => {
    await set(hub);

    expect(await targets(hub)).toMatchObject([
      {
        authority: null,
        approvals: 103,
        check: {
          agrees: false,
          approvalsThatAgree: 102,
          explanation:
            '660 enquiries × 15.45 % is 102 approvals, not 103: 103 of 660 is 15.61 %. An uplift of 89 % on 54 is 102 approvals, not 103: 103 on 54 is 91 %. 102 approvals would agree with all that is stated.',
          links: [
            { kind: 'CONVERSION', agrees: false, approvals: 102 },
            { kind: 'UPLIFT', agrees: false, approvals: 102 },
          ],
        },
      },
    ]);
  });

  test('is stated anew at the version that was seen', async () => {
    const { version } = await set(hub);
    await set(hub, { version, approvals: 102 });

    expect(await targets(hub)).toMatchObject([
      { approvals: 102, version: 2, check: { agrees: true, explanation: null } },
    ]);
    expect(await refusal(hub, {})).toMatch(/^CONFLICT: There is a target of 2026-27 already/);
    expect(await refusal(hub, { version })).toMatch(/^CONFLICT: This target was changed meanwhile/);
  });

  test('has its year’s enquiries and approvals beside it, for whoever sees them all', async () => {
    await givenEnquiries(app.db, [
      { ref: 'E-1', of: 'derby', received: '2025-10-01', approved: '2026-04-01' },
      { ref: 'E-2', of: 'nottingham', received: '2026-04-01' },
      { ref: 'E-3', received: '2026-06-15' },
      { ref: 'E-4', of: 'derby', received: '2026-06-01', duplicateOf: 'E-3' },
      { ref: 'E-5', of: 'derby', received: '2025-05-01', approved: '2026-03-31' },
    ]);
    await set(hub, { shared: true });
    await set(derby, { authority: codes.derby });

    const progress = async (account: string) =>
      (await targets(account))?.map((target) => target['progress']);
    const of = (enquiries: number, approvals: number) => ({
      until: '2026-06-15',
      enquiries,
      approvals,
      synthetic: true,
    });

    expect(await progress(hub)).toEqual([of(2, 1)]);
    expect(await progress(derby)).toEqual([null, of(0, 1)]);
    expect(await progress(nottingham)).toEqual([null]);
  });
});

describe('a hub’s baseline, from which a member could take its own', () => {
  const unpublished = { source: null, shared: true };
  const reason = /^BAD_USER_INPUT: shared must be false: a baseline is the sum of the members’/;

  test.each([
    ['a baseline', { upliftPercent: null }],
    ['an uplift, which gives it', { baselineApprovals: null }],
  ])('is not shown by %s to all members unless a paper published it', async (_what, said) => {
    expect(await refusal(hub, { ...unpublished, ...said })).toMatch(reason);
  });

  test('is shown where a paper published it; and a target without it is shown always', async () => {
    await set(hub, { shared: true });
    await set(hub, {
      year: '2025-26',
      ...unpublished,
      baselineApprovals: null,
      upliftPercent: null,
    });

    expect(await targets(nottingham)).toMatchObject([
      { year: '2026-27', check: { links: [{ kind: 'CONVERSION' }, { kind: 'UPLIFT' }] } },
      { year: '2025-26', progress: null, check: { links: [{ kind: 'CONVERSION' }] } },
    ]);
  });

  test('is refused past our code', async () => {
    await set(hub, { source: null });

    await expect(
      underPolicies(app.pool, { account: hub, at }, (client) =>
        client.query('update fostering_target set shared = true, version = version + 1'),
      ),
    ).rejects.toThrow('fostering_target_shown');
  });
});

describe('a published target', () => {
  test('is not synthetic where what stands beside it is', async () => {
    const synthetic = async () =>
      (
        await app.as<{ fosteringTargets: { synthetic: boolean; progress: object }[] }>(
          hub,
          '{ fosteringTargets(consortium: "d2n2") { synthetic progress { synthetic } } }',
        )
      ).data?.fosteringTargets;
    await set(hub);
    expect(await synthetic()).toEqual([{ synthetic: false, progress: { synthetic: false } }]);

    await givenEnquiries(app.db, [{ ref: 'E-1', of: 'derby', received: '2026-05-01' }]);

    expect(await synthetic()).toEqual([{ synthetic: false, progress: { synthetic: true } }]);
  });
});

describe('who sees a target', () => {
  test('its holder, whose it is, and all members once it was published', async () => {
    await set(hub);
    await set(hub, { authority: codes.derby });

    expect(await targets(derby)).toMatchObject([{ authority: { name: 'Derby' } }]);
    expect(await targets(nottingham)).toEqual([]);

    await set(hub, { version: 1, shared: true });

    expect(await targets(nottingham)).toMatchObject([{ authority: null, shared: true }]);
    expect(await targets('commissioner.dudley')).toEqual([]);
  });
});

describe('refused', () => {
  test.each<[string, string, object, RegExp]>([
    ['the whole hub’s by a member', derby, {}, /only the hub plans for all/],
    ['another’s authority', derby, { authority: codes.nottingham }, /authority must be a member/],
    ['no financial year', hub, { year: '2026-28' }, /year must be a financial year/],
    [
      'a member’s, shown to others by its hub',
      hub,
      { authority: codes.derby, shared: true },
      /only whoever answers for an authority shows its target/,
    ],
    ['an unknown type', hub, { householdType: 'KINSHIP' }, /householdType must be a type/],
    [
      'a rate beyond all',
      hub,
      { conversionPercent: 101 },
      /conversionPercent must be from 0 to 100/,
    ],
    ['another consortium’s', hub, { consortium: 'west-midlands' }, /only the hub plans for all/],
    ['an unknown consortium', hub, { consortium: 'wessex' }, /^NOT_FOUND/],
    ['by whoever does not plan', 'hub-analyst.d2n2', {}, /^FORBIDDEN/],
  ])('%s', async (_what, account, said, message) => {
    expect(await refusal(account, said)).toMatch(message);
  });
});
