import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database with nothing in it, on the run's PostgreSQL, owned by the role that owns the others. */
export interface EmptyDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  /** As the superuser. */
  readonly db: pg.Pool;
  readonly drop: () => Promise<void>;
}

/** Makes an empty database. The caller drops it. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const cluster = inject('cluster');
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const address = (url: string, database = name) =>
    Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const owner = new URL(cluster.ownerUrl).username;
  const superuser = new pg.Pool({
    connectionString: address(cluster.superuserUrl, 'postgres'),
    max: 1,
  });
  await superuser.query(`create database ${name} template template0 owner ${owner}`);
  const db = new pg.Pool({ connectionString: address(cluster.superuserUrl), max: 2 });
  // Dropping the database may reach a connection before its own goodbye does.
  db.on('error', () => undefined);

  return {
    name,
    ownerUrl: address(cluster.ownerUrl),
    db,
    drop: async () => {
      await db.end();
      // Not by force: PostgreSQL waits a little for connections that are just being closed.
      await superuser.query(`drop database ${name}`);
      await superuser.end();
    },
  };
}
