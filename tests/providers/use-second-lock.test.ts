import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at, real } from './buying.ts';
import { codes, fell, forgetUse, givenProvider, givenUse, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });

const derby = 'commissioner.derby';

beforeAll(async () => {
  await givenProvider(app.db, moss);
  await givenProvider(app.db, fell);
});

beforeEach(() => forgetUse(app.db));

describe('the database, past all of our code', () => {
  const asked = (account: string, sql: string) =>
    underPolicies(app.pool, { account, at }, async (client) => (await client.query(sql)).rowCount);

  interface Row {
    readonly authority: string;
    readonly tenant: string;
    readonly end: string;
    readonly provider: string;
  }
  const usual: Row = {
    authority: codes.derby,
    tenant: 'derby',
    end: '2026-05-31',
    provider: moss.key,
  };

  /** Statement that adds a row; what it names is looked up as the superuser, who sees it. */
  async function use(said: Partial<Row> = {}): Promise<string> {
    const { authority, tenant, end, provider } = { ...usual, ...said };
    const { rows: found } = await app.db.query<{ values: string }>(
      `select format('%L::uuid, gen_random_uuid(), %L, to_char(%L::date, ''YYYY-MM''), %L::date, %s, ''RESIDENTIAL'', ''SPOT'', 1, %L',
         o.id, $1::text, $2::text, $2::text, p.id, p.synthetic) as values
       from organisation o, provider p where o.slug = $3 and p."key" = $4`,
      [authority, end, tenant, provider],
    );
    return `insert into provider_use (tenant_id, id, authority_code, month, month_end, provider_id, service, sourcing,
      placements, synthetic) select ${found[0]?.values}`;
  }

  test('lets a commissioner add a month of the own authority that has ended', async () => {
    expect(await asked(derby, await use())).toBe(1);
  });

  test.each<[string, string, Partial<Row>]>([
    ['another’s authority', derby, { authority: codes.nottingham }],
    ['another tenant', derby, { tenant: 'nottingham' }],
    ['a month that has not ended', derby, { end: '2026-06-30' }],
    ['whoever is no commissioner', 'placement-officer.derby', {}],
    ['a hub', 'hub-analyst.d2n2', { tenant: 'd2n2' }],
  ])('refuses a row of %s', async (_what, account, said) => {
    await expect(asked(account, await use(said))).rejects.toThrow(
      /row-level security|permission denied/,
    );
  });

  test('refuses a row of a real provider in a demonstration', async () => {
    await expect(asked(derby, await use({ provider: real }))).rejects.toThrow(
      /fictitious providers/,
    );
  });

  test('takes nothing away from anybody else, and changes no row where it stands', async () => {
    await givenUse(app.db, [
      { placing: 'derby', urn: '9990001', placements: 3, cost: 1 },
      { placing: 'nottingham', urn: '9990001', placements: 5, cost: 2 },
    ]);

    const prices = 'delete from provider_use_price';
    expect(await asked(derby, prices)).toBe(1);
    expect(await asked('placement-officer.derby', prices)).toBe(0);
    expect(await asked('hub-analyst.d2n2', prices)).toBe(0);
    await app.db.query(prices);
    expect(await asked(derby, 'delete from provider_use')).toBe(1);
    expect(await asked('placement-officer.derby', 'delete from provider_use')).toBe(0);
    expect(await asked('hub-analyst.d2n2', 'delete from provider_use')).toBe(0);
    for (const sql of [
      'update provider_use set placements = 1',
      'update provider_use_price set weekly_cost = 1',
    ]) {
      await expect(asked(derby, sql)).rejects.toThrow('permission denied');
    }
  });

  test('takes a price for nobody else’s placements', async () => {
    await givenUse(app.db, [{ placing: 'nottingham', urn: '9990001', placements: 5 }]);
    const price = (tenant: string) =>
      `insert into provider_use_price (tenant_id, use_id, weekly_cost, synthetic)
       select o.id, '${'0'.repeat(8)}-0000-4000-8000-000000000000', 1, true from organisation o where o.slug = '${tenant}'`;

    await expect(asked(derby, price('nottingham'))).rejects.toThrow('row-level security');
    await expect(asked(derby, price('derby'))).rejects.toThrow(/violates foreign key/);
  });
});
