/** The server as it is, over HTTP: everything but the loading of data at its start. */
import { createApp } from '@sufficiency/server/app.ts';
import { listen } from '@sufficiency/server/main.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { openLive } from '@sufficiency/server/platform/live.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import { clientFolder } from '../../testkit/workspace.ts';
import { readOptions, reportTo } from './child.ts';

const { appUrl } = readOptions();
const log = createLog('error');
const app = createApp({
  database: openDatabase({ url: appUrl, size: 10 }),
  clock: systemClock,
  log,
  live: openLive({ url: appUrl, log }),
  demonstration: true,
  rateLimitPerMinute: 10_000_000,
  clientFolder,
});
const { url } = await listen(app, { port: 0, loopbackOnly: true });
reportTo(process, url);
