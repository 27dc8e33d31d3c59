import { join } from 'node:path';
import type { EmbeddedPostgres } from '@sufficiency/prisma/embedded.ts';
import { findRunning, startEmbedded } from '@sufficiency/prisma/embedded.ts';
import { migrate } from '@sufficiency/prisma/migrate.ts';
import { clusterExists } from '@sufficiency/prisma/postgres/cluster.ts';
import type { RoleUrls } from '@sufficiency/prisma/roles.ts';
import { ensureRoles, roleUrls } from '@sufficiency/prisma/roles.ts';
import { readSecrets } from '@sufficiency/prisma/secrets.ts';
import type { DataDirLock } from './lock.ts';
import { lockDataDir } from './lock.ts';

/** A database at the newest migration, and how each role reaches it. */
export interface Store extends RoleUrls {
  /** Owns every table: migrations, the stamp and the demonstration's seed. Never for requests. */
  readonly ownerUrl: string;
  /** Fulfilled when the store is closed, or its embedded PostgreSQL has ended unasked. */
  readonly ended: Promise<void>;
  /** Stops an embedded PostgreSQL. An external one is left alone. Asking twice is harmless. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Where the embedded cluster and its passwords are. Its lock is held by the caller. */
  readonly dataDir: string;
  /** An external PostgreSQL 16 or newer; the embedded one if absent. */
  readonly databaseUrl: string | undefined;
  readonly log: (line: string) => void;
  /** Looks at the database before anything in it is changed, and throws to leave it alone. */
  readonly check: (ownerUrl: string) => Promise<void>;
}

/**
 * Opens the database: starts the embedded PostgreSQL or reaches the external one, then makes the
 * roles and applies the migrations that are missing.
 *
 * @throws Error the database does not start or answer, lacks a privilege, or refuses a migration.
 */
export async function openStore({
  dataDir,
  databaseUrl,
  log,
  check,
}: StoreOptions): Promise<Store> {
  const server: Omit<EmbeddedPostgres, 'port'> =
    databaseUrl === undefined ? await startEmbedded({ dataDir, log }) : external(databaseUrl);
  const { ownerUrl, ended } = server;
  try {
    await check(ownerUrl);
    const roles = await ensureRoles({ ownerUrl, secret: await roleSecret(ownerUrl, dataDir) });
    await migrate({ ownerUrl, log });
    return { ...roles, ownerUrl, ended, close: server.stop };
  } catch (error) {
    await server.stop();
    throw databaseUrl === undefined ? error : explain(error, ownerUrl);
  }
}

/** A database as it is, and how each role of a server reaches it. */
export interface ReachedStore extends RoleUrls {
  /** Stops an embedded PostgreSQL that was started for this. */
  close(): Promise<void>;
}

/**
 * Reaches a database without migrating it, in the roles of a server: an external one, the one that a server runs in this
 * data folder, or else the embedded one, started for as long as it is open.
 *
 * @throws Error there is no database in the folder, or it does not start or answer.
 */
export async function reachStore({
  dataDir,
  databaseUrl,
}: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>): Promise<ReachedStore> {
  if (databaseUrl !== undefined) return await unmanaged(databaseUrl, dataDir);
  if (!(await clusterExists(join(dataDir, 'postgres')))) {
    throw new Error(`There is no database in ${dataDir}. Set DATA_DIR to where the server has it.`);
  }
  const lock = await lockDataDir(dataDir).catch((error: unknown) => error);
  if (lock instanceof Error) {
    const running = await findRunning(dataDir);
    if (running === null) throw lock;
    return await unmanaged(running, dataDir);
  }
  return await started(dataDir, lock as DataDirLock);
}

const unmanaged = async (ownerUrl: string, dataDir: string): Promise<ReachedStore> => ({
  ...(await urlsOf(ownerUrl, dataDir)),
  close: () => Promise.resolve(),
});

async function started(dataDir: string, lock: DataDirLock): Promise<ReachedStore> {
  try {
    const server = await startEmbedded({ dataDir, log: () => undefined });
    return {
      ...(await urlsOf(server.ownerUrl, dataDir)),
      close: () => server.stop().finally(() => lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const urlsOf = async (ownerUrl: string, dataDir: string): Promise<RoleUrls> =>
  roleUrls({ ownerUrl, secret: await roleSecret(ownerUrl, dataDir) });

function external(ownerUrl: string): Omit<EmbeddedPostgres, 'port'> {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { ownerUrl, ended: promise, stop: () => Promise.resolve(resolve()) };
}

/** Several servers on one database agree because all know the owner's password; without one, this folder's own key. */
async function roleSecret(ownerUrl: string, dataDir: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = url.password || url.searchParams.get('password');
  return password || (await readSecrets(dataDir)).roles;
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

/** Says in words what a database that cannot be reached means. Never shows the address's password. */
function explain(error: unknown, ownerUrl: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { host, pathname, username } = new URL(ownerUrl);
  if (unreachable.has(code)) {
    return new Error(`No PostgreSQL answers at ${host} (DATABASE_URL).`, { cause: error });
  }
  if (code === '28P01' || code === '28000') {
    return new Error(`PostgreSQL at ${host} does not let “${username}” sign in (DATABASE_URL).`, {
      cause: error,
    });
  }
  if (code === '3D000') {
    return new Error(
      `PostgreSQL at ${host} has no database “${pathname.slice(1)}” (DATABASE_URL).`,
      { cause: error },
    );
  }
  return error;
}
