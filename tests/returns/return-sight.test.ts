import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import {
  accepted,
  approved,
  arrangeHubSight,
  change,
  demandFiles,
  forgetReturns,
  office,
  seen,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

const RETURN = `query ($id: ID!) { return(id: $id) { status } }`;
const NODE = `query ($id: ID!) { node(id: $id) { id } }`;
const LIST = `{ returns { totalCount edges { node { status } } } }`;

interface Seen {
  readonly return?: { readonly status: string } | null;
  readonly node?: { readonly id: string } | null;
  readonly returns?: { readonly totalCount: number };
}

/** What an account sees of a return by each way to it. */
async function seenBy(account: string, id: string) {
  const one = await app.as<Seen>(account, RETURN, { id });
  const node = await app.as<Seen>(account, NODE, { id });
  const list = await app.as<Seen>(account, LIST);
  return {
    status: one.data?.return?.status ?? null,
    node: node.data?.node?.id === id,
    listed: list.data?.returns?.totalCount ?? 0,
  };
}

const hidden = { status: null, node: false, listed: 0 };
const strangers = [
  'commissioner.nottingham',
  'placement-officer.nottingham',
  'approver.derbyshire',
  'hub-analyst.west-midlands',
  'commissioner.norfolk',
  'reviewer.d2n2',
  'provider.brook-lane-care',
];

describe('a return before it is approved', () => {
  test.each(['commissioner.derby', 'approver.derby', 'placement-officer.derby', 'ig-lead.derby'])(
    'is seen by %s',
    async (account) => {
      const sent = await submitted(app, demandFiles(12));

      expect(await seenBy(account, sent.id)).toEqual({
        status: 'SUBMITTED',
        node: true,
        listed: 1,
      });
    },
  );

  test.each([...strangers, 'hub-analyst.d2n2', 'hub-manager.d2n2'])(
    'is not there for %s',
    async (account) => {
      const sent = await submitted(app, demandFiles(12));

      expect(await seenBy(account, sent.id)).toEqual(hidden);
    },
  );
});

describe('the database alone', () => {
  /** How many rows of a table an account finds through the server’s own role, past all of our code. */
  const found = (account: string, table: string) =>
    underPolicies(app.pool, { account, at: clock.now().toISOString() }, async (client) => {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from ${table}`,
      );
      return rows[0]?.count;
    });
  const tables = ['"return"', 'return_figure', 'return_step'];
  const records = [
    'return_row',
    'return_problem',
    'return_upload',
    'return_file',
    'return_file_part',
  ];

  test.each([...tables, ...records])(
    'shows nobody else %s of what is not approved',
    async (table) => {
      await submitted(app, demandFiles(12));

      expect(await found('hub-analyst.d2n2', table)).toBe(0);
      expect(await found('commissioner.nottingham', table)).toBe(0);
    },
  );

  test('shows those who see the figures exactly when a return came, and nobody else', async () => {
    await submitted(app, demandFiles(12));

    expect(await found('hub-analyst.d2n2', 'return_receipt')).toBe(1);
    expect(await found('commissioner.nottingham', 'return_receipt')).toBe(0);
    expect(await found('hub-analyst.west-midlands', 'return_receipt')).toBe(0);
  });

  test('shows nobody that a return was checked which nobody submitted', async () => {
    await submitted(app, demandFiles(12), { checkOnly: true });

    expect(await found('commissioner.derby', 'return_receipt')).toBe(0);
    expect(await found('hub-analyst.d2n2', 'return_receipt')).toBe(0);
  });

  test.each(records)('shows nobody else %s of what is approved', async (table) => {
    await approved(app, demandFiles(12));

    expect(await found('hub-analyst.d2n2', table)).toBe(0);
  });
});

describe('a return that is approved', () => {
  test.each(['hub-analyst.d2n2', 'hub-manager.d2n2'])('is seen by %s', async (account) => {
    const sent = await approved(app, demandFiles(12));

    expect(await seenBy(account, sent.id)).toEqual({ status: 'APPROVED', node: true, listed: 1 });
  });

  test.each(strangers)('is not there for %s', async (account) => {
    const sent = await accepted(app, demandFiles(12));

    expect(await seenBy(account, sent.id)).toEqual(hidden);
  });

  test('is answered like one that does not exist', async () => {
    const sent = await approved(app, demandFiles(12));
    const missing = globalId('Return', '00000000-0000-4000-8000-000000000000');

    const [theirs, none] = [
      await app.as('commissioner.nottingham', RETURN, { id: sent.id }),
      await app.as('commissioner.nottingham', RETURN, { id: missing }),
    ];

    expect(theirs).toEqual(none);
    expect(
      refusalOf(
        await change(app, 'approver.nottingham', 'approveReturn', { ...seen(sent), ...office }),
      ),
    ).toMatch(/^NOT_FOUND: There is no return/);
  });

  test('shows the hub its figures, and neither rows nor problems nor files', async () => {
    const sent = await approved(app, demandFiles(12));

    const answer = await app.as(
      'hub-analyst.d2n2',
      `query ($id: ID!) { return(id: $id) {
        figures { indicator { key } now { text } } problemCounts { errors } files { name } tables { name }
        problems { totalCount edges { node { message } } }
        rows(table: "requests-by-type") { edges { node { cells } } }
        viewerCanAccept viewerCanSendBack viewerCanApprove viewerCanWithdraw approvalBringsIntoUse } }`,
      { id: sent.id },
    );

    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['return']).toMatchObject({
      problemCounts: null,
      files: [],
      tables: [],
      problems: { totalCount: 0, edges: [] },
      rows: { edges: [] },
      viewerCanAccept: true,
      viewerCanSendBack: true,
      viewerCanApprove: false,
      viewerCanWithdraw: false,
      approvalBringsIntoUse: false,
    });
    expect(answer.data?.['return']).toHaveProperty('figures');
    expect(JSON.stringify(answer.data)).toContain('"text":"12"');
  });

  test('is told to the log of its organisation whenever another reads it', async () => {
    const sent = await approved(app, demandFiles(12));
    await emptyLogs(app);

    await app.as('commissioner.derby', RETURN, { id: sent.id });
    expect(await logOf(app, 'derby')).toEqual([]);

    await app.as(
      'hub-analyst.d2n2',
      `query ($id: ID!) { return(id: $id) { figures { now { text } } } }`,
      { id: sent.id },
    );
    expect(await logOf(app, 'derby')).toMatchObject([
      {
        organisation: 'd2n2',
        account: 'hub-analyst.d2n2',
        type: 'figures.read',
        details: {
          dataset: 'demand',
          authorities: ['E06000015'],
          // The month before stands beside each figure.
          periods: ['2026-04', '2026-05'],
          indicators: expect.arrayContaining(['placement-requests-month']),
        },
      },
    ]);
  });

  test('is seen by the hub no longer once the agreement has ended', async () => {
    const sent = await approved(app, demandFiles(12));
    await app.db.query(
      `update sharing_agreement set ends_on = '2026-06-14', review_due_on = '2026-06-14'`,
    );

    expect(await seenBy('hub-analyst.d2n2', sent.id)).toEqual(hidden);
  });
});
