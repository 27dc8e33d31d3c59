import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { forgetAgreements } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { outcome, uuidOf } from './by-hand.ts';
import type { Lots } from './fees.ts';
import { feesSeen, givenCallOffs, givenLots, month, storedFees } from './fees.ts';
import { asked, published, ready, testWorker } from './releases.ts';

const app = await testApp();
const worker = testWorker(app);

let lots: Lots = { first: '', second: '', awards: [] };

beforeEach(async () => {
  lots = await givenLots(app);
  await givenCallOffs(app, lots.awards);
});

const costs = { dataset: 'costs', period: month };

describe('a release of costs', () => {
  test('tells the fee of a lot to its audience, and of no other lot', async () => {
    await published(app, worker, costs);

    for (const account of ['commissioner.derby', 'hub-analyst.d2n2']) {
      expect(await feesSeen(app, account)).toEqual([
        {
          lot: '1',
          value: 1_000,
          text: '£1,000',
          synthetic: true,
          why: expect.stringMatching(/^released for members, May 2026, version 1; T\/8/),
        },
        {
          lot: '2',
          value: null,
          text: 'x',
          synthetic: false,
          why: expect.stringMatching(
            /^no release that you may read tells it: only what at least three/,
          ),
        },
      ]);
    }
  });

  test('tells it nobody else, nor anybody after the agreement ended: as if there were none', async () => {
    await published(app, worker, costs);
    const none = [null, null];

    expect((await feesSeen(app, 'commissioner.coventry')).map(({ value }) => value)).toEqual(none);
    await forgetAgreements(app.db);
    expect((await feesSeen(app, 'commissioner.derby')).map(({ value }) => value)).toEqual(none);
  });

  test('tells none that is not published', async () => {
    const release = await ready(app, worker, costs);

    expect(await storedFees(app, release)).toEqual([{ lot: lots.first, value: 1_000 }]);
    expect((await feesSeen(app, 'hub-analyst.d2n2')).map(({ value }) => value)).toEqual([
      null,
      null,
    ]);
  });

  test('says in its certificate what fees were held against', async () => {
    const release = await ready(app, worker, costs);

    const { rows } = await app.db.query(
      `select method, attackers from release_certificate where release_id = $1`,
      [uuidOf(release)],
    );
    expect(rows[0].method).toMatch(/Of fees of lots: for each price, other prices a tenth higher/);
    expect(rows[0].attackers.slice(-4)).toEqual(
      ['everybody', 'each organisation', 'each provider', 'each two of these together'].map(
        (who) => ({
          name: `${who}, of fees`,
          knows: expect.any(String),
          cells: 1,
          narrowestInterval: null,
        }),
      ),
    );
  });

  test('tells none where a member’s figures are missing', async () => {
    await app.db.query(
      `delete from agreement_party where organisation_id = (select id from organisation where slug = 'nottingham')`,
    );

    expect(await storedFees(app, await ready(app, worker, costs))).toEqual([]);
  });

  test('of another month does not tell what a provider that left was paid', async () => {
    const before = await published(app, worker, costs);
    await givenCallOffs(app, lots.awards.slice(1), '2026-08');

    const later = await ready(app, worker, { ...costs, period: '2026-08' });

    expect(await storedFees(app, later)).toEqual([]);
    const { rows } = await app.db.query(
      'select earlier from release_certificate where release_id = $1',
      [uuidOf(later)],
    );
    expect(rows[0].earlier).toEqual([uuidOf(before)]);
  });

  test('of the same month does not tell what was taken back since, nor what was put right', async () => {
    await published(app, worker, costs);
    await app.db.query(
      `delete from call_off where id = (select id from call_off where award_id = $1 limit 1)`,
      [lots.awards[0]],
    );
    expect(await storedFees(app, await ready(app, worker, costs))).toEqual([]);

    await app.db.query(`update call_off set weekly_price = 1200 where award_id = $1`, [
      lots.awards[1],
    ]);
    expect(await storedFees(app, await ready(app, worker, costs))).toEqual([]);
  });

  test('remembers what an earlier one was made of, though all of it was taken back', async () => {
    await published(app, worker, costs);
    await app.db.query('delete from call_off');
    await givenCallOffs(app, lots.awards);

    expect(await storedFees(app, await ready(app, worker, costs))).toEqual([
      { lot: lots.first, value: 1_000 },
    ]);
    await app.db.query('delete from call_off_before');
    expect(await storedFees(app, await ready(app, worker, costs))).toEqual([]);
  });

  test('does not tell a lot that another consortium’s tells', async () => {
    await published(app, worker, costs);
    await movedElsewhere();
    await givenCallOffs(app, lots.awards, '2026-08');

    expect(
      await storedFees(app, await ready(app, worker, { ...costs, period: '2026-08' })),
    ).toEqual([]);
  });
});

