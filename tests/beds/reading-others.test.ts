import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeHomes, logged, officer, refused, runs, seenHome } from './homes.ts';
import { arrangeBeds, at, owner } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

/** Derby has a block in a home of Nottingham's since March, which an agreement shows it from 15 May on. */
beforeEach(async () => {
  await app.db.query(
    'truncate block_contract, block_contract_service, block_contract_price, block_contract_month, block_contract_extension',
  );
  await arrangeHomes(app, [
    {
      ...{ urn: '9991002', area: 'nottingham', confirmedAt: '2026-03-01T09:00:00Z' },
      places: [
        { state: 'OCCUPIED', block: 'derby' },
        { block: 'derby' },
        { block: 'nottinghamshire' },
      ],
    },
  ]);
  await app.db.query(
    `with added as (
       insert into block_contract (tenant_id, id, authority_code, reference, provider_id, beds, starts_on, ends_on, synthetic,
         changed_at)
       select o.id, gen_random_uuid(), 'E06000015', 'B-1', p.id, 2, '2026-03-01', '2027-03-31', true, now()
       from organisation o, provider p where o.slug = 'derby' and p."key" = $1
       returning tenant_id, id)
     insert into block_contract_service (tenant_id, contract_id, urn, synthetic)
     select tenant_id, id, '9991002', true from added`,
    [owner.key],
  );
  await arrangeBeds(app.db, {
    items: [
      { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS', historyMonths: 1 },
    ],
  });
  await emptyLogs(app);
});

describe('a block in a home of others', () => {
  const VOIDS = `{ blockVoids(input: {}) { contracts { why months { month days } } } }`;

  test('is read since the day that the agreement says', async () => {
    const { data, errors } = await app.as(officer, VOIDS);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      blockVoids: {
        contracts: [
          {
            months: [
              { month: '2026-05', days: 17 },
              { month: '2026-06', days: 14 },
            ],
          },
        ],
      },
    });
  });

  test('is told to the log of who holds the home', async () => {
    await app.as(officer, VOIDS);
    expect(await logged(app, 'figures.read')).toEqual([{ slug: 'nottingham', account: officer }]);
  });

  test('is not shown by policies as it was before that day', async () => {
    const client = await app.db.connect();
    await client.query('begin');
    await client.query(`select set_config('app.now', '2026-04-10T09:00:00Z', true)`);
    await client.query(`update home_place set state = 'OCCUPIED' where number = 2`);
    await client.query('commit');
    client.release();

    const { rows } = await underPolicies(app.pool, { account: officer, at }, (viewing) =>
      viewing.query('select occupied, to_at from home_block'),
    );

    expect(rows).toEqual([{ occupied: 2, to_at: null }]);
  });
});

describe('what is read of others', () => {
  test('is told to their log where a search finds nothing, too', async () => {
    await app.as(
      officer,
      `{ vacancies(input: { consortium: "d2n2", placementTypes: [SECURE_CHILDRENS_HOME] }) { totalCount } }`,
    );

    const log = await logOf(app, 'nottingham');
    expect(log.map(({ account, details }) => [account, details['dataset']])).toEqual([
      [officer, 'beds'],
    ]);
  });

  test('ends with a home’s owner: nights of the one before are not written over', async () => {
    const confirmedAt = '2026-06-10T09:00:00Z';
    await arrangeHomes(app, [
      { urn: '9991003', area: 'nottingham', confirmedAt, shortBreaks: true },
    ]);
    await app.db.query(
      `insert into home_night (tenant_id, home_id, night, authority_code, provider_id, capacity, used)
       select tenant_id, id, '2026-06-11', authority_code, null, 2, 1 from home`,
    );
    const input = {
      ...(await seenHome(app, '9991003')),
      nights: [{ night: '2026-06-11', capacity: 2, used: 2 }],
    };

    expect(await refused(app, runs, { mutation: 'recordHomeNights', input, asked: 'id' })).toMatch(
      /^BAD_USER_INPUT: One of these nights was recorded before/,
    );
  });
});
