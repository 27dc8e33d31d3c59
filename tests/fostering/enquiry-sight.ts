import { beforeEach, describe, expect, test } from 'vitest';
import { arrangeAgreement } from '../sharing/agreements.ts';
import type { TestApp } from '../testkit/app.ts';
import { arrangeFosteringRecords, codes } from './arranged.ts';
import {
  analyst,
  done,
  enquired,
  eventsOf,
  freshEnquiries,
  fromGlobalId,
  hub,
  neighbour,
  owner,
  refused,
  sent,
  sentInVain,
} from './enquiring.ts';

/** What an account sees of an enquiry by every path that leads there. */
async function seenBy(app: TestApp, account: string, of: Arranged): Promise<string> {
  const { data, errors } = await app.as<{
    enquiries: { totalCount: number; edges: object[] };
    ofDerby: { totalCount: number };
    unattributed: { totalCount: number };
    enquiry: { events: object[]; queries: object[] } | null;
    nodes: (object | null)[];
    duplicate: { duplicateOf: object | null; isDuplicate: boolean } | null;
    enquiryQueries: { totalCount: number; edges: object[] };
  }>(
    account,
    `query ($id: ID!, $ids: [ID!]!, $duplicate: ID!) {
      enquiries { totalCount edges { node { id } } }
      ofDerby: enquiries(filter: { authorities: ["${codes.derby}"], consortium: "d2n2" }) { totalCount }
      unattributed: enquiries(filter: { unattributed: true }) { totalCount }
      enquiry(id: $id) { events { id } queries { id } }
      nodes(ids: $ids) { id }
      duplicate: enquiry(id: $duplicate) { duplicateOf { id } isDuplicate }
      enquiryQueries(consortium: "d2n2") { totalCount edges { node { id } } }
    }`,
    { id: of.id, ids: of.nodes, duplicate: of.duplicate },
  );
  if (!data) return errors?.[0]?.extensions.code ?? 'nothing';
  const [mine, repeated] = [data.enquiry, data.duplicate];
  return [
    `list ${data.enquiries.edges.length} of ${data.enquiries.totalCount}`,
    `Derby ${data.ofDerby.totalCount}`,
    `nobody’s ${data.unattributed.totalCount}`,
    `one with ${mine?.events.length} and ${mine?.queries.length}`,
    `nodes ${data.nodes.filter(Boolean).length}`,
    `repeats ${repeated && (repeated.duplicateOf ? 'it' : repeated.isDuplicate)}`,
    `asked ${data.enquiryQueries.edges.length} of ${data.enquiryQueries.totalCount}`,
  ].join(', ');
}

interface Arranged {
  /** Of Derby. */
  readonly id: string;
  /** Of Nottingham; it repeats Derby’s. */
  readonly duplicate: string;
  readonly unattributed: string;
  /** Events and a query of Derby’s. */
  readonly nodes: readonly string[];
}

/** Three enquiries that the hub holds: of Derby, of Nottingham, and nobody’s. One event of Derby’s is asked about. */
async function arrange(app: TestApp): Promise<Arranged> {
  const { id } = await enquired(app);
  await sent(app, hub, eventsOf(id, { 'FIRST-RESPONSE': '2026-01-06', APPROVAL: '2026-05-01' }));
  const other = { reference: 'F-0002', receivedOn: '2026-02-01' };
  const repeats = await enquired(app, { ...other, authority: codes.nottingham });
  const nobodys = await enquired(app, { reference: 'F-0003', authority: null });
  const { id: duplicate, version } = repeats;
  const input = { id: duplicate, version, to: id };
  await done(app, hub, { mutation: 'linkDuplicateEnquiry', input });
  const { data } = await app.as<{
    enquiry: { events: { id: string }[]; queries: { id: string }[] };
  }>(hub, 'query ($id: ID!) { enquiry(id: $id) { events { id } queries { id } } }', { id });
  const parts = [...(data?.enquiry.events ?? []), ...(data?.enquiry.queries ?? [])];
  return { id, duplicate, unattributed: nobodys.id, nodes: [id, ...parts.map((part) => part.id)] };
}

const all = 'list 3 of 3, Derby 1, nobody’s 1, one with 2 and 1, nodes 4, repeats it, asked 1 of 1';
const own =
  'list 1 of 1, Derby 1, nobody’s 0, one with 2 and 1, nodes 4, repeats null, asked 1 of 1';
const neighbours =
  'list 1 of 1, Derby 0, nobody’s 0, one with undefined and undefined, nodes 0, repeats true, asked 0 of 0';
const none =
  'list 0 of 0, Derby 0, nobody’s 0, one with undefined and undefined, nodes 0, repeats null, asked 0 of 0';
