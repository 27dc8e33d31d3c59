import { readEnv, toolEnvironment } from './env.ts';
import { runTask } from './platform/build.ts';
import { lockDataDir } from './platform/lock.ts';
import { createLog } from './platform/log.ts';
import { createProgress } from './platform/progress.ts';
import { refuseOtherKind, requireKind } from './platform/stamp.ts';
import { listenForStop } from './platform/stop-signal.ts';
import { openStore } from './platform/store.ts';

/** A stop that takes longer is cut short: whoever asked does not wait for more than ten seconds. */
const STOP_MS = 9_500;

const progress = createProgress(process.stdout);
// A reader that goes away (`pnpm start | head`) is no reason to stop.
process.stdout.on('error', () => undefined);
const stop = listenForStop();

/** What has to be closed, in the order it was opened. */
const open: { close(): Promise<void> }[] = [];

/**
 * From nothing to one address: database, generated client, reference data and pages, side by side
 * where they do not wait for each other.
 *
 * The server itself is imported late: it needs the generated client.
 */
async function start(): Promise<never> {
  const env = readEnv();
  const kind = requireKind(env);
  const lock = await lockDataDir(env.dataDir);
  open.push({ close: () => Promise.resolve(lock.release()) });

  const log = createLog(env.logLevel);
  const task = { environment: toolEnvironment(), signal: stop };
  const generated = runTask(['generate', '--filter=@sufficiency/prisma'], task);
  const [store, { serve }] = await both(
    progress
      .stage('Database', () =>
        openStore({
          ...env,
          log: (line) => log.debug(line),
          check: (ownerUrl) => refuseOtherKind(ownerUrl, kind),
        }),
      )
      .then(keep),
    generated.then(() => import('./main.ts')),
  );
  stop.throwIfAborted();

  const pages = progress.stage('Pages', () => runTask(['build'], task));
  // Whoever waits for it hears of a failure; until then it is not unhandled.
  pages.catch(() => undefined);
  // Stamps the database, loads the reference data, seeds a demonstration, waits for the pages, and listens.
  const service = keep(await serve({ env, store, progress, pages }));
  stop.throwIfAborted();

  progress.say(`\nOpen ${service.url}\n${service.signIn}\nStop with Ctrl-C.`);
  await store.ended;
  throw new Error('PostgreSQL ended unexpectedly.');
}

/** Waits for both, also where one fails: what the other opens must be there to be closed. */
async function both<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return await Promise.all([one, other]);
}

function keep<T extends { close(): Promise<void> }>(opened: T): T {
  open.push(opened);
  return opened;
}

/** Closes what is open, last opened first. A failure to close one does not keep the others open. */
async function closeAll(): Promise<void> {
  for (let next = open.pop(); next; next = open.pop()) {
    await next.close().catch((error: unknown) => console.error(error));
  }
}

const aborted = new Promise<undefined>((resolve) =>
  stop.addEventListener('abort', () => resolve(undefined), { once: true }),
);
const starting = start().catch((error: unknown) => error);
const failure = await Promise.race([starting, aborted]);
if (failure !== undefined)
  console.error(`\n${failure instanceof Error ? failure.message : failure}`);

if (stop.aborted) progress.say('Stopping …');
setTimeout(() => process.exit(1), STOP_MS).unref();
await closeAll();
// A start that was interrupted fails now, for want of its database, and may have opened more until then.
await starting;
await closeAll();
process.exit(failure === undefined ? 0 : 1);
