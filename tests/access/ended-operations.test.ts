import { accountByName } from '@sufficiency/server/modules/access/sign-in.queries.ts';
import { Operation, openDatabase } from '@sufficiency/server/platform/database.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post } from '../testkit/requests.ts';

const app = await testApp({ connections: 2 });
const database = openDatabase({ url: app.appUrl, size: 1 });
afterAll(() => database.close());

const analyst = 'hub-analyst.d2n2';
const seen = {
  name: 'viewer',
  text: `select current_setting('app.tenant', true) as id`,
  values: [],
};

/** An operation of somebody's, over the one connection there is. */
async function operationOf(account: string): Promise<Operation> {
  const row = await accountByName(app.pool, account);
  const viewer = { tenantId: row?.organisation_id ?? '', accountId: row?.account_id ?? '' };
  const rest = { readsReference: true, role: 'commissioner', now: new Date() };
  return new Operation(database, { ...viewer, ...rest }, 'read');
}

describe('an operation that has ended', () => {
  test('reads nothing more, although its connection is at work for somebody else', async () => {
    const ended = await operationOf('commissioner.birmingham');
    await ended.rows(seen);
    const records = await ended.records();
    await ended.commit();
    const other = await operationOf('commissioner.coventry');
    await other.rows(seen);

    await expect(ended.rows(seen)).rejects.toThrow('This operation has ended');
    await expect(records.savedComparison.findMany()).rejects.toThrow('has ended');

    await other.commit();
  });

  test('opens nothing more, if it had opened nothing', async () => {
    const ended = await operationOf('commissioner.birmingham');
    await ended.rollback();

    await expect(ended.rows(seen)).rejects.toThrow('This operation has ended');
    await expect(ended.records()).rejects.toThrow('This operation has ended');
  });

  test('keeps no connection that a slower part of a failed document had asked for', async () => {
    const query = `
      query A { bad: savedComparisons(first: 999) { totalCount } overview(consortium: "d2n2") { headline } }
      query B { viewer { account } }`;

    await Promise.all(
      Array.from({ length: 12 }, () =>
        post(app, { query, operationName: 'A' }, app.credentialsOf(analyst)),
      ),
    );

    expect(await app.as(analyst, '{ consortia { code } }')).toMatchObject({
      data: { consortia: [{ code: 'd2n2' }, { code: 'west-midlands' }] },
    });
    await expect.poll(() => app.pool.totalCount - app.pool.idleCount, { timeout: 30_000 }).toBe(0);
  });
});

describe('a connection that is lost while somebody uses it', () => {
  test('fails that request alone, and the next one is answered', async () => {
    const asked = Array.from({ length: 8 }, () =>
      app.as(analyst, '{ overview(consortium: "west-midlands") { headline } }'),
    );
    await app.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename like '%_app'`,
    );
    await Promise.allSettled(asked);

    expect(await app.as(analyst, '{ viewer { account } consortia { code } }')).toMatchObject({
      data: { viewer: { account: analyst } },
    });
  });
});
