import { keepHomeDays } from '@sufficiency/server/modules/beds/home-day-keeper.service.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import { forgetHomes, givenHomes } from './vacancy-homes.ts';

const database = await cloneDatabase();
const keeper = openPool({ url: database.chainUrl, size: 2 });

afterAll(async () => {
  await keeper.end();
  await database.drop();
});

const urn = '9991001';

/** Everything of the home that is not taken on yet happens when a test says. */
beforeEach(async () => {
  await forgetHomes(database.db);
  await givenHomes(database.db, [{ urn, area: 'derby', confirmedAt: '2026-07-01T10:00:00Z' }]);
});

const keepAt = (instant: string) =>
  keepHomeDays({ pool: keeper, clock: { now: () => new Date(instant) } });

/** The home’s first place changes at an instant. */
async function changed(at: string, state: string): Promise<void> {
  const client = await database.db.connect();
  await client.query('begin');
  await client.query(`select set_config('app.now', $1, true)`, [at]);
  await client.query('update home_place set state = $1 where number = 1', [state]);
  await client.query('commit');
  client.release();
}

async function days(): Promise<string[]> {
  const { rows } = await database.db.query<{ line: string }>(
    `select concat_ws(' ', day, 'occupied', occupied, 'confirmed', confirmed_on) as line from home_day order by day`,
  );
  return rows.map(({ line }) => line);
}

describe('how a home was when a day ended', () => {
  test('is kept of days that have ended in England, from the first on which its places are kept', async () => {
    await keepAt('2026-07-01T22:59:00Z');
    expect(await days()).toEqual([]);

    await keepAt('2026-07-01T23:01:00Z');
    expect(await days()).toEqual(['2026-07-01 occupied 1 confirmed 2026-07-01']);
  });

  test('is what was last said before midnight, which in summer comes an hour before that of UTC', async () => {
    await changed('2026-07-02T22:59:00Z', 'OCCUPIED');
    await changed('2026-07-02T23:30:00Z', 'ACCEPTING');

    await keepAt('2026-07-04T08:00:00Z');

    expect(await days()).toEqual([
      '2026-07-01 occupied 1 confirmed 2026-07-01',
      '2026-07-02 occupied 2 confirmed 2026-07-02',
      '2026-07-03 occupied 1 confirmed 2026-07-03',
    ]);
  });

  test('is kept once: later changes leave it, and days that were missed are made up for', async () => {
    expect(await keepAt('2026-07-02T08:00:00Z')).toBe(1);
    expect(await keepAt('2026-07-02T20:00:00Z')).toBe(0);
    await changed('2026-07-02T21:00:00Z', 'OCCUPIED');

    expect(await keepAt('2026-07-05T08:00:00Z')).toBe(3);

    expect(await days()).toEqual([
      '2026-07-01 occupied 1 confirmed 2026-07-01',
      '2026-07-02 occupied 2 confirmed 2026-07-02',
      '2026-07-03 occupied 2 confirmed 2026-07-02',
      '2026-07-04 occupied 2 confirmed 2026-07-02',
    ]);
  });

  test('is not kept once the home has closed', async () => {
    await database.db.query(`update home set closes_on = '2026-07-03', version = version + 1`);

    await keepAt('2026-07-06T08:00:00Z');

    expect(await days()).toHaveLength(2);
  });

  test('is kept by one server where two are at it', async () => {
    const added = await Promise.all([
      keepAt('2026-07-04T08:00:00Z'),
      keepAt('2026-07-04T08:00:00Z'),
    ]);

    expect(await days()).toHaveLength(3);
    expect(added.filter((count) => count === 3)).toHaveLength(1);
  });

  test('can be changed by nobody: who keeps it only adds, and everybody else only reads', async () => {
    const { rows } = await database.db.query<{ grantee: string; may: string }>(
      `select grantee, string_agg(distinct privilege_type, ' ' order by privilege_type) as may
       from information_schema.column_privileges
       where table_name = 'home_day' and grantee in ('exchange_app', 'exchange_chain', 'exchange_release', 'PUBLIC')
       group by 1 order by 1`,
    );

    expect(rows).toEqual([
      { grantee: 'exchange_app', may: 'SELECT' },
      { grantee: 'exchange_chain', may: 'INSERT SELECT' },
    ]);
  });
});
