import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import type { Framework } from './buying.ts';
import {
  arrangeSight,
  at,
  buyer,
  bystander,
  done,
  freshBuying,
  givenContract,
  givenFramework,
  givenUplift,
  lead,
  otherProvider,
  ownProvider,
  rowOf,
} from './buying.ts';
import { codes, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });
const loader = new pg.Pool({ connectionString: app.loaderUrl, max: 1 });
afterAll(() => loader.end());
freshBuying(app);

const noPrivilege = '42501';
const againstTheRules = '23514';
const nothingThere = '23503';
const overlapping = '23P01';

/** What became of a statement of an account’s, past all of our code. */
const tried = (account: string, sql: string) =>
  underPolicies(app.pool, { account, at }, async (client) => {
    await client.query(`select set_config('app.reads_reference', 'yes', true)`);
    try {
      return `${(await client.query(sql)).rowCount} rows`;
    } catch (error) {
      return String((error as pg.DatabaseError).code);
    }
  });

let framework: Framework;
beforeEach(async () => {
  framework = await givenFramework(app);
});

const tenant = (slug: string) => `(select id from organisation where slug = '${slug}')`;
const idOf = (index: number) => rowOf(framework.awards[index] ?? '');

describe('the database alone lets a price be recorded', () => {
  const price = (said: Readonly<Record<string, string>> = {}) => {
    const columns = {
      tenant_id: 'app_tenant()',
      id: 'gen_random_uuid()',
      holder_id: tenant('derbyshire'),
      award_id: `'${idOf(0)}'`,
      weekly_price: '5000',
      synthetic: 'true',
      changed_at: 'now()',
      ...said,
    };
    return `insert into award_price (${Object.keys(columns)}) values (${Object.values(columns)})`;
  };

  test('by those who buy there', async () => {
    expect(await tried(lead, price())).toBe('1 rows');
    expect(await tried(buyer, price())).toBe('1 rows');
  });

  test.each([
    ['of an award that one does not see', bystander, {}, nothingThere],
    ['by a hub', 'hub-analyst.d2n2', {}, nothingThere],
    ['by a provider, even of its own award', ownProvider, {}, noPrivilege],
    ['by a placement officer', 'placement-officer.derby', {}, noPrivilege],
    ['for somebody else', buyer, { tenant_id: tenant('nottingham') }, noPrivilege],
    ['above the published maximum', buyer, { weekly_price: '6000.01' }, againstTheRules],
    ['as a real one', buyer, { synthetic: 'false' }, againstTheRules],
    ['of nothing', buyer, { weekly_price: '0' }, againstTheRules],
  ])('but not %s', async (_what, account, said, code) => {
    expect(await tried(account, price(said))).toBe(code);
  });

  test('and read by nobody else, without any filter', async () => {
    await done(app, buyer, {
      mutation: 'setAwardPrice',
      input: { award: framework.awards[0], weeklyPrice: 5_000 },
    });
    const rows = (account: string) => tried(account, 'select * from award_price');

    expect(await rows('approver.derby')).toBe('1 rows');
    for (const account of [lead, bystander, 'hub-analyst.d2n2', ownProvider, 'reviewer.d2n2']) {
      expect(await rows(account)).toBe('0 rows');
    }
  });
});

