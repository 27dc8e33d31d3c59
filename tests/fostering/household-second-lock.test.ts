import { beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeFosteringRecords, codes, givenEnquiries } from './arranged.ts';
import { at, derby, forgetCapacity, givenHouseholds, hub, nottingham } from './households.ts';

const app = await testApp({ clock: clockAt(at) });

const tables = [
  'fostering_household',
  'fostering_household_change',
  'fostering_place_state',
  'fostering_constellation',
];

beforeEach(async () => {
  await forgetCapacity(app.db);
  await givenHouseholds(app.db, [
    { ref: 'D-1', of: 'derby', approved: '2026-02-01', states: [['2026-02-01', 2, 0, 0]] },
    { ref: 'D-2', of: 'derby', holder: 'd2n2', states: [['2024-05-01', 2, 0, 0]] },
    { ref: 'N-1', of: 'nottingham', states: [['2024-05-01', 2, 0, 0]] },
  ]);
  await app.db.query(
    `insert into fostering_constellation (tenant_id, id, authority_code, reference, satellite_households, satellite_places,
       started_on, synthetic, recorded_at)
     select tenant_id, gen_random_uuid(), authority_code, 'M-' || reference, 6, 9, '2025-01-01', true, now()
     from fostering_household`,
  );
});

const asked = (account: string, sql: string) =>
  underPolicies(app.pool, { account, at }, async (client) => (await client.query(sql)).rowCount);

const seenBy = (account: string) =>
  Promise.all(tables.map((table) => asked(account, `select from ${table}`)));

describe('the database, past all of our code, shows households', () => {
  test('to their authority’s organisation and to their holder', async () => {
    expect(await seenBy(derby)).toEqual([2, 2, 2, 2]);
    expect(await seenBy('approver.derby')).toEqual([2, 2, 2, 2]);
    expect(await seenBy(hub)).toEqual([1, 1, 1, 1]);
    expect(await seenBy(nottingham)).toEqual([1, 1, 1, 1]);
  });

  test('to nobody else: other members, reviewers and providers', async () => {
    for (const account of [
      'commissioner.derbyshire',
      'reviewer.d2n2',
      'provider.brook-lane-care',
      'commissioner.dudley',
      'hub-manager.west-midlands',
    ]) {
      expect(await seenBy(account)).toEqual([0, 0, 0, 0]);
    }
  });

  test('as far back as an agreement says', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'HUB', level: 'RECORDS', historyMonths: 6 }],
    });

    // What was approved long ago lasts still; that it was approved then is not shown, but for what the hub holds.
    expect(await seenBy(hub)).toEqual([3, 2, 3, 3]);
    expect(await seenBy('reviewer.d2n2')).toEqual([0, 0, 0, 0]);
  });

  test('to nobody by an agreement that shows figures only', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'HUB', level: 'EXACT' }],
    });

    expect(await seenBy(hub)).toEqual([1, 1, 1, 1]);
  });
});

/** Statement that adds a household of an organisation and authority. */
const household = (slug: string, code: string, said = '') =>
  `insert into fostering_household (tenant_id, id, authority_code, reference, household_type, approved_on, places_approved,
     carers, youngest_carer_band, ethnicity, area, synthetic, recorded_at ${said && ', enquiry_holder_id, enquiry_id'})
   select o.id, gen_random_uuid(), '${code}', 'X-1', 'MAINSTREAM', '2026-01-01', 2, 1, 'NK', 'NK', 'NK', false, now() ${said}
   from organisation o where o.slug = '${slug}'`;

describe('and takes', () => {
  test('an authority’s own from it, and members’ from their hub', async () => {
    expect(await asked(derby, household('derby', codes.derby))).toBe(1);
    expect(await asked(hub, household('d2n2', codes.derby))).toBe(1);
  });

  test.each<[string, string, string, string]>([
    ['another’s authority', derby, 'derby', codes.nottingham],
    ['another tenant', derby, 'nottingham', codes.derby.replace('15', '18')],
    ['another tenant, of one’s own authority', derby, 'nottingham', codes.derby],
    ['one’s hub, of one’s own authority', derby, 'd2n2', codes.derby],
    ['another consortium’s hub', 'hub-manager.west-midlands', 'west-midlands', codes.derby],
    ['whoever only reads', 'approver.derby', 'derby', codes.derby],
  ])('nothing of %s', async (_what, account, slug, code) => {
    await expect(asked(account, household(slug, code))).rejects.toThrow('row-level security');
  });

  test('no household from an enquiry that was not approved, or is another’s', async () => {
    await givenEnquiries(app.db, [
      { ref: 'E-1', of: 'derby', received: '2025-01-01' },
      { ref: 'E-2', of: 'nottingham', received: '2025-01-01', approved: '2025-06-01' },
      { ref: 'E-3', of: 'derby', received: '2025-01-01', approved: '2025-06-01' },
    ]);
    const { rows } = await app.db.query<{ reference: string; id: string; tenant_id: string }>(
      'select reference, id, tenant_id from fostering_enquiry',
    );
    const from = (reference: string) => {
      const enquiry = rows.find((row) => row.reference === reference);
      return household(
        'derby',
        codes.derby,
        `, '${enquiry?.tenant_id}'::uuid, '${enquiry?.id}'::uuid`,
      );
    };

    expect(await asked(derby, from('E-3'))).toBe(1);
    await expect(asked(derby, from('E-1'))).rejects.toThrow('approved enquiry of its authority');
    await expect(asked(derby, from('E-2'))).rejects.toThrow('approved enquiry of its authority');
  });
});

