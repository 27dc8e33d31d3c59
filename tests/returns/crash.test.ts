import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerProcess } from '../platform/server-process.ts';
import { newDataDir, removeDataDir, startServer } from '../platform/server-process.ts';
import type { Answer } from '../testkit/app.ts';
import { tokenOf } from '../testkit/app.ts';
import { cloneDatabase } from '../testkit/database.ts';
import { globalId } from '../testkit/requests.ts';
import { halvesIn } from './halves.ts';
import { arrangeHubSight, demandFiles, derby, multipart, submitDocument } from './returns.ts';

const database = await cloneDatabase();
const { db } = database;
const dataDir = await newDataDir();
const [commissioner, hub] = ['commissioner.derby', 'hub-analyst.d2n2'];
let server: ServerProcess;

/** Starts a server on the database of this test, as `pnpm start` does. */
async function start(): Promise<void> {
  server = startServer({ DATA_DIR: dataDir, DATABASE_URL: database.ownerUrl, DEMONSTRATION: '1' });
  await server.address;
}

beforeAll(async () => {
  const tokens = [commissioner, hub].map((account) => [account, tokenOf(account)]);
  await writeFile(join(dataDir, 'demo-tokens.json'), JSON.stringify(Object.fromEntries(tokens)));
  await start();
  await arrangeHubSight({ db });
});

afterAll(async () => {
  server.kill('SIGKILL');
  await server.ended;
  await removeDataDir(dataDir);
  await untilGone();
  await database.drop();
});

async function ask<Data>(
  account: string,
  body: string | Uint8Array<ArrayBuffer>,
  contentType = 'application/json',
): Promise<Answer<Data>> {
  const response = await fetch(new URL('/graphql', await server.address), {
    method: 'POST',
    headers: { 'content-type': contentType, authorization: `Bearer ${tokenOf(account)}` },
    body,
  });
  return response.json();
}

/** Sends Derby’s demand of a month under a key that is the same for the same month. */
async function submit(period: string) {
  const input = { authority: derby, dataset: 'demand', period, idempotencyKey: `crash-${period}` };
  const { body, headers } = await multipart(submitDocument, input, demandFiles(12, period));
  return ask<{ submitReturn: { id: string } }>(commissioner, body, headers['content-type']);
}

/** Accepts what is approved of a month, for the hub. */
async function accept(period: string) {
  const { rows } = await db.query<{ id: string; revision: number }>(
    `select id, revision from "return" where ${place} and period = $1 and status = 'APPROVED'`,
    [period],
  );
  const input = { id: globalId('Return', rows[0]?.id ?? ''), revision: rows[0]?.revision ?? 0 };
  const query = 'mutation ($input: ReturnInput!) { acceptReturn(input: $input) { status } }';
  return ask(hub, JSON.stringify({ query, variables: { input } }));
}

const place = `authority_code = '${derby}' and dataset = 'demand'`;

/** Lets a new version be sent of what the demonstration has accepted. */
const reopen = (period: string) =>
  db.query(`update "return" set reopened_at = now() where ${place} and period = $1`, [period]);

/** Two people of Derby submit and approve the second version of a month. */
const approve = (period: string) =>
  db.query(
    `update "return" set status = 'APPROVED', approved_at = now(), attestation = 'a test', revision = revision + 1,
       submitted_by = (select id from account where name = '${commissioner}'),
       approved_by = (select id from account where name = 'approver.derby')
     where ${place} and period = $1 and version = 2`,
    [period],
  );

/** Every version of a month and where it stands, and which one’s figures are in use. */
async function standing(period: string): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(
    `select concat_ws(' ', version, case when status in ('READY', 'SUBMITTED') then 'RECEIVED' else status::text end,
       (select 'in use' from observation o where o.return_id = r.id and o.superseded_at is null limit 1)) as line
     from "return" r where ${place} and period = $1 order by version`,
    [period],
  );
  return rows.map(({ line }) => line);
}

const isTrue = async (statement: string): Promise<boolean> =>
  (await db.query<{ is: boolean }>(`select (${statement}) as is`)).rows[0]?.is === true;

/** Waits a minute at most. */
async function until(statement: string): Promise<void> {
  for (let tries = 0; tries < 3_000; tries += 1) {
    if (await isTrue(statement)) return;
    await setTimeout(20);
  }
  throw new Error(`It did not come about: ${statement}`);
}

/** Nobody is connected any more as a server connects. */
const untilGone = () =>
  until(`not exists (select from pg_stat_activity where datname = current_database()
    and usename = '${new URL(database.appUrl).username}')`);

/** Kills the server the moment it comes to write to a table, then starts another. */
async function killedAt(table: string, asking: () => Promise<unknown>): Promise<void> {
  const holder = await db.connect();
  try {
    await holder.query('begin');
    await holder.query(`lock table ${table} in share mode`);
    const asked = asking().catch(() => 'unanswered');
    await until(
      `exists (select from pg_locks where relation = '${table}'::regclass and not granted)`,
    );

    server.kill('SIGKILL');

    await server.ended;
    expect(await asked).toBe('unanswered');
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  await untilGone();
}

describe('a server that is killed', () => {
  test.each([
    ['the rows', 'return_row', '2026-01'],
    ['the file', 'return_file_part', '2026-02'],
    ['the figures', 'return_figure', '2026-03'],
    ['the log', 'audit_event', '2026-04'],
  ])(
    'while it stores %s of a return has kept nothing of it; sent again, it is there once',
    async (_what, table, period) => {
      await reopen(period);

      await killedAt(table, () => submit(period));

      expect(await standing(period)).toEqual(['1 ACCEPTED in use']);
      expect(await halvesIn(db)).toEqual([]);
      await start();
      const [first, second] = [await submit(period), await submit(period)];
      expect(first.data?.submitReturn.id).toBeDefined();
      expect(second).toEqual(first);
      expect(await standing(period)).toEqual(['1 ACCEPTED in use', '2 RECEIVED']);
      expect(await halvesIn(db)).toEqual([]);
    },
  );

  test.each([
    ['the figures come into use', 'observation', '2026-05'],
    ['the log hears of it', 'audit_event', '2026-06'],
  ])(
    'while a return is accepted, before %s, leaves the version before in use',
    async (_when, table, period) => {
      await reopen(period);
      await submit(period);
      await approve(period);

      await killedAt(table, () => accept(period));

      expect(await standing(period)).toEqual(['1 ACCEPTED in use', '2 APPROVED']);
      expect(await halvesIn(db)).toEqual([]);
      await start();
      expect(await accept(period)).toEqual({ data: { acceptReturn: { status: 'ACCEPTED' } } });
      expect(await standing(period)).toEqual(['1 SUPERSEDED', '2 ACCEPTED in use']);
      expect(await halvesIn(db)).toEqual([]);
    },
  );

  test('the moment it has answered has kept what it answered', async () => {
    await reopen('2026-07');
    const answered = await submit('2026-07');

    server.kill('SIGKILL');

    await server.ended;
    await start();
    expect(await submit('2026-07')).toEqual(answered);
    expect(await standing('2026-07')).toEqual(['1 ACCEPTED in use', '2 RECEIVED']);
    expect(await halvesIn(db)).toEqual([]);
  });
});
