import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeEach } from 'vitest';
import { arrangeAgreement, forgetAgreements, usual } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import type { SeenRelease } from './releases.ts';
import { asked, forgetReleases, testWorker } from './releases.ts';

/** When these tests take place. */
export const at = '2026-06-15T12:00:00Z';

/** The month they are about. */
export const month = { period: '2026-04' };

/** PostgreSQL’s codes for no. */
export const noPrivilege = '42501';
export const againstTheRules = '23514';
export const noCertificate = '23503';

const items = [
  { dataset: 'fostering', recipient: 'HUB', level: 'EXACT' },
  { dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED' },
  { dataset: 'fostering', recipient: 'REVIEWERS', level: 'RELEASED' },
];

/** The id of a release as the database knows it. */
export const uuidOf = ({ id }: Pick<SeenRelease, 'id'>): string =>
  Buffer.from(id, 'base64').toString().slice('Release:'.length);

/** Asks the database past all of our code, as the server’s roles, of what Derby and Nottingham release. */
export async function byHand() {
  const clock = clockAt(at);
  const app = await testApp({ clock });
  const worker = testWorker(app, clock);
  const loader = new pg.Pool({ connectionString: app.loaderUrl, max: 1 });
  afterAll(() => loader.end());
  beforeEach(async () => {
    await forgetReleases(app);
    await forgetAgreements(app.db);
    await arrangeAgreement(app.db, { ...usual, id: randomUUID(), items });
  });
  const me = randomUUID();
  return {
    app,
    worker,
    loader,
    /** A worker of this role. */
    me,
    /** What became of statements of that worker. */
    asMe: (...statements: readonly string[]) =>
      outcome(worker.pool, { 'app.worker': me }, ...statements),
    /** A release that this worker is building. */
    held: async (): Promise<string> => {
      const id = uuidOf(await asked(app, month));
      await app.db.query(
        `insert into release_job (tenant_id, release_id, taken_by, heartbeat_at, as_at, stage, done)
         select tenant_id, id, $1, now(), now(), 'reading', 0 from release where id = $2`,
        [me, id],
      );
      return id;
    },
  };
}

/** What became of statements, the last of which counts: rows, or PostgreSQL’s code for no. Nothing of it is kept. */
export async function outcome(
  pool: pg.Pool,
  settings: Readonly<Record<string, string>>,
  ...statements: readonly string[]
): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries({ 'app.now': at, ...settings })) {
      await client.query('select set_config($1, $2, true)', [name, value]);
    }
    let rows = 0;
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
    return `${rows} rows`;
  } catch (error) {
    return String((error as pg.DatabaseError).code);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Adds a certificate of one c of Derby, with one thing said otherwise. */
export const certificate = (id: string, said: Readonly<Record<string, string>> = {}) => {
  const columns = {
    cells_hash: `encode(sha256('fostering-households||E06000015|c'), 'hex')`,
    audited_at: 'now()',
    cells: '1',
    published: '0',
    suppressed: '1',
    narrowest_interval: '4',
    exact_recoveries: '0',
    seconds: '1',
    method: `'a test'`,
    attackers: `'[]'`,
    earlier: `'{}'`,
    ...said,
  };
  return `insert into release_certificate (tenant_id, release_id, ${Object.keys(columns).join(', ')})
    select tenant_id, id, ${Object.values(columns).join(', ')} from release where id = '${id}'`;
};

/** Adds that c, with one thing said otherwise. */
export const cell = (id: string, said: Readonly<Record<string, string>> = {}) => {
  const columns = {
    table_name: `'fostering-households'`,
    codes: `''`,
    area: `'E06000015'`,
    dataset: 'dataset',
    period_end: 'period_end',
    symbol: `'c'`,
    ...said,
  };
  return `insert into release_cell (tenant_id, release_id, ${Object.keys(columns).join(', ')})
    select tenant_id, id, ${Object.values(columns).join(', ')} from release where id = '${id}'`;
};

/** Says that Derby contributes. */
export const contributes = (id: string) =>
  `insert into release_authority select tenant_id, id, 'E06000015', true, gen_random_uuid(), 1, null,
     array(select id from organisation where slug = 'd2n2')
   from release where id = '${id}'`;

/** Says that a release is ready. */
export const makeReady = (id: string) =>
  `update release set status = 'READY', revision = revision + 1, built_at = now(), contributors = '{E06000015}'
   where id = '${id}'`;
