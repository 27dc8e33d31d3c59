import { beforeEach, describe, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import { at, freshBuying, givenFramework } from './buying.ts';
import { forgetUse, givenUse } from './use.ts';

const clock = clockAt(at);
const app = await testApp({ clock });
freshBuying(app);

const derby = 'commissioner.derby';
const holder = 'commissioner.derbyshire';
const bystander = 'commissioner.nottinghamshire';

/** A newer register, loaded on 2 June 2026, that judges a home otherwise. */
async function judged(urn: string, before: string | null, after: string): Promise<void> {
  await app.db.query(
    `with s as (
       insert into reference_source (file, title, publisher, licence, attribution, vintage, content_hash, recorded_at)
       values ('a/test.csv', 'A newer register', 'Ofsted', 'OGL', 'Ofsted', '2026-05-31', md5($1 || $3) || md5($3), '2026-06-02T08:00:00Z')
       on conflict (file, content_hash) do update set vintage = excluded.vintage returning id)
     insert into service_change (urn, kind, before, after, vintage, source_id)
     select $1, 'JUDGEMENT_CHANGED', $2, $3, '2026-05-31', id from s`,
    [urn, before, after],
  );
}

beforeEach(async () => {
  await app.db.query('delete from service_change');
  await app.db.query('delete from notification_read');
  await forgetUse(app.db);
  await givenFramework(app, { conditionJudgement: 'GOOD' });
  await givenUse(app.db, [
    { placing: 'derby', urn: '9990001', placements: 2, host: 'derby' },
    { placing: 'derby', urn: '9990001', placements: 1, sourcing: 'SPOT' },
    { placing: 'derbyshire', urn: '9990001', placements: 41 },
    { placing: 'nottinghamshire', urn: '9990001', placements: 6 },
  ]);
});

const LIST = `query List($unread: Boolean) { notifications(unread: $unread) {
  totalCount unreadCount
  edges { node { id kind title sentence urn framework { reference } service { urn } placements synthetic createdAt readAt } }
} }`;
const MARK = `mutation Mark($ids: [ID!]!) { markNotificationsRead(input: { ids: $ids }) { id readAt } }`;
const NODE = `query Node($id: ID!) { node(id: $id) { ... on Notification { sentence } } }`;

interface Told {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly sentence: string;
  readonly placements: number;
  readonly framework: { readonly reference: string } | null;
  readonly readAt: string | null;
}

interface Listed {
  readonly notifications: {
    readonly totalCount: number;
    readonly unreadCount: number;
    readonly edges: readonly { readonly node: Told }[];
  };
}

async function list(account: string, unread?: boolean) {
  const answer = await app.as<Listed>(account, LIST, { unread });
  if (!answer.data) throw new Error(refusalOf(answer));
  const { edges, ...counts } = answer.data.notifications;
  return { ...counts, told: edges.map(({ node }) => node) };
}

describe('a judgement that breaks a framework’s condition', () => {
  test('is told once to who may call off, with the number of its own placements there', async () => {
    await judged('9990001', 'GOOD', 'REQUIRES_IMPROVEMENT');

    const { told, totalCount, unreadCount } = await list(derby);

    expect([totalCount, unreadCount]).toEqual([1, 1]);
    expect(told[0]).toMatchObject({
      kind: 'JUDGEMENT_BREAKS_CONDITION',
      title: 'Requires improvement to be good: Home 9990001',
      sentence:
        'Home 9990001 of Moss Gate Homes (fictitious) in Derby is judged “Requires improvement to be good”, by the register of 31 May 2026; it was “Good”. T-1 asks for “Good” or better. You had 3 placements there in May 2026.',
      framework: { reference: 'T-1' },
      service: { urn: '9990001' },
      placements: 3,
      readAt: null,
    });
    expect((await list(holder)).told).toMatchObject([{ placements: 41 }]);
    expect((await list('commissioner.nottingham')).told).toMatchObject([
      { placements: 0, sentence: expect.stringContaining('You have recorded no placements') },
    ]);
  });

  test('names no framework to who only has placements there', async () => {
    await judged('9990001', 'GOOD', 'INADEQUATE');

    const { told } = await list(bystander);

    expect(told).toMatchObject([{ kind: 'JUDGEMENT_FELL', framework: null, placements: 6 }]);
    expect(JSON.stringify(told)).not.toContain('T-1');
  });

  test('is told to nobody who neither calls off nor has placements, nor to hubs', async () => {
    await judged('9990002', 'GOOD', 'INADEQUATE');

    expect((await list(bystander)).told).toEqual([]);
    expect((await list('hub-analyst.d2n2')).told).toEqual([]);
    expect((await list('commissioner.coventry')).told).toEqual([]);
    for (const account of ['provider.brook-lane-care', 'reviewer.d2n2']) {
      expect(refusalOf(await app.as(account, LIST))).toMatch(/^FORBIDDEN/);
    }
  });

  test.each([
    ['GOOD', 'OUTSTANDING'],
    ['INADEQUATE', 'REQUIRES_IMPROVEMENT'],
    ['OUTSTANDING', 'GOOD'],
  ])('is none where it rose, or still meets it: from %s to %s', async (before, after) => {
    await judged('9990001', before, after);

    expect((await list(derby)).told).toEqual([]);
  });

  test('is told of the first judgement, too', async () => {
    await judged('9990001', null, 'INADEQUATE');

    expect((await list(derby)).told[0]?.sentence).toContain('it had no judgement before');
  });

  test('is not told of a home that was on the framework no more', async () => {
    await app.db.query(`update framework_award set ends_on = '2026-05-01', version = version + 1`);
    await judged('9990001', 'GOOD', 'INADEQUATE');

    expect((await list(derby)).told).toMatchObject([{ kind: 'JUDGEMENT_FELL' }]);
  });

  test('shows the same whatever others have placed there', async () => {
    await judged('9990001', 'GOOD', 'INADEQUATE');
    const before = JSON.stringify(await list(derby));
    await app.db.query(`delete from provider_use where authority_code <> 'E06000015'`);

    expect(JSON.stringify(await list(derby))).toBe(before);
  });
});

test('the holder’s log is told when notifications are read, not when they are counted', async () => {
  await judged('9990001', 'GOOD', 'INADEQUATE');
  await app.db.query('truncate audit_event, audit_link');
  const readings = async () =>
    (await app.db.query(`select from audit_event where type = 'figures.read'`)).rowCount;

  await app.as(derby, '{ notifications(unread: true, first: 1) { unreadCount totalCount } }');
  expect(await readings()).toBe(0);

  await list(derby);
  expect(await readings()).toBeGreaterThan(0);
});

describe('what was read', () => {
  test('is read by the account alone, once, and leaves its event', async () => {
    await judged('9990001', 'GOOD', 'INADEQUATE');
    const [one] = (await list(derby)).told;
    await app.db.query('truncate audit_event, audit_link');

    const marked = await app.as<{ markNotificationsRead: Told[] }>(derby, MARK, { ids: [one?.id] });
    await app.as(derby, MARK, { ids: [one?.id] });

    expect(marked.data?.markNotificationsRead).toEqual([
      { id: one?.id, readAt: new Date(at).toISOString() },
    ]);
    expect(await list(derby)).toMatchObject({ totalCount: 1, unreadCount: 0 });
    expect(await list(derby, true)).toMatchObject({ totalCount: 0 });
    expect(await list(derby, false)).toMatchObject({ totalCount: 1 });
    expect(await list('placement-officer.derby')).toMatchObject({ unreadCount: 1 });
    const { rows } = await app.db.query(
      `select type from audit_event where type <> 'figures.read'`,
    );
    expect(rows).toEqual([{ type: 'notification.read' }, { type: 'notification.read' }]);
  });

  test('of others is passed over, like what does not exist', async () => {
    await judged('9990001', 'GOOD', 'INADEQUATE');
    const ids = [(await list(holder)).told[0]?.id, globalId('Notification', '1:placements')];

    const marked = await app.as('commissioner.coventry', MARK, { ids });

    expect(marked.data).toEqual({ markNotificationsRead: [] });
    expect((await app.db.query('select from notification_read')).rowCount).toBe(0);
  });

  test('is found by its id by who is told of it, and by nobody else', async () => {
    await judged('9990001', 'GOOD', 'INADEQUATE');
    const id = (await list(derby)).told[0]?.id;

    expect((await app.as(derby, NODE, { id })).data).toEqual({
      node: { sentence: expect.stringContaining('3 placements') },
    });
    for (const account of [bystander, 'hub-analyst.d2n2', 'provider.brook-lane-care']) {
      expect((await app.as(account, NODE, { id })).data).toEqual({ node: null });
    }
  });

  test('is nobody else’s to see or to write, the database says', async () => {
    await judged('9990001', 'GOOD', 'INADEQUATE');
    await app.as(derby, MARK, { ids: [(await list(derby)).told[0]?.id] });
    const seen = (account: string, sql: string) =>
      underPolicies(
        app.pool,
        { account, at },
        async (client) => (await client.query(sql)).rowCount,
      );
    const all = 'select from notification_read';

    expect(await seen(derby, all)).toBe(1);
    expect(await seen('placement-officer.derby', all)).toBe(0);
    expect(await seen(holder, all)).toBe(0);
    await expect(
      seen(
        'placement-officer.derby',
        `insert into notification_read select app_tenant(), a.id, 'k', now() from account a where name = '${derby}'`,
      ),
    ).rejects.toThrow('row-level security');
    await expect(seen(derby, 'delete from notification_read')).rejects.toThrow('permission denied');
  });
});
