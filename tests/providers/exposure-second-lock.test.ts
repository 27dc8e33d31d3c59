import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at } from './buying.ts';
import { arrangeRecords, codes, fell, forgetUse, givenProvider, givenUse, moss } from './use.ts';

const clock = clockAt(at);
const app = await testApp({ clock });

const hub = 'hub-analyst.d2n2';
const derby = 'commissioner.derby';

beforeAll(async () => {
  await givenProvider(app.db, moss);
  await givenProvider(app.db, fell);
});

beforeEach(async () => {
  await forgetUse(app.db);
  await arrangeRecords(app.db);
  await givenUse(app.db, [
    { placing: 'derby', urn: '9990001', placements: 3, cost: 4_111.25 },
    { placing: 'nottingham', urn: '9990001', placements: 5, cost: 5_222.5 },
    { placing: 'derbyshire', urn: '9990002', placements: 43, cost: 7_333.75 },
    { placing: 'derby', urn: '9990003', placements: 1, month: '2026-04', cost: 99 },
  ]);
});

describe('the database, past all of our code', () => {
  const seen = (account: string, sql: string) =>
    underPolicies(app.pool, { account, at: clock.now().toISOString() }, async (client) =>
      (await client.query(sql)).rows.map((row) => Object.values(row).join(' ')),
    );
  const placements = `select authority_code || ' ' || sum(placements) from provider_use group by authority_code order by 1`;
  const prices = 'select weekly_cost from provider_use_price order by 1';

  test('shows placements where records are shared, and no others', async () => {
    expect(await seen(derby, placements)).toEqual([`${codes.derby} 4`]);
    expect(await seen(hub, placements)).toEqual([`${codes.derby} 4`, `${codes.nottingham} 5`]);
    expect(await seen('ig-lead.d2n2', placements)).toHaveLength(2);
    expect(await seen('reviewer.d2n2', placements)).toEqual([]);
    expect(await seen('provider.brook-lane-care', placements)).toEqual([]);
    expect(await seen('commissioner.coventry', placements)).toEqual([]);
  });

  test('shows placements at no lower level, of no other dataset, and by no agreement that has ended', async () => {
    for (const said of [
      { items: [{ dataset: 'providers', recipient: 'HUB', level: 'EXACT' }] },
      { items: [{ dataset: 'beds', recipient: 'HUB', level: 'RECORDS' }] },
      { endsOn: '2026-06-14' },
    ]) {
      await app.db.query('delete from sharing_agreement');
      await arrangeRecords(app.db, said);

      expect(await seen(hub, placements)).toEqual([]);
    }
  });

  test('shows prices to the tenant that pays them alone', async () => {
    expect(await seen(derby, prices)).toEqual(['99.00', '4111.25']);
    expect(await seen('commissioner.derbyshire', prices)).toEqual(['7333.75']);
    expect(await seen(hub, prices)).toEqual([]);
    expect(await seen('reviewer.d2n2', prices)).toEqual([]);
    expect(await seen('provider.brook-lane-care', prices)).toEqual([]);
  });

  test('lets nobody change either, and nobody but their commissioner take them away', async () => {
    for (const table of ['provider_use', 'provider_use_price']) {
      const taken = `delete from ${table} returning 1`;
      await expect(seen(derby, `update ${table} set synthetic = true`)).rejects.toThrow(
        'permission denied',
      );
      if (table === 'provider_use') await app.db.query('delete from provider_use_price');
      expect(await seen('approver.derby', taken)).toEqual([]);
      expect(await seen(hub, taken)).toEqual([]);
      expect(await seen('provider.brook-lane-care', taken)).toEqual([]);
      expect(await seen('commissioner.coventry', taken)).toEqual([]);
    }
    expect(await seen(derby, 'delete from provider_use returning authority_code')).toEqual([
      codes.derby,
      codes.derby,
    ]);
  });

  test.each([
    [
      'a made-up row of a real owner',
      `update provider_use set provider_id = (select id from provider where not synthetic limit 1)`,
    ],
    ['a price below nothing', 'update provider_use_price set weekly_cost = -1'],
    ['a month that is none', `update provider_use set month = '2026-13'`],
    ['a row of nobody', 'update provider_use set placements = 0'],
    [
      'the same twice',
      'insert into provider_use select tenant_id, gen_random_uuid(), authority_code, month, month_end, provider_id, urn, host_authority_code, service, sourcing, placements, synthetic from provider_use limit 1',
    ],
  ])('keeps out %s', async (_what, sql) => {
    await expect(app.db.query(sql)).rejects.toThrow(/violates/);
  });
});
