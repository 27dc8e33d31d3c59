import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { Client } from 'pg';
import { passwordOf, scramVerifier } from './role-password.ts';

/** How the server reaches its database: never as the owner of the tables. */
export interface RoleUrls {
  /** Requests: reads and writes what policies allow. */
  readonly appUrl: string;
  /** Loads reference data. */
  readonly loaderUrl: string;
  /** Chains the audit log. */
  readonly chainUrl: string;
  /** Builds releases. */
  readonly releaseUrl: string;
}

interface LoginRole {
  readonly name: string;
  readonly group: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A database called “exchange” must not have its login roles take the names of the groups. */
const loginName = (database: string, group: string) => {
  const name = group.replace('exchange', database);
  return name === group ? `${name}_login` : name;
};

const loginRoles = (
  database: string,
): Readonly<Record<'app' | 'loader' | 'chain' | 'release', LoginRole>> => ({
  app: {
    name: loginName(database, 'exchange_app'),
    group: 'exchange_app',
    settings: {
      statement_timeout: '10s',
      lock_timeout: '5s',
      idle_in_transaction_session_timeout: '15s',
    },
  },
  chain: {
    name: loginName(database, 'exchange_chain'),
    group: 'exchange_chain',
    settings: { statement_timeout: '30s', lock_timeout: '5s' },
  },
  release: {
    name: loginName(database, 'exchange_release'),
    group: 'exchange_release',
    settings: {
      statement_timeout: '1min',
      lock_timeout: '5s',
      idle_in_transaction_session_timeout: '1min',
    },
  },
  loader: {
    name: loginName(database, 'exchange_loader'),
    group: 'exchange_loader',
    settings: {
      statement_timeout: '5min',
      lock_timeout: '1min',
      idle_in_transaction_session_timeout: '5min',
    },
  },
});

/** Roles are made by one server at a time. An arbitrary number; migrations have another. */
const LOCK = 72_707_370;

/**
 * Makes the groups that migrations grant to (`exchange_app`, `exchange_loader`, `exchange_chain`, `exchange_release`) and
 * this database's own login roles in them, and puts right what differs. Comes before `migrate`.
 *
 * @param secret what the passwords of the login roles are worked out from.
 * @throws Error PostgreSQL is older than 16, or a privilege is missing: the message says which, and how to give it.
 */
export async function ensureRoles(options: {
  readonly ownerUrl: string;
  readonly secret: string;
}): Promise<RoleUrls> {
  const client = new Client({ connectionString: options.ownerUrl });
  // A lost connection is told by the query it interrupts.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const owner = await readOwner(client);
    requirePrivileges(owner);
    const roles = loginRoles(owner.database);
    await client.query('select pg_advisory_lock($1)', [LOCK]);

    const urlOf = (role: LoginRole) =>
      withCredentials(options.ownerUrl, role.name, passwordOf(role.name, options.secret));
    for (const role of Object.values(roles)) {
      await ensureGroup(client, owner, role.group);
      await ensureLoginRole(client, owner, role);
      await ensureSignIn(client, role, { url: urlOf(role), secret: options.secret });
    }
    await forbidOwnTables(client, owner, Object.values(roles));
    return urlsOf(roles, urlOf);
  } finally {
    await client.end();
  }
}

/**
 * How each role reaches a database whose roles were made before. Changes nothing, and asks the database nothing.
 *
 * @param secret as for `ensureRoles`.
 */
export function roleUrls(options: {
  readonly ownerUrl: string;
  readonly secret: string;
}): RoleUrls {
  const database = decodeURIComponent(new URL(options.ownerUrl).pathname.slice(1));
  return urlsOf(loginRoles(database), ({ name }) =>
    withCredentials(options.ownerUrl, name, passwordOf(name, options.secret)),
  );
}

const urlsOf = (
  { app, loader, chain, release }: ReturnType<typeof loginRoles>,
  urlOf: (role: LoginRole) => string,
): RoleUrls => ({
  appUrl: urlOf(app),
  loaderUrl: urlOf(loader),
  chainUrl: urlOf(chain),
  releaseUrl: urlOf(release),
});

interface Owner {
  readonly name: string;
  readonly database: string;
  readonly version: number;
  readonly mayCreateRoles: boolean;
  readonly mayCreateTables: boolean;
  /** Whether searches can compare names: `pg_trgm` is there, or this role can make it. */
  readonly mayCompareNames: boolean;
}

