import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@sufficiency/prisma/client.ts';
import pg from 'pg';
import { gatheringSocket } from './gathering-socket.ts';

/** What the database is told of the viewer, for one transaction only. Row-level security reads nothing else. */
export interface ViewerSettings {
  readonly tenantId: string;
  readonly accountId: string;
  readonly readsReference: boolean;
}

/** A hand-written statement. `name` makes PostgreSQL keep its plan; equal names must mean equal text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Database {
  readonly pool: pg.Pool;
  readonly prisma: PrismaClient;
  /**
   * Rows of a statement that is asked on nobody's behalf: with no viewer set, row-level security shows no tenant's
   * row and no figure, so what comes back is public and may be kept for everybody.
   */
  publicRows<Row extends object>(statement: Statement): Promise<Row[]>;
  close(): Promise<void>;
}

/** Prisma's client inside a transaction. */
export type Records = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'
>;

/** The connection that Prisma's next transaction must use: the operation's own. */
const lending = new AsyncLocalStorage<pg.PoolClient>();

/** A pool that lends Prisma the connection of the operation it works for, and nothing else. */
class LendingPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares overloads that no single signature satisfies.
  override connect(): any {
    const client = lending.getStore();
    if (!client) throw new Error('Prisma may only be used inside an operation’s transaction.');
    return Promise.resolve(lend(client));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above.
  override query(): any {
    throw new Error('Prisma may only be used inside an operation’s transaction.');
  }
}

const ownedByOperation = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);

/** The same connection, except that beginning, ending and returning it stay the operation's business. */
function lend(client: pg.PoolClient): pg.PoolClient {
  return new Proxy(client, {
    get(target, property) {
      if (property === 'release') return () => undefined;
      if (property === 'query') {
        return (config: pg.QueryConfig) =>
          ownedByOperation.has(config.text)
            ? Promise.resolve({ rows: [], fields: [], rowCount: 0 })
            : target.query(config);
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Opens a pool. `size` connections at most; waiting longer than two seconds for one fails. */
export function openPool(options: { url: string; size: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 0,
    keepAlive: true,
    pipeline: true,
    stream: gatheringSocket,
  });
  // A connection that dies while idle is replaced at its next use; without a listener Node would exit.
  pool.on('error', () => undefined);
  return pool;
}

/** Opens the pool of the application role. `size` connections at most; waiting longer than two seconds fails. */
export function openDatabase(options: { url: string; size: number }): Database {
  const pool = openPool(options);
  const adapter = new PrismaPg(new LendingPool(), {
    statementNameGenerator: ({ sql }) => createHash('sha1').update(sql).digest('base64url'),
  });
  const prisma = new PrismaClient({ adapter });
  // A connection of its own: an operation that waits for public facts may already hold one of the others.
  const publicPool = openPool({ url: options.url, size: 1 });

  return {
    pool,
    prisma,
    publicRows: (statement) => rowsOf(publicPool, statement),
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), publicPool.end()]);
    },
  };
}

async function rowsOf<Row extends object>(
  connection: Pick<pg.PoolClient, 'query'>,
  { name, text, values }: Statement,
): Promise<Row[]> {
  const { rows } = await connection.query<Row>({ name, text, values: [...values] });
  return rows;
}

const beginRead = 'begin isolation level repeatable read read only';
const beginWrite = 'begin';

/**
 * Tells the database who asks. Plans are made once for each connection and kept: making one anew for each set of
 * values costs more than most of our statements.
 */
const setViewer = (viewer: ViewerSettings): pg.QueryConfig => ({
  name: 'set_viewer',
  text: `select set_config('app.tenant', $1, true), set_config('app.account', $2, true),
    set_config('app.reads_reference', $3, true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
  values: [viewer.tenantId, viewer.accountId, viewer.readsReference ? 'yes' : 'no'],
});

/**
 * One operation's transaction: one connection, one snapshot, one viewer.
 *
 * It opens at the first use, so an operation that reads nothing costs nothing, and it sends the beginning, the viewer
 * and the first statement in one trip.
 */
export class Operation {
  readonly database: Database;
  readonly #viewer: ViewerSettings;
  readonly #mode: 'read' | 'write';
  #client: Promise<pg.PoolClient> | undefined;
  #records: Promise<Records> | undefined;
  #endRecords: (() => Promise<void>) | undefined;

  constructor(database: Database, viewer: ViewerSettings, mode: 'read' | 'write') {
    this.database = database;
    this.#viewer = viewer;
    this.#mode = mode;
  }

  /** Rows of one hand-written statement, under row-level security. */
  async rows<Row extends object>(statement: Statement): Promise<Row[]> {
    return await rowsOf<Row>(await this.#open(), statement);
  }

  /** Prisma's client over the same connection and snapshot. */
  records(): Promise<Records> {
    this.#records ??= this.#openRecords();
    return this.#records;
  }

  /** Keeps what was written. Does nothing if nothing was opened. */
  commit(): Promise<void> {
    return this.#end('commit');
  }

  /** Leaves everything as it was. */
  rollback(): Promise<void> {
    return this.#end('rollback');
  }

  #open(): Promise<pg.PoolClient> {
    this.#client ??= this.database.pool.connect().then((client) => {
      // Not awaited: both travel in one trip with the first statement. A failure makes that statement fail too.
      client.query(this.#mode === 'read' ? beginRead : beginWrite).catch(() => undefined);
      client.query(setViewer(this.#viewer)).catch(() => undefined);
      return client;
    });
    return this.#client;
  }

  async #openRecords(): Promise<Records> {
    const client = await this.#open();
    return await new Promise<Records>((opened, failed) => {
      const transaction = lending.run(client, () =>
        this.database.prisma.$transaction(
          (records) =>
            new Promise<void>((ended) => {
              this.#endRecords = async () => {
                ended();
                await transaction;
              };
              opened(records);
            }),
          { maxWait: 2_000, timeout: 30_000 },
        ),
      );
      transaction.catch(failed);
    });
  }

  async #end(how: 'commit' | 'rollback'): Promise<void> {
    if (!this.#client) return;
    let client: pg.PoolClient;
    try {
      client = await this.#client;
    } catch {
      return;
    }
    const ended = this.#finish(client, how);
    // What was read is already here: the answer need not wait for the end of a reading transaction.
    if (this.#mode === 'read') ended.catch(() => undefined);
    else await ended;
  }

  async #finish(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
    try {
      await this.#endRecords?.();
      await client.query(how);
      client.release();
    } catch (error) {
      // A connection in an unknown state is closed, never returned to the pool.
      client.release(true);
      if (how === 'commit') throw error;
    }
  }
}

/** True where the database answers and has been migrated. Says nothing of why it does not. */
export async function isReady(database: Database): Promise<boolean> {
  try {
    await database.pool.query('select 1 from platform_stamp');
    return true;
  } catch {
    return false;
  }
}
