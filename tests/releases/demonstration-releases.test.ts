import { seedReleases } from '@sufficiency/server/modules/disclosure/demonstration-releases.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { testWorker } from './releases.ts';

const app = await testApp();
const worker = testWorker(app);

/** Asks for them as a start does. */
async function seed(): Promise<void> {
  const pool = openPool({ url: app.loaderUrl, size: 1 });
  await seedReleases({ pool, clock: systemClock }).finally(() => pool.end());
}

async function seen(account: string): Promise<string[]> {
  const answer = await app.as<{
    releases: { edges: { node: { key: string; status: string; synthetic: boolean } }[] };
  }>(account, '{ releases { edges { node { key status synthetic } } } }');
  const edges = answer.data?.releases.edges ?? [];
  return edges
    .map(({ node }) => node)
    .map(({ key, status, synthetic }) => {
      const [consortium, dataset, , audience, version] = key.split('/');
      return [consortium, dataset, audience, version, status, synthetic && 'synthetic'].join(' ');
    })
    .sort();
}

/** Members' fees by lot, as an account reads them. */
async function feesOf(account: string, consortium: string) {
  const answer = await app.as<{
    fees: {
      bands: {
        framework: { reference: string };
        lot: { number: string };
        members: { value: number | null; why: string };
      }[];
    };
  }>(
    account,
    `{ fees(consortium: "${consortium}") { bands { framework { reference } lot { number } members { value why } } } }`,
  );
  return (answer.data?.fees.bands ?? []).map(({ framework, lot, members }) => ({
    lot: `${framework.reference} ${lot.number}`,
    ...members,
  }));
}

test('a demonstration asks for one release to look at, one to publish and one of fees, once, of months all have filed for', async () => {
  await seed();
  await seed();

  expect(await seen('hub-analyst.d2n2')).toEqual([
    'd2n2 fostering members 1 BUILDING synthetic',
    'd2n2 placements reviewers 1 BUILDING synthetic',
  ]);
  const built = [
    await worker.build(),
    await worker.build(),
    await worker.build(),
    await worker.build(),
    await worker.build(),
  ];
  expect([...built, await worker.build()]).toEqual([true, true, true, true, true, false]);
  expect(await seen('hub-analyst.d2n2')).toEqual([
    'd2n2 fostering members 1 READY synthetic',
    'd2n2 placements reviewers 1 PUBLISHED synthetic',
  ]);
  expect(await seen('hub-manager.west-midlands')).toEqual([
    'west-midlands costs members 1 PUBLISHED synthetic',
    'west-midlands fostering members 1 READY synthetic',
    'west-midlands placements reviewers 1 PUBLISHED synthetic',
  ]);
  for (const account of ['commissioner.derby', 'reviewer.d2n2']) {
    expect(await seen(account)).toEqual(['d2n2 placements reviewers 1 PUBLISHED synthetic']);
  }
  expect(
    (
      await app.db.query(
        `select consortium_code from release r join release_authority a on a.release_id = r.id where not a.contributes`,
      )
    ).rows,
  ).toEqual([]);
  const fees = await feesOf('commissioner.coventry', 'west-midlands');
  expect(fees.filter(({ value }) => value !== null)).toContainEqual({
    lot: 'WM-IFA-2024 1',
    value: expect.any(Number),
    why: expect.stringMatching(/^released for members, /),
  });
  expect(fees.filter(({ value }) => value === null)).toContainEqual({
    lot: 'WM-IFA-2024 3',
    value: null,
    why: expect.stringMatching(/^no release that you may read tells it/),
  });
  expect((await feesOf('commissioner.derby', 'd2n2')).map(({ value }) => value)).not.toContainEqual(
    expect.any(Number),
  );
});