/** What agreements show: records, and not what is asked of whoever writes them. */
const shown =
  'list 2 of 2, Derby 1, nobody’s 0, one with 2 and 0, nodes 3, repeats it, asked 0 of 0';

/** Who sees what of enquiries: the same whether both locks hold, or either. */
export function describeWhoSeesEnquiries(app: TestApp): void {
  freshEnquiries(app);
  let of: Arranged = { id: '', duplicate: '', unattributed: '', nodes: [] };
  beforeEach(async () => {
    of = await arrange(app);
  });

  test.each([hub, analyst])('%s sees what its hub holds', async (account) => {
    expect(await seenBy(app, account, of)).toBe(all);
  });

  test.each([owner, 'approver.derby', 'placement-officer.derby'])(
    '%s sees what is attributed to Derby, whoever holds it',
    async (account) => {
      expect(await seenBy(app, account, of)).toBe(own);
    },
  );

  test('another member sees what is its own, and not which enquiry it repeats', async () => {
    expect(await seenBy(app, neighbour, of)).toBe(neighbours);
  });

  test.each(['commissioner.derbyshire', 'commissioner.coventry', 'hub-manager.west-midlands'])(
    '%s sees nothing',
    async (account) => {
      expect(await seenBy(app, account, of)).toBe(none);
    },
  );

  test.each(['reviewer.d2n2', 'provider.brook-lane-care'])('%s may not ask', async (account) => {
    expect(await seenBy(app, account, of)).toBe('FORBIDDEN');
  });

  test.each([
    ['RECORDS', shown],
    ['EXACT', neighbours],
  ])('a member to whom Derby shows %s sees as much as that', async (level, seen) => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level, historyMonths: 24 }],
    });

    expect(await seenBy(app, neighbour, of)).toBe(seen);
  });

  test('what is shown is shown since a day, and no longer than the agreement is in force', async () => {
    const items = [
      { dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 3 },
    ];
    await arrangeFosteringRecords(app.db, { items });
    expect(await seenBy(app, neighbour, of)).toBe(neighbours);
    await app.db.query('update agreement_item set history_months = 24');
    expect(await seenBy(app, neighbour, of)).toBe(shown);
    await app.db.query(`update sharing_agreement set ends_on = '2026-06-14'`);

    expect(await seenBy(app, neighbour, of)).toBe(neighbours);
  });

  test('records that are shown are read, told to the log, and changed by nobody else', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });
    await app.db.query('truncate audit_event cascade');
    await seenBy(app, neighbour, of);

    const { rows } = await app.db.query(
      `select o.slug, e.type, e.details ->> 'authorities' as authorities
       from audit_event e join organisation o on o.id = e.tenant_id`,
    );
    expect(rows).toEqual([
      { slug: 'derby', type: 'figures.read', authorities: `["${codes.derby}"]` },
    ]);
    const event = eventsOf(of.id, { 'INITIAL-VISIT': '2026-02-01' });
    expect(await sentInVain(app, neighbour, event)).toMatch(/must be of an enquiry that you hold/);
  });

  test('what is asked is counted for whoever may answer it, and not for whoever reads by an agreement', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });
    const counted = async (account: string) => {
      const { data } = await app.as<{ fosteringFunnel: { counting: object } }>(
        account,
        `{ fosteringFunnel(input: { consortium: "d2n2", authorities: ["${codes.derby}"], from: "2026-01", to: "2026-06" }) {
          counting { enquiries queries } } }`,
      );
      return data?.fosteringFunnel.counting;
    };

    expect(await counted(neighbour)).toEqual({ enquiries: 1, queries: 0 });
    expect(await counted(owner)).toEqual({ enquiries: 1, queries: 1 });
    expect(await counted(hub)).toEqual({ enquiries: 1, queries: 1 });
  });

  test('an event that is shown is told to the log by itself, and one’s own is not', async () => {
    await arrangeFosteringRecords(app.db, {
      items: [{ dataset: 'fostering', recipient: 'MEMBERS', level: 'RECORDS', historyMonths: 24 }],
    });
    const read = async (account: string) => {
      await app.db.query('truncate audit_event cascade');
      const query = 'query ($id: ID!) { node(id: $id) { ... on EnquiryEvent { on } } }';
      await app.as(account, query, { id: of.nodes[1] });
      return (await app.db.query('select from audit_event')).rowCount;
    };

    expect([await read(neighbour), await read(owner), await read(hub)]).toEqual([1, 0, 0]);
  });

  test('a hub sees what an authority holds by records only', async () => {
    const input = {
      reference: 'D-1',
      authority: codes.derby,
      source: 'WEB',
      householdType: 'MAINSTREAM',
      receivedOn: '2026-03-01',
    };
    const { id } = await done(app, owner, { mutation: 'recordEnquiry', input });
    const seen = async () => {
      const { data } = await app.as(hub, 'query ($id: ID!) { enquiry(id: $id) { id } }', { id });
      return data?.['enquiry'];
    };

    expect(await seen()).toBeNull();
    await arrangeAgreement(app.db, {
      id: 'd2000000-0000-4000-8000-000000000010',
      items: [{ dataset: 'fostering', recipient: 'HUB', level: 'RECORDS' }],
    });
    expect(await seen()).toEqual({ id });
  });

  describe('after a transfer', () => {
    const passed = (account: string) =>
      app.as<{
        enquiry: { transfers: object[] } | null;
        nodes: (object | null)[];
        enquiryTransfers: { totalCount: number; edges: object[] };
      }>(
        account,
        `query ($id: ID!, $ids: [ID!]!) { enquiry(id: $id) { transfers { id } }
          nodes(ids: $ids) { ... on EnquiryTransfer { reason from { code } to { code } enquiry { id } } }
          enquiryTransfers(consortium: "d2n2") { totalCount edges { node { id } } } }`,
        { id: of.id, ids: transfers },
      );
    let transfers: readonly string[] = [];
    let listed: object = {};
    beforeEach(async () => {
      const version = 3;
      const moved = { id: of.id, version, to: codes.nottingham, reason: 'MOVED' };
      const given = await done<{ transfers: { id: string }[] }>(app, hub, {
        mutation: 'transferEnquiry',
        input: moved,
        asked: 'transfers { id }',
      });
      transfers = given.transfers.map(({ id }) => id);
      listed = { totalCount: 1, edges: transfers.map((id) => ({ node: { id } })) };
    });

    test('the one before sees that it passed on, and the enquiry no more', async () => {
      const { data } = await passed(owner);

      expect(data?.enquiry).toBeNull();
      expect(data?.enquiryTransfers).toEqual(listed);
      expect(data?.nodes).toEqual([
        {
          ...{ reason: 'MOVED', enquiry: null },
          ...{ from: { code: codes.derby }, to: { code: codes.nottingham } },
        },
      ]);
      const event = eventsOf(of.id, { 'INITIAL-VISIT': '2026-02-01' });
      expect(await sentInVain(app, owner, event)).toMatch(/must be of an enquiry that you hold/);
    });

    test('the one after sees all of it, and whoever is neither nothing', async () => {
      expect((await passed(neighbour)).data).toMatchObject({
        enquiry: { transfers: [{ id: transfers[0] }] },
        nodes: [{ enquiry: { id: of.id } }],
        enquiryTransfers: listed,
      });
      expect((await passed('commissioner.derbyshire')).data).toEqual({
        enquiry: null,
        nodes: [null],
        enquiryTransfers: { totalCount: 0, edges: [] },
      });
    });

    test('it stands in the logs of the hub and of both', async () => {
      const { rows } = await app.db.query(
        `select o.slug from audit_event e join organisation o on o.id = e.tenant_id
         where e.type = 'enquiry.transferred' and e.details ->> 'id' = $1`,
        [fromGlobalId(of.id)],
      );

      expect(rows.map(({ slug }) => slug).sort()).toEqual(['d2n2', 'derby', 'nottingham']);
    });
  });

  test('is passed on by its holder only, to a member, from the version that was seen', async () => {
    const transfer = (account: string, said: object) =>
      refused(app, account, {
        mutation: 'transferEnquiry',
        input: { id: of.id, version: 3, to: codes.nottingham, reason: 'MOVED', ...said },
      });

    expect(await transfer(owner, {})).toMatch(/^NOT_FOUND: There is no enquiry that you hold/);
    expect(await transfer('commissioner.derbyshire', {})).toMatch(
      /^NOT_FOUND: There is no enquiry/,
    );
    expect(await transfer(hub, { to: 'E08000025' })).toMatch(/to must be a member of d2n2 today/);
    expect(await transfer(hub, { to: codes.derby })).toMatch(/to must be another/);
    expect(await transfer(hub, { on: '2026-07-01' })).toMatch(/on must not be in the future/);
    expect(await transfer(hub, { version: 1 })).toMatch(/^CONFLICT/);
    const attribute = { id: of.unattributed, version: 2, authority: codes.derbyshire };
    expect(
      await done(app, analyst, { mutation: 'attributeEnquiry', input: attribute }),
    ).toMatchObject({ authority: { code: codes.derbyshire } });
  });
}
