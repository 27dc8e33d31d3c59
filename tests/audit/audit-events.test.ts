import { recordAudit, recordOwn } from '@sufficiency/server/modules/audit/audit.service.ts';
import { chainEvents } from '@sufficiency/server/modules/audit/chain.service.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId, refusalIn, refusalOf, send } from '../testkit/requests.ts';
import { emptyLogs, idOfOrganisation, workshop } from './log.ts';

const clock = clockAt('2026-06-01T22:30:00Z');
const app = await testApp({ clock });
const { chainPool, viewerOf } = workshop(app, clock);
const nottingham = await idOfOrganisation(app, 'nottingham');

interface Page {
  readonly auditEvents: {
    readonly totalCount: number;
    readonly edges: readonly { readonly cursor: string; readonly node: Event }[];
    readonly pageInfo: Record<string, unknown>;
  };
}
interface Event {
  readonly id: string;
  readonly sentence: string;
  readonly details: readonly string[];
  readonly sequence: number | null;
  readonly type: string;
}

const EVENTS = `query ($type: String, $organisation: String, $from: LocalDate, $to: LocalDate,
    $first: Int, $last: Int, $after: String, $before: String) {
  auditEvents(type: $type, organisation: $organisation, from: $from, to: $to,
      first: $first, last: $last, after: $after, before: $before) {
    totalCount
    edges { cursor node { id type account role organisation { slug } agreement { reference } sentence details occurredAt sequence } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

/** What Nottingham's information-governance lead sees of the log. */
async function events(filter: Readonly<Record<string, unknown>> = {}) {
  const answer = await app.as<Page>('ig-lead.nottingham', EVENTS, filter);
  expect(refusalOf(answer)).toBe('');
  return answer.data?.auditEvents as Page['auditEvents'];
}

const types = async (filter: Readonly<Record<string, unknown>>) =>
  (await events(filter)).edges.map(({ node }) => node.type);

beforeAll(async () => {
  await emptyLogs(app);
  const signingIn = await viewerOf('commissioner.nottingham', 'write');
  await recordOwn(signingIn, { type: 'session.started', details: {} });
  await signingIn.operation.commit();

  // The next day in England, the same in UTC.
  clock.pass({ minutes: 60 });
  const reading = await viewerOf('hub-analyst.d2n2', 'write');
  await recordAudit(reading, {
    tenantIds: [nottingham],
    type: 'figures.read',
    agreement: { id: '11111111-1111-4111-8111-111111111111', version: 2 },
    details: {
      dataset: 'placements',
      authorities: ['E06000018'],
      indicators: ['cla-number', 'cla-rate'],
      periods: ['2026-05'],
    },
  });
  await reading.operation.commit();
  await chainEvents({ pool: chainPool, clock }, null);

  clock.pass({ minutes: 1 });
  const exporting = await viewerOf('hub-analyst.d2n2', 'write');
  await recordAudit(exporting, {
    tenantIds: [nottingham],
    type: 'figures.exported',
    details: { dataset: 'costs', authorities: ['E06000018'] },
  });
  await exporting.operation.commit();
  clock.pass({ minutes: 1 });
});

describe('the log', () => {
  test('tells who looked at what of ours, under which agreement, when, newest first', async () => {
    const { totalCount, edges } = await events({ organisation: 'd2n2' });

    expect(totalCount).toBe(2);
    expect(edges.map(({ node }) => node)).toEqual([
      expect.objectContaining({ type: 'figures.exported', sequence: null }),
      {
        id: expect.any(String),
        type: 'figures.read',
        account: 'hub-analyst.d2n2',
        role: 'hub-analyst',
        organisation: { slug: 'd2n2' },
        agreement: null,
        sentence:
          'hub-analyst.d2n2 of D2N2 hub looked at figures: placements; Nottingham; Children looked after, Children looked after per 10,000 children; May 2026, by an agreement that you may no longer read.',
        details: [
          'dataset: placements',
          'authorities: Nottingham',
          'indicators: Children looked after, Children looked after per 10,000 children',
          'periods: May 2026',
        ],
        occurredAt: '2026-06-01T23:30:00.000Z',
        sequence: 2,
      },
    ]);
  });

  test('tells what we did ourselves', async () => {
    expect((await events({ type: 'session.started' })).edges.map(({ node }) => node)).toMatchObject(
      [{ sentence: 'commissioner.nottingham of Nottingham signed in.', sequence: 1 }],
    );
  });

  test.each([
    [{ type: 'figures.read' }, ['figures.read']],
    [{ organisation: 'd2n2' }, ['figures.exported', 'figures.read']],
    [{ organisation: 'derby' }, []],
    [{ from: '2026-06-02', organisation: 'd2n2' }, ['figures.exported', 'figures.read']],
    [{ to: '2026-06-01' }, ['session.started']],
    [{ from: '2026-06-03' }, []],
    [{ from: '2026-06-01', to: '2026-06-02', type: 'session.started' }, ['session.started']],
  ])('narrowed by %j holds %j', async (filter, expected) => {
    expect(await types(filter)).toEqual(expected);
    expect((await events(filter)).totalCount).toBe(expected.length);
  });

  test('comes in pages, forwards and backwards', async () => {
    const organisation = 'd2n2';
    const first = await events({ organisation, first: 1 });
    const next = await events({ organisation, first: 1, after: first.edges[0]?.cursor });
    const back = await events({ organisation, last: 1, before: next.edges[0]?.cursor });

    expect(first.edges.map(({ node }) => node.type)).toEqual(['figures.exported']);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(next.edges.map(({ node }) => node.type)).toEqual(['figures.read']);
    expect(next.pageInfo).toMatchObject({ hasNextPage: false });
    expect(back).toMatchObject({ edges: first.edges });
  });

  test('has an empty page without cursors', async () => {
    expect((await events({ from: '2030-01-01' })).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each([
    [{ type: 'figures.red' }, 'There is no such type of event.'],
    [{ organisation: 'Derby City!' }, 'Name an organisation by its slug'],
    [{ from: '2026-06-02', to: '2026-06-01' }, 'The first day must not come after the last.'],
    [
      { from: '2026-02-30' },
      'Variable "$from" got invalid value "2026-02-30"; Write a day as YYYY-MM-DD',
    ],
    [{ after: 'nonsense' }, 'This cursor cannot be read.'],
    [{ first: 201 }, 'A page has 200 at most'],
  ])('narrowed by %j is refused: %s', async (filter, sentence) => {
    expect(refusalOf(await app.as('ig-lead.nottingham', EVENTS, filter))).toContain(
      `BAD_USER_INPUT: ${sentence}`,
    );
  });

  test('is one’s own only', async () => {
    const answer = await app.as<Page>('ig-lead.derby', EVENTS, {});

    expect(answer.data?.auditEvents).toMatchObject({ totalCount: 0, edges: [] });
  });

  test.each(['commissioner.nottingham', 'placement-officer.nottingham', 'reviewer.d2n2'])(
    'is closed to %s',
    async (account) => {
      expect(refusalOf(await app.as(account, EVENTS))).toContain('FORBIDDEN');
    },
  );

  test('gives an event by its id to its own organisation, and to nobody else', async () => {
    const NODE = 'query ($id: ID!) { node(id: $id) { id ... on AuditEvent { type } } }';
    const id = (await events({ type: 'figures.exported' })).edges[0]?.node.id ?? '';
    const missing = globalId('AuditEvent', '99999999-9999-4999-8999-999999999999');

    expect(await app.as('ig-lead.nottingham', NODE, { id })).toEqual({
      data: { node: { id, type: 'figures.exported' } },
    });
    expect(await app.as('ig-lead.derby', NODE, { id })).toEqual({ data: { node: null } });
    expect(await app.as('commissioner.nottingham', NODE, { id })).toEqual({ data: { node: null } });
    expect(await app.as('ig-lead.nottingham', NODE, { id: missing })).toEqual({
      data: { node: null },
    });
  });
});

describe('the log as a file', () => {
  const download = (query = '') =>
    send(app, `/exports/audit.csv${query}`, { headers: app.credentialsOf('ig-lead.nottingham') });

  test('holds the same events, one a row, narrowed the same way', async () => {
    const response = await download('?type=figures.read');
    const bytes = Buffer.from(await response.arrayBuffer());
    const [columns, row, ...rest] = bytes.toString().trim().split('\n');

    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));

    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="log-nottingham.csv"',
    );
    expect(columns).toBe(
      'occurred_at,type,account,role,organisation,agreement,agreement_version,dataset,authorities,indicators,periods,sentence,id,sequence,hash',
    );
    expect(row).toMatch(
      /^2026-06-01T23:30:00.000Z,figures.read,hub-analyst.d2n2,hub-analyst,D2N2 hub,11111111-1111-4111-8111-111111111111,2,placements,Nottingham,"Children looked after; Children looked after per 10,000 children",May 2026,".*",[0-9a-f-]{36},2,[0-9a-f]{64}$/,
    );
    expect(rest).toEqual([]);
  });

  test('is itself in the log', async () => {
    clock.pass({ minutes: 1 });
    await download('?from=2026-06-02');

    expect((await events({ type: 'audit.exported' })).edges[0]?.node.details).toEqual([
      'file: csv',
      'filters: from 2026-06-02',
    ]);
  });

  test.each([
    ['?typ=figures.read', '400 BAD_USER_INPUT: There is no parameter “typ”.'],
    ['?from=yesterday', '400 BAD_USER_INPUT: Write a day as YYYY-MM-DD'],
    ['?type=a&type=b', '400 BAD_USER_INPUT: Give “type” once.'],
  ])('with %s is refused: %s', async (query, refusal) => {
    expect(await refusalIn(await download(query))).toContain(refusal);
  });
});
