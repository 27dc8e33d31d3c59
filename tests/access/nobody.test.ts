import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import { cloneDatabase } from '../testkit/database.ts';

const database = await cloneDatabase();
const app = new pg.Client({ connectionString: database.appUrl });

/** A row of Derby’s in each table that holds tenants’ rows, beside what the demonstration has there. */
const rowsOfDerby = `
  with derby as (select organisation_id as id, authority_code from organisation_authority where authority_code = 'E06000015'),
  filed as (
    insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
    select id, gen_random_uuid(), authority_code, 'placements', 'a test', 1, 'a test', true, now(),
      ${acceptedValues({ month: `'2026-05'`, at: 'now()' })} from derby returning *),
  line as (
    insert into return_row (tenant_id, return_id, table_name, "row", cells)
    select tenant_id, id, 'a-table', 2, '{1}' from filed),
  figure as (
    insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, synthetic, return_id,
      table_name, rows, recorded_at)
    select f.tenant_id, f.authority_code, i.id, i.dataset, '2026-05-31', 3, true, f.id, 'a-table', '{2}', now()
    from filed f, (select id, dataset from indicator order by id limit 1) i),
  step as (
    insert into return_step (tenant_id, id, return_id, action, account, organisation_id, at)
    select tenant_id, gen_random_uuid(), id, 'received', 'a', tenant_id, now() from filed),
  problem as (
    insert into return_problem (tenant_id, return_id, nth, severity, rule, message, mend)
    select tenant_id, id, 1, 'NOTE', 'a', 'a', 'a' from filed),
  progress as (
    insert into return_progress (tenant_id, key, stage, done, changed_at)
    select tenant_id, gen_random_uuid(), 'reading', 0, now() from filed),
  file as (
    insert into return_file (tenant_id, content_hash, size, received_at, keep_until)
    select tenant_id, repeat('0', 64), 1, now(), '2099-01-01' from filed returning *),
  part as (
    insert into return_file_part (tenant_id, content_hash, part, bytes)
    select tenant_id, content_hash, 0, 'a' from file),
  upload as (
    insert into return_upload (tenant_id, return_id, nth, name, content_hash)
    select f.tenant_id, f.id, 1, 'a', repeat('0', 64) from filed f),
  happened as (
    insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, details, occurred_at)
    select id, gen_random_uuid(), 'session.started', 'a', 'b', id, '{}', now() from derby returning *),
  chained as (
    insert into audit_link (tenant_id, sequence, event_id, hash, chained_at)
    select tenant_id, 1, id, '', now() from happened),
  noticed as (
    insert into framework_notice (tenant_id, framework_id, notice_id, kind, published_at)
    select tenant_id, id, 'a', 'award', now() from framework limit 1),
  corrected as (
    insert into call_off_before (tenant_id, id, authority_code, holder_id, award_id, made_on, placements, recorded_at, ended_at)
    select tenant_id, id, authority_code, holder_id, award_id, made_on, placements, recorded_at, now() from call_off limit 1),
  told as (
    insert into notification_read (tenant_id, account_id, key, read_at)
    select m.organisation_id, m.account_id, 'a', now() from membership m join derby d on d.id = m.organisation_id limit 1),
  looked as (
    insert into referral_note (tenant_id, id, made_at, criteria, offered)
    select id, gen_random_uuid(), now(), '{}', 0 from derby),
  kept as (
    insert into vacancy_search (tenant_id, id, owner_id, label, criteria, made_at)
    select m.organisation_id, gen_random_uuid(), m.account_id, 'a', '{}', now()
    from membership m join derby d on d.id = m.organisation_id limit 1)
  insert into saved_comparison (tenant_id, id, owner_id, name, visibility, query)
  select d.id, gen_random_uuid(), m.account_id, 'A test', 'ORGANISATION', '{}'
  from derby d join membership m on m.organisation_id = d.id limit 1`;

/** A release that is being built, and in each table of what it holds a row; one after another, as its triggers ask. */
const rowsOfRelease = [
  `insert into release (tenant_id, id, consortium_code, dataset, period, period_end, audience, version, status,
     minimum_count, rounding, requested_at, requested_by, requested_role, contributors)
   select id, gen_random_uuid(), 'd2n2', 'costs', '2024-05', '2024-05-31', 'MEMBERS', 99, 'BUILDING', 8, 5, now(), 'a', 'b', '{}'
   from organisation where slug = 'd2n2'`,
  `insert into release_job (tenant_id, release_id, taken_by, heartbeat_at, as_at, stage, done, attempts)
   select tenant_id, id, gen_random_uuid(), now(), now(), 'reading', 0, 1 from release where version = 99`,
  `insert into release_authority (tenant_id, release_id, authority_code, contributes, reason)
   select tenant_id, id, 'E06000015', false, 'a' from release where version = 99`,
  `insert into release_certificate (tenant_id, release_id, cells_hash, audited_at, cells, published, suppressed,
     exact_recoveries, seconds, method, attackers, earlier)
   select tenant_id, id, repeat('0', 64), now(), 1, 0, 1, 0, 1, 'a', '[]', '{}' from release where version = 99`,
  `insert into release_cell (tenant_id, release_id, table_name, codes, area, dataset, period_end, symbol)
   select tenant_id, id, 'a', 'a', 'E06000015', dataset, period_end, 'c' from release where version = 99`,
];

beforeAll(async () => {
  await app.connect();
  await database.db.query(rowsOfDerby);
  for (const statement of rowsOfRelease) await database.db.query(statement);
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const { rows: tables } = await database.db.query<{ name: string }>(
  `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where c.relkind in ('r', 'p') and c.relrowsecurity order by 1`,
);

/** What a statement of the server’s role does where no viewer was set, or an empty one: rows, or PostgreSQL’s code for no. */
async function asNobody(statement: string, viewer: null | ''): Promise<string> {
  await app.query('begin');
  try {
    if (viewer !== null) {
      await app.query(
        `select set_config('app.tenant', $1, true), set_config('app.account', $1, true),
        set_config('app.role', $1, true), set_config('app.reads_reference', $1, true)`,
        [viewer],
      );
    }
    return `${(await app.query(statement)).rowCount} rows`;
  } catch (error) {
    return String((error as pg.DatabaseError).code);
  } finally {
    await app.query('rollback');
  }
}

/** By a policy; or by a privilege, where the server’s role reads nothing of a table at all. */
const unseen = /^(0 rows|42501)$/;

/** By a policy or a privilege; or, before those are asked, by a trigger, as 23503 where it sees nothing to belong to. */
const refused = /^(42501|23514|23503)$/;

describe.each(tables)('of $name nobody', ({ name }) => {
  test('sees a row, although there are some', async () => {
    const there = await database.db.query(`select from ${name} limit 1`);

    expect(there.rowCount).toBe(1);
    expect(await asNobody(`select from ${name}`, null)).toMatch(unseen);
    expect(await asNobody(`select from ${name}`, '')).toMatch(unseen);
  });

  test('adds a row, nor deletes one', async () => {
    const copy = `insert into ${name} select * from jsonb_populate_recordset(null::${name}, $json$${JSON.stringify(
      (await database.db.query(`select to_jsonb(t) as row from ${name} t limit 1`)).rows.map(
        ({ row }) => row,
      ),
    )}$json$)`;

    expect(await asNobody(copy, null)).toMatch(refused);
    expect(await asNobody(copy, '')).toMatch(refused);
    expect(await asNobody(`delete from ${name}`, null)).toMatch(unseen);
  });
});
