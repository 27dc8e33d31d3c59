import type pg from 'pg';
import type { DemonstrationOrganisation } from './demonstration.ts';

/** Consortia, and the authorities that become tenants: members, and those named. */
export async function selectTenants(client: pg.ClientBase, furtherCodes: readonly string[]) {
  const consortia = await client.query<{ code: string; name: string }>(
    'select code, name from consortium order by code',
  );
  const authorities = await client.query<{ code: string; name: string }>(
    `select code::text, name from authority
     where code = any($1::text[]) or code in (select authority_code from consortium_member where left_on is null)
     order by code`,
    [furtherCodes],
  );
  return { consortia: consortia.rows, authorities: authorities.rows };
}

/** Keeps an organisation and what it answers for; one that is there already only gets its name. */
export async function keepOrganisation(
  client: pg.ClientBase,
  organisation: DemonstrationOrganisation,
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into organisation (id, slug, name, kind, consortium_code, synthetic)
     values (gen_random_uuid(), $1, $2, $3::organisation_kind, $4, $5)
     on conflict (slug) do update set name = excluded.name
     returning id`,
    [
      organisation.slug,
      organisation.name,
      organisation.kind,
      organisation.consortiumCode,
      organisation.synthetic,
    ],
  );
  const id = rows[0]?.id ?? '';
  await client.query(
    `insert into organisation_authority (organisation_id, authority_code)
     select $1, unnest($2::text[]) on conflict do nothing`,
    [id, organisation.authorityCodes],
  );
  return id;
}

/** Keeps an invented account with its role in an organisation. */
export async function keepAccount(
  client: pg.ClientBase,
  account: { name: string; organisationId: string; role: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into account (id, name, synthetic) values (gen_random_uuid(), $1, true)
     on conflict (name) do update set synthetic = true
     returning id`,
    [account.name],
  );
  const id = rows[0]?.id ?? '';
  await client.query(
    `insert into membership (organisation_id, account_id, role) values ($1, $2, $3)
     on conflict (organisation_id, account_id) do update set role = excluded.role`,
    [account.organisationId, id, account.role],
  );
  return id;
}

/** Makes these the only tokens of their accounts. */
export async function replaceTokens(
  client: pg.ClientBase,
  tokens: readonly { accountId: string; secretHash: string }[],
  at: Date,
): Promise<void> {
  const accountIds = tokens.map(({ accountId }) => accountId);
  const hashes = tokens.map(({ secretHash }) => secretHash);
  await client.query(
    'delete from api_token where account_id = any($1::uuid[]) and not secret_hash = any($2::text[])',
    [accountIds, hashes],
  );
  await client.query(
    `insert into api_token (secret_hash, account_id, created_at)
     select secret_hash, account_id, $3 from unnest($1::text[], $2::uuid[]) as t(secret_hash, account_id)
     on conflict (secret_hash) do nothing`,
    [hashes, accountIds, at],
  );
}
