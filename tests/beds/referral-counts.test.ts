import { beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { areas, arrangeBeds, forgetHomes } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt('2026-06-15T11:00:00Z') });

interface Noted {
  readonly area?: keyof typeof areas;
  readonly at: string;
  readonly criteria?: object;
  readonly offered?: number;
  readonly outcome?: string;
}

const notes: readonly Noted[] = [
  // 30 June in England’s summer, though not yet by UTC’s clock.
  { at: '2025-06-30T23:30:00Z', criteria: { ageBand: '13-15', needs: ['SENSORY', 'LEARNING'] } },
  { at: '2025-06-30T22:30:00Z', criteria: { ageBand: '13-15' } },
  { at: '2026-06-01T09:00:00Z', criteria: { ageBand: '16-17', needs: ['SENSORY'] }, offered: 3 },
  { at: '2026-06-02T09:00:00Z', criteria: { notice: 'CRISIS' }, offered: 2, outcome: 'PLACED' },
  { at: '2026-06-03T09:00:00Z', offered: 1, outcome: 'OFFERED-REFUSED' },
  { at: '2026-06-03T09:00:00Z', area: 'nottingham', criteria: { needs: ['PHYSICAL'] } },
];

beforeEach(async () => {
  await forgetHomes(app.db);
  // Whatever is agreed: searches are their own tenant’s alone.
  await arrangeBeds(app.db);
  await app.db.query(
    `insert into referral_note (tenant_id, id, made_at, criteria, offered, outcome, outcome_on, placed_by, placed_in)
     select oa.organisation_id, gen_random_uuid(), given.at, coalesce(given.criteria, '{}'), coalesce(given.offered, 0),
       coalesce(given.outcome, 'OPEN'), case when given.outcome is not null then '2026-06-10'::date end,
       case when given.outcome = 'PLACED' then 'SPOT' end, case when given.outcome = 'PLACED' then 'E10000007' end
     from json_to_recordset($1) as given (area text, at timestamptz, criteria jsonb, offered int, outcome text)
     join organisation_authority oa on oa.authority_code = given.area`,
    [JSON.stringify(notes.map((note) => ({ ...note, area: areas[note.area ?? 'derby'] })))],
  );
});

const officer = 'placement-officer.derby';

const tryToCount = (by: string, account = officer) =>
  app.as<{ referralCounts: readonly object[] }>(
    account,
    `query ($by: ReferralGrouping!) { referralCounts(by: $by) { key searches foundNone placed open synthetic } }`,
    { by },
  );

const counts = async (by: string, account = officer) =>
  (await tryToCount(by, account)).data?.referralCounts;

const count = (key: string | null, searches: number, said: object = {}) => ({
  ...{ key, searches, foundNone: 0, placed: 0, open: 0, synthetic: false },
  ...said,
});

describe('searches that were noted', () => {
  test('are counted by the month in England, twelve of them; one without any is there', async () => {
    const months = await counts('MONTH');

    expect(months).toHaveLength(12);
    expect(months?.[0]).toEqual(count('2025-07', 1, { foundNone: 1, open: 1 }));
    expect(months?.[1]).toEqual(count('2025-08', 0));
    expect(months?.[11]).toEqual(count('2026-06', 3, { placed: 1, open: 1 }));
  });

  test('are counted by what was asked for, and with each need that was named', async () => {
    expect(await counts('NEED')).toEqual([
      count('LEARNING', 1, { foundNone: 1, open: 1 }),
      count('SENSORY', 2, { foundNone: 1, open: 2 }),
      count(null, 2, { placed: 1 }),
    ]);
    expect(await counts('AGE_BAND')).toEqual([
      count('13-15', 1, { foundNone: 1, open: 1 }),
      count('16-17', 1, { open: 1 }),
      count(null, 2, { placed: 1 }),
    ]);
    expect(await counts('NOTICE')).toEqual([
      count('CRISIS', 1, { placed: 1 }),
      count(null, 3, { foundNone: 1, open: 2 }),
    ]);
  });

  test('are marked where one of them is made up', async () => {
    await app.db.query(`update referral_note set synthetic = true where offered = 2`);

    expect(await counts('NOTICE')).toEqual([
      count('CRISIS', 1, { placed: 1, synthetic: true }),
      count(null, 3, { foundNone: 1, open: 2 }),
    ]);
  });

  test('are their own tenant’s alone, whatever is agreed, and of those who find homes', async () => {
    expect(await counts('NEED', 'placement-officer.nottingham')).toEqual([
      count('PHYSICAL', 1, { foundNone: 1, open: 1 }),
    ]);
    expect(await counts('NEED', 'placement-officer.nottinghamshire')).toEqual([]);
    for (const account of ['hub-manager.d2n2', 'provider.brook-lane-care', 'approver.derby']) {
      expect(refusalOf(await tryToCount('NEED', account))).toMatch(/^FORBIDDEN/);
    }
  });

  test('are nobody else’s under the policies alone', async () => {
    const { rows } = await underPolicies(
      app.pool,
      { account: 'placement-officer.nottingham', at: '2026-06-15T11:00:00Z' },
      (client) => client.query('select criteria from referral_note'),
    );

    expect(rows).toEqual([{ criteria: { needs: ['PHYSICAL'] } }]);
  });

  test('are nobody else’s without the policies', async () => {
    await app.db.query('alter table referral_note disable row level security');
    const found = await counts('NEED', 'placement-officer.nottingham');
    await app.db.query('alter table referral_note enable row level security');

    expect(found).toEqual([count('PHYSICAL', 1, { foundNone: 1, open: 1 })]);
  });
});
