import { randomUUID } from 'node:crypto';
import { tell } from '@sufficiency/server/platform/live.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import type { Followed } from '../testkit/following.ts';
import { follow } from '../testkit/following.ts';

const app = await testApp();

const FOLLOW = `subscription Follow($key: ID!) { returnProgress(key: $key) { stage done total } }`;

const open: Followed[] = [];
afterEach(async () => {
  for (const followed of open.splice(0)) await followed.leave();
  await app.db.query(`update account set disabled_at = null`);
});

async function subscribe(account: string, key: string): Promise<Followed> {
  const followed = await follow(app, account, { query: FOLLOW, variables: { key } });
  open.push(followed);
  return followed;
}

/** As the server does while it works on something that was sent by Derby. */
async function arrives(key: string, done: number): Promise<void> {
  await app.db.query(
    `insert into return_progress (tenant_id, key, stage, done, changed_at)
     select id, $1, 'reading', $2, now() from organisation where slug = 'derby'
     on conflict (tenant_id, key) do update set done = excluded.done`,
    [key, done],
  );
  const { text, values } = tell('return-progress', key);
  await app.db.query(text, [...values]);
}

const reading = (done: number) => ({
  data: { returnProgress: { stage: 'reading', done, total: null } },
});
const nothing = { data: { returnProgress: null } };

describe('a subscription', () => {
  test('tells what there is at once, and then every change', async () => {
    const key = randomUUID();
    const followed = await subscribe('commissioner.derby', key);

    expect(await followed.next()).toEqual(nothing);
    await arrives(key, 10);
    expect(await followed.next()).toEqual(reading(10));
    await arrives(key, 20);
    expect(await followed.next()).toEqual(reading(20));
  });

  test('reads again through the same locks: another tenant’s change is nothing', async () => {
    const key = randomUUID();
    const followed = await subscribe('commissioner.nottingham', key);

    expect(await followed.next()).toEqual(nothing);
    await arrives(key, 10);
    expect(await followed.next()).toEqual(nothing);
  });

  test('is refused to a role that may not ask', async () => {
    const followed = await subscribe('reviewer.d2n2', randomUUID());

    expect(await followed.next()).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  test('ends soon after its account is disabled', async () => {
    const followed = await subscribe('commissioner.derby', randomUUID());
    await followed.next();

    await app.db.query(`update account set disabled_at = now() where name = 'commissioner.derby'`);
    const disabled = performance.now();

    expect(await followed.next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(performance.now() - disabled).toBeLessThan(30_000);
    expect(await followed.next()).toBe('end');
  });

  test('goes on after the connection that hears was lost', async () => {
    const key = randomUUID();
    const followed = await subscribe('commissioner.derby', key);
    await followed.next();

    await app.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen exchange'`,
    );
    await app.db.query(
      `insert into return_progress (tenant_id, key, stage, done, changed_at)
       select id, $1, 'reading', 30, now() from organisation where slug = 'derby'`,
      [key],
    );

    expect(await followed.next()).toEqual(reading(30));
  });

  test('is one of twenty at most for an account, and leaving makes room', async () => {
    const account = 'approver.derby';
    await app.db.query(`update membership set role = 'commissioner' where account_id =
      (select id from account where name = 'approver.derby')`);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => subscribe(account, randomUUID())),
    );
    await Promise.all(all.map((each) => each.next()));

    const further = await subscribe(account, randomUUID());
    expect(await further.next()).toMatchObject({ errors: [{ extensions: { code: 'CONFLICT' } }] });

    await all[0]?.leave();
    const another = await subscribe(account, randomUUID());
    expect(await another.next()).toEqual(nothing);
  });

  test('is one of twenty at most where all are asked for at one moment, too', async () => {
    const account = 'placement-officer.derby';
    // Whoever was let in a moment ago is let in at once: nothing comes between those that follow.
    await (await subscribe(account, randomUUID())).next();
    const all = await Promise.all(
      Array.from({ length: 100 }, () => subscribe(account, randomUUID())),
    );
    const firsts = await Promise.all(all.map((each) => each.next()));

    expect(firsts.filter((first) => JSON.stringify(first).includes('CONFLICT'))).toHaveLength(81);
  });
});
