import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import { cloneDatabase } from '../testkit/database.ts';
import { arrangeAgreement, forgetAgreements, underPolicies, usual } from './agreements.ts';

const database = await cloneDatabase();
const app = new pg.Pool({ connectionString: database.appUrl, max: 2 });
app.on('error', () => undefined);

afterAll(async () => {
  await app.end();
  await database.drop();
});

const agreement = {
  ...usual,
  id: randomUUID(),
  items: [
    { dataset: 'fostering', recipient: 'HUB', level: 'EXACT', historyMonths: 12 },
    { dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED' },
    { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS', historyMonths: 0 },
  ],
} as const;

/** Gives Derby a figure of its own for each of these days. */
async function givenFigures(dataset: string, ends: readonly string[]): Promise<void> {
  const { rows } = await database.db.query<{ id: string; tenant_id: string }>(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
     select oa.organisation_id, gen_random_uuid(), oa.authority_code, $1, 'a test', 1, 'a test', true, '2026-06-01',
       ${acceptedValues({ month: `'2026-05'`, at: `'2026-06-01'` })}
     from organisation_authority oa where oa.authority_code = 'E06000015' returning id, tenant_id`,
    [dataset],
  );
  const [filed] = rows;
  await database.db.query(
    `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, synthetic, return_id,
       table_name, rows, recorded_at)
     select $1, 'E06000015', (select min(id) from indicator where dataset = $2), $2, day, 3, true,
       $3, 'a-table', '{2}', '2026-06-01'
     from unnest($4::date[]) day`,
    [filed?.tenant_id, dataset, filed?.id, ends],
  );
}

beforeAll(async () => {
  await forgetAgreements(database.db);
  await database.db.query('truncate "return" cascade');
  await arrangeAgreement(database.db, agreement);
  await givenFigures('fostering', ['2025-05-31', '2025-06-14', '2025-06-15', '2026-05-31']);
  await givenFigures('beds', ['2026-06-14', '2026-06-15']);
});

const figuresSeenBy = (account: string, at = '2026-06-15T12:00:00Z') =>
  underPolicies(app, { account, at }, async (client) => {
    const { rows } = await client.query<{ line: string }>(
      `select concat_ws(' ', dataset, period_end) as line from observation order by 1`,
    );
    return rows.map(({ line }) => line);
  });

const all = [
  'beds 2026-06-14',
  'beds 2026-06-15',
  'fostering 2025-05-31',
  'fostering 2025-06-14',
  'fostering 2025-06-15',
  'fostering 2026-05-31',
];

describe('own figures', () => {
  test.each([
    ['commissioner.derby', all],
    ['placement-officer.derby', all],
    ['hub-analyst.d2n2', ['fostering 2025-06-15', 'fostering 2026-05-31']],
    ['placement-officer.nottingham', ['beds 2026-06-15']],
    ['commissioner.nottingham', []],
    ['placement-officer.derbyshire', []],
    ['reviewer.d2n2', []],
    ['hub-analyst.west-midlands', []],
    ['commissioner.norfolk', []],
    ['provider.brook-lane-care', []],
  ])('are seen by %s as far as an agreement grants, and as far back', async (account, seen) => {
    expect(await figuresSeenBy(account)).toEqual(seen);
  });

  test('are seen by nobody else once the agreement has ended', async () => {
    expect(await figuresSeenBy('hub-analyst.d2n2', '2027-01-01T00:00:00Z')).toEqual([]);
    expect(await figuresSeenBy('commissioner.derby', '2027-01-01T00:00:00Z')).toEqual(all);
  });

  test.each([
    ['the hub for Derby', 'hub-analyst.d2n2', 'E06000015'],
    ['Derby for Nottingham', 'commissioner.derby', 'E06000018'],
  ])('are not added by %s', async (_what, account, authority) => {
    const adding = underPolicies(app, { account, at: '2026-06-15T12:00:00Z' }, (client) =>
      client.query(
        `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, synthetic, return_id,
           table_name, rows, recorded_at)
         select app_tenant(), $1, o.indicator_id, o.dataset, '2026-06-10', 4, true, o.return_id, 'a-table', '{2}', now()
         from observation o where o.dataset = 'fostering' limit 1`,
        [authority],
      ),
    );

    // By the trigger that asks for an accepted return, or by the policy behind it.
    await expect(adding).rejects.toMatchObject({ code: expect.stringMatching(/^(23514|42501)$/) });
  });
});
