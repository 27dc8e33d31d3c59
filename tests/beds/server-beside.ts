import { createApp } from '@sufficiency/server/app.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { openLive } from '@sufficiency/server/platform/live.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import type { TestApp } from '../testkit/app.ts';
import { asOf } from '../testkit/app.ts';

/** Another server over the same database, as if in a process of its own: they share nothing else. */
export function serverBeside({
  appUrl,
}: Pick<TestApp, 'appUrl'>): Pick<TestApp, 'as'> & { stop(): Promise<void> } {
  const database = openDatabase({ url: appUrl, size: 2 });
  const log = createLog('error');
  const live = openLive({ url: appUrl, log });
  const { fetch } = createApp({
    database,
    clock: systemClock,
    log,
    live,
    demonstration: true,
    rateLimitPerMinute: 6_000,
    clientFolder: null,
  });
  return {
    as: asOf(fetch),
    stop: async () => {
      await live.close();
      await database.close();
    },
  };
}