describe('the database alone keeps a framework', () => {
  const award = (said: Readonly<Record<string, string>> = {}) => {
    const columns = {
      tenant_id: 'app_tenant()',
      id: 'gen_random_uuid()',
      framework_id: `'${rowOf(framework.id)}'`,
      lot_id: `(select lot_id from framework_award where id = '${idOf(1)}')`,
      provider_id: `(select id from provider where "key" = 'fell-side-homes-fictitious')`,
      starts_on: `'2026-01-01'`,
      synthetic: 'true',
      added_at: 'now()',
      ...said,
    };
    return `insert into framework_award (${Object.keys(columns)}) values (${Object.values(columns)})`;
  };

  test('for its holder to add to', async () => {
    expect(await tried(lead, award())).toBe('1 rows');
  });

  test.each([
    ['for another', buyer, {}, nothingThere],
    ['for another in the holder’s name', buyer, { tenant_id: tenant('derbyshire') }, noPrivilege],
    ['for an approver', 'approver.derbyshire', {}, noPrivilege],
    [
      'with a provider twice on a lot at a time',
      lead,
      { provider_id: `(select id from provider where "key" = '${moss.key}')` },
      overlapping,
    ],
    ['with an end before the start', lead, { ends_on: `'2025-12-31'` }, againstTheRules],
    [
      'with a real provider that no notice names',
      lead,
      { synthetic: 'false', provider_id: '(select min(id) from provider where not synthetic)' },
      againstTheRules,
    ],
    [
      'with a fictitious provider as a real one',
      lead,
      { synthetic: 'false', source: `'a notice'` },
      nothingThere,
    ],
    ['with a provider that is not in the register', lead, { provider_id: '-1' }, nothingThere],
  ])('but not %s', async (_what, account, said, code) => {
    expect(await tried(account, award(said))).toBe(code);
  });

  test.each([
    ['a version skipped', lead, 'update framework set version = version + 2', againstTheRules],
    ['another’s hands', buyer, 'update framework set version = version + 1', '0 rows'],
    [
      'another lead than one’s own',
      lead,
      `update framework set version = version + 1, lead_authority_code = '${codes.derby}'`,
      noPrivilege,
    ],
    [
      'being published without a lead of one’s own',
      lead,
      'update framework set version = version + 1, lead_authority_code = null',
      noPrivilege,
    ],
    [
      'an end before its start',
      lead,
      `update framework set version = version + 1, ends_on = '2020-01-01'`,
      againstTheRules,
    ],
    ['another holder', lead, 'update framework set tenant_id = app_tenant()', noPrivilege],
    [
      'a membership moved to another provider',
      lead,
      'update framework_award set provider_id = provider_id',
      noPrivilege,
    ],
  ])('from %s', async (_what, account, sql, outcome) => {
    expect(await tried(account, sql)).toBe(outcome);
  });

  test('for its own use where nobody of its own leads it', async () => {
    const sql = `update framework set version = version + 1, lead_authority_code = null, published = false`;

    expect(await tried(lead, sql)).toBe('1 rows');
  });

  test('of a hub for members of today to lead', async () => {
    const add = (code: string) =>
      tried(
        'hub-analyst.d2n2',
        `insert into framework (tenant_id, id, reference, title, lead_authority_code, lead_text, services, open_to_new, source, changed_at)
         values (app_tenant(), gen_random_uuid(), 'H-1', 'A', '${code}', 'A', '{FOSTERING}', false, 'A', now())`,
      );

    expect(await add(codes.derbyshire)).toBe('1 rows');
    expect(await add('E08000026')).toBe(noPrivilege);
    await app.db.query(
      `update consortium_member set left_on = '2026-06-01' where authority_code = '${codes.derbyshire}'`,
    );
    expect(await add(codes.derbyshire)).toBe(noPrivilege);
    await app.db.query(
      `update consortium_member set left_on = null where authority_code = '${codes.derbyshire}'`,
    );
  });

  test('and which providers an organisation signs in for, from others', async () => {
    const all = 'select from organisation_provider';

    expect(await tried(ownProvider, all)).toBe('1 rows');
    expect(await tried(otherProvider, all)).toBe('0 rows');
    expect(await tried(lead, all)).toBe('0 rows');
  });

  test('from a maximum below a price of its holder’s', async () => {
    await done(app, lead, {
      mutation: 'setAwardPrice',
      input: { award: framework.awards[0], weeklyPrice: 5_000 },
    });

    expect(
      await tried(lead, `update framework_lot set maximum_weekly_price = 4999 where number = '1'`),
    ).toBe(againstTheRules);
  });
});

