import type pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { allowTemporaryTables, underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  accepted,
  approved,
  arrangeHubSight,
  demandFiles,
  forgetReturns,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

/** What became of a statement of the server's own role: rows changed, or PostgreSQL's code for no. */
const tried = (account: string, sql: string) =>
  underPolicies(app.pool, { account, at: clock.now().toISOString() }, async (client) => {
    try {
      const { rowCount } = await client.query(sql);
      return `${rowCount} rows`;
    } catch (error) {
      return String((error as pg.DatabaseError).code);
    }
  });

/** Of which only the files and their problems are kept. */
const wrongFiles = [
  {
    name: 'wrong.csv',
    text: 'authority_code,period,notice,requests\nE06000015,2026-05,TOTAL,many\n',
  },
];

const noPrivilege = '42501';
const againstTheRules = '23514';

/** A version as a sender begins it, with one thing said otherwise. */
const begun = (said: Readonly<Record<string, string>> = {}) => {
  const columns = {
    tenant_id: 'app_tenant()',
    id: 'gen_random_uuid()',
    authority_code: `'E06000015'`,
    dataset: `'demand'`,
    period: `'2026-04'`,
    period_end: `'2026-04-30'`,
    version: '1',
    kind: `'FILE'`,
    status: `'PROBLEMS'`,
    format: `'a test'`,
    source: `'a test'`,
    synthetic: 'false',
    content_hash: `repeat('0', 64)`,
    received_at: 'now()',
    received_by: 'app_account()',
    ...said,
  };
  return `insert into "return" (${Object.keys(columns).join(', ')}) values (${Object.values(columns).join(', ')})`;
};

describe('the database alone lets a version begin', () => {
  test.each(['commissioner.derby', 'placement-officer.derby'])('by %s', async (account) => {
    expect(await tried(account, begun())).toBe('1 rows');
  });

  test.each(['approver.derby', 'ig-lead.derby', 'hub-analyst.d2n2', 'commissioner.nottingham'])(
    'not by %s',
    async (account) => {
      expect(await tried(account, begun())).toBe(noPrivilege);
    },
  );

  test.each([
    ['made up', { synthetic: 'true' }],
    ['attested', { attestation: `'by nobody'` }],
    ['accepted by somebody', { accepted_by: 'app_tenant()' }],
    ['reopened', { reopened_at: 'now()' }],
    ['submitted', { submitted_at: 'now()' }],
    ['received by another', { received_by: 'gen_random_uuid()' }],
  ])('not as %s', async (_what, said) => {
    expect(await tried('commissioner.derby', begun(said))).toBe(againstTheRules);
  });
});

describe('the database alone adds nothing to what was received', () => {
  test.each([
    `return_row select tenant_id, id, 'requests-by-type', 999, '{a}' from "return"`,
    `return_problem select tenant_id, id, 999, 'NOTE', 'a', 'b', 'c' from "return"`,
    `return_upload select tenant_id, id, 99, 'a.csv' from "return"`,
    `return_figure select f.tenant_id, f.return_id, i.id, i.dataset, 1, null, null, null, null, 'a', '{}'
     from return_figure f, indicator i where i.dataset = 'costs'`,
  ])('with insert into %s', async (into) => {
    await accepted(app, demandFiles(12));

    expect(await tried('commissioner.derby', `insert into ${into}`)).toBe(noPrivilege);
    expect(await tried('approver.derby', `insert into ${into}`)).toBe(noPrivilege);
  });

  test('by anybody but who received it', async () => {
    await submitted(app, wrongFiles);
    const row = `insert into return_row select tenant_id, id, 'requests-by-type', 999, '{a}' from "return"`;

    expect(await tried('commissioner.derby', row)).toBe('1 rows');
    expect(await tried('placement-officer.derby', row)).toBe(noPrivilege);
  });
});

describe('the database alone keeps figures in use as their return says them', () => {
  const more = (value: string) =>
    `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, symbol, numerator,
       denominator, status, synthetic, formula, return_id, table_name, rows, recorded_at, superseded_at)
     select tenant_id, authority_code, indicator_id, dataset, period_end, ${value}, symbol, numerator, denominator,
       status, synthetic, formula, return_id, table_name, rows, recorded_at + interval '1 s',
       recorded_at + interval '2 s'
     from observation where value is not null`;

  test.each(['approver.derby', 'hub-analyst.d2n2', 'commissioner.derby'])(
    '%s adds none later',
    async (account) => {
      await accepted(app, demandFiles(12));

      expect(await tried(account, more('value'))).toBe(againstTheRules);
      expect(await tried(account, more('value + 1'))).toBe(againstTheRules);
    },
  );
});

describe('the database alone moves a version', () => {
  const move = (set: string) => `update "return" set revision = revision + 1, ${set}`;

  test.each([
    ['commissioner.derby', `status = 'WITHDRAWN', ended_at = now()`],
    ['ig-lead.derby', `status = 'WITHDRAWN', ended_at = now()`],
    ['commissioner.derby', `status = 'READY', submitted_by = null`],
    [
      'hub-analyst.west-midlands',
      `status = 'ACCEPTED', accepted_at = now(), accepted_by = app_tenant()`,
    ],
  ])('that is approved not by %s with %s', async (account, set) => {
    await approved(app, demandFiles(12));

    expect(await tried(account, move(set))).toMatch(/^(42501|0 rows)$/);
  });

  test('without changing what another step says', async () => {
    await submitted(app, demandFiles(12), { checkOnly: true });
    const by = 'commissioner.derby';
    const signs = `status = 'SUBMITTED', submitted_by = app_account()`;
    const submits = `${signs}, submitted_at = '2026-06-15'`;

    expect(await tried(by, move(submits))).toBe('1 rows');
    expect(await tried(by, move(signs))).toBe(againstTheRules);
    expect(await tried(by, move(`${signs}, submitted_at = '2026-06-14'`))).toBe(againstTheRules);
    expect(await tried(by, move(`${submits}, approved_at = now()`))).toBe(againstTheRules);
    expect(await tried(by, move(`${submits}, reopened_at = now()`))).toBe(againstTheRules);
    expect(await tried(by, move(`${submits}, accepted_by = app_tenant()`))).toBe(againstTheRules);
  });
});

describe('the database alone lets a second person approve', () => {
  const approves = `update "return" set revision = revision + 1, status = 'APPROVED', approved_at = now(),
    approved_by = app_account(), attestation = 'a test'`;

  test.each(['submitted_by', 'received_by'])('not the one that is %s', async (column) => {
    await submitted(app, demandFiles(12));
    expect(await tried('approver.derby', approves)).toBe('1 rows');

    await app.db.query(
      `update "return" set ${column} = (select id from account where name = 'approver.derby')`,
    );

    expect(await tried('approver.derby', approves)).toBe(noPrivilege);
  });
});

describe('the database alone keeps files as they were sent', () => {
  /** A file of eight bytes in two parts, sent with a return that is being received; one thing of it said otherwise. */
  const kept = (said: Readonly<Record<string, string>> = {}) => {
    const { hash, size, parts, upload } = {
      hash: `encode(sha256('abcdefgh'), 'hex')`,
      size: '8',
      parts: `(0, 'abcd'::bytea), (1, 'efgh')`,
      upload: `insert into return_upload select tenant_id, id, 99, 'a.csv', encode(sha256('abcdefgh'), 'hex') from "return";`,
      ...said,
    };
    return `insert into return_file values (app_tenant(), ${hash}, ${size}, now(), '2032-12-31');
      insert into return_file_part select app_tenant(), ${hash}, part, bytes from (values ${parts}) p (part, bytes);
      ${upload}
      set constraints all immediate`;
  };
  const sender = 'commissioner.derby';

  beforeEach(async () => {
    await submitted(app, wrongFiles);
  });

  test('whole, and under the hash of what they hold', async () => {
    expect(await tried(sender, kept())).toMatch(/rows$/);
  });

  test.each([
    ['with another hash', { hash: `repeat('0', 64)`, upload: '' }],
    ['without its end', { parts: `(0, 'abcd'::bytea)` }],
    ['without its beginning', { parts: `(1, 'efgh'::bytea)` }],
    ['with a part missing', { parts: `(0, 'abcd'::bytea), (2, 'efgh')` }],
    ['of another size', { size: '9' }],
    ['that belong to no return', { upload: '' }],
  ])('and none %s', async (_what, said) => {
    expect(await tried(sender, kept(said))).toBe(againstTheRules);
  });

  test('and adds nothing to them, and changes and deletes none', async () => {
    const more = `insert into return_file_part select tenant_id, content_hash, 1, 'more' from return_file`;

    expect(await tried(sender, more)).toBe(againstTheRules);
    expect(await tried(sender, `update return_file_part set bytes = 'other'`)).toBe(noPrivilege);
    expect(await tried(sender, `update return_file set size = size + 4`)).toBe(noPrivilege);
    expect(await tried(sender, 'delete from return_file_part')).toBe(noPrivilege);
    expect(await tried(sender, 'delete from return_file')).toBe(noPrivilege);
  });
});

describe('the database alone says when a return came', () => {
  test.each([
    `insert into return_receipt (tenant_id, authority_code, dataset, period, period_end, received_at)
     values (app_tenant(), 'E06000015', 'demand', '2026-03', '2026-03-31', now())`,
    `update return_receipt set received_at = '2026-06-01'`,
    'delete from return_receipt',
  ])('and nobody else does with %s', async (statement) => {
    await submitted(app, demandFiles(12));

    expect(await tried('commissioner.derby', statement)).toMatch(/^(42501|0 rows)$/);
    expect(await tried('hub-analyst.d2n2', statement)).toMatch(/^(42501|0 rows)$/);
  });
});

describe('the database alone says when a return came, also to a trigger on a table of one’s own', () => {
  beforeEach(() => allowTemporaryTables(app.db));

  test.each([
    `insert into return_receipt (tenant_id, authority_code, dataset, period, period_end, received_at)
     values (app_tenant(), 'E06000015', 'demand', '2026-03', '2026-03-31', now())`,
    `insert into return_receipt select tenant_id, authority_code, dataset, '2026-03', period_end, received_at
     from return_receipt`,
    `update return_receipt set received_at = '2026-06-01'`,
    'delete from return_receipt',
  ])('%s', async (statement) => {
    await submitted(app, demandFiles(12));

    expect(
      await tried(
        'commissioner.derby',
        `create function pg_temp.invent() returns trigger language plpgsql as $f$ begin
           ${statement};
           if not found then raise insufficient_privilege; end if;
           return null;
         end $f$;
         create temporary table own (id int);
         create trigger own after insert on own for each statement execute function pg_temp.invent();
         insert into own values (1)`,
      ),
    ).toBe(noPrivilege);
  });
});

describe('the database alone takes explanations', () => {
  const explain = (by: string) =>
    `update return_problem set explanation = 'so it was', explained_by = ${by}, explained_at = now() where nth = 1`;
  const own = '(select name from account where id = app_account())';

  beforeEach(async () => {
    await submitted(app, demandFiles(12), { checkOnly: true });
    await app.db.query(
      `insert into return_problem (tenant_id, return_id, nth, severity, rule, message, mend)
       select tenant_id, id, 1, 'QUERY', 'a', 'b', 'c' from "return"`,
    );
  });

  test('of those who send, in their own name', async () => {
    expect(await tried('placement-officer.derby', explain(own))).toBe('1 rows');
    expect(await tried('placement-officer.derby', explain(`'commissioner.derby'`))).toBe(
      noPrivilege,
    );
    expect(await tried('approver.derby', explain(own))).toBe(noPrivilege);
  });

  test('as a revision of those who send', async () => {
    const revised = 'update "return" set revision = revision + 1';

    expect(await tried('commissioner.derby', revised)).toBe('1 rows');
    expect(await tried('approver.derby', revised)).toBe(noPrivilege);
    expect(await tried('ig-lead.derby', revised)).toBe(noPrivilege);
  });

  test('before the return is submitted', async () => {
    await app.db.query(`update "return" set status = 'SUBMITTED'`);

    expect(await tried('commissioner.derby', explain(own))).toBe(noPrivilege);
  });
});

describe('the database alone lets nobody tell a step that is not theirs', () => {
  const step = (action: string) =>
    `insert into return_step select r.tenant_id, gen_random_uuid(), r.id, '${action}',
       (select name from account where id = app_account()), app_tenant(), null, now() from "return" r`;

  test.each([
    ['hub-analyst.d2n2', 'approved'],
    ['commissioner.derby', 'approved'],
    ['approver.derby', 'submitted'],
    ['ig-lead.derby', 'withdrawn'],
  ])('%s not that it was %s', async (account, action) => {
    await approved(app, demandFiles(12));

    expect(await tried(account, step(action))).toBe(noPrivilege);
  });
});
