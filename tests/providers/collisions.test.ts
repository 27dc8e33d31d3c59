import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  at,
  buyer,
  freshBuying,
  givenContract,
  givenFramework,
  lead,
  refused,
  rowOf,
  usualFramework,
} from './buying.ts';
import { codes, fell, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);
const other = await app.db.connect();
afterEach(async () => void (await other.query('rollback')));
afterAll(() => other.release());

/** Somebody else wrote before `attempt` does, and keeps it once that waits for it. */
async function meanwhile(
  written: string,
  values: readonly unknown[],
  attempt: () => Promise<string>,
) {
  await other.query('begin');
  const { rowCount } = await other.query(written, [...values]);
  expect(rowCount).toBe(1);
  const answer = attempt();
  await expect.poll(async () => await waiting(), { timeout: 30_000 }).toBe(1);
  await other.query('commit');
  return await answer;
}

const waiting = async () =>
  (
    await app.db.query(
      'select from pg_stat_activity where $1 = any (pg_blocking_pids(pid)::text[])',
      [String((other as unknown as { processID: number }).processID)],
    )
  ).rowCount;

const conflict =
  'CONFLICT: Somebody else changed the same thing at the same moment, so nothing of this was kept. Look at it again, then repeat what is still to be done.';

describe('two who write at the same moment', () => {
  test('add the same provider to a lot: the second is told, and nothing of its is kept', async () => {
    const { id, version, awards } = await givenFramework(app);
    const added = { lot: '2', provider: fell.key, startsOn: '2026-06-01' };

    const answer = await meanwhile(
      `insert into framework_award select (jsonb_populate_record(a, jsonb_build_object(
         'id', gen_random_uuid(), 'provider_id', (select id from provider where "key" = $2)))).*
       from framework_award a where id = $1`,
      [rowOf(awards[1] ?? ''), fell.key],
      () =>
        refused(app, lead, {
          mutation: 'addFrameworkAwards',
          input: { framework: id, version, awards: [added] },
          asked: 'id',
        }),
    );

    expect(answer).toBe(conflict);
    const { rows } = await app.db.query('select version from framework');
    expect(rows).toEqual([{ version }]);
  });

  test('lower a maximum, and record a price that is above it now', async () => {
    const { awards } = await givenFramework(app);

    const answer = await meanwhile(
      `update framework_lot set maximum_weekly_price = 4000 where number = $1`,
      ['1'],
      () =>
        refused(app, buyer, {
          mutation: 'setAwardPrice',
          input: { award: awards[0], weeklyPrice: 5_000 },
          asked: 'id',
        }),
    );

    expect(answer).toBe(conflict);
  });

  test('give a framework the same reference', async () => {
    await givenFramework(app);

    const answer = await meanwhile(
      `insert into framework select (jsonb_populate_record(f, jsonb_build_object(
         'id', gen_random_uuid(), 'reference', $1::text))).* from framework f`,
      ['T-2'],
      () =>
        refused(app, lead, {
          mutation: 'addFramework',
          input: { ...usualFramework, reference: 'T-2' },
        }),
    );

    expect(answer).toBe(conflict);
  });

  test('give a block contract the same reference', async () => {
    await givenContract(app);

    const answer = await meanwhile(
      `insert into block_contract select (jsonb_populate_record(c, jsonb_build_object(
         'id', gen_random_uuid(), 'reference', $1::text))).* from block_contract c`,
      ['BLOCK-T-2'],
      () =>
        refused(app, buyer, {
          mutation: 'addBlockContract',
          input: {
            authority: codes.derby,
            reference: 'BLOCK-T-2',
            provider: moss.key,
            beds: 1,
            startsOn: '2025-07-01',
            endsOn: '2027-06-30',
          },
        }),
    );

    expect(answer).toBe(conflict);
  });
});
