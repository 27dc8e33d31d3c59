import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';
import { cloneDatabase } from '../testkit/database.ts';
import { arrangeAgreement, forgetAgreements, underPolicies, usual } from './agreements.ts';

const database = await cloneDatabase();
const app = new pg.Pool({ connectionString: database.appUrl, max: 1 });
app.on('error', () => undefined);

afterAll(async () => {
  await app.end();
  await database.drop();
});

beforeAll(async () => {
  await forgetAgreements(database.db);
  await database.db.query('truncate "return" cascade');
  await arrangeAgreement(database.db, {
    ...usual,
    id: randomUUID(),
    items: [
      { dataset: 'fostering', recipient: 'HUB', level: 'EXACT' },
      { dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED' },
      { dataset: 'beds', recipient: 'HUB', level: 'RECORDS', historyMonths: 1 },
      { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS' },
    ],
  });
  await database.db.query(
    `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
     select organisation_id, gen_random_uuid(), authority_code, dataset, period, 1, 'a test', true, '2026-06-01',
       ${acceptedValues({ month: 'period', at: `'2026-06-01'` })}
     from organisation_authority, unnest(array['fostering', 'beds']) dataset, unnest(array['2026-03', '2026-05']) period
     where authority_code = 'E06000015'`,
  );
});

const everything = ['beds 2026-03', 'beds 2026-05', 'fostering 2026-03', 'fostering 2026-05'];

describe('returns, by row-level security alone,', () => {
  test.each([
    ['commissioner.derby', everything],
    ['hub-analyst.d2n2', ['beds 2026-05', 'fostering 2026-03', 'fostering 2026-05']],
    ['placement-officer.nottingham', ['beds 2026-03', 'beds 2026-05']],
    ['commissioner.nottingham', []],
    ['reviewer.d2n2', []],
    ['hub-analyst.west-midlands', []],
  ])('are seen by %s where an agreement shows their figures exactly', async (account, seen) => {
    const found = await underPolicies(app, { account, at: '2026-06-15T12:00:00Z' }, (client) =>
      client.query<{ line: string }>(
        `select dataset || ' ' || period as line from "return" order by 1`,
      ),
    );

    expect(found.rows.map(({ line }) => line)).toEqual(seen);
  });
});
