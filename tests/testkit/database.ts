import { randomBytes } from 'node:crypto';
import { ensureRoles } from '@sufficiency/prisma/roles.ts';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of a test file's own: the demonstration, as it is after its first start. */
export interface TestDatabase {
  readonly ownerUrl: string;
  /** As the server connects: owns nothing, held by row-level security. */
  readonly appUrl: string;
  readonly loaderUrl: string;
  /** As the worker that chains the log. */
  readonly chainUrl: string;
  /** As the worker that builds releases. */
  readonly releaseUrl: string;
  /** As the superuser: what a test arranges and inspects, whatever policies say. */
  readonly db: pg.Pool;
  readonly drop: () => Promise<void>;
}

const inDatabase = (url: string, name: string): string => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Waits up to two seconds for those who have said goodbye to be gone: a client that is thrown out instead of let go
 * raises an error that nobody is there to hear.
 */
const untilAlone = (name: string): string => `do $$ begin
  for attempt in 1..200 loop
    perform pg_stat_clear_snapshot();
    exit when not exists (select from pg_stat_activity where datname = '${name}');
    perform pg_sleep(0.01);
  end loop;
end $$`;

/**
 * Copies the template: the same tables, figures, accounts and policies, and nobody else in it. File by file, which takes
 * a fifth of what PostgreSQL's usual way through its log does.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const cluster = inject('cluster');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(cluster.ownerUrl).username;
  await asSuperuser(
    cluster.superuserUrl,
    `create database ${name} template ${nameOf(cluster.ownerUrl)} owner ${owner} strategy file_copy`,
  );
  const ownerUrl = inDatabase(cluster.ownerUrl, name);
  const urls = await ensureRoles({ ownerUrl, secret: cluster.roleSecret });
  const db = new pg.Pool({ connectionString: inDatabase(cluster.superuserUrl, name), max: 2 });
  // Dropping the database may reach a connection before its own goodbye does.
  db.on('error', () => undefined);

  return {
    ownerUrl,
    ...urls,
    db,
    drop: async () => {
      await db.end();
      await asSuperuser(cluster.superuserUrl, untilAlone(name));
      await asSuperuser(cluster.superuserUrl, `drop database ${name} with (force)`);
    },
  };
}