async function readOwner(client: Client): Promise<Owner> {
  const { rows } = await client.query<Owner>(
    `select current_user as name, current_database() as database,
            current_setting('server_version_num')::int as version,
            rolsuper or rolcreaterole as "mayCreateRoles",
            coalesce(has_schema_privilege('public', 'create'), false) as "mayCreateTables",
            exists (select from pg_extension where extname = 'pg_trgm')
              or exists (select from pg_available_extensions where name = 'pg_trgm')
                and has_database_privilege(current_database(), 'create') as "mayCompareNames"
       from pg_roles where rolname = current_user`,
  );
  const [owner] = rows;
  if (!owner) throw new Error('The database does not say who is signed in.');
  return owner;
}

function requirePrivileges({
  name,
  database,
  version,
  mayCreateRoles,
  mayCreateTables,
  mayCompareNames,
}: Owner): void {
  if (version < 160_000) {
    throw new Error(
      `DATABASE_URL leads to PostgreSQL ${Math.floor(version / 10_000)}. PostgreSQL 16 or newer is needed.`,
    );
  }
  if (!mayCreateRoles) {
    throw new Error(
      `The role “${name}” of DATABASE_URL may not create roles. Grant it: ALTER ROLE "${name}" CREATEROLE;`,
    );
  }
  if (!mayCreateTables) {
    throw new Error(
      `The role “${name}” of DATABASE_URL may not create tables in the schema “public” of the database “${database}”. ` +
        `Grant it: ALTER DATABASE "${database}" OWNER TO "${name}";`,
    );
  }
  if (!mayCompareNames) {
    throw new Error(
      `The role “${name}” of DATABASE_URL may not make the extension “pg_trgm” in the database “${database}”. ` +
        'Let an administrator make it: CREATE EXTENSION pg_trgm SCHEMA public;',
    );
  }
}

const PRIVILEGE_MISSING = '42501';
/** Groups belong to the whole cluster, so the server of another database may be making them just now. */
const EXISTS_BY_NOW = new Set(['42710', '23505']);

async function ensureGroup(client: Client, owner: Owner, group: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [group]);
  if (rows.length === 0) {
    await client.query(`create role ${group} nologin`).catch((error: unknown) => {
      if (!EXISTS_BY_NOW.has(codeOf(error))) throw error;
    });
  }
  const mayGrant = await client.query<{ yes: boolean }>(
    `select pg_has_role(current_user, $1, 'member with admin option') as yes`,
    [group],
  );
  if (!mayGrant.rows[0]?.yes) {
    throw new Error(
      `The role “${owner.name}” of DATABASE_URL may not use the role “${group}”, which another owner made. ` +
        `Grant it: GRANT ${group} TO "${owner.name}" WITH ADMIN OPTION;`,
    );
  }
}

interface LoginRoleState {
  readonly tooStrong: boolean;
  readonly member: boolean;
  readonly connects: boolean;
  readonly settings: string[];
}

async function ensureLoginRole(client: Client, owner: Owner, role: LoginRole): Promise<void> {
  const name = client.escapeIdentifier(role.name);
  const database = client.escapeIdentifier(owner.database);
  const state = await readLoginRole(client, role);
  if (!state) {
    await client.query(
      `create role ${name} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole noreplication`,
    );
  }
  if (state?.tooStrong) {
    throw new Error(
      `The role “${role.name}” may do more than a server should. ` +
        `Take it away: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION;`,
    );
  }
  if (!state?.member) await client.query(`grant ${role.group} to ${name} with inherit true`);
  if (state && !state.connects) {
    await client.query(`grant connect on database ${database} to ${role.group}`);
  }
  for (const [setting, value] of Object.entries(role.settings)) {
    if (state?.settings.includes(`${setting}=${value}`)) continue;
    await client.query(`alter role ${name} in database ${database} set ${setting} = '${value}'`);
  }
}

