import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  at,
  byHand,
  certificate,
  contributes,
  makeReady,
  month,
  noPrivilege,
  outcome,
  uuidOf,
} from './by-hand.ts';
import { published } from './releases.ts';

const { app, worker, me, asMe, held } = await byHand();

describe('the database alone lets a worker write only what it was given to build:', () => {
  test('nothing into a release that another builds', async () => {
    const id = await held();
    const tried = (...statements: string[]) =>
      outcome(worker.pool, { 'app.worker': randomUUID() }, ...statements);

    expect(await tried(certificate(id))).toBe(noPrivilege);
    expect(await tried(contributes(id))).toBe(noPrivilege);
    expect(await tried(makeReady(id))).toBe('0 rows');
    expect(await tried(`update release_job set heartbeat_at = now()`)).toBe('0 rows');
    expect(await tried(`delete from release_job`)).toBe('0 rows');
  });

  test.each([
    `update release set status = 'PUBLISHED', revision = revision + 1, published_at = now()`,
    `update release set audience = 'PUBLIC', revision = revision + 1`,
    `update release set minimum_count = 1, revision = revision + 1`,
    `insert into audit_event select tenant_id, gen_random_uuid(), 'release.built', 'commissioner.derby', 'commissioner',
       tenant_id, null, null, '{}', now() from release`,
    `insert into audit_event select tenant_id, gen_random_uuid(), 'figures.read', requested_by, requested_role,
       tenant_id, null, null, '{}', now() from release`,
    'select * from observation',
    'select * from audit_event',
    'select * from session',
    'select * from saved_comparison',
    `update "return" set status = 'WITHDRAWN'`,
    'delete from release_cell',
  ])('not with %s', async (statement) => {
    await held();

    expect(await asMe(statement)).toMatch(/^(42501|23514)$/);
  });
});

describe('the database alone lets a worker read', () => {
  const read = async (settings: Readonly<Record<string, string>>): Promise<string[]> => {
    const client = await worker.pool.connect();
    try {
      await client.query('begin');
      for (const [name, value] of Object.entries({ 'app.now': at, ...settings })) {
        await client.query('select set_config($1, $2, true)', [name, value]);
      }
      const { rows } = await client.query<{ found: string }>(
        `select distinct concat_ws(' ', r.authority_code, r.dataset, r.period, case when w.return_id is null then 'no rows' end)
           as found
         from "return" r left join return_row w on w.tenant_id = r.tenant_id and w.return_id = r.id order by 1`,
      );
      return rows.map(({ found }) => found);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  test('what agreements release of a month to the audience it builds for, while it does', async () => {
    const derbyAndNottingham = ['E06000015 fostering 2026-04', 'E06000018 fostering 2026-04'];
    const id = await held();

    expect(await read({ 'app.worker': me })).toEqual(derbyAndNottingham);
    expect(await read({ 'app.worker': randomUUID() })).toEqual([]);
    expect(await read({})).toEqual([]);
    await app.db.query(
      `update release set status = 'FAILED', ended_at = now(), reason = 'a test' where id = $1`,
      [id],
    );
    expect(await read({ 'app.worker': me })).toEqual([]);
  });

  test('nothing of who ended the agreement, or never released to that audience', async () => {
    await held();
    await app.db.query(`update agreement_item set level = 'NONE' where recipient = 'MEMBERS'`);
    expect(await read({ 'app.worker': me })).toEqual([]);
    await app.db.query(`update agreement_item set level = 'RELEASED' where recipient = 'MEMBERS'`);
    await app.db.query(`update sharing_agreement set status = 'ENDED'`);

    expect(await read({ 'app.worker': me })).toEqual([]);
  });

  test('what was in a release of the same figures that was read, to protect it', async () => {
    await published(app, worker, month);
    await published(app, worker, { period: '2026-03' });
    const id = await held();
    await app.db.query(`update sharing_agreement set status = 'ENDED'`);

    expect(await read({ 'app.worker': me })).toEqual([
      'E06000015 fostering 2026-04',
      'E06000018 fostering 2026-04',
    ]);
    expect(await read({ 'app.worker': randomUUID() })).toEqual([]);
    await app.db.query(
      `update release set status = 'FAILED', ended_at = now(), reason = 'a test' where id = $1`,
      [id],
    );
    expect(await read({ 'app.worker': me })).toEqual([]);
  });

  test('no cell of releases of other figures', async () => {
    await published(app, worker, { period: '2026-03' });
    const same = uuidOf(await published(app, worker, { ...month, audience: 'REVIEWERS' }));
    await held();

    expect(await asMe(`select from release_cell where release_id <> '${same}'`)).toBe('0 rows');
    expect(await asMe(`select from release_cell where release_id = '${same}' limit 1`)).toBe(
      '1 rows',
    );
  });
});
