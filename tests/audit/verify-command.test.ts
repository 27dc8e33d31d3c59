import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureRoles } from '@sufficiency/prisma/roles.ts';
import { recordOwn } from '@sufficiency/server/modules/audit/audit.service.ts';
import { anchorChains, chainEvents } from '@sufficiency/server/modules/audit/chain.service.ts';
import { anchorFile, anchorFileName } from '@sufficiency/server/platform/anchor-file.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import { workspaceRoot } from '../testkit/workspace.ts';
import { emptyLogs, idOfOrganisation, workshop } from './log.ts';
import { TamperedLog } from './tampering.ts';

const db = await cloneDatabase();
afterAll(() => db.drop());
// The command works the roles' passwords out from the owner's, as a server does.
const secret = new URL(db.ownerUrl).password;
const urls = await ensureRoles({ ownerUrl: db.ownerUrl, secret });
const { chainPool, viewerOf } = workshop(urls, systemClock);
const dataDir = await mkdtemp(join(tmpdir(), 'sufficiency-verify-'));
afterAll(() => rm(dataDir, { recursive: true }));
const anchor = anchorFile(join(dataDir, anchorFileName));

/** Runs the command on the database of this test, as a person would; its exit code and what it said. */
const verify = (environment: Readonly<Record<string, string>>) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const command = execFile(
      process.execPath,
      [join(workspaceRoot, 'server/src/verify-log.ts')],
      { env: { DATA_DIR: dataDir, ...environment } },
      (_error, stdout, stderr) =>
        resolve({ code: command.exitCode ?? -1, said: `${stdout}${stderr}`.trim() }),
    );
  });

beforeAll(async () => {
  await emptyLogs(db);
  for (let event = 0; event < 3; event += 1) {
    const viewer = await viewerOf('ig-lead.derby', 'write');
    await recordOwn(viewer, { type: 'session.started', details: {} });
    await viewer.operation.commit();
  }
  await chainEvents({ pool: chainPool, clock: systemClock }, null);
  await anchorChains({ pool: chainPool, anchor });
});

describe('pnpm verify-log', () => {
  test('says so where nothing is wrong, and then what is, and where', async () => {
    expect(await verify({ DATABASE_URL: db.ownerUrl })).toEqual({
      code: 0,
      said: 'Nothing is wrong: 1 log with 3 entries.',
    });

    const tenantId = await idOfOrganisation(db, 'derby');
    await new TamperedLog({ db: db.db, tenantId, length: 3 }).editEvent(2, `account = 'nobody'`);

    const { code, said } = await verify({ DATABASE_URL: db.ownerUrl });
    expect(code).toBe(1);
    expect(said).toMatch(
      /^derby: entry 2: does not follow from what stands before: edited, replaced, inserted or moved \(event [0-9a-f-]{36}\)\.\n1 finding in 1 log with 3 entries\.$/,
    );
  });

  test('names the folder where there is no database', async () => {
    expect(await verify({})).toEqual({
      code: 2,
      said: `There is no database in ${dataDir}. Set DATA_DIR to where the server has it.`,
    });
  });
});
