import { beforeEach, describe, expect, test } from 'vitest';
import { logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeHomes, derby, neighbour, officer, otherProvider, runs } from './homes.ts';
import { arrangeBeds, at, givenHomes } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const accepting = {};
const occupied = { state: 'OCCUPIED' };
const matching = { state: 'CLOSED', reason: 'MATCHING' };

beforeEach(async () => {
  await arrangeHomes(app, [
    {
      ...{ urn: '9992001', area: 'derby', emergency: true },
      places: [occupied, accepting, { block: 'nottingham' }, matching],
    },
    {
      ...{ urn: '9992002', area: 'derby', type: 'SUPPORTED_ACCOMMODATION' },
      ...{ confirmedAt: '2026-06-13T11:00:00Z', places: [accepting, occupied] },
    },
    {
      ...{ urn: '9992003', area: 'derby', confirmedAt: '2026-06-14T10:00:00Z' },
      places: [accepting, occupied],
    },
    { urn: '9992004', area: 'derby', shortBreaks: true },
    {
      ...{ urn: '9992005', area: 'nottingham' },
      places: [{ block: 'derby' }, { block: 'nottingham' }, occupied],
    },
  ]);
  await arrangeBeds(app.db);
});

/** Homes of three places in Derby, of which one is free. */
const largeHomes = (...urns: readonly string[]) =>
  givenHomes(
    app.db,
    urns.map((urn) => ({ urn, area: 'derby', places: [accepting, occupied, occupied] })),
  );

const REGION = `query ($wall: Boolean) { bedsRegion(consortium: "d2n2", wallScreen: $wall) {
  total { homes free freeToday freeUnsure stale counts { registered usable occupied accepting closed } }
  parts { authority { name } provisionType standing { homes free stale counts { accepting closed } } }
  notShown { name } leftOut synthetic stale { urn } unconfirmed { provider { name } homes stale oldest } } }`;

interface Region {
  readonly total: Readonly<Record<string, unknown>>;
  readonly parts: readonly {
    readonly authority: { readonly name: string };
    readonly provisionType: string;
    readonly standing: { readonly homes: number; readonly free: number };
  }[];
  readonly notShown: readonly { readonly name: string }[];
  readonly leftOut: string | null;
  readonly synthetic: boolean;
  readonly stale: readonly { readonly urn: string }[];
  readonly unconfirmed: readonly unknown[];
}

async function regionOf(account: string, wall = false): Promise<Region> {
  const answer = await app.as<{ bedsRegion: Region }>(account, REGION, { wall });
  if (!answer.data) throw new Error(refusalOf(answer));
  return answer.data.bedsRegion;
}

/** Area, kind, homes and free places of each part. */
const partsOf = ({ parts }: Region) =>
  parts.map(({ authority, provisionType, standing }) => [
    ...[authority.name, provisionType, standing.homes, standing.free],
  ]);

