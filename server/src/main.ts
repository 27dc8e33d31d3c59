import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { requireWeakRole } from '@sufficiency/prisma/roles.ts';
import type { App } from './app.ts';
import { createApp } from './app.ts';
import type { Env } from './env.ts';
import { sendEvents } from './graphql/event-stream.ts';
import { limitBodyTime, usualBodyTime } from './http/body-time.ts';
import { forgetLeftForms } from './http/multipart.ts';
import { seedDemonstration, tokenFileName } from './modules/access/demonstration-seed.service.ts';
import { startChaining } from './modules/audit/chain.service.ts';
import { seedBeds } from './modules/beds/demonstration-beds.service.ts';
import { startKeepingDays } from './modules/beds/home-day-keeper.service.ts';
import { endReferralNotes } from './modules/beds/referral-retention.service.ts';
import { protectInThread } from './modules/disclosure/audit-thread.ts';
import { seedReleases } from './modules/disclosure/demonstration-releases.service.ts';
import { startReleases } from './modules/disclosure/release-worker.service.ts';
import { seedFostering } from './modules/fostering/demonstration-fostering.service.ts';
import { loadReferenceData } from './modules/indicators/reference-load.service.ts';
import { seedProviders } from './modules/providers/demonstration-providers.service.ts';
import { seedReturns } from './modules/returns/demonstration-returns.service.ts';
import { endFiles } from './modules/returns/file-retention.service.ts';
import { seedAgreements } from './modules/sharing/demonstration-agreements.service.ts';
import { analyse } from './platform/analyse.ts';
import { anchorFile, anchorFileName } from './platform/anchor-file.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase, openPool } from './platform/database.ts';
import { openLive } from './platform/live.ts';
import { createLog } from './platform/log.ts';
import type { Progress } from './platform/progress.ts';
import { startRetention } from './platform/retention.ts';
import { secretFile } from './platform/secret-file.ts';
import { requireKind, stamp } from './platform/stamp.ts';
import type { Store } from './platform/store.ts';

/** Pages and reference data, as the workspace holds them. */
const clientFolder = resolve(import.meta.dirname, '../../client/dist');
const referenceFolder = resolve(import.meta.dirname, '../../prisma/seed/reference');

const connections = 10;
const requestsPerMinute = { service: 600, demonstration: 6_000 };
/**
 * How long any request may take to come, whatever it is: a file of 100 MB at the slowest pace that is waited for. All
 * others get far less. Unit: milliseconds.
 */
const longestRequest = 900_000;
/** How long requests that are being answered get at a stop. Unit: milliseconds. */
const grace = 5_000;

export interface Service {
  /** The one address of pages and API. */
  readonly url: string;
  /** How to sign in, in a sentence or two. */
  readonly signIn: string;
  /** Lets what is being answered finish, then closes. */
  close(): Promise<void>;
}

/**
 * Makes a migrated database ready, and serves pages and API from it.
 *
 * @throws Error the role requests would use is stronger than row-level security, or the port is taken.
 */
