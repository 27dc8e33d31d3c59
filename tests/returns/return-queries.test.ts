import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  accepted,
  arrangeHubSight,
  changed,
  demandFiles,
  derby,
  forgetReturns,
  seen,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
  clock.pass({ minutes: 1 });
});

const commissioner = 'commissioner.derby';

const CONFIRM = 'mutation ($input: ReturnInput!) { confirmReturn(input: $input) { id } }';
const EXPLAIN =
  'mutation ($input: ExplainReturnProblemsInput!) { explainReturnProblems(input: $input) { id } }';

describe('what changed much since the month before', () => {
  const fields = `id version status revision problemCounts { queries unexplained }
    problems(severity: QUERY) { edges { node { nth rule explanation explainedBy } } }`;

  beforeEach(async () => {
    await accepted(app, demandFiles(12, '2026-04'), { period: '2026-04' });
    clock.pass({ minutes: 1 });
  });

  test('is to be explained before the return goes on', async () => {
    const sent = await submitted(app, demandFiles(90), { fields });
    expect(sent).toMatchObject({
      status: 'READY',
      problemCounts: { queries: 1, unexplained: 1 },
      problems: { edges: [{ node: { rule: 'returns/large-change', explanation: null } }] },
    });
    const asked = (sent['problems'] as { edges: { node: { nth: number } }[] }).edges[0]?.node.nth;
    expect(refusalOf(await app.as(commissioner, CONFIRM, { input: seen(sent) }))).toBe(
      'CONFLICT: Explain the query first.',
    );

    const said = await changed(app, commissioner, 'explainReturnProblems', {
      ...seen(sent),
      problems: [{ nth: asked, explanation: 'A home closed.' }],
      fields,
    });

    expect(said).toMatchObject({
      problemCounts: { unexplained: 0 },
      problems: { edges: [{ node: { explanation: 'A home closed.', explainedBy: commissioner } }] },
    });
    expect((await changed(app, commissioner, 'confirmReturn', seen(said))).status).toBe(
      'SUBMITTED',
    );
  });

  test('is explained already where an earlier version was asked the same', async () => {
    const sent = await submitted(app, demandFiles(90), { fields });
    const asked = (sent['problems'] as { edges: { node: { nth: number } }[] }).edges[0]?.node.nth;
    await changed(app, commissioner, 'explainReturnProblems', {
      ...seen(sent),
      problems: [{ nth: asked, explanation: 'A home closed.' }],
    });

    const files = demandFiles(90).map(({ name, text }) => ({ name, text: `${text}\r\n` }));
    const again = await submitted(app, files, { fields });

    expect(again).toMatchObject({
      version: 2,
      status: 'SUBMITTED',
      problems: { edges: [{ node: { explanation: 'A home closed.' } }] },
    });
  });

  test('is explained by one of two people who do it at once; the other is told', async () => {
    const sent = await submitted(app, demandFiles(90), { fields });
    const said = (explanation: string) => ({
      input: { ...seen(sent), problems: [{ nth: 1, explanation }] },
    });
    const refusals = await Promise.all([
      app.as(commissioner, EXPLAIN, said('A home closed.')).then(refusalOf),
      app.as('placement-officer.derby', EXPLAIN, said('A home opened.')).then(refusalOf),
    ]);

    expect(refusals.toSorted()).toEqual([
      '',
      expect.stringMatching(/^CONFLICT: This return was changed meanwhile/),
    ]);
  });

  test('is explained by nobody who does not send returns, and only where it is asked', async () => {
    const sent = await submitted(app, demandFiles(90), { fields });
    const input = { ...seen(sent), problems: [{ nth: 999, explanation: 'x' }] };

    expect(refusalOf(await app.as('approver.derby', EXPLAIN, { input }))).toMatch(/^FORBIDDEN: /);
    expect(refusalOf(await app.as(commissioner, EXPLAIN, { input }))).toBe(
      'BAD_USER_INPUT: Problem 999 of this return does not ask for an explanation.',
    );
  });
});

test('what is far from what was published is to be explained', async () => {
  const text = `authority_code,period,placement_type,children
${derby},2026-05,U1,2000
${derby},2026-05,TOTAL,2000
`;

  const sent = await submitted(app, [{ name: 'children-by-placement-type.csv', text }], {
    dataset: 'placements',
    fields: 'status problems(severity: QUERY) { edges { node { rule message table sheet row } } }',
  });

  expect(sent.status).toBe('READY');
  expect(sent['problems']).toMatchObject({
    edges: expect.arrayContaining([
      {
        node: {
          rule: 'returns/far-from-published',
          table: 'children-by-placement-type',
          sheet: 'children-by-placement-type.csv',
          row: 3,
          message: expect.stringMatching(
            /is 2,000 children; what the Department for Education published for 31 March 2025 is \d{3} children\.$/,
          ),
        },
      },
    ]),
  });
});

describe('a text that no database takes', () => {
  test('is the name of no table', async () => {
    const { id } = await submitted(app, demandFiles(12));

    const answer = await app.as(
      commissioner,
      'query ($id: ID!, $table: String!) { return(id: $id) { rows(table: $table) { edges { node { row } } } } }',
      { id, table: 'requests\u0000' },
    );

    expect(answer).toEqual({ data: { return: { rows: { edges: [] } } } });
  });

  test('is no month', async () => {
    const answer = await app.as(
      commissioner,
      'query ($period: String!) { returns(filter: { period: $period }) { edges { node { id } } } }',
      { period: '2026-05\u0000' },
    );

    expect(refusalOf(answer)).toBe(
      'BAD_USER_INPUT: Write the month as YYYY-MM, for example 2026-09.',
    );
  });
});
