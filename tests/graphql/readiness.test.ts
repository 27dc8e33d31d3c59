import { describe, expect, test, vi } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, refusalIn, send } from '../testkit/requests.ts';

const app = await testApp();

describe('/health and /ready', () => {
  test('say that the server is alive and ready, and nothing else', async () => {
    const [health, ready] = await Promise.all([send(app, '/health'), send(app, '/ready')]);

    expect([health.status, await health.json()]).toEqual([200, { status: 'alive' }]);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('say only that it is not ready while the database has not been migrated', async () => {
    await app.db.query('alter table platform_stamp rename to elsewhere');

    const ready = await send(app, '/ready');

    await app.db.query('alter table elsewhere rename to platform_stamp');
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready' }]);
  });
});

describe('while the database is gone', () => {
  const unreachable = { databaseUrl: 'postgresql://somebody:secret@127.0.0.1:1/exchange' };

  test('the server stays alive, is not ready, and asks to come back later, without details', async () => {
    const gone = await testApp(unreachable);

    const [health, ready, answer] = [
      await send(gone, '/health'),
      await send(gone, '/ready'),
      await post(
        gone,
        { query: '{ viewer { account } }' },
        gone.credentialsOf('commissioner.derby'),
      ),
    ];

    expect([health.status, await health.json()]).toEqual([200, { status: 'alive' }]);
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'not ready' }]);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await refusalIn(answer)).toBe(
      '503 UNAVAILABLE: The service is busy. Try again in a moment.',
    );
  });

  test('exports ask to come back later too', async () => {
    const gone = await testApp(unreachable);

    const answer = await send(gone, '/exports/comparison.csv?consortium=d2n2&indicators=cla-rate', {
      headers: gone.credentialsOf('commissioner.derby'),
    });

    expect(await refusalIn(answer)).toBe(
      '503 UNAVAILABLE: The service is busy. Try again in a moment.',
    );
  });

  test('only for a moment, the next request is answered', async () => {
    const consortia = () => app.as('commissioner.derby', '{ consortia { code } }');
    await consortia();

    await app.db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = current_database() || '_app'`,
    );

    await vi.waitFor(async () => expect(await consortia()).not.toHaveProperty('errors'), 30_000);
  });
});
