import type { Actor } from '@sufficiency/server/modules/access/actor.ts';
import { SignIn } from '@sufficiency/server/modules/access/sign-in.service.ts';
import { createViewer } from '@sufficiency/server/modules/access/viewer.service.ts';
import type { Viewer } from '@sufficiency/server/modules/access/viewer.ts';
import type { Clock } from '@sufficiency/server/platform/clock.ts';
import type { Database } from '@sufficiency/server/platform/database.ts';
import { openDatabase, openPool } from '@sufficiency/server/platform/database.ts';
import pg from 'pg';
import { afterAll } from 'vitest';
import { tokenOf } from '../testkit/app.ts';
import type { TestDatabase } from '../testkit/database.ts';

/** Rows of the log as a test arranges and inspects them. */
export interface LogRow {
  readonly type: string;
  readonly account: string;
  readonly organisation: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What an organisation's log holds, oldest first, whatever policies say. */
export async function logOf({ db }: Pick<TestDatabase, 'db'>, slug: string): Promise<LogRow[]> {
  const { rows } = await db.query<LogRow>(
    `select e.type, e.account, o.slug as organisation, e.details from audit_event e
     join organisation t on t.id = e.tenant_id join organisation o on o.id = e.actor_organisation_id
     where t.slug = $1 order by e.occurred_at, e.type`,
    [slug],
  );
  return rows;
}

/** Empties every log, as only a superuser can. */
export const emptyLogs = ({ db }: Pick<TestDatabase, 'db'>): Promise<unknown> =>
  db.query('truncate audit_event, audit_link');

export const idOfOrganisation = async (
  { db }: Pick<TestDatabase, 'db'>,
  slug: string,
): Promise<string> =>
  (await db.query<{ id: string }>('select id from organisation where slug = $1', [slug])).rows[0]
    ?.id ?? '';

/** The services below the API, over a test's own database; they close after the file's last test. */
export interface Workshop {
  readonly database: Database;
  /** As the worker that chains. */
  readonly chainPool: pg.Pool;
  readonly actorOf: (account: string) => Promise<Actor>;
  readonly viewerOf: (account: string, mode: 'read' | 'write') => Promise<Viewer>;
}

export function workshop(
  { appUrl, chainUrl }: Pick<TestDatabase, 'appUrl' | 'chainUrl'>,
  clock: Clock,
): Workshop {
  const opened = openDatabase({ url: appUrl, size: 1 });
  // One that waits for as long as a busy machine needs.
  const pool = new pg.Pool({ connectionString: appUrl, max: 8, pipeline: true });
  // Dropping the database may reach a connection before its own goodbye does.
  pool.on('error', () => undefined);
  const database = { ...opened, pool };
  const chainPool = openPool({ url: chainUrl, size: 2 });
  afterAll(async () => {
    await Promise.all([opened.close(), pool.end(), chainPool.end()]);
  });
  const signIn = new SignIn({ database, clock, demonstration: true });
  const actorOf = (account: string) => signIn.actorOf({ kind: 'token', secret: tokenOf(account) });
  return {
    database,
    chainPool,
    actorOf,
    viewerOf: async (account, mode) =>
      createViewer({ clock, database }, await actorOf(account), mode),
  };
}
