import { createApp } from '@sufficiency/server/app.ts';
import { listen } from '@sufficiency/server/main.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { openLive } from '@sufficiency/server/platform/live.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import type { TestDatabase } from './database.ts';
import { cloneDatabase } from './database.ts';
import { clientFolder } from './workspace.ts';

/** The server behind a real port of this machine. */
export interface TestServer {
  /** For example `http://localhost:41234`. */
  readonly origin: string;
  /** Its database as the superuser: what a test arranges, whatever policies say. */
  readonly db: TestDatabase['db'];
  /** Its database as the worker that builds releases, which the test starts if it wants one. */
  readonly releaseUrl: string;
  readonly stop: () => Promise<void>;
}

/**
 * Serves API and pages over HTTP from a database of its own. The caller stops it.
 *
 * @param options.bodyTime for how long a request that is no file is waited for, in milliseconds; absent: as usual.
 */
export async function startServer(
  options: { readonly bodyTime?: number } = {},
): Promise<TestServer> {
  const database = await cloneDatabase();
  const pools = openDatabase({ url: database.appUrl, size: 5 });
  const log = createLog('error');
  const live = openLive({ url: database.appUrl, log });
  const app = createApp({
    database: pools,
    clock: systemClock,
    log,
    live,
    demonstration: true,
    rateLimitPerMinute: 6_000,
    clientFolder,
  });
  const { url, close } = await listen(app, { port: 0, loopbackOnly: true, ...options });

  return {
    origin: url,
    db: database.db,
    releaseUrl: database.releaseUrl,
    stop: async () => {
      await close();
      await live.close();
      await pools.close();
      await database.drop();
    },
  };
}
