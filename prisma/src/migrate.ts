import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationDirectory } from '@prisma/schema-engine-wasm';
import { Pool } from 'pg';
import { noFilter, openSchemaEngine } from './schema-engine.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

/** The number of Prisma's own advisory lock, so that its command line and we keep out of each other's way. */
const LOCK = 72_707_369;

interface Migration {
  readonly name: string;
  readonly sql: string;
}

export interface MigrateOptions {
  /** Connects as the role that owns, or is to own, every table. */
  readonly ownerUrl: string;
  readonly log: (line: string) => void;
  /** The folder of migrations; the project's own if absent. */
  readonly folder?: string;
}

/**
 * Brings a database to the newest migration, by Prisma's own engine, which keeps `_prisma_migrations`.
 *
 * Each migration is one transaction: after a crash the schema is the old one or the new one. Servers
 * that start together take turns. The roles that migrations grant to exist already (`ensureRoles`).
 *
 * @returns names of the migrations applied now, oldest first.
 * @throws Error a migration fails, was changed after it was applied, or is newer than this version knows.
 */
export async function migrate({ ownerUrl, log, folder }: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(folder ?? migrationsFolder);
  // One connection, so that what the engine does happens inside our transaction.
  const pool = new Pool({ connectionString: ownerUrl, max: 1, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined);
  // Prisma's adapter listens once for each migration, and never stops.
  pool.setMaxListeners(0);
  const applied: string[] = [];
  try {
    for (;;) {
      const name = await applyNext(pool, migrations);
      if (name === undefined) return applied;
      log(`migrated: ${name}`);
      applied.push(name);
    }
  } finally {
    await pool.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

/** Applies the oldest migration the database does not have; its name, or undefined if it has all. */
async function applyNext(
  pool: Pool,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  await pool.query('begin');
  try {
    await pool.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const done = await readApplied(pool);
    requireSameHistory(done, migrations);
    const next = migrations[done.size];
    if (next) await applyLast(pool, migrations.slice(0, done.size + 1));
    await pool.query('commit');
    return next?.name;
  } catch (error) {
    await pool.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Checksums of the migrations a database has, by name, oldest first. */
async function readApplied(pool: Pool): Promise<Map<string, string>> {
  const known = await pool.query<{ table: string | null }>(
    `select to_regclass('_prisma_migrations')::text as table`,
  );
  if (!known.rows[0]?.table) return new Map();
  const { rows } = await pool.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
       from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  for (const { name, finished } of rows) {
    if (!finished)
      throw new Error(`The migration ${name} was begun by another program and not finished.`);
  }
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function requireSameHistory(done: Map<string, string>, migrations: readonly Migration[]): void {
  for (const [index, [name, checksum]] of [...done].entries()) {
    const here = migrations[index];
    if (here?.name !== name) {
      throw new Error(
        `The database has the migration ${name}, which this version does not know at that place. ` +
          'It was migrated by a newer version: start that one.',
      );
    }
    if (createHash('sha256').update(here.sql).digest('hex') !== checksum) {
      throw new Error(
        `The migration ${name} was changed after the database received it. ` +
          'Undo the change and add a new migration, or start with a new database.',
      );
    }
  }
}

/** Lets the engine apply the last of these migrations; the database has the others. */
async function applyLast(pool: Pool, migrations: readonly Migration[]): Promise<void> {
  const failure: { error?: unknown } = {};
  const engine = await openSchemaEngine(await adapterOver(pool, failure));
  try {
    await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsFolder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(toDirectory),
      },
      filters: noFilter,
    });
  } catch (error) {
    const { name = '', sql = '' } = migrations.at(-1) ?? {};
    const cause = failure.error ?? error;
    throw new Error(`The migration ${name}${lineOf(cause, sql)} failed: ${messageOf(cause)}`, {
      cause,
    });
  } finally {
    engine.free();
  }
}

const toDirectory = ({ name, sql }: Migration): MigrationDirectory => ({
  path: name,
  migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
});

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function lineOf(error: unknown, sql: string): string {
  const position =
    error instanceof Error && 'position' in error ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? '' : ` (line ${sql.slice(0, position).split('\n').length})`;
}

/**
 * Prisma's adapter over our one connection. Its own `executeScript` cuts a script at every
 * semicolon, also inside functions; PostgreSQL takes the whole script at once.
 */
async function adapterOver(
  pool: Pool,
  failure: { error?: unknown },
): Promise<SqlMigrationAwareDriverAdapterFactory> {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const inner = await new PrismaPg(pool, { schema: 'public' }).connect();
  const adapter: SqlDriverAdapter = {
    provider: 'postgres',
    adapterName: inner.adapterName,
    queryRaw: (query) => inner.queryRaw(query),
    executeRaw: (query) => inner.executeRaw(query),
    executeScript: async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        failure.error ??= error;
        throw error;
      }
    },
    startTransaction: () => Promise.reject(new Error('A migration is one transaction already.')),
    getConnectionInfo: () => inner.getConnectionInfo(),
    dispose: () => inner.dispose(),
  };
  return {
    provider: 'postgres',
    adapterName: inner.adapterName,
    connect: () => Promise.resolve(adapter),
    connectToShadowDb: () => Promise.reject(new Error('No shadow database is used.')),
  };
}
