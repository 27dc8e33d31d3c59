import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeHomes, derby, neighbour, runs } from './homes.ts';
import { arrangeBeds, at, owner } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const occupied = { state: 'OCCUPIED', block: 'derby' } as const;
const accepting = { block: 'derby' } as const;

/** A block contract of Derby's for a home. */
const contract = (reference: string, urn: string, weeklyPrice: number | null = 7_000) =>
  app.db.query(
    `with added as (
       insert into block_contract (tenant_id, id, authority_code, reference, provider_id, beds, starts_on, ends_on, synthetic,
         changed_at)
       select o.id, gen_random_uuid(), 'E06000015', $1, p.id, 2, '2026-06-03', '2027-03-31', true, now()
       from organisation o, provider p where o.slug = 'derby' and p."key" = $4
       returning tenant_id, id),
     priced as (
       insert into block_contract_price (tenant_id, contract_id, weekly_price)
       select tenant_id, id, $3::numeric from added where $3::numeric is not null)
     insert into block_contract_service (tenant_id, contract_id, urn, synthetic)
     select tenant_id, id, $2, true from added`,
    [reference, urn, weeklyPrice, owner.key],
  );

/** Derby has both places of a home from 1 June on; one is empty until the evening of 10 June, in England. */
beforeEach(async () => {
  await app.db.query(
    `truncate block_contract, block_contract_service, block_contract_price, block_contract_month, block_contract_extension`,
  );
  const confirmedAt = '2026-06-01T09:00:00Z';
  await arrangeHomes(app, [
    { urn: '9991001', area: 'derby', confirmedAt, places: [occupied, accepting, {}] },
  ]);
  const client = await app.db.connect();
  await client.query('begin');
  await client.query(`select set_config('app.now', '2026-06-10T22:30:00Z', true)`);
  await client.query(`update home_place set state = 'OCCUPIED' where number = 2`);
  await client.query('commit');
  client.release();
  await contract('B-1', '9991001');
});

const VOIDS = `query ($input: BlockVoidsInput!) { blockVoids(input: $input) { from to synthetic
  total { days bedDays voidDays acceptingDays cost }
  contracts { why contract { reference } total { voidDays cost } months { month days bedDays voidDays cost } } } }`;

interface Voids {
  readonly blockVoids: {
    readonly total: object | null;
    readonly contracts: readonly { readonly why: string | null; readonly total: object | null }[];
  };
}

const voids = async (account: string, input: object = {}) =>
  (await app.as<Voids>(account, VOIDS, { input })).data?.blockVoids;

describe('voids of a block contract', () => {
  test('are the days that ended with a bed empty while the contract runs, at its own price for a day', async () => {
    // From 3 to 9 June one bed is empty: 7 of 24 bed days until 14 June, at £1,000 a day.
    expect(await voids(derby)).toEqual({
      ...{ from: '2025-06-15', to: '2026-06-14', synthetic: true },
      total: { days: 12, bedDays: 24, voidDays: 7, acceptingDays: 7, cost: 7_000 },
      contracts: [
        {
          ...{ why: null, contract: { reference: 'B-1' }, total: { voidDays: 7, cost: 7_000 } },
          months: [{ month: '2026-06', days: 12, bedDays: 24, voidDays: 7, cost: 7_000 }],
        },
      ],
    });
  });

  test('are of the days asked for', async () => {
    expect(await voids(derby, { from: '2026-06-09', to: '2026-06-10' })).toMatchObject({
      total: { days: 2, bedDays: 4, voidDays: 1, cost: 1_000 },
    });
    expect(refusalOf(await app.as(derby, VOIDS, { input: { to: '2026-06-15' } }))).toBe(
      'BAD_USER_INPUT: to must be a day that has ended.',
    );
  });

  test('have no cost where a price is not known, and are not made up where nothing is', async () => {
    await app.db.query('delete from block_contract_price');
    await contract('B-2', '9615003');

    expect(await voids(derby)).toMatchObject({
      total: { voidDays: 7, cost: null },
      contracts: [
        { why: null, total: { voidDays: 7, cost: null } },
        { total: null, months: [], why: expect.stringMatching(/^not available: no place/) },
      ],
    });
  });

  test('are not divided between two contracts that ran for the same home at once, and it is said which', async () => {
    await contract('B-2', '9991001');

    expect(await voids(derby)).toMatchObject({
      total: null,
      contracts: ['B-2', 'B-1'].map((other) => ({
        total: null,
        why: `not available: places do not say which of two contracts they are of: of home 9991001 while contract ${other} ran too`,
      })),
    });
  });

  test('are told of days and homes that a contract had alone, and what is left out is said', async () => {
    await contract('B-2', '9991001');
    await app.db.query(
      `update block_contract set ends_on = '2026-06-06' where reference = 'B-1';
       update block_contract set starts_on = '2026-06-06' where reference = 'B-2'`,
    );
    const without = (other: string) =>
      `Without what is not known: places do not say which of two contracts they are of: of home 9991001 while contract ${other} ran too.`;

    // From 3 to 5 June the one, from 7 to 14 June the other; of 6 June nobody can tell.
    expect(await voids(derby)).toMatchObject({
      total: { days: 11, bedDays: 22, voidDays: 6, cost: 6_000 },
      contracts: [
        { contract: { reference: 'B-1' }, total: { voidDays: 3 }, why: without('B-2') },
        { contract: { reference: 'B-2' }, total: { voidDays: 3 }, why: without('B-1') },
      ],
    });
  });

  test('are told whole of two contracts of which one follows the other', async () => {
    await contract('B-2', '9991001');
    await app.db.query(
      `update block_contract set ends_on = '2026-06-06' where reference = 'B-1';
       update block_contract set starts_on = '2026-06-07' where reference = 'B-2'`,
    );

    expect(await voids(derby)).toMatchObject({
      total: { days: 12, bedDays: 24, voidDays: 7, cost: 7_000 },
      contracts: [{ why: null }, { why: null }],
    });
  });

  test('are their own authority’s alone', async () => {
    await arrangeBeds(app.db, {
      items: [
        { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS' },
        { dataset: 'providers', recipient: 'MEMBERS', level: 'RECORDS' },
      ],
    });

    expect(await voids(neighbour)).toMatchObject({ total: null, contracts: [] });
    expect(await voids(neighbour, { authorities: ['E06000015'] })).toMatchObject({ contracts: [] });
    expect(refusalOf(await app.as(runs, VOIDS, { input: {} }))).toMatch(/^FORBIDDEN: /);
    expect(refusalOf(await app.as('hub-analyst.d2n2', VOIDS, { input: {} }))).toMatch(/^FORBIDDEN/);
  });
});
