import { requireWeakRole } from '@sufficiency/prisma/roles.ts';
import { openStore } from '@sufficiency/server/platform/store.ts';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EmptyDatabase } from '../testkit/empty-database.ts';
import { emptyDatabase } from '../testkit/empty-database.ts';
import { newDataDir, removeDataDir, startServer } from './server-process.ts';

let dataDir: string;
let external: EmptyDatabase;

const open = (databaseUrl: string) =>
  openStore({
    dataDir,
    databaseUrl,
    log: () => undefined,
    check: () => Promise.resolve(),
  });

const withUser = (user: string, password: string) =>
  Object.assign(new URL(external.ownerUrl), { username: user, password }).href;

beforeAll(async () => {
  dataDir = await newDataDir();
});

afterAll(() => removeDataDir(dataDir));

beforeEach(async () => {
  external = await emptyDatabase();
});

afterEach(() => external.drop());

describe('a PostgreSQL of one’s own', () => {
  test('is brought to the newest migration, its roles included', async () => {
    const store = await open(external.ownerUrl);

    const app = new pg.Pool({ connectionString: store.appUrl });
    const { rows } = await app.query('select count(*)::int as organisations from organisation');
    await expect(requireWeakRole(app)).resolves.toBeUndefined();
    await app.end();
    expect(rows).toEqual([{ organisations: 0 }]);
  });

  test('serves several servers that start together, and gives all the same roles', async () => {
    const stores = await Promise.all([open(external.ownerUrl), open(external.ownerUrl)]);

    const again = await open(external.ownerUrl);

    expect(stores.map(({ appUrl }) => appUrl)).toEqual([again.appUrl, again.appUrl]);
  });

  test('carries a whole server, which leaves it running', async () => {
    const server = startServer({
      DATA_DIR: dataDir,
      DATABASE_URL: external.ownerUrl,
      DEMONSTRATION: '1',
    });
    const response = await fetch(new URL('/ready', await server.address));
    server.kill('SIGTERM');

    expect(response.status).toBe(200);
    expect(await server.ended).toMatchObject({ code: 0 });
    await expect(external.db.query('select from organisation')).resolves.toBeDefined();
  });
});

describe('a PostgreSQL that cannot be used', () => {
  test('is named where nobody answers', async () => {
    await expect(open('postgresql://me:secret@127.0.0.1:1/exchange')).rejects.toThrow(
      'No PostgreSQL answers at 127.0.0.1:1 (DATABASE_URL).',
    );
  });

  test('is named where it knows no such role or password', async () => {
    await expect(open(withUser('nobody', 'wrong'))).rejects.toThrow(
      /does not let “nobody” sign in \(DATABASE_URL\)/,
    );
  });

  test('is named where it has no such database', async () => {
    const address = Object.assign(new URL(external.ownerUrl), { pathname: '/not_there' });

    await expect(open(address.href)).rejects.toThrow('has no database “not_there” (DATABASE_URL).');
  });

  test('says which privilege is missing to create roles', async () => {
    const role = `${external.name}_plain`;
    await external.db.query(`create role ${role} login password 'plain'`);

    const opening = open(withUser(role, 'plain'));

    await expect(opening).rejects.toThrow(
      `The role “${role}” of DATABASE_URL may not create roles. Grant it: ALTER ROLE "${role}" CREATEROLE;`,
    );
  });

  test('says which privilege is missing to create tables', async () => {
    const role = `${external.name}_guest`;
    await external.db.query(`create role ${role} login createrole password 'guest'`);

    const opening = open(withUser(role, 'guest'));

    await expect(opening).rejects.toThrow(
      `Grant it: ALTER DATABASE "${external.name}" OWNER TO "${role}";`,
    );
  });

  test('says which extension is missing, and is content where somebody else made it', async () => {
    const role = `${external.name}_tenant`;
    await external.db.query(`
      create role ${role} login createrole password 'tenant';
      grant create on schema public to ${role};
    `);

    const opening = () => open(withUser(role, 'tenant'));

    await expect(opening()).rejects.toThrow('CREATE EXTENSION pg_trgm SCHEMA public;');
    await external.db.query('create extension pg_trgm schema public');
    await expect(opening()).rejects.not.toThrow('pg_trgm');
  });

  test('says which privilege is missing to use groups that another owner made', async () => {
    const role = `${external.name}_other`;
    await external.db.query(`
      create role ${role} login createrole password 'other';
      alter database ${external.name} owner to ${role};
    `);

    const opening = open(withUser(role, 'other'));

    await expect(opening).rejects.toThrow(
      `Grant it: GRANT exchange_app TO "${role}" WITH ADMIN OPTION;`,
    );
  });
});

describe('the role that requests use', () => {
  const refusal = (connectionString: string) => {
    const pool = new pg.Pool({ connectionString });
    return requireWeakRole(pool).finally(() => pool.end());
  };

  test('may not be the owner', async () => {
    await open(external.ownerUrl);

    await expect(refusal(external.ownerUrl)).rejects.toThrow(/may create roles/);
  });

  test.for([
    ['a superuser', 'superuser', 'is a superuser'],
    ['free of row-level security', 'bypassrls', 'passes by row-level security'],
  ] as const)('may not be %s', async ([, attribute, words]) => {
    const role = `${external.name}_${attribute}`;
    await external.db.query(`create role ${role} login ${attribute} password 'strong'`);

    const refused = refusal(withUser(role, 'strong'));

    await expect(refused).rejects.toThrow(words);
    await external.db.query(`drop role ${role}`);
  });

  test('may not own a table', async () => {
    const role = `${external.name}_holder`;
    await external.db.query(`
      create role ${role} login password 'holder';
      create table held (id int);
      alter table held owner to ${role};
    `);

    const refused = refusal(withUser(role, 'holder'));

    await expect(refused).rejects.toThrow('owns held');
  });

  test('may not be a member of the owner', async () => {
    const role = `${external.name}_friend`;
    const owner = new URL(external.ownerUrl).username;
    await external.db.query(`create role ${role} login password 'friend' in role ${owner}`);

    const refused = refusal(withUser(role, 'friend'));

    await expect(refused).rejects.toThrow(/is, or is a member of, a role that/);
    await external.db.query(`drop role ${role}`);
  });
});