async function readLoginRole(
  client: Client,
  { name, group }: LoginRole,
): Promise<LoginRoleState | undefined> {
  const { rows } = await client.query<LoginRoleState>(
    `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as "tooStrong",
            pg_has_role(role.oid, $2, 'usage') as member,
            has_database_privilege(role.oid, current_database(), 'connect') as connects,
            coalesce(setconfig, '{}') as settings
       from pg_roles role
       left join pg_db_role_setting on setrole = role.oid
        and setdatabase = (select oid from pg_database where datname = current_database())
      where rolname = $1`,
    [name, group],
  );
  return rows[0];
}

/**
 * Everybody may make temporary tables in a database, with triggers of their own on them; our roles have no use for any.
 * Only who owns the database can take that away.
 */
async function forbidOwnTables(
  client: Client,
  { database }: Owner,
  roles: readonly LoginRole[],
): Promise<void> {
  const { rows } = await client.query(
    `select 1 from pg_roles r join pg_database d on d.datname = current_database() and pg_has_role(d.datdba, 'usage')
      where r.rolname = any($1) and has_database_privilege(r.oid, d.oid, 'temporary') limit 1`,
    [roles.map(({ name }) => name)],
  );
  if (rows.length === 0) return;
  const groups = roles.map(({ group }) => group).join(', ');
  await client.query(
    `revoke temporary on database ${client.escapeIdentifier(database)} from public, ${groups}`,
  );
}

/** Gives the role its password, unless it has it already, and sees that the role can sign in. */
async function ensureSignIn(
  client: Client,
  role: LoginRole,
  { url, secret }: { readonly url: string; readonly secret: string },
): Promise<void> {
  if ((await signIn(url)) === undefined) return;

  const verifier = scramVerifier(passwordOf(role.name, secret), randomBytes(16));
  const name = client.escapeIdentifier(role.name);
  await client
    .query(`alter role ${name} password ${client.escapeLiteral(verifier)}`)
    .catch((error: unknown) => {
      if (codeOf(error) !== PRIVILEGE_MISSING) throw error;
      throw new Error(
        `The role “${role.name}” belongs to another owner. Drop it: DROP ROLE ${name};`,
        {
          cause: error,
        },
      );
    });
  const refusal = await signIn(url);
  if (refusal === undefined) return;
  throw new Error(
    `The role “${role.name}” was made and cannot sign in: ${refusal}. Let it sign in by password (pg_hba.conf).`,
  );
}

/** Signs in and out again; the database's words if it refuses. */
async function signIn(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** The same address for another role. An address without a host (a socket) carries the role in its query. */
function withCredentials(address: string, role: string, password: string): string {
  const url = new URL(address);
  url.searchParams.delete('user');
  url.searchParams.delete('password');
  if (url.hostname === '') {
    url.searchParams.set('user', role);
    url.searchParams.set('password', password);
  } else {
    url.username = encodeURIComponent(role);
    url.password = password;
  }
  return url.href;
}

const strengths = [
  ['is a superuser', 'rolsuper'],
  ['passes by row-level security', 'rolbypassrls'],
  ['may create roles', 'rolcreaterole'],
  ['may copy the database away', 'rolreplication'],
] as const;

/**
 * Refuses to go on as a role that row-level security does not hold, or that could give itself more.
 *
 * @throws Error who is signed in is a superuser, bypasses row-level security, owns a table, schema or
 *   function or the database, or is a member of somebody who does.
 */
export async function requireWeakRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; strength: string }>(
    `with me as (select oid, rolname from pg_roles where rolname in (current_user, session_user)),
     strong as (
       ${strengths.map(([words, column]) => `select oid, '${words}' as strength from pg_roles where ${column}`).join('\n union all ')}
       union all select oid, 'reads or writes everything' from pg_roles
         where rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_execute_server_program',
                           'pg_read_server_files', 'pg_write_server_files')
       union all select relowner, 'owns ' || oid::regclass from pg_class where relkind in ('r', 'p', 'v', 'm', 'S')
       union all select proowner, 'owns ' || oid::regprocedure from pg_proc
       union all select nspowner, 'owns the schema ' || nspname from pg_namespace where nspname not like 'pg\\_temp%'
       union all select datdba, 'owns the database' from pg_database where datname = current_database())
     select me.rolname as name, strength from me join strong on pg_has_role(me.oid, strong.oid, 'member') limit 1`,
  );
  const [found] = rows;
  if (found) {
    throw new Error(
      `The server does not start as the role “${found.name}”: it is, or is a member of, a role that ${found.strength}.`,
    );
  }
}
