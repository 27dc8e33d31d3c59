import { randomUUID } from 'node:crypto';
import { requireWeakRole } from '@sufficiency/prisma/roles.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import {
  lockedTables,
  policiesOfApplication,
  seenByLoader,
  writtenByApplication,
} from './lock-lists.ts';
import { givenSaved } from './saved-comparisons.ts';

const app = await testApp();

/** Rows of a question to PostgreSQL’s catalogue, one text each. */
async function catalogue(question: string): Promise<string[]> {
  const { rows } = await app.db.query<{ found: string }>(question);
  return rows.map(({ found }) => found);
}

/** Tables that hold tenants’ rows. */
const tenantTables = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relkind in ('r', 'p')`;

describe('the catalogue of the database', () => {
  test('has tenant tables at all', async () => {
    expect(await catalogue(`select relname as found from (${tenantTables}) t order by 1`)).toEqual(
      lockedTables,
    );
  });

  test('has row-level security enabled and forced on every tenant table and on every public figure', async () => {
    const unlocked = await catalogue(`
      select relname as found from (${tenantTables} union
        select oid, relname, relrowsecurity, relforcerowsecurity from pg_class
        where relname in ('reference_observation', 'population_estimate', 'provider_group', 'provider', 'provider_name',
          'provider_in_house', 'service', 'service_judgement', 'service_change', 'authority_place',
          'published_recruitment', 'published_recruitment_total',
          'organisation_provider')) t
      where not (relrowsecurity and relforcerowsecurity)`);

    expect(unlocked).toEqual([]);
  });

  test('has those policies of the application on each, and no others', async () => {
    const policies = await catalogue(`
      select t.relname || ' ' || p.cmd || case when p.qual is null then '' else ' using' end
        || case when p.with_check is null then '' else ' check' end as found
      from (${tenantTables}) t join pg_policies p on p.tablename = t.relname
      where 'exchange_app' = any (p.roles) and p.permissive = 'PERMISSIVE' order by 1`);

    expect(policies).toEqual(policiesOfApplication);
  });

  test('has no policy for everybody, and none of the application that is always true', async () => {
    expect(
      await catalogue(`select tablename || '.' || policyname as found from pg_policies
        where 'public' = any (roles)
          or ('exchange_app' = any (roles) and (qual = 'true' or with_check = 'true'))`),
    ).toEqual([]);
  });

  test('leads every key between tenant tables through the tenant', async () => {
    const loose = await catalogue(`
      select t.relname || '.' || con.conname as found from (${tenantTables}) t
      join pg_constraint con on con.conrelid = t.oid and con.contype in ('p', 'u', 'f')
      where (con.contype <> 'f' or con.confrelid in (select oid from (${tenantTables}) other))
        and not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id'
          and a.attnum = any (con.conkey))`);

    expect(loose).toEqual([]);
  });

  test('has no unique index over tenants’ rows without the tenant in it', async () => {
    const loose = await catalogue(`
      select i.indexrelid::regclass::text as found from (${tenantTables}) t
      join pg_index i on i.indrelid = t.oid and i.indisunique
      where not exists (
        select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id'
          and a.attnum = any (i.indkey::int2[]))`);

    expect(loose).toEqual([]);
  });

  test('gives the application no view that would read past row-level security', async () => {
    expect(
      await catalogue(`select c.relname as found from pg_class c
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        where c.relkind in ('v', 'm') and has_table_privilege('exchange_app', c.oid, 'select')
          and not coalesce('security_invoker=true' = any (c.reloptions), false)`),
    ).toEqual([]);
  });

  test('has no function that runs as its owner but two that look up what agreements show', async () => {
    expect(
      await catalogue(`select p.oid::regprocedure::text as found from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public' where p.prosecdef order by 1`),
    ).toEqual(['public_sight()', 'release_insiders(text,text,date)']);
  });

  test('lets the application own nothing and be nobody strong', async () => {
    const app_ = `(select oid from pg_roles where rolname = current_database() || '_app')`;

    expect(
      await catalogue(`select rolname as found from pg_roles
        where oid = ${app_} and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
        union all select relname from pg_class where relowner = ${app_}
        union all select rolname from pg_roles where oid <> ${app_}
          and rolname <> 'exchange_app' and pg_has_role(${app_}, oid, 'member')`),
    ).toEqual([]);
  });

  test('grants the application writing in these tables only', async () => {
    expect(
      await catalogue(`select distinct table_name as found from information_schema.role_table_grants
        where grantee = 'exchange_app' and privilege_type <> 'SELECT' order by 1`),
    ).toEqual(writtenByApplication);
  });

  test('lets the loader see no tenant’s row but those of a demonstration, and files it is to let go', async () => {
    expect(
      await catalogue(`select relname as found from (${tenantTables}) t
        where has_table_privilege('exchange_loader', oid, 'select, insert, update, delete') order by 1`),
    ).toEqual(seenByLoader);
    expect(
      await catalogue(`select distinct coalesce(qual, '') || ' ' || coalesce(with_check, '') as found
        from pg_policies where 'exchange_loader' = any (roles) and tablename in ('observation', 'release', 'return')`),
    ).toEqual(['synthetic synthetic']);
    expect(
      await catalogue(`select distinct coalesce(qual, '') || ' ' || coalesce(with_check, '') as found
        from pg_policies where 'exchange_loader' = any (roles) and (tablename ~ '^(framework|block_contract|uplift)'
          or tablename in ('service_offer', 'award_price', 'call_off'))`),
    ).toEqual([
      '( SELECT app_is_demonstration() AS app_is_demonstration) ( SELECT app_is_demonstration() AS app_is_demonstration)',
    ]);
  });
});