export async function serve(options: {
  env: Env;
  store: Store;
  progress: Progress;
  /** Fulfilled when the pages are built. */
  pages: Promise<unknown>;
}): Promise<Service> {
  const { env, store, progress } = options;
  const kind = requireKind(env);
  const log = createLog(env.logLevel);
  await forgetLeftForms();
  await prepare(options);
  await options.pages;

  const database = openDatabase({ url: store.appUrl, size: connections });
  const chainPool = openPool({ url: store.chainUrl, size: 1 });
  const releasePool = openPool({ url: store.releaseUrl, size: 2 });
  const live = openLive({ url: store.appUrl, log });
  const closePools = () =>
    Promise.all([database.close(), chainPool.end(), releasePool.end(), live.close()]);
  try {
    for (const pool of [database.pool, chainPool, releasePool]) await requireWeakRole(pool);
    const app = createApp({
      database,
      clock: systemClock,
      log,
      live,
      demonstration: kind === 'demonstration',
      rateLimitPerMinute: env.rateLimitPerMinute ?? requestsPerMinute[kind],
      clientFolder,
    });
    const server = await progress.stage('Server', () =>
      listen(app, { port: env.port, loopbackOnly: kind === 'demonstration' }),
    );
    const chaining = startChaining({
      pool: chainPool,
      clock: systemClock,
      anchor: anchorFile(join(env.dataDir, anchorFileName)),
      log,
    });
    const keepingDays = startKeepingDays({ pool: chainPool, clock: systemClock, log });
    const retention = startRetention({
      open: () => openPool({ url: store.loaderUrl, size: 1 }),
      clock: systemClock,
      log,
      ends: {
        'files whose retention has ended': endFiles,
        'referral notes of twelve months ago': endReferralNotes,
      },
    });
    const releases = startReleases({
      pool: releasePool,
      clock: systemClock,
      log,
      protect: protectInThread,
    });
    return {
      url: server.url,
      signIn: `Sign in there as anybody on the list. Tokens for the API: ${join(env.dataDir, tokenFileName)}`,
      close: async () => {
        retention.stop();
        // What is being built is left for the next start, which goes on from there.
        await Promise.all([server.close(), releases.stop(), keepingDays.stop()]);
        // After the last request: what it recorded is chained too.
        await chaining.stop();
        await closePools();
      },
    };
  } catch (error) {
    await closePools();
    throw error;
  }
}

/** Stamps a new database, and brings reference data and a demonstration's accounts up to date. */
async function prepare({ env, store, progress }: { env: Env; store: Store; progress: Progress }) {
  const pool = openPool({ url: store.loaderUrl, size: 2 });
  try {
    await stamp(pool, requireKind(env), systemClock.now());
    await progress.stage('Reference data', (report) =>
      loadReferenceData({
        pool,
        clock: systemClock,
        folder: referenceFolder,
        onProgress: ({ done, total }) => report(done, total),
      }),
    );
    await seedDemonstration({
      pool,
      clock: systemClock,
      tokens: secretFile(join(env.dataDir, tokenFileName)),
    });
    await seedAgreements({ pool, clock: systemClock });
    await progress.stage('Synthetic returns', (report) =>
      seedReturns({ pool, clock: systemClock, onProgress: report }),
    );
    await progress.stage('Synthetic providers', () => seedProviders({ pool, clock: systemClock }));
    // Neither needs the other.
    await Promise.all([
      progress.stage('Synthetic fostering', () => seedFostering({ pool, clock: systemClock })),
      progress.stage('Synthetic homes', () => seedBeds({ pool, clock: systemClock })),
    ]);
    await seedReleases({ pool, clock: systemClock });
    await analyse(pool);
  } finally {
    await pool.end();
  }
}

/** Listens: the only place that does. A demonstration listens on loopback only. */
export async function listen(
  app: App,
  options: { port: number; loopbackOnly: boolean; bodyTime?: number },
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(
    {
      requestTimeout: longestRequest,
      connectionsCheckingInterval: 2_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
    },
    // It puts its own `Response` in the place of Node's: one that writes text without making a stream of it.
    getRequestListener(async (request, { incoming, outgoing }) => {
      const connection = limitBodyTime(incoming, outgoing, options.bodyTime ?? usualBodyTime);
      return sendEvents(await app.fetch(request, connection), outgoing);
    }),
  );
  await new Promise<void>((listening, failed) => {
    server.once('error', (error) => failed(explain(error, options.port)));
    server.listen(options.port, options.loopbackOnly ? '127.0.0.1' : undefined, () => listening());
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((closed) => {
        const impatient = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(impatient);
          closed();
        });
        server.closeIdleConnections();
      }),
  };
}

const explain = (error: Error, port: number) =>
  'code' in error && error.code === 'EADDRINUSE'
    ? new Error(`Port ${port} is in use by another program. Set PORT to another number.`, {
        cause: error,
      })
    : error;
