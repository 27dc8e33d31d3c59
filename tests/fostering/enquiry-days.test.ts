import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeFosteringRecords, codes } from './arranged.ts';
import { at, enquired, eventsOf, freshEnquiries, fromGlobalId, hub, sent } from './enquiring.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);

/** Runs statements as a viewer of the hub or another organisation would, without the code; what PostgreSQL says to the last. */
async function asViewer(
  { slug, role }: { readonly slug: string; readonly role: string },
  ...statements: readonly string[]
): Promise<string> {
  const client = new pg.Client({ connectionString: app.appUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.tenant', o.id::text, true), set_config('app.role', $2, true),
         set_config('app.account', m.account_id::text, true), set_config('app.now', $3, true)
       from organisation o join membership m on m.organisation_id = o.id where o.slug = $1 limit 1`,
      [slug, role, at],
    );
    for (const statement of statements.slice(0, -1)) await client.query(statement);
    const { rowCount } = await client.query(statements.at(-1) ?? '');
    return `${rowCount} rows`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

const manager = { slug: 'd2n2', role: 'hub-manager' };
const commissioner = { slug: 'derby', role: 'commissioner' };

const daysOf = async (id: string) => {
  const { rows } = await app.db.query(
    'select version, recorded_at, to_jsonb(e) - array[$2, $3] as said from fostering_enquiry e where id = $1',
    [id, 'version', 'recorded_at'],
  );
  return rows[0]?.said;
};

const life = {
  'FIRST-RESPONSE': '2026-01-06',
  'INITIAL-VISIT': '2026-01-20',
  'ON-HOLD': '2026-01-25',
  RESUMED: '2026-01-30',
  APPLICATION: '2026-02-02',
  'STAGE1-START': '2026-02-03',
  WITHDRAWN: '2026-03-01',
};

describe('the days of an enquiry', () => {
  test('are the same whether events come one by one, together, or are loaded', async () => {
    const first = await enquired(app);
    await sent(app, hub, eventsOf(first.id, life));
    const id = fromGlobalId(first.id);
    const together = await daysOf(id);
    const { rows } = await app.db.query('select * from fostering_event where enquiry_id = $1', [
      id,
    ]);

    await app.db.query('delete from fostering_event');
    await app.db.query(
      'update fostering_enquiry set withdrawn_at_stage = null, withdrawn_on = null, closed_on = null',
    );
    await app.db.query(
      'insert into fostering_event select * from jsonb_populate_recordset(null::fostering_event, $1::jsonb)',
      [JSON.stringify(rows)],
    );
    expect(await daysOf(id)).toEqual(together);

    const second = await enquired(app, { reference: 'F-0002' });
    const days = Object.entries(life);
    await sent(app, hub, eventsOf(second.id, Object.fromEntries(days.slice(0, 3))));
    await sent(app, hub, eventsOf(second.id, Object.fromEntries(days.slice(3))));
    const apart = await daysOf(fromGlobalId(second.id));
    expect({ ...apart, id, reference: 'F-0001' }).toEqual(together);
  });

  test('are what its events say, whoever writes otherwise', async () => {
    const id = fromGlobalId((await enquired(app)).id);
    const insert = (columns: string, values: string) =>
      `insert into fostering_enquiry (tenant_id, id, consortium_code, reference, source, household_type, received_on,
         recorded_at ${columns})
       values (app_tenant(), gen_random_uuid(), 'd2n2', 'X-1', 'WEB', 'MAINSTREAM', '2026-01-01', now() ${values})
       returning approval_on is null and closed_on is null as kept`;

    expect(
      await asViewer(
        manager,
        `update fostering_enquiry set approval_on = '2026-06-01' where id = '${id}'`,
      ),
    ).toMatch(/permission denied/);
    expect(
      await asViewer(
        manager,
        insert(', approval_on, closed_on', `, '2026-06-01', '2026-06-01'`),
        `select from fostering_enquiry where reference = 'X-1' and approval_on is null and closed_on is null`,
      ),
    ).toBe('1 rows');
  });

  test('are kept by two who write at once', async () => {
    const { id } = await enquired(app);
    const both = await Promise.all([
      sent(app, hub, eventsOf(id, { 'FIRST-RESPONSE': '2026-01-06' })),
      sent(app, 'commissioner.derby', eventsOf(id, { 'INITIAL-VISIT': '2026-01-20' })),
    ]);

    expect(both.flat().map(({ outcome }) => outcome)).toEqual(['RECORDED', 'RECORDED']);
    expect(await daysOf(fromGlobalId(id))).toMatchObject({
      first_response_on: '2026-01-06',
      initial_visit_on: '2026-01-20',
    });
  });
});

describe('the database itself refuses', () => {
  const eventOf = (id: string, said: { on?: string; kind?: string } = {}) =>
    `insert into fostering_event (tenant_id, id, enquiry_id, kind, happened_on, recorded_at, recorded_by)
     select tenant_id, gen_random_uuid(), id, '${said.kind ?? 'PANEL'}', '${said.on ?? '2026-06-01'}', now(), app_account()
     from fostering_enquiry where id = '${id}'`;
  const given = async () => fromGlobalId((await enquired(app)).id);

  test('events in the future, of no kind, twice, or that change or go', async () => {
    const id = await given();

    expect(await asViewer(manager, eventOf(id))).toBe('1 rows');
    expect(await asViewer(manager, eventOf(id), eventOf(id))).toMatch(/fostering_event_once/);
    expect(await asViewer(manager, eventOf(id, { on: '2026-06-16' }))).toMatch(
      /row-level security/,
    );
    expect(await asViewer(manager, eventOf(id, { kind: 'TEA' }))).toMatch(/fostering_event_kind/);
    expect(await asViewer(manager, `update fostering_event set kind = 'PANEL'`)).toMatch(/denied/);
    expect(await asViewer(manager, 'delete from fostering_event')).toMatch(/permission denied/);
    expect(
      await asViewer(
        manager,
        'update fostering_event set retracted_at = now(), retracted_by = null',
      ),
    ).toMatch(/row-level security/);
  });

  test('events of whoever only reads, by role or by agreement', async () => {
    const id = await given();
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });

    expect(await asViewer(commissioner, eventOf(id))).toBe('1 rows');
    expect(await asViewer({ slug: 'derby', role: 'approver' }, eventOf(id))).toMatch(/row-level/);
    expect(await asViewer({ slug: 'nottingham', role: 'commissioner' }, eventOf(id))).toMatch(
      /row-level security/,
    );
    expect(await asViewer({ slug: 'derbyshire', role: 'commissioner' }, eventOf(id))).toBe(
      '0 rows',
    );
    expect(await asViewer({ slug: 'd2n2', role: 'reviewer' }, eventOf(id))).toBe('0 rows');
  });

  test('that an enquiry passes on without a transfer, by others, or to no member', async () => {
    const id = await given();
    const pass = (code: string) =>
      `update fostering_enquiry set authority_code = '${code}', version = version + 1 where id = '${id}'`;
    const transfer = (code: string) =>
      `insert into fostering_transfer (tenant_id, id, enquiry_id, from_authority_code, to_authority_code, "on", reason,
         version, recorded_at, recorded_by)
       select tenant_id, gen_random_uuid(), id, authority_code, '${code}', '2026-06-01', 'MOVED', version + 1, now(),
         app_account() from fostering_enquiry where id = '${id}'`;

    expect(await asViewer(manager, transfer(codes.nottingham), pass(codes.nottingham))).toBe(
      '1 rows',
    );
    expect(await asViewer(manager, pass(codes.nottingham))).toMatch(/with a transfer that says so/);
    expect(await asViewer(manager, transfer('E08000025'), pass('E08000025'))).toMatch(
      /row-level security policy for table "fostering_transfer"/,
    );
    expect(await asViewer(commissioner, transfer(codes.nottingham))).toMatch(/row-level security/);
    expect(await asViewer(commissioner, pass(codes.nottingham))).toMatch(/holder alone|row-level/);
    expect(
      await asViewer(
        manager,
        `update fostering_enquiry set version = version + 2 where id = '${id}'`,
      ),
    ).toMatch(/counts one version/);
  });

  test.each(['Jane Smith', 'Smith', '07700900123'])('the reference %s', async (reference) => {
    const id = await given();

    await expect(
      app.db.query('update fostering_enquiry set reference = $2 where id = $1', [id, reference]),
    ).rejects.toThrow(/fostering_enquiry_reference/);
  });
});
