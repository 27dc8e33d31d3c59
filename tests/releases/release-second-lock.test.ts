import type pg from 'pg';
import { describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { againstTheRules, at, byHand, month, noPrivilege, outcome, uuidOf } from './by-hand.ts';
import { published, ready } from './releases.ts';

const { app, worker, loader } = await byHand();

describe('the database alone lets', () => {
  const tried = (account: string, sql: string) =>
    underPolicies(app.pool, { account, at }, async (client) => {
      try {
        return `${(await client.query(sql)).rowCount} rows`;
      } catch (error) {
        return String((error as pg.DatabaseError).code);
      }
    });

  const request = (said: Readonly<Record<string, string>> = {}) => {
    const columns = {
      tenant_id: 'app_tenant()',
      id: 'gen_random_uuid()',
      consortium_code: `'d2n2'`,
      dataset: `'fostering'`,
      period: `'2026-04'`,
      period_end: `'2026-04-30'`,
      audience: `'MEMBERS'`,
      version: '1',
      status: `'BUILDING'`,
      minimum_count: '8',
      rounding: '5',
      requested_at: 'now()',
      requested_by: '(select name from account where id = app_account())',
      requested_role: 'app_role()',
      contributors: `'{}'`,
      ...said,
    };
    return `insert into release (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`;
  };

  test('a hub ask for a release', async () => {
    expect(await tried('hub-analyst.d2n2', request())).toBe('1 rows');
    expect(await tried('hub-manager.d2n2', request())).toBe('1 rows');
  });

  test.each(['ig-lead.d2n2', 'reviewer.d2n2', 'commissioner.derby', 'hub-analyst.west-midlands'])(
    'not %s',
    async (account) => {
      expect(await tried(account, request())).toMatch(/^(42501|23514)$/);
    },
  );

  test.each([
    ['ready', { status: `'READY'` }],
    ['published', { status: `'PUBLISHED'`, published_at: 'now()' }],
    ['by a weaker rule', { minimum_count: '5' }],
    ['with exact counts', { rounding: '1' }],
    ['as another version', { version: '2' }],
    ['of a month that has not ended', { period: `'2026-06'`, period_end: `'2026-06-30'` }],
    ['of another consortium', { consortium_code: `'west-midlands'` }],
    ['in another name', { requested_by: `'commissioner.derby'` }],
    ['as one of a demonstration', { synthetic: 'true' }],
  ])('not %s', async (_what, said) => {
    expect(await tried('hub-analyst.d2n2', request(said))).toMatch(/^(42501|23514)$/);
  });

  test('the hub publish what is ready, once', async () => {
    const id = uuidOf(await ready(app, worker, month));
    const publish = `update release set status = 'PUBLISHED', revision = revision + 1, published_at = now() where id = '${id}'`;

    expect(await tried('hub-analyst.d2n2', publish)).toBe('1 rows');
    expect(await tried('ig-lead.d2n2', publish)).toBe('0 rows');
    expect(await tried('hub-analyst.west-midlands', publish)).toBe('0 rows');
    await app.db.query(`update agreement_item set minimum_count = 9 where recipient = 'MEMBERS'`);
    expect(await tried('hub-analyst.d2n2', publish)).toBe(againstTheRules);
    await app.db.query(`update agreement_item set minimum_count = 0 where recipient = 'MEMBERS'`);
    await app.db.query(`update sharing_agreement set status = 'ENDED'`);
    expect(await tried('hub-analyst.d2n2', publish)).toBe(againstTheRules);
  });

  test.each([
    `status = 'READY', revision = revision + 1`,
    `status = 'SUPERSEDED', ended_at = now(), revision = revision + 1`,
    `status = 'WITHDRAWN', ended_at = now(), reason = 'a test'`,
    `contributors = '{}', revision = revision + 1`,
    `audience = 'PUBLIC', revision = revision + 1`,
  ])('nobody change a release that is published to %s', async (set) => {
    await published(app, worker, month);

    expect(await tried('hub-analyst.d2n2', `update release set ${set}`)).toMatch(/^(42501|23514)$/);
  });

  test('the loader ask for a release of a demonstration, and read no figure', async () => {
    await published(app, worker, month);
    const own = `(select id from organisation where slug = 'd2n2')`;
    const said = {
      tenant_id: own,
      requested_by: `'a'`,
      requested_role: `'b'`,
      period: `'2026-03'`,
    };
    const march = { ...said, period_end: `'2026-03-31'` };
    const asLoader = (sql: string) => outcome(loader, {}, sql);

    expect(await asLoader(request({ ...march, synthetic: 'true' }))).toBe('1 rows');
    expect(await asLoader(request(march))).toBe(noPrivilege);
    expect(await asLoader(request({ ...march, synthetic: 'true', status: `'READY'` }))).toBe(
      noPrivilege,
    );
    for (const table of ['release_cell', 'release_certificate', 'release_job']) {
      expect(await asLoader(`select * from ${table}`)).toBe(noPrivilege);
    }
  });

  /** Areas of all cells that an account reads without any filter. */
  const areasRead = (account: string) =>
    underPolicies(app.pool, { account, at }, async (client) => {
      const { rows } = await client.query<{ areas: string | null }>(
        `select string_agg(distinct area, ' ' order by area) as areas from release_cell`,
      );
      return rows[0]?.areas ?? '';
    });

  test.each([
    ['hub-analyst.d2n2', 'E06000015 E06000018'],
    ['commissioner.derby', 'E06000015 E06000018'],
    ['commissioner.derbyshire', ''],
    ['reviewer.d2n2', ''],
    ['provider.brook-lane-care', ''],
    ['commissioner.coventry', ''],
    ['hub-analyst.west-midlands', ''],
  ])('%s read cells, without any filter, of: %s', async (account, areas) => {
    await published(app, worker, month);

    expect(await areasRead(account)).toBe(areas);
  });

  test('a member whom one authority no longer shares with read the cells of the others', async () => {
    await published(app, worker, month);
    await app.db.query(
      `update agreement_party set signed_at = null, signed_by = null
       where organisation_id = (select id from organisation where slug = 'nottingham')`,
    );

    expect(await areasRead('commissioner.derby')).toBe('E06000015');
    expect(await areasRead('commissioner.nottingham')).toBe('E06000018');
  });

  test('nobody read agreements of others, whatever is released to everybody', async () => {
    await app.db.query(`insert into agreement_item select agreement_id, version, dataset, 'PUBLIC', level, granularity,
      minimum_count, rounding, history_months from agreement_item where recipient = 'MEMBERS'`);
    await published(app, worker, { ...month, audience: 'PUBLIC' });

    expect(await tried('commissioner.coventry', 'select from release_cell limit 1')).toBe('1 rows');
    expect(
      await tried(
        'commissioner.coventry',
        `select from sharing_agreement where consortium_code = 'd2n2'`,
      ),
    ).toBe('0 rows');
  });

  test('nobody read agreements of others by a setting, nor whom they show exact figures', async () => {
    await published(app, worker, month);
    const asked = (account: string, sql: string) =>
      tried(
        account,
        `select from set_config('app.public_sight', 'yes', true), lateral (${sql}) as found`,
      );
    const agreements = `select title from sharing_agreement where consortium_code = 'd2n2'`;
    const insiders = `select * from set_config('app.worker', gen_random_uuid()::text, true),
      release_insiders('d2n2', 'fostering', '2026-04-30')`;

    expect(await asked('commissioner.coventry', agreements)).toBe('0 rows');
    expect(await asked('hub-analyst.west-midlands', insiders)).toBe('0 rows');
    expect(await asked('commissioner.derby', insiders)).toBe('0 rows');
    expect(await asked('hub-analyst.d2n2', insiders)).toBe('2 rows');
  });

  test.each([
    ['hub-analyst.d2n2', '4 rows'],
    ['ig-lead.d2n2', '2 rows'],
    ['commissioner.derby', '2 rows'],
    ['commissioner.derbyshire', '0 rows'],
  ])(
    '%s read why authorities are in a release or not, of those that are shown: %s',
    async (account, rows) => {
      await published(app, worker, month);

      expect(await tried(account, 'select reason from release_authority')).toBe(rows);
    },
  );
});
