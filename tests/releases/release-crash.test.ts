import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServerProcess } from '../platform/server-process.ts';
import { newDataDir, removeDataDir, startServer } from '../platform/server-process.ts';
import { tokenOf } from '../testkit/app.ts';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
const { db } = database;
const dataDirs = [await newDataDir(), await newDataDir()] as const;
const hub = 'hub-analyst.d2n2';
const servers: ServerProcess[] = [];

/** Starts a server on the database of this test, as `pnpm start` does: one of as many as one likes. */
async function start(dataDir = dataDirs[0]): Promise<ServerProcess> {
  const server = startServer({
    DATA_DIR: dataDir,
    DATABASE_URL: database.ownerUrl,
    DEMONSTRATION: '1',
  });
  servers.push(server);
  await server.address;
  return server;
}

beforeAll(async () => {
  for (const dataDir of dataDirs) {
    await writeFile(join(dataDir, 'demo-tokens.json'), JSON.stringify({ [hub]: tokenOf(hub) }));
  }
});

afterAll(async () => {
  for (const server of servers) {
    server.kill('SIGKILL');
    await server.ended;
  }
  for (const dataDir of dataDirs) await removeDataDir(dataDir);
  await until(`not exists (select from pg_stat_activity where datname = current_database()
    and usename like current_database() || '%')`);
  await database.drop();
});

const isTrue = async (statement: string): Promise<boolean> =>
  (await db.query<{ is: boolean }>(`select (${statement}) as is`)).rows[0]?.is === true;

/** Waits two minutes at most. */
async function until(statement: string): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if (await isTrue(statement)) return;
    await setTimeout(20);
  }
  throw new Error(`It did not come about: ${statement}`);
}

async function ask(server: ServerProcess, period: string): Promise<void> {
  const query = `mutation { buildRelease(input: { consortium: "d2n2", dataset: "placements", period: "${period}", audience: MEMBERS }) { id } }`;
  await fetch(new URL('/graphql', await server.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(hub)}` },
    body: JSON.stringify({ query }),
  });
}

/** Nothing that can be read, or is left, of a release that is not ready. */
const noHalves = `not exists (select from release r join release_cell c on c.release_id = r.id
    where r.status not in ('READY', 'PUBLISHED', 'SUPERSEDED'))
  and not exists (select from release r left join release_certificate c on c.release_id = r.id
    where r.status in ('READY', 'PUBLISHED', 'SUPERSEDED') and c.release_id is null)`;

const of = (period: string) => `from release r left join release_job j on j.release_id = r.id
  where r.period = '${period}' and r.consortium_code = 'd2n2' and r.audience = 'MEMBERS' and r.dataset = 'placements'`;

/** Nothing else is being built: those of the demonstration are through, or out of the way. */
const alone = () =>
  db.query(
    `update release set status = 'WITHDRAWN', ended_at = now(), reason = 'a test' where status = 'BUILDING'`,
  );

describe('a server that is killed while it builds a release', { timeout: 240_000 }, () => {
  test('leaves nothing of it, and the next start builds it', async () => {
    const first = await start();
    await alone();
    await ask(first, '2026-05');
    await until(`exists (select ${of('2026-05')} and j.release_id is not null)`);

    first.kill('SIGKILL');

    await first.ended;
    expect(await isTrue(`exists (select ${of('2026-05')} and r.status = 'BUILDING')`)).toBe(true);
    expect(await isTrue(noHalves)).toBe(true);
    await start();
    await until(`exists (select ${of('2026-05')} and r.status = 'READY')`);
    expect(await isTrue(noHalves)).toBe(true);
    expect(await isTrue(`exists (select from release_job)`)).toBe(false);
  });

  test('is relieved by another that runs already; both together build each release once', async () => {
    const [, second] = servers;
    const third = await start(dataDirs[1]);
    for (const period of ['2026-02', '2026-03', '2026-04']) await ask(third, period);
    await until(`exists (select ${of('2026-02')} and j.release_id is not null)`);

    second?.kill('SIGKILL');

    await until(
      `3 = (select count(*) from release where period in ('2026-02', '2026-03', '2026-04') and status = 'READY'
        and dataset = 'placements' and audience = 'MEMBERS')`,
    );
    expect(await isTrue(noHalves)).toBe(true);
    expect(
      await isTrue(
        `3 = (select count(*) from audit_event e join organisation o on o.id = e.tenant_id and o.slug = 'd2n2'
          where e.type = 'release.built' and details ->> 'audience' = 'MEMBERS' and details -> 'periods' <> '["2026-05"]')`,
      ),
    ).toBe(true);
  });

  test('stops at once when it is asked to, and leaves what it builds to the next', async () => {
    const third = servers.at(-1);
    if (!third) return expect.fail('There is no server.');
    await ask(third, '2026-01');
    await until(`exists (select ${of('2026-01')} and j.release_id is not null)`);

    third.kill('SIGTERM');

    await third.ended;
    expect(
      await isTrue(`exists (select ${of('2026-01')} and r.status in ('BUILDING', 'READY'))`),
    ).toBe(true);
    await start();
    await until(`exists (select ${of('2026-01')} and r.status = 'READY')`);
  });
});
