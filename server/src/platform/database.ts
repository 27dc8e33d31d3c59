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
  readonly role: string;
  readonly readsReference: boolean;
  /** The present, as the server's clock has it: days are told from it, so that agreements begin and end by one clock. */
  readonly now: Date;
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
const lending = new AsyncLocalStorage<{ client: pg.PoolClient; hasEnded: () => boolean }>();

/** A pool that lends Prisma the connection of the operation it works for, and nothing else. */
class LendingPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares overloads that no single signature satisfies.
  override connect(): any {
    const lent = lending.getStore();
    if (!lent) throw new Error('Prisma may only be used inside an operation’s transaction.');
    return Promise.resolve(lend(lent.client, lent.hasEnded));
  }

  // biome-ignore lint/suspicious/noExplicitAny: as above.
  override query(): any {
    throw new Error('Prisma may only be used inside an operation’s transaction.');
  }
}

const ownedByOperation = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);

/** Somebody went on after the answer was given: the connection may be another operation's by now. */
const isOver = () =>
  new Error('This operation has ended: nothing more can be read or written in it.');

/**
 * The same connection, except that beginning, ending and returning it stay the operation's business, and that it is of
 * no more use once the operation has ended.
 */
function lend(client: pg.PoolClient, hasEnded: () => boolean): pg.PoolClient {
  return new Proxy(client, {
    get(target, property) {
      if (property === 'release') return () => undefined;
      if (property === 'query') {
        return (config: pg.QueryConfig) => {
          if (ownedByOperation.has(config.text)) {
            return Promise.resolve({ rows: [], fields: [], rowCount: 0 });
          }
          return hasEnded() ? Promise.reject(isOver()) : target.query(config);
        };
      }
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/**
 * Opens a pool. `size` connections at most; waiting longer than two seconds for one fails, and so does waiting longer
 * than `patience` (milliseconds; without end if absent) for an answer, when the database has fallen silent.
 */
export function openPool(options: { url: string; size: number; patience?: number }): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 0,
    keepAlive: true,
    pipeline: true,
    stream: gatheringSocket,
    ...(options.patience && { query_timeout: options.patience }),
  });
  // A connection that dies is replaced at its next use, and whoever was using it is told by the statement that fails;
  // without listeners Node would exit.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Somewhat longer than the database's own limit of ten seconds a statement. Unit: milliseconds. */
const patience = 12_000;

/** Opens the pool of the application role. `size` connections at most; waiting longer than two seconds fails. */
export function openDatabase({ url, size }: { url: string; size: number }): Database {
  const pool = openPool({ url, size, patience });
  const adapter = new PrismaPg(new LendingPool(), {
    statementNameGenerator: ({ sql }) => createHash('sha1').update(sql).digest('base64url'),
  });
  const prisma = new PrismaClient({ adapter });
  // A connection of its own: an operation that waits for public facts may already hold one of the others.
  const publicPool = openPool({ url, size: 1, patience });

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
    set_config('app.reads_reference', $3, true), set_config('app.role', $4, true),
    set_config('app.now', $5, true), set_config('plan_cache_mode', 'force_generic_plan', true)`,
  values: [
    viewer.tenantId,
    viewer.accountId,
    viewer.readsReference ? 'yes' : 'no',
    viewer.role,
    viewer.now.toISOString(),
  ],
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
  #ended = false;
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
    const client = await this.#open();
    if (this.#ended) throw isOver();
    return await rowsOf<Row>(client, statement);
  }

  /** Prisma's client over the same connection and snapshot. */
  records(): Promise<Records> {
    this.#records ??= this.#openRecords();
    return this.#records;
  }

  /**
   * Runs one last statement and keeps what was written, in one trip. Where the statement fails nothing is kept: PostgreSQL
   * undoes a transaction that failed, whatever it is told.
   */
  async commitWith(statement: Statement): Promise<void> {
    const client = await this.#open();
    if (this.#ended) throw isOver();
    await Promise.all([rowsOf(client, statement), this.commit()]);
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
    if (this.#ended) return Promise.reject(isOver());
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
    const hasEnded = () => this.#ended;
    return await new Promise<Records>((opened, failed) => {
      const transaction = lending.run({ client, hasEnded }, () =>
        this.database.prisma.$transaction(
          (records) =>
            new Promise<void>((ended, refused) => {
              if (hasEnded()) return refused(isOver());
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
    const before = this.#ended;
    this.#ended = true;
    if (before || !this.#client) return;
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
    const { rows } = await database.pool.query({
      text: 'select 1 from platform_stamp',
      query_timeout: 2_000,
    } as pg.QueryConfig);
    return rows.length === 1;
  } catch {
    return false;
  }
}
