import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import { idOfOrganisation } from './log.ts';

const db = await cloneDatabase();
afterAll(() => db.drop());
const [derby, nottingham] = [
  await idOfOrganisation(db, 'derby'),
  await idOfOrganisation(db, 'nottingham'),
];
await db.db.query(
  `insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, details, occurred_at)
   values ($1, $2, 'session.started', 'commissioner.nottingham', 'commissioner', $1, '{}', now())`,
  [nottingham, randomUUID()],
);

const { rows: commissioners } = await db.db.query<{ tenant: string; account: string }>(
  `select organisation_id as tenant, account_id as account from membership where role = 'commissioner'`,
);
const accounts = new Map(commissioners.map(({ tenant, account }) => [tenant, account]));
const acting = `select set_config('app.account', $1, true), set_config('app.role', 'commissioner', true)`;

/** Tries a statement as a role that acts for an organisation, in the name of its commissioner; all is undone. */
async function asRole(url: string, tenantId: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
    await client.query(acting, [accounts.get(tenantId) ?? '']);
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

const event = (
  tenantId: string,
  actingId: string,
  { account, role } = { account: 'commissioner.derby', role: 'commissioner' },
) =>
  `insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, details, occurred_at)
   values ('${tenantId}', '${randomUUID()}', 'figures.read', '${account}', '${role}', '${actingId}', '{}', now())`;

describe('the log', () => {
  test('can be read and added to by the application, and nothing else, says the catalogue', async () => {
    const { rows } = await db.db.query(
      `select grantee, table_name, string_agg(privilege_type, ' ' order by privilege_type) as may
       from information_schema.role_table_grants
       where table_name in ('audit_event', 'audit_link') and grantee like 'exchange%'
       group by 1, 2 order by 1, 2`,
    );

    expect(rows).toEqual([
      { grantee: 'exchange_app', table_name: 'audit_event', may: 'INSERT SELECT' },
      { grantee: 'exchange_app', table_name: 'audit_link', may: 'SELECT' },
      { grantee: 'exchange_chain', table_name: 'audit_event', may: 'SELECT' },
      { grantee: 'exchange_chain', table_name: 'audit_link', may: 'INSERT SELECT' },
      { grantee: 'exchange_release', table_name: 'audit_event', may: 'INSERT' },
    ]);
  });

  test.each([
    `update audit_event set account = 'somebody else'`,
    'delete from audit_event',
    'truncate audit_event cascade',
    'update audit_link set sequence = 7',
    'delete from audit_link',
    `insert into audit_link values ('${derby}', 1, '${randomUUID()}', '', now())`,
    'alter table audit_event disable row level security',
    'drop table audit_link',
  ])('refuses the application: %s', async (statement) => {
    await expect(asRole(db.appUrl, derby, statement)).rejects.toThrow(
      /permission denied|must be owner/,
    );
  });

  test.each([
    `update audit_event set account = 'somebody else'`,
    'delete from audit_event',
    'truncate audit_link',
    'update audit_link set sequence = 7',
    'delete from audit_link',
    event(derby, derby),
    'select * from observation',
  ])('refuses the worker that chains: %s', async (statement) => {
    await expect(asRole(db.chainUrl, derby, statement)).rejects.toThrow('permission denied');
  });

  test('takes an event into another organisation’s log, by whoever acts', async () => {
    expect((await asRole(db.appUrl, derby, event(nottingham, derby))).rowCount).toBe(1);
  });

  test('takes none in the name of another organisation', async () => {
    await expect(asRole(db.appUrl, derby, event(nottingham, nottingham))).rejects.toThrow(
      'row-level security',
    );
  });

  test.each([
    { account: 'ig-lead.derby', role: 'commissioner' },
    { account: 'commissioner.derby', role: 'ig-lead' },
    { account: 'nobody', role: 'commissioner' },
  ])('takes none in another name or role: $account, $role', async (another) => {
    await expect(asRole(db.appUrl, derby, event(nottingham, derby, another))).rejects.toThrow(
      'row-level security',
    );
  });

  test('is read by the organisation it belongs to and by no other', async () => {
    const read = 'select account from audit_event';

    expect((await asRole(db.appUrl, nottingham, read)).rows).toEqual([
      { account: 'commissioner.nottingham' },
    ]);
    expect((await asRole(db.appUrl, derby, read)).rows).toEqual([]);
    expect((await asRole(db.appUrl, '', read)).rows).toEqual([]);
  });
});
