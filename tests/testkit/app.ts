import type { App } from '@sufficiency/server/app.ts';
import { createApp } from '@sufficiency/server/app.ts';
import type { Clock } from '@sufficiency/server/platform/clock.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { openLive } from '@sufficiency/server/platform/live.ts';
import { createLog } from '@sufficiency/server/platform/log.ts';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { TestDatabase } from './database.ts';
import { cloneDatabase } from './database.ts';
import { clientFolder } from './workspace.ts';

/** What the API answers. `Data` is what the caller's document asks for. */
export interface Answer<Data = Record<string, unknown>> {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
  }[];
}

/** The whole server in this process, without a port, over a database of the test file's own. */
export interface TestApp extends TestDatabase {
  readonly fetch: App['fetch'];
  /** The server’s own connections. */
  readonly pool: pg.Pool;
  /** Asks the API as an account of the demonstration, with its token. */
  readonly as: <Data = Record<string, unknown>>(
    account: string,
    document: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<Answer<Data>>;
  /** Headers of a request by an account of the demonstration. */
  readonly credentialsOf: (account: string) => { readonly authorization: string };
}

export interface TestAppOptions {
  readonly clock?: Clock;
  /** Absent: as in a demonstration. */
  readonly rateLimitPerMinute?: number;
  /** False: as in service. */
  readonly demonstration?: boolean;
  /** Where the server believes its database is, if not where the test has it. */
  readonly databaseUrl?: string;
  /** Connections to the database; absent: 5. */
  readonly connections?: number;
}

/** The bearer token of an account of the demonstration, for example `commissioner.derby`. */
export function tokenOf(account: string): string {
  const token = inject('cluster').tokens[account];
  if (token === undefined) throw new Error(`The demonstration has no account “${account}”.`);
  return token;
}

/** Starts an app for the test file that calls it at its top; it ends after the file's last test. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await cloneDatabase();
  const pools = openDatabase({
    url: options.databaseUrl ?? database.appUrl,
    size: options.connections ?? 5,
  });
  const log = createLog('error');
  const live = openLive({ url: database.appUrl, log });
  const { fetch } = createApp({
    database: pools,
    clock: options.clock ?? systemClock,
    log,
    live,
    demonstration: options.demonstration ?? true,
    rateLimitPerMinute: options.rateLimitPerMinute ?? 6_000,
    clientFolder,
  });
  afterAll(async () => {
    await live.close();
    await pools.close();
    await database.drop();
  });

  const credentialsOf = (account: string) => ({ authorization: `Bearer ${tokenOf(account)}` });
  return {
    ...database,
    fetch,
    pool: pools.pool,
    credentialsOf,
    as: asOf(fetch),
  };
}

/** How a server is asked as an account of the demonstration. */
export const asOf =
  (fetch: App['fetch']): TestApp['as'] =>
  async (account, query, variables = {}) => {
    const response = await fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${tokenOf(account)}`,
        },
        body: JSON.stringify({ query, variables }),
      }),
    );
    return response.json();
  };
