import type pg from 'pg';

/** What a credential leads to: an account, its organisation and its role. */
export interface CredentialRow {
  readonly account_id: string;
  readonly account: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly organisation_slug: string;
  readonly organisation_kind: 'TENANT' | 'HUB' | 'PROVIDER';
  /** The consortium a hub serves; null for others. */
  readonly consortium_code: string | null;
  readonly role: string;
  readonly authority_codes: readonly string[];
  /** When the credential ends of itself; null for one that does not. */
  readonly ends_at: Date | null;
  /** Sessions only. */
  readonly last_seen_at: Date | null;
}

const accountColumns = `a.id as account_id, a.name as account, o.id as organisation_id, o.name as organisation,
  o.slug as organisation_slug, o.consortium_code, o.kind::text as organisation_kind, m.role,
  array(select oa.authority_code::text from organisation_authority oa
        where oa.organisation_id = o.id order by 1) as authority_codes`;

const accountTables = `account a
  join membership m on m.account_id = a.id
  join organisation o on o.id = m.organisation_id`;

const first = async <Row extends CredentialRow = CredentialRow>(
  pool: pg.Pool,
  name: string,
  text: string,
  values: unknown[],
) => {
  const { rows } = await pool.query<Row>({ name, text, values });
  return rows[0];
};

/** What credentials lead to, with the hash of each. */
type HashedRow = CredentialRow & { readonly secret_hash: string };

/** The accounts that bearer tokens and sessions belong to, of those that are enabled. */
export async function accountsOfCredentials(
  pool: pg.Pool,
  hashes: { readonly token: readonly string[]; readonly session: readonly string[] },
): Promise<(HashedRow & { readonly kind: 'token' | 'session' })[]> {
  const { rows } = await pool.query({
    name: 'accounts_of_credentials',
    text: `select ${accountColumns}, 'token' as kind, t.secret_hash, t.ends_at, null::timestamptz as last_seen_at
      from ${accountTables} join api_token t on t.account_id = a.id
      where t.secret_hash = any ($1) and a.disabled_at is null
      union all
      select ${accountColumns}, 'session', s.secret_hash, s.ends_at, s.last_seen_at
      from ${accountTables} join session s on s.account_id = a.id
      where s.secret_hash = any ($2) and a.disabled_at is null`,
    values: [hashes.token, hashes.session],
  });
  return rows;
}

/** The account a bearer token belongs to, if the account is enabled. */
export const accountOfToken = (pool: pg.Pool, secretHash: string) =>
  first(
    pool,
    'account_of_token',
    `select ${accountColumns}, t.ends_at, null::timestamptz as last_seen_at
     from ${accountTables} join api_token t on t.account_id = a.id
     where t.secret_hash = $1 and a.disabled_at is null`,
    [secretHash],
  );

/** The account a session belongs to, if the account is enabled. */
export const accountOfSession = (pool: pg.Pool, secretHash: string) =>
  first(
    pool,
    'account_of_session',
    `select ${accountColumns}, s.ends_at, s.last_seen_at
     from ${accountTables} join session s on s.account_id = a.id
     where s.secret_hash = $1 and a.disabled_at is null`,
    [secretHash],
  );

/** An account by its name, and whether it is disabled. */
export const accountByName = (pool: pg.Pool, name: string) =>
  first<CredentialRow & { readonly disabled: boolean }>(
    pool,
    'account_by_name',
    `select ${accountColumns}, null::timestamptz as ends_at, null::timestamptz as last_seen_at,
       a.disabled_at is not null as disabled
     from ${accountTables} where a.name = $1`,
    [name],
  );

/** A demonstration's accounts, by consortium and organisation. */
export async function syntheticAccounts(
  pool: pg.Pool,
): Promise<{ account: string; organisation: string; role: string; consortium: string | null }[]> {
  const { rows } = await pool.query(
    `select a.name as account, o.name as organisation, m.role,
       coalesce(o.consortium_code, (
         select min(cm.consortium_code) from organisation_authority oa
         join consortium_member cm on cm.authority_code = oa.authority_code and cm.left_on is null
         where oa.organisation_id = o.id)) as consortium
     from account a
     join membership m on m.account_id = a.id
     join organisation o on o.id = m.organisation_id
     where a.synthetic and a.disabled_at is null
     order by consortium nulls last, o.kind = 'HUB' desc, o.name, a.name`,
  );
  return rows;
}

/** Starts a session, and forgets those that ended of themselves. */
/** Forgets sessions that have ended, of whomever they were. */
export async function deleteEndedSessions(
  pool: pg.Pool,
  ended: { at: Date; unusedSince: Date },
): Promise<void> {
  await pool.query('delete from session where ends_at <= $1 or last_seen_at < $2', [
    ended.at,
    ended.unusedSince,
  ]);
}

export async function insertSession(
  pool: pg.Pool,
  session: { secretHash: string; accountId: string; createdAt: Date; endsAt: Date },
): Promise<void> {
  await pool.query('delete from session where ends_at <= $1', [session.createdAt]);
  await pool.query(
    `insert into session (secret_hash, account_id, created_at, last_seen_at, ends_at) values ($1, $2, $3, $3, $4)`,
    [session.secretHash, session.accountId, session.createdAt, session.endsAt],
  );
}

export async function touchSessions(
  pool: pg.Pool,
  secretHashes: readonly string[],
  at: Date,
): Promise<void> {
  await pool.query('update session set last_seen_at = $2 where secret_hash = any ($1)', [
    secretHashes,
    at,
  ]);
}

export async function deleteSession(pool: pg.Pool, secretHash: string): Promise<void> {
  await pool.query('delete from session where secret_hash = $1', [secretHash]);
}
