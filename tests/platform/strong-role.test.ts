import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '@sufficiency/server/env.ts';
import { serve } from '@sufficiency/server/main.ts';
import type { Progress } from '@sufficiency/server/platform/progress.ts';
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'sufficiency-strong-role-'));
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

const progress: Progress = {
  stage: (_title, work) => work(() => undefined),
  say: () => undefined,
};

const start = () =>
  serve({
    env: readEnv({
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: database.ownerUrl,
      DEMONSTRATION: '1',
      LOG_LEVEL: 'silent',
    }),
    store: { ...database, ended: Promise.resolve(), close: () => Promise.resolve() },
    progress,
    pages: Promise.resolve(),
  });

test.each([
  ['answers requests', database.appUrl],
  ['chains the log', database.chainUrl],
  ['builds releases', database.releaseUrl],
])(
  'a server does not start where row-level security does not hold the role that %s',
  async (_what, url) => {
    const role = new URL(url).username;
    await database.db.query(`alter role ${role} bypassrls`);

    const refusal = await start().then(
      (service) => service.close().then(() => 'started'),
      (error: Error) => error.message,
    );
    await database.db.query(`alter role ${role} nobypassrls`);

    expect(refusal).toBe(
      `The server does not start as the role “${role}”: it is, or is a member of, a role that passes by row-level security.`,
    );
  },
);
