import { beforeEach, expect, test } from 'vitest';
import { emptyLogs } from '../audit/log.ts';
import type { TestApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  arrangeHomes,
  counted,
  derby,
  done,
  homeId,
  neighbour,
  officer,
  otherProvider,
  refused,
  runs,
  seenHome,
} from './homes.ts';
import { areas, arrangeBeds } from './vacancy-homes.ts';

const others = [
  'commissioner.nottingham',
  'approver.nottingham',
  'placement-officer.nottinghamshire',
  'placement-officer.dudley',
  otherProvider,
];
const nobody = ['hub-manager.d2n2', 'hub-analyst.d2n2', 'ig-lead.derby', 'reviewer.d2n2'];

/** Who sees homes, their places, blocks, events and nights, by every way to them. */
export function describeWhoSeesHomes(app: TestApp): void {
  beforeEach(async () => {
    await emptyLogs(app);
    await arrangeHomes(app, [
      {
        ...{ urn: '9991001', area: 'derby', located: [52.9, -1.5], shortBreaks: true },
        places: [
          { state: 'OCCUPIED' },
          {},
          { block: 'nottingham' },
          { block: 'nottinghamshire' },
          { state: 'CLOSED', reason: 'STAFFING' },
        ],
      },
      { urn: '9991002', area: 'nottingham' },
    ]);
    await app.db.query(
      `insert into home_night (tenant_id, home_id, night, authority_code, provider_id, capacity, used)
       select h.tenant_id, h.id, n.night, h.authority_code, h.provider_id, 2, 1
       from home h, (values (date '2026-06-14'), (date '2024-01-01')) n(night) where h.urn = '9991001'`,
    );
  });

  const listed = async (account: string, args = 'consortium: "d2n2"') => {
    const { data } = await app.as<{
      homes: { totalCount: number; edges: { node: { urn: string; why: string } }[] };
    }>(account, `{ homes(${args}) { totalCount edges { node { urn why } } } }`);
    const { totalCount = 0, edges = [] } = data?.homes ?? {};
    expect(totalCount).toBe(edges.length);
    return edges.map(({ node }) => `${node.urn} ${node.why}`);
  };

  const whole = `urn viewerCanUpdate viewerCanDescribe ${counted}
    closedByReason { reason places } places { number state blockAuthority { code } }
    blocks { authority { code } places accepting } location { latitude }
    nights(from: "2023-01-01", to: "2026-06-30") { night } events { edges { node { version } } }`;

  const read = async (account: string, of = '9991001') => {
    const id = await homeId(app, of);
    const { data } = await app.as<{ node: unknown; home: unknown; nodes: unknown[] }>(
      account,
      `query ($id: ID!) {
         node(id: $id) { ... on Home { ${whole} } }
         nodes(ids: [$id]) { ... on Home { ${whole} } }
         home(id: $id) { ${whole} } }`,
      { id },
    );
    expect(data?.nodes).toEqual([data?.home]);
    expect(data?.node).toEqual(data?.home);
    return data?.home ?? null;
  };

  const readings = async () => {
    const { rows } = await app.db.query(
      `select o.slug as whose, e.account, e.agreement_id is not null as agreed, e.details
       from audit_event e join organisation o on o.id = e.tenant_id where e.type = 'figures.read'`,
    );
    return rows;
  };

  test('the organisation that holds them does', async () => {
    expect(await listed(derby)).toEqual(['9991001 own']);
    expect(await listed(officer, 'stale: false')).toEqual(['9991001 own']);
    expect(await read('approver.derby')).toMatchObject({
      viewerCanUpdate: false,
      viewerCanDescribe: false,
      counts: { registered: 5, accepting: 3, closed: 1 },
      blocks: [
        { authority: { code: areas.nottingham }, places: 1, accepting: 1 },
        { authority: { code: areas.nottinghamshire }, places: 1, accepting: 1 },
      ],
      location: { latitude: 52.9 },
      nights: [{ night: '2024-01-01' }, { night: '2026-06-14' }],
    });
    expect(await read(derby)).toMatchObject({ viewerCanUpdate: true, viewerCanDescribe: true });
    expect(await readings()).toEqual([]);
  });

  test('its own provider does, place by place, and not where it is', async () => {
    expect(await listed(runs)).toEqual(['9991001 yours', '9991002 yours']);
    expect(await read(runs)).toMatchObject({
      viewerCanUpdate: true,
      viewerCanDescribe: false,
      counts: { accepting: 3 },
      places: [
        { number: 1, state: 'OCCUPIED' },
        { number: 2, state: 'ACCEPTING' },
        { number: 3, blockAuthority: { code: areas.nottingham } },
        { number: 4, blockAuthority: { code: areas.nottinghamshire } },
        { number: 5, state: 'CLOSED' },
      ],
      location: null,
    });
  });

  test('its former owner does not once the register names another, who does once its holder says so, too', async () => {
    await app.db.query(
      `update service set provider_id = p.provider_id
       from organisation_provider p join organisation o on o.id = p.organisation_id
       where o.slug = 'alder-and-ash-homes' and urn = '9991001'`,
    );
    const input = {
      ...(await seenHome(app, '9991001')),
      places: [{ number: 2, state: 'OCCUPIED' }],
    };

    expect(await listed(runs)).toEqual(['9991002 yours']);
    expect([await read(runs), await read(otherProvider)]).toEqual([null, null]);
    for (const account of [runs, otherProvider]) {
      expect(await refused(app, account, { mutation: 'updateBeds', input })).toMatch(/^NOT_FOUND/);
    }

    // What is said of it before its holder knows whose it is, is told to neither.
    await done(app, derby, { mutation: 'updateBeds', input });
    const { rows } = await app.db.query(
      `select e.provider_id as provider from home_event e join home h on h.id = e.home_id
       where h.urn = '9991001' order by e.version desc limit 1`,
    );
    expect(rows).toEqual([{ provider: null }]);
    // The same again is enough.
    await done(app, derby, { mutation: 'changeHome', input: await seenHome(app, '9991001') });

    expect(await read(runs)).toBeNull();
    expect(await read(otherProvider)).toMatchObject({ urn: '9991001', viewerCanUpdate: true });
  });

  test('nobody else does, by list, count, node or home', async () => {
    for (const account of others) {
      expect(await listed(account, `authorities: ["${areas.derby}"]`)).toEqual([]);
      expect(await read(account)).toBeNull();
    }
    for (const account of nobody) {
      expect(refusalOf(await app.as(account, '{ homes { totalCount } }'))).toMatch(/^FORBIDDEN/);
      expect(
        refusalOf(
          await app.as(account, 'query ($id: ID!) { home(id: $id) { id } }', {
            id: await homeId(app, '9991001'),
          }),
        ),
      ).toMatch(/^FORBIDDEN/);
    }
  });

  test('a placement officer does by an agreement for matching vacancies, and that is logged', async () => {
    await arrangeBeds(app.db);

    expect(await read(neighbour)).toEqual({
      ...{ urn: '9991001', viewerCanUpdate: false, viewerCanDescribe: false },
      // A place kept for Nottinghamshire’s block is closed to Nottingham.
      counts: {
        ...{ registered: 5, operational: 5, usable: 5, occupied: 1, reserved: 0 },
        ...{ accepting: 2, closed: 2 },
      },
      closedByReason: [
        { reason: 'STAFFING', places: 1 },
        { reason: 'BLOCK', places: 1 },
      ],
      places: null,
      blocks: [{ authority: { code: areas.nottingham }, places: 1, accepting: 1 }],
      location: null,
      nights: [{ night: '2024-01-01' }, { night: '2026-06-14' }],
      events: { edges: [{ node: { version: 2 } }] },
    });
    expect(await readings()).toEqual([
      {
        ...{ whose: 'derby', account: neighbour, agreed: true },
        details: {
          dataset: 'beds',
          authorities: [areas.derby],
          indicators: ['homes'],
          periods: [],
        },
      },
    ]);
    expect(await listed(neighbour, `authorities: ["${areas.derby}"]`)).toEqual([
      expect.stringMatching(/^9991001 .*T\/02/),
    ]);
  });

  test('to count homes of others is logged too', async () => {
    await arrangeBeds(app.db);
    await app.as(neighbour, '{ homes(first: 0) { totalCount } }');

    expect(await readings()).toMatchObject([{ whose: 'derby', account: neighbour }]);
  });

  test('of others only as far back as the agreement says', async () => {
    await arrangeBeds(app.db, {
      items: [
        { dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS', historyMonths: 6 },
      ],
    });
    await app.db.query(`update home_event set at = '2025-06-01'`);

    expect(await read(neighbour)).toMatchObject({
      nights: [{ night: '2026-06-14' }],
      events: { edges: [] },
    });
    expect(await read(officer)).toMatchObject({ events: { edges: [{ node: { version: 2 } }] } });
  });

  test.each<[string, Parameters<typeof arrangeBeds>[1]]>([
    ['for another purpose', { purposes: ['sufficiency planning'] }],
    ['that has ended', { endsOn: '2026-06-14' }],
    ['that is suspended', { status: 'SUSPENDED' }],
    [
      'that shows figures only',
      { items: [{ dataset: 'beds', recipient: 'PLACEMENT_OFFICERS', level: 'RELEASED' }] },
    ],
    [
      'of other records',
      { items: [{ dataset: 'providers', recipient: 'PLACEMENT_OFFICERS', level: 'RECORDS' }] },
    ],
  ])('nobody does by an agreement %s', async (_what, agreement) => {
    await arrangeBeds(app.db, agreement);

    expect(await read(neighbour)).toBeNull();
    expect(await listed(neighbour, `authorities: ["${areas.derby}"]`)).toEqual([]);
  });

  test('no other role of a member, and no hub, by one that is in force', async () => {
    await arrangeBeds(app.db, {
      items: [
        { dataset: 'beds', recipient: 'MEMBERS', level: 'RECORDS' },
        { dataset: 'beds', recipient: 'HUB', level: 'RECORDS' },
      ],
    });

    expect(await read('commissioner.nottingham')).toBeNull();
    expect(await read('approver.nottingham')).toBeNull();
    expect(await read('placement-officer.derbyshire')).toBeNull();
    expect(refusalOf(await app.as('hub-manager.d2n2', '{ homes { totalCount } }'))).toMatch(
      /^FORBIDDEN/,
    );
    expect(await read(neighbour)).toMatchObject({ urn: '9991001' });
  });
}