describe('the database alone takes the same id for another framework or contract where another holds it', () => {
  const own = (id: string) => `insert into framework
      (tenant_id, id, reference, title, lead_authority_code, lead_text, services, open_to_new, source, changed_at)
    values (app_tenant(), '${id}', 'T-2', 'T', 'E10000024', 'T', '{RESIDENTIAL}', true, 'T', now())`;

  test('so that nobody sees who is on it by giving an own one its id', async () => {
    const seen = await underPolicies(app.pool, { account: bystander, at }, async (client) => {
      await client.query(`select set_config('app.reads_reference', 'yes', true)`);
      await client.query(own(rowOf(framework.id)));
      return (await client.query('select from framework_award')).rowCount;
    });

    expect(seen).toBe(0);
  });

  test('so that one whose records are shown does not show another’s', async () => {
    const { id } = await givenContract(app);
    await arrangeSight(app.db, { giver: 'derby', level: 'RECORDS' });
    await app.db.query(
      `insert into block_contract (tenant_id, id, authority_code, reference, provider_id, beds, starts_on, ends_on, synthetic,
         changed_at)
       select ${tenant('nottingham')}, id, '${codes.nottingham}', 'T-2', provider_id, beds, starts_on, ends_on, synthetic, changed_at
       from block_contract where id = '${rowOf(id)}'`,
    );
    await app.db.query(
      `insert into block_contract_month select ${tenant('nottingham')}, contract_id, month, month_end, beds, 1, void_days
       from block_contract_month`,
    );

    expect(await tried('hub-analyst.d2n2', 'select from block_contract_month')).toBe('1 rows');
  });
});

describe('the database alone keeps contracts and requests', () => {
  test('from anybody else’s reading and changing', async () => {
    await givenContract(app);
    const change = 'update block_contract set version = version + 1';

    expect(await tried(buyer, change)).toBe('1 rows');
    for (const account of [lead, bystander, 'hub-analyst.d2n2', ownProvider]) {
      expect(await tried(account, change)).toBe('0 rows');
      expect(await tried(account, 'select from block_contract_price')).toBe('0 rows');
      expect(await tried(account, 'select from block_contract_month')).toBe('0 rows');
    }
  });

  test('from more beds occupied than there are', async () => {
    await givenContract(app);

    expect(await tried(buyer, 'update block_contract_month set occupied = 5')).toBe(
      againstTheRules,
    );
    expect(await tried(buyer, 'update block_contract_month set void_days = 125')).toBe(
      againstTheRules,
    );
  });

  test('from steps that a request does not take, and from others’ hands', async () => {
    await givenUplift(app, framework.id);
    const move = (to: string, more = '') =>
      `update uplift_request set status = '${to}', version = version + 1${more}`;

    expect(await tried(buyer, move('IN_HAND'))).toBe('1 rows');
    expect(
      await tried(buyer, move('AGREED', `, granted_percent = 4, decided_on = app_today()`)),
    ).toBe(againstTheRules);
    expect(await tried(ownProvider, move('WITHDRAWN'))).toBe('1 rows');
    expect(await tried(ownProvider, move('IN_HAND'))).toBe(noPrivilege);
    for (const account of [
      'commissioner.nottingham',
      bystander,
      otherProvider,
      'hub-analyst.d2n2',
    ]) {
      expect(await tried(account, move('IN_HAND'))).toBe('0 rows');
    }
  });
});

test('in service the loader sees nothing of it, and adds nothing', async () => {
  const seen = async () => (await loader.query('select from framework_award')).rowCount;

  expect(await seen()).toBe(3);
  await app.db.query(`update platform_stamp set kind = 'service'`);
  expect(await seen()).toBe(0);
  await expect(
    loader.query(`insert into framework_buyer (tenant_id, framework_id, authority_code)
      values (${tenant('derbyshire')}, '${rowOf(framework.id)}', '${codes.leicester}')`),
  ).rejects.toThrow('row-level security');
  await app.db.query(`update platform_stamp set kind = 'demonstration'`);
});
