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

describe('the database alone lets a worker tell the log', () => {
  const told = (details: string) =>
    `insert into audit_event select tenant_id, gen_random_uuid(), 'release.built', requested_by, requested_role, tenant_id,
       null, null, jsonb_build_object('dataset', dataset, 'periods', jsonb_build_array(period), 'consortium',
       consortium_code, 'audience', audience, 'id', id) || '${details}', now() from release`;

  test.each([
    ['what names its release', '{}', '1 rows'],
    ['and no number', '{"value": 3}', noPrivilege],
    ['nor anything under a name that is known', '{"consortium": "3 children"}', noPrivilege],
    ['nor of who is not in it', '{"authorities": ["E06000015"]}', noPrivilege],
  ])('%s', async (_what, details, became) => {
    await held();

    expect(await asMe(told(details))).toBe(became);
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

  test('what was in a release of the same figures that was read, or of the month before or after, to protect it', async () => {
    await published(app, worker, month);
    await published(app, worker, { period: '2026-02' });
    await published(app, worker, { period: '2026-03' });
    const id = await held();
    await app.db.query(`update sharing_agreement set status = 'ENDED'`);

    expect(await read({ 'app.worker': me })).toEqual([
      'E06000015 fostering 2026-03',
      'E06000015 fostering 2026-04',
      'E06000018 fostering 2026-03',
      'E06000018 fostering 2026-04',
    ]);
    expect(await read({ 'app.worker': randomUUID() })).toEqual([]);
    await app.db.query(
      `update release set status = 'FAILED', ended_at = now(), reason = 'a test' where id = $1`,
      [id],
    );
    expect(await read({ 'app.worker': me })).toEqual([]);
  });

  test('no cell of releases of other figures than those of this month, the one before and the one after', async () => {
    await published(app, worker, { period: '2026-02' });
    await published(app, worker, { period: '2026-03' });
    await published(app, worker, { ...month, audience: 'REVIEWERS' });
    await held();
    const cells = (period: string) =>
      asMe(`select from release_cell where period_end = '${period}' limit 1`);

    expect(await cells('2026-02-28')).toBe('0 rows');
    expect(await cells('2026-03-31')).toBe('1 rows');
    expect(await cells('2026-04-30')).toBe('1 rows');
  });
});
