import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmod, mkdir, readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { findBinaries } from './postgres/binaries.ts';
import { clusterExists, createCluster } from './postgres/cluster.ts';
import { stopLeftover, stopProcess } from './postgres/leftover.ts';
import type { PostgresUser } from './postgres/user.ts';
import { asPostgres, findPostgresUser } from './postgres/user.ts';
import { readSecrets } from './secrets.ts';

/** A PostgreSQL 18 of our own, reachable on this machine only. */
export interface EmbeddedPostgres {
  /** Connects as the owner of the database: a role that may create roles, and is no superuser. */
  readonly ownerUrl: string;
  readonly port: number;
  /** Fulfilled when PostgreSQL has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Ends all sessions, writes everything to disk and stops. Asking twice is harmless. */
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the cluster (`postgres/`) and `secrets.json`. Its lock is held by the caller. */
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Settings of PostgreSQL beside or instead of ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

const DATABASE = 'sufficiency';
const OWNER = 'sufficiency_owner';

/** For a small machine that also runs the server and a browser. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '64MB',
  work_mem: '8MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  // Costs more than it saves on our queries: measured.
  jit: 'off',
  // A container's /dev/shm is often too small for parallel workers, and two cores gain little.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Its own log tells what failed, and not the values of rows or statements.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  lc_messages: 'C',
};

/**
 * Starts PostgreSQL 18 in `<dataDir>/postgres`, on loopback and a free port, making the cluster,
 * its passwords and an empty database first where they are missing.
 *
 * A PostgreSQL that a killed server left running there is stopped first.
 *
 * @throws Error the folder is closed to PostgreSQL's user, or PostgreSQL does not start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  // Root lends PostgreSQL another user, who has to pass through this folder to its own.
  if (process.getuid?.() === 0) await chmod(options.dataDir, 0o711);
  const cluster = join(await realpath(options.dataDir), 'postgres');

  const binaries = await findBinaries();
  const user = await findPostgresUser([cluster, await realpath(binaries.postgres)]);
  const secrets = await readSecrets(options.dataDir);

  await stopLeftover(cluster, options.log);
  if (!(await clusterExists(cluster))) await createCluster(cluster, { binaries, user, secrets });

  const server = await launchAnew({ ...options, program: binaries.postgres, cluster, user });
  try {
    await ensureDatabase(server.port, secrets);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, ownerUrl: ownerUrlOf(server.port, secrets) };
}

const ownerUrlOf = (port: number, secrets: { readonly owner: string }): string =>
  `postgresql://${OWNER}:${secrets.owner}@127.0.0.1:${port}/${DATABASE}`;

/**
 * The address, as the owner, of the PostgreSQL that another process runs in a data folder; null where none does. It may
 * just be ending.
 */
export async function findRunning(dataDir: string): Promise<string | null> {
  const lines = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '');
  const port = Number(lines.split('\n')[3]);
  return port > 0 ? ownerUrlOf(port, await readSecrets(dataDir)) : null;
}

interface Launch extends EmbeddedOptions {
  readonly program: string;
  readonly cluster: string;
  readonly user: PostgresUser;
}

/** Somebody else may take the free port between our finding it and PostgreSQL's listening on it. */
async function launchAnew(options: Launch): Promise<Omit<EmbeddedPostgres, 'ownerUrl'>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await launch(options);
    } catch (error) {
      if (tries === 3 || !String(error).includes('Address already in use')) throw error;
    }
  }
}

async function launch(options: Launch): Promise<Omit<EmbeddedPostgres, 'ownerUrl'>> {
  const port = await freePort();
  const flags = Object.entries({ ...settings, ...options.settings, port: String(port) });
  const postgres = asPostgres(options.user, options.program, [
    '-D',
    options.cluster,
    ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = spawn(postgres.command, postgres.args, {
    ...postgres.options,
    cwd: options.cluster,
    // A process group of its own: Ctrl-C reaches only us, and we stop the database last.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // The last resort when we end without being asked, by an uncaught error for one.
  const interrupt = () => child.kill('SIGINT');
  process.once('exit', interrupt);
  void ended.then(() => process.off('exit', interrupt));

  await ready(child, options.log);
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      await Promise.all([stopProcess(child.pid), ended]);
    }
  };
  return { port, ended, stop };
}

/** Fulfilled when PostgreSQL accepts connections; refused with its last words if it ends before. */
function ready(child: ChildProcess, log: (line: string) => void): Promise<void> {
  const lastWords: string[] = [];
  return new Promise((resolve, reject) => {
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        log(line);
        lastWords.push(line);
        if (lastWords.length > 20) lastWords.shift();
        if (line.includes('database system is ready to accept connections')) resolve();
      });
    }
    child.once('error', reject);
    child.once('close', () =>
      reject(new Error(`PostgreSQL did not start:\n${lastWords.join('\n')}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('No free port was found.')),
      );
    });
  });
}

/** Makes the owner and its database, where a first start has not come that far. */
async function ensureDatabase(
  port: number,
  secrets: { readonly superuser: string; readonly owner: string },
): Promise<void> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: secrets.superuser,
    database: 'postgres',
  });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length > 0) return;
    await client.query(`drop role if exists ${OWNER}`);
    await client.query(
      `create role ${OWNER} login createrole createdb password ${client.escapeLiteral(secrets.owner)}`,
    );
    await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}