describe('the state of a region', () => {
  test('is what a placement officer could be offered, by area and kind', async () => {
    const region = await regionOf(officer);

    expect(partsOf(region)).toEqual([
      ['Derby', 'CHILDRENS_HOME', 2, 2],
      ['Derby', 'SUPPORTED_ACCOMMODATION', 1, 1],
      ['Nottingham', 'CHILDRENS_HOME', 1, 1],
    ]);
    expect(region.total).toEqual({
      ...{ homes: 4, free: 4, freeToday: 1, freeUnsure: 1, stale: 1 },
      counts: { registered: 11, usable: 11, occupied: 4, accepting: 5, closed: 2 },
    });
    expect(region.synthetic).toBe(true);
    expect(region.notShown.map(({ name }) => name)).toEqual(['Derbyshire', 'Nottinghamshire']);
  });

  test('counts block places as free for whose block they are alone', async () => {
    expect(partsOf(await regionOf(neighbour))).toEqual([
      ['Derby', 'CHILDRENS_HOME', 2, 3],
      ['Derby', 'SUPPORTED_ACCOMMODATION', 1, 1],
      ['Nottingham', 'CHILDRENS_HOME', 1, 1],
    ]);
  });

  test('closes others’ block places to whom an agreement shows the home', async () => {
    const { parts } = await regionOf(officer);

    expect(parts[2]?.standing).toMatchObject({ counts: { accepting: 1, closed: 1 } });
  });

  test('is one’s own homes for a commissioner, and those it runs for a provider', async () => {
    expect(partsOf(await regionOf(derby)).map(([area]) => area)).toEqual(['Derby', 'Derby']);
    expect((await regionOf(runs)).total).toMatchObject({ homes: 4, free: 6 });
  });

  test('is nothing for whom no agreement shows anything', async () => {
    const nothing = { homes: 0, free: 0, stale: 0 };

    expect(await regionOf(otherProvider)).toMatchObject({ total: nothing, parts: [], stale: [] });
    expect(await regionOf('placement-officer.derbyshire')).toMatchObject({
      ...{ total: nothing, parts: [], stale: [], unconfirmed: [] },
    });
  });

  test('names homes that have not confirmed in time, and whose they are', async () => {
    const { stale, unconfirmed } = await regionOf(officer);

    expect(stale).toEqual([{ urn: '9992003' }]);
    expect(unconfirmed).toEqual([
      {
        ...{ provider: { name: 'Vale Homes (fictitious)' }, homes: 4, stale: 1 },
        oldest: '2026-06-14T10:00:00.000Z',
      },
    ]);
  });

  test('leaves homes with fewer than three places out of a wall screen altogether', async () => {
    await largeHomes('9992006', '9992007');
    const region = await regionOf(officer, true);

    expect(partsOf(region)).toEqual([['Derby', 'CHILDRENS_HOME', 3, 3]]);
    expect(region).toMatchObject({ total: { homes: 3, free: 3 }, stale: [], unconfirmed: [] });
  });

  test('leaves what is one home or two out of a wall screen and of its sums, and says so', async () => {
    await largeHomes('9992006');
    const region = await regionOf(officer, true);

    // Derby has two with three places, Nottingham one.
    expect(region).toMatchObject({
      parts: [],
      stale: [],
      unconfirmed: [],
      total: { homes: 0, free: 0 },
    });
    expect(region.leftOut).toMatch(/fewer than three places .* fewer than three are left\.$/);
    // Those that are left out are seen all the same.
    expect(region.notShown.map(({ name }) => name)).toEqual(['Derbyshire', 'Nottinghamshire']);
    expect((await regionOf(officer)).leftOut).toBeNull();
  });

  test('is told to the log of those whose homes it is made of', async () => {
    await app.db.query('truncate audit_event, audit_link');

    await regionOf(officer);

    const log = await logOf(app, 'nottingham');
    expect(log.map(({ type, account, details }) => [type, account, details['dataset']])).toEqual([
      ['figures.read', officer, 'beds'],
    ]);
  });

  test('is refused to a hub, and of a consortium that is none', async () => {
    const unknown = await app.as(derby, '{ bedsRegion(consortium: "d2n3") { readAt } }');

    await expect(regionOf('hub-analyst.d2n2')).rejects.toThrow(/^FORBIDDEN/);
    expect(refusalOf(unknown)).toMatch(/^NOT_FOUND: .*d2n3/);
  });
});

describe('the league of confirmations', () => {
  const LEAGUE = `{ bedConfirmations(consortium: "d2n2") { from providers {
    rank homes fresh never days daysInTime percentInTime provider { name } } } }`;

  /** How a home stood when a day ended: confirmed last on another. */
  const ended = (urn: string, day: string, confirmedOn: string | null) =>
    app.db.query(
      `insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
         reserved, accepting, closed, closed_lost, confirmed_on)
       select tenant_id, id, $2, authority_code, provider_id, 0, 0, 0, 0, 0, 0, 0, 0, $3 from home where urn = $1`,
      [urn, day, confirmedOn],
    );

  test('counts the days that ended with a home confirmed in time, each by its kind', async () => {
    await ended('9992001', '2026-06-14', '2026-06-14');
    await ended('9992001', '2026-06-13', '2026-06-12');
    await ended('9992001', '2026-06-12', null);
    await ended('9992002', '2026-06-14', '2026-06-12');
    // Before the 28 days that are looked at.
    await ended('9992001', '2026-05-17', '2026-05-17');

    const { data } = await app.as<Record<string, unknown>>(officer, LEAGUE);

    expect(data).toEqual({
      bedConfirmations: {
        from: '2026-05-18',
        providers: [
          {
            ...{ rank: 1, homes: 4, fresh: 3, never: 0, days: 4, daysInTime: 2, percentInTime: 50 },
            provider: { name: 'Vale Homes (fictitious)' },
          },
        ],
      },
    });
  });

  test('has no rank where there was no day to look at', async () => {
    const { data } = await app.as<Record<string, unknown>>(derby, LEAGUE);

    expect(data).toMatchObject({
      bedConfirmations: { providers: [{ rank: null, days: 0, percentInTime: null }] },
    });
  });
});