describe('the application’s role, asked in SQL past all of our code', () => {
  const settings = { tenant: '', account: '', reference: '' };
  let client: pg.Client;

  beforeAll(async () => {
    await givenSaved(app, 'commissioner.derby', 'PRIVATE');
    await givenSaved(app, 'commissioner.derby', 'ORGANISATION');
    await givenSaved(app, 'commissioner.nottingham', 'ORGANISATION');
    client = new pg.Client({ connectionString: app.appUrl });
    await client.connect();
  });

  afterAll(() => client.end());

  const idOf = async (table: string, column: string, value: string): Promise<string> =>
    (await app.db.query(`select id from ${table} where ${column} = $1`, [value])).rows[0].id;

  const commissionerOf = async (slug: string) => ({
    tenant: await idOf('organisation', 'slug', slug),
    account: await idOf('account', 'name', `commissioner.${slug}`),
    reference: 'yes',
  });

  /** What a statement gives within a transaction of a viewer, which is undone. */
  async function as(viewer: typeof settings, statement: string): Promise<unknown[]> {
    await client.query('begin');
    try {
      await client.query(
        `select set_config('app.tenant', $1, true), set_config('app.account', $2, true),
          set_config('app.reads_reference', $3, true)`,
        [viewer.tenant, viewer.account, viewer.reference],
      );
      return (await client.query(statement)).rows;
    } finally {
      await client.query('rollback');
    }
  }

  const names = 'select name from saved_comparison order by name';

  test('with nothing set sees nothing: no tenant’s row, no figure, no estimate', async () => {
    expect((await client.query(names)).rows).toEqual([]);
    expect((await client.query('select 1 from reference_observation limit 1')).rows).toEqual([]);
    expect((await client.query('select 1 from population_estimate limit 1')).rows).toEqual([]);
    expect(await as(settings, names)).toEqual([]);
  });

  test('is nobody again after the transaction', async () => {
    await client.query('begin');
    await client.query(`select set_config('app.tenant', $1, true)`, [
      (await commissionerOf('derby')).tenant,
    ]);
    await client.query('commit');

    expect((await client.query(names)).rows).toEqual([]);
  });

  test('sees the viewer’s rows without any filter, and no others', async () => {
    expect(await as(await commissionerOf('derby'), names)).toEqual([
      { name: 'organisation of commissioner.derby' },
      { name: 'private of commissioner.derby' },
    ]);
    expect(await as(await commissionerOf('nottingham'), names)).toEqual([
      { name: 'organisation of commissioner.nottingham' },
    ]);
    expect(await as(await commissionerOf('norfolk'), names)).toEqual([]);
  });

  test('counts no row it may not see', async () => {
    expect(
      await as(await commissionerOf('nottingham'), 'select count(*)::int from saved_comparison'),
    ).toEqual([{ count: 1 }]);
  });

  test('sees figures only for a viewer who reads them', async () => {
    const derby = await commissionerOf('derby');
    const any = 'select 1 as found from reference_observation limit 1';

    expect(await as(derby, any)).toEqual([{ found: 1 }]);
    expect(await as({ ...derby, reference: 'no' }, any)).toEqual([]);
  });

  test('changes and deletes no row of anybody else, not even one it sees', async () => {
    const colleague = {
      ...(await commissionerOf('derby')),
      account: await idOf('account', 'name', 'approver.derby'),
    };

    expect(await as(colleague, names)).toHaveLength(1);
    expect(await as(colleague, `update saved_comparison set name = 'mine' returning 1`)).toEqual(
      [],
    );
    expect(await as(colleague, 'delete from saved_comparison returning 1')).toEqual([]);
  });

  test('can neither add a row to another tenant nor move its own there', async () => {
    const [derby, nottingham] = [await commissionerOf('derby'), await commissionerOf('nottingham')];
    const row = `'${randomUUID()}', 'Planted', 'ORGANISATION', '{}'`;

    await expect(
      as(
        derby,
        `insert into saved_comparison (tenant_id, owner_id, id, name, visibility, query)
         values ('${nottingham.tenant}', '${nottingham.account}', ${row})`,
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      as(
        derby,
        `update saved_comparison set tenant_id = '${nottingham.tenant}', owner_id = '${nottingham.account}'`,
      ),
    ).rejects.toThrow('row-level security');
  });

  test.each([
    ['a figure', `update reference_observation set value = 0`],
    ['an estimate', `delete from population_estimate`],
    ['an indicator', `update indicator set title = ''`],
    ['an account', `update account set disabled_at = null`],
    [
      'a token',
      `insert into api_token (secret_hash, account_id, created_at) select '', id, now() from account`,
    ],
    ['a membership', `update membership set role = 'hub-manager'`],
    ['the stamp', `update platform_stamp set kind = 'service'`],
    ['the locks', 'alter table saved_comparison disable row level security'],
    ['a policy', 'drop policy saved_comparison_read on saved_comparison'],
    ['its own role', 'alter role current_user bypassrls'],
    ['the schema', 'create table planted (id int)'],
    ['a table of its own', 'create temporary table planted (id int)'],
  ])('may not write %s', async (_what, statement) => {
    await expect(as(await commissionerOf('derby'), statement)).rejects.toThrow(
      /permission denied|must be owner|must have/,
    );
  });
});

describe('the server refuses to start as', () => {
  async function refusalAs(url: string): Promise<string> {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    try {
      return await requireWeakRole(pool).then(() => '', String);
    } finally {
      await pool.end();
    }
  }

  test('a superuser', async () => {
    await expect(requireWeakRole(app.db)).rejects.toThrow(
      'The server does not start as the role “postgres”: it is, or is a member of, a role that is a superuser.',
    );
  });

  test('the owner of the tables', async () => {
    expect(await refusalAs(app.ownerUrl)).toMatch(/does not start as the role “\w+_owner”/);
  });

  test('a role that passes by row-level security', async () => {
    const name = new URL(app.appUrl).username;
    await app.db.query(`alter role ${name} bypassrls`);

    expect(await refusalAs(app.appUrl)).toMatch(/a role that passes by row-level security\.$/);
    await app.db.query(`alter role ${name} nobypassrls`);
  });

  test('a member of a role that reads everything', async () => {
    const name = new URL(app.appUrl).username;
    await app.db.query(`grant pg_read_all_data to ${name}`);

    expect(await refusalAs(app.appUrl)).toMatch(/a role that reads or writes everything\.$/);
    await app.db.query(`revoke pg_read_all_data from ${name}`);
  });

  test('but not as the application’s role', async () => {
    expect(await refusalAs(app.appUrl)).toBe('');
  });
});