describe('and changes', () => {
  test('nobody else’s, and nothing that was said of the past', async () => {
    expect(
      await asked(nottingham, 'update fostering_household set version = version + 1, carers = 1'),
    ).toBe(1);
    expect(await asked(derby, 'update fostering_place_state set filled = 1, vacant = 1')).toBe(2);
    for (const sql of [
      'update fostering_household_change set places_after = 1',
      'delete from fostering_household',
      'delete from fostering_place_state',
      `update fostering_household set approved_on = '2020-01-01'`,
    ]) {
      await expect(asked(derby, sql)).rejects.toThrow('permission denied');
    }
    await expect(asked(derby, 'update fostering_household set carers = 1')).rejects.toThrow(
      'every change counts one version',
    );
  });

  test('no places that do not add up, or that were not approved', async () => {
    const state = (approved: number, filled: number) => `
      insert into fostering_place_state (tenant_id, household_id, authority_code, from_on, places_approved, filled, vacant,
        unavailable)
      select tenant_id, id, authority_code, '2026-03-01', ${approved}, ${filled}, 0, 0 from fostering_household
      where reference = 'D-1'`;

    expect(await asked(derby, state(2, 2))).toBe(1);
    await expect(asked(derby, state(2, 1))).rejects.toThrow('fostering_place_state_sum');
    await expect(asked(derby, state(3, 3))).rejects.toThrow('as many as the household is approved');
  });

  test('no approval behind what is known', async () => {
    const change = (kind: string, on: string, after: number) => `
      insert into fostering_household_change (tenant_id, id, household_id, authority_code, kind, changed_on, places_before,
        places_after, type_before, type_after, reason, recorded_at)
      select tenant_id, gen_random_uuid(), id, authority_code, '${kind}', '${on}', 2, ${after}, 'MAINSTREAM', 'MAINSTREAM',
        ${kind === 'DEREGISTERED' ? `'NK'` : 'null'}, now()
      from fostering_household where reference = 'D-1'`;

    expect(await asked(derby, change('TERMS-CHANGED', '2026-03-01', 3))).toBe(1);
    await expect(asked(derby, change('TERMS-CHANGED', '2026-01-15', 3))).rejects.toThrow(
      'a change comes after all that is known',
    );
    await expect(asked(derby, change('DEREGISTERED', '2026-01-01', 0))).rejects.toThrow(
      'a change comes after all that is known',
    );
  });
});

describe('targets and forecasts', () => {
  const target = (slug: string, authority: string | null, table = 'fostering_target') => `
    insert into ${table} (tenant_id, id, consortium_code, authority_code, year,
      ${table === 'fostering_target' ? 'approvals, changed_at' : 'made_on, approved_so_far, expected, low, high, interval_level, method, inputs, recorded_at'})
    select o.id, gen_random_uuid(), 'd2n2', ${authority === null ? 'null' : `'${authority}'`}, '2026-27',
      ${table === 'fostering_target' ? '10, now()' : `'2026-06-01', 1, 2, 1, 3, 80, 'm', '{}', now()`}
    from organisation o where o.slug = '${slug}'`;

  test.each(['fostering_target', 'fostering_forecast'])(
    '%s: each plans for its own',
    async (table) => {
      expect(await asked(derby, target('derby', codes.derby, table))).toBe(1);
      expect(await asked(hub, target('d2n2', null, table))).toBe(1);
      expect(await asked(hub, target('d2n2', codes.derby, table))).toBe(1);
      for (const [account, sql] of [
        [derby, target('derby', null, table)],
        [derby, target('derby', codes.nottingham, table)],
        [derby, target('d2n2', codes.derby, table)],
        ['hub-analyst.d2n2', target('d2n2', null, table)],
        ['hub-manager.west-midlands', target('west-midlands', null, table)],
      ] as const) {
        await expect(asked(account, sql)).rejects.toThrow('row-level security');
      }
    },
  );

  test('are their maker’s, of whom they are, and of members where a target was published', async () => {
    await app.db.query(target('d2n2', null));
    await app.db.query(target('d2n2', codes.derby, 'fostering_forecast'));
    const seen = (account: string) =>
      Promise.all([
        asked(account, 'select from fostering_target'),
        asked(account, 'select from fostering_forecast'),
      ]);

    expect(await seen(hub)).toEqual([1, 1]);
    expect(await seen(derby)).toEqual([0, 1]);
    expect(await seen(nottingham)).toEqual([0, 0]);
    await app.db.query('update fostering_target set shared = true, version = version + 1');
    expect(await seen(nottingham)).toEqual([1, 0]);
    expect(await seen('reviewer.d2n2')).toEqual([0, 0]);
    expect(await seen('commissioner.dudley')).toEqual([0, 0]);
  });

  test('a member’s target is shown to others by whoever answers for it alone', async () => {
    await app.db.query(target('d2n2', codes.derby));
    await app.db.query(target('derby', codes.derby));
    const show = 'update fostering_target set shared = true, version = version + 1';

    await expect(asked(hub, show)).rejects.toThrow('row-level security');
    expect(await asked(derby, show)).toBe(1);
  });
});
