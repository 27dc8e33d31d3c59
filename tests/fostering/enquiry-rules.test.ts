import { beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { codes, givenEnquiries } from './arranged.ts';
import { at, freshEnquiries, hub, neighbour, owner } from './enquiring.ts';

const app = await testApp({ clock: clockAt(at) });
freshEnquiries(app);
beforeEach(() =>
  givenEnquiries(app.db, [
    { ref: 'R-1', of: 'derby', received: '2026-01-05' },
    { ref: 'R-2', of: 'derby', holder: 'derby', received: '2026-01-05' },
  ]),
);

/** What the database itself says of a statement of an account, in a role if it is another than its own: rows, or its words. */
const outcome = (account: string, sql: string, role?: string) =>
  underPolicies(app.pool, { account, at }, async (client) => {
    if (role) await client.query(`select set_config('app.role', $1, true)`, [role]);
    return await client.query(sql).then(
      ({ rowCount }) => `${rowCount}`,
      (error: Error) => error.message,
    );
  });

const refused = /violates row-level security policy/;

describe('the database, past all of our code, lets an enquiry pass', () => {
  const transfer = (to: string | null, reference = 'R-1') =>
    `insert into fostering_transfer (tenant_id, id, enquiry_id, from_authority_code, to_authority_code, "on", reason, version,
       recorded_at, recorded_by)
     select tenant_id, gen_random_uuid(), id, authority_code, ${to === null ? 'null' : `'${to}'`}, '2026-02-01', 'MOVED',
       version + 1, now(), app_account()
     from fostering_enquiry where reference = '${reference}'`;

  test('to a member of its consortium, or to none', async () => {
    expect(await outcome(hub, transfer(codes.nottingham))).toBe('1');
    expect(await outcome(hub, transfer(null))).toBe('1');
  });

  test('to nobody else, though the enquiry itself is left where it is', async () => {
    // Birmingham is a member of another consortium, Norfolk of none.
    expect(await outcome(hub, transfer('E08000025'))).toMatch(refused);
    expect(await outcome(hub, transfer('E10000020'))).toMatch(refused);
    expect(await outcome(owner, transfer('E08000025', 'R-2'))).toMatch(refused);
  });
});

describe('the database, past all of our code, lets stages be changed', () => {
  const set = `insert into fostering_stage_set (tenant_id, version, consortium_code, in_force_from, made_at, made_by)
    values (app_tenant(), 1, 'd2n2', app_today(), now(), app_account())`;
  const stage = `insert into fostering_stage (tenant_id, version, code, position, title, definition, used, standard)
    select tenant_id, version, 'RECEIVED', 1, 'Enquiry', 'A test.', true, true from fostering_stage_set`;

  test('by a manager of the hub', async () => {
    expect(await outcome(hub, set)).toBe('1');
  });

  test.each([
    [owner, 'commissioner'],
    [owner, 'hub-manager'],
    [neighbour, 'hub-manager'],
    ['hub-manager.west-midlands', 'hub-manager'],
    ['hub-analyst.d2n2', 'hub-analyst'],
  ])('not by %s as %s', async (account, role) => {
    expect(await outcome(account, set, role)).toMatch(refused);
  });

  test('stage by stage too: not by an authority that says it is a hub', async () => {
    await app.db.query(
      `insert into fostering_stage_set (tenant_id, version, consortium_code, in_force_from, made_at)
       select id, 1, 'd2n2', '2026-06-15', now() from organisation where slug in ('d2n2', 'derby')`,
    );
    const own = `${stage} where tenant_id = app_tenant()`;

    expect(await outcome(hub, own)).toBe('1');
    expect(await outcome(owner, own, 'hub-manager')).toMatch(refused);
  });
});