/** The release that there is becomes another consortium's, of authorities that are in no other. */
const movedElsewhere = () =>
  app.db.query(
    `update release set consortium_code = 'west-midlands', contributors = '{E08000026}' where dataset = 'costs'`,
  );

describe('the database alone', () => {
  const me = randomUUID();
  const asMe = (...statements: readonly string[]) =>
    outcome(worker.pool, { 'app.worker': me, 'app.now': new Date().toISOString() }, ...statements);

  /** A release of costs that this worker is building. */
  async function held(period = month): Promise<string> {
    const id = uuidOf(await asked(app, { ...costs, period }));
    await app.db.query(
      `insert into release_job (tenant_id, release_id, taken_by, heartbeat_at, as_at, stage, done)
       select tenant_id, id, $1, now(), now(), 'reading', 0 from release where id = $2`,
      [me, id],
    );
    return id;
  }

  const fee = (id: string, said: Readonly<Record<string, string>> = {}) => {
    const columns = {
      table_name: `'lot-fees'`,
      codes: `'${lots.first}'`,
      area: `'consortium'`,
      dataset: 'dataset',
      period_end: 'period_end',
      value: '1000',
      ...said,
    };
    return `insert into release_cell (tenant_id, release_id, ${Object.keys(columns).join(', ')})
      select tenant_id, id, ${Object.values(columns).join(', ')} from release where id = '${id}'`;
  };

  const certified = (id: string, earlier = '{}') =>
    `insert into release_certificate select tenant_id, id,
       encode(sha256('lot-fees|${lots.first}|consortium|1000'), 'hex'), now(), 1, 1, 0, null, 0, 1, 'a test', '[]', '${earlier}'
     from release where id = '${id}'`;

  const contributing = (id: string, codes: readonly string[]) =>
    `insert into release_authority select tenant_id, id, c, true, gen_random_uuid(), 1, null, '{}'
     from release, unnest('{${codes.join()}}'::text[]) c where id = '${id}'`;

  const made = (id: string, codes: readonly string[]) =>
    `update release set status = 'READY', revision = revision + 1, built_at = now(), contributors = '{${codes.join()}}'
     where id = '${id}'`;

  const four = ['E06000015', 'E06000018', 'E10000007', 'E10000024'];

  const built = (id: string, { codes = four, earlier = '{}' } = {}) =>
    asMe(certified(id, earlier), fee(id), contributing(id, codes), made(id, codes));

  test('lets a fee be of three organisations at least', async () => {
    const id = await held();

    expect(await built(id, { codes: four.slice(0, 2) })).toBe('23514');
    expect(await built(id, { codes: four.slice(0, 3) })).toBe('1 rows');
  });

  test('lets a fee be told that was protected against all others only', async () => {
    const before = uuidOf(await published(app, worker, costs));
    const id = await held('2026-08');

    expect(await built(id)).toBe('23514');
    expect(await built(id, { earlier: `{${before}}` })).toBe('1 rows');
  });

  test('keeps a lot’s fees in releases of one consortium', async () => {
    await published(app, worker, costs);
    await movedElsewhere();

    expect(await built(await held('2026-08'))).toBe('23514');
  });

  test.each([
    ['of one authority', { area: `'E06000015'` }],
    ['without a value', { value: 'null', symbol: `'c'` }],
    ['of an indicator', { indicator_id: '1' }],
  ])('refuses a fee %s', async (_what, said) => {
    const id = await held();

    expect(await asMe(certified(id), fee(id, said))).toBe('23514');
  });

  test('shows the worker call-offs of the month that it builds, and no tendered price', async () => {
    await givenCallOffs(app, lots.awards, '2026-08');
    const rows = (table: string, columns: string) => asMe(`select ${columns} from ${table}`);
    const seen = async () => [
      await rows('call_off', 'placements, weekly_price'),
      await rows('framework_award', 'id'),
      await rows('framework_lot', 'id'),
      await rows('provider', 'id'),
      await rows('award_price', 'award_id'),
    ];
    expect(await seen()).toEqual(Array.from({ length: 5 }, () => '0 rows'));

    await held();
    await app.db.query(
      `insert into award_price (tenant_id, id, holder_id, award_id, weekly_price, synthetic, changed_at)
       select o.id, gen_random_uuid(), a.tenant_id, a.id, 990, true, now() from framework_award a, organisation o
       where o.slug in ('derby', 'coventry')`,
    );

    expect(await seen()).toEqual(['24 rows', '6 rows', '1 rows', '6 rows', '6 rows']);
    expect(await rows('award_price', 'weekly_price')).toBe('42501');
    expect(await rows('framework', 'id')).toBe('42501');
  });

  test('shows the application nothing of what was taken back', async () => {
    await app.db.query('delete from call_off');

    expect(await outcome(app.pool, {}, 'select from call_off_before')).toBe('42501');
    expect(await asMe('select 1 from call_off_before')).toBe('0 rows');
  });
});
