import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  arrangeHomes,
  derby,
  done,
  homeId,
  logged,
  officer,
  refused,
  runs,
  seenHome,
} from './homes.ts';
import { areas, at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const urn = '9991001';

beforeEach(async () => {
  await emptyLogs(app);
  await arrangeHomes(app, [
    {
      ...{ urn, area: 'derby', confirmedAt: '2026-06-13T08:00:00Z' },
      places: [{ state: 'OCCUPIED' }, {}, { state: 'CLOSED', reason: 'MATCHING' }, {}],
    },
  ]);
});

const seen = (of = urn) => seenHome(app, of);

const update = async (places: readonly object[]) => ({
  mutation: 'updateBeds',
  input: { ...(await seen()), places },
});

describe('a home', () => {
  const service = (area: string, of: string, type = 'CHILDRENS_HOME') =>
    app.db.query(
      `insert into service (urn, provider_id, provision_type, status, authority_code, area_text, places, age_from, age_to,
         needs, synthetic, source_id)
       select $1, provider_id, $3::provision_type, 'ACTIVE', $2, 'x', 3, 8, 16,
         '{learning disability,emotional or behavioural difficulties}', true, source_id
       from service where urn = '${urn}' on conflict do nothing`,
      [of, area, type],
    );
  const facts = 'urn ageFrom ageTo needs name inHouse siblings version provisionType spot';

  test('is taken on the list as the register has it, its places until somebody says how they are', async () => {
    await service(areas.derby, '9991010');

    const home = await done<object>(app, derby, {
      mutation: 'addHome',
      input: { urn: '9991010', name: ' The Laurels ', siblings: true },
      asked: `${facts} confirmedAt counts { registered operational }`,
    });

    expect(home).toEqual({
      ...{ urn: '9991010', ageFrom: 8, ageTo: 16, needs: ['EMOTIONAL', 'LEARNING'] },
      ...{ name: 'The Laurels', inHouse: false, siblings: true, spot: false, version: 2 },
      ...{ provisionType: 'CHILDRENS_HOME', confirmedAt: null },
      counts: { registered: 3, operational: 0 },
    });
    expect(await logged(app, 'home.added')).toEqual([{ slug: 'derby', account: derby }]);
    expect(await refused(app, derby, { mutation: 'addHome', input: { urn: '9991010' } })).toBe(
      'CONFLICT: Home 9991010 is on your list already: change it instead.',
    );
  });

  test('is a fictitious one in a demonstration: the database says so, too', async () => {
    const { rows } = await app.db.query<{ urn: string }>(
      `select urn from service where not synthetic and authority_code = $1 and provision_type = 'CHILDRENS_HOME'
         and status <> 'LEFT' order by urn limit 1`,
      [areas.derby],
    );
    const urn = rows[0]?.urn;

    expect(await refused(app, derby, { mutation: 'addHome', input: { urn } })).toBe(
      'BAD_USER_INPUT: urn is a real one: in a demonstration homes are fictitious.',
    );
    await expect(
      app.db.query(
        `insert into home (tenant_id, id, urn, synthetic, authority_code, provision_type, in_house, age_from, age_to, changed_at)
         select organisation_id, gen_random_uuid(), $1, false, authority_code, 'CHILDRENS_HOME', false, 0, 17, now()
         from organisation_authority where authority_code = $2`,
        [urn, areas.derby],
      ),
    ).rejects.toThrow('in a demonstration');
  });

  test('is taken on by whom its area is, and only if it is a home', async () => {
    await service(areas.nottingham, '9991011');
    await service(areas.derby, '9991012', 'INDEPENDENT_FOSTERING_AGENCY');
    const adding = (of: string, input: object = {}) => ({
      mutation: 'addHome',
      input: { urn: of, ...input },
    });

    expect(await refused(app, derby, adding('9991011'))).toBe(
      'BAD_USER_INPUT: urn must be that of a service in an area that you answer for.',
    );
    expect(await refused(app, derby, adding('9991012'))).toBe(
      'BAD_USER_INPUT: urn must be that of a home or supported accommodation on the register.',
    );
    expect(await refused(app, derby, adding('9999999'))).toBe(
      'NOT_FOUND: There is no service “9999999”.',
    );
    expect(await refused(app, officer, adding('9991011'))).toMatch(/^FORBIDDEN/);
  });

  test('is described anew, and what is not said stays', async () => {
    const { version, ...home } = await done<Record<string, unknown>>(app, derby, {
      mutation: 'changeHome',
      input: { ...(await seen()), ageFrom: 10, name: 'Elm', closesOn: '2026-12-01' },
      asked: `${facts} closesOn confirmedAt`,
    });

    expect(version).toBe(3);
    expect(home).toMatchObject({
      ...{ ageFrom: 10, ageTo: 17, name: 'Elm', needs: ['EMOTIONAL'], spot: true },
      // To say what a home is confirms nothing of its places.
      ...{ closesOn: '2026-12-01', confirmedAt: '2026-06-13T08:00:00.000Z' },
    });
    const again = await done<object>(app, derby, {
      mutation: 'changeHome',
      input: { ...(await seen()), name: null, closesOn: null, ageTo: null },
      asked: 'name closesOn ageTo',
    });
    expect(again).toEqual({ name: null, closesOn: null, ageTo: 17 });
  });

  test('has more places, or fewer: never one less that somebody has', async () => {
    const change = async (places: number) => ({
      mutation: 'changeHome',
      input: { ...(await seen()), places },
    });

    expect(await done(app, derby, await change(6))).toMatchObject({
      counts: { registered: 6, operational: 4 },
    });
    expect(await done(app, derby, await change(2))).toMatchObject({
      counts: { registered: 2, occupied: 1, accepting: 1 },
    });
    await done(app, runs, await update([{ number: 2, state: 'OCCUPIED' }]));
    expect(await refused(app, derby, await change(1))).toBe(
      'BAD_USER_INPUT: places must be more: 1 of the places that would go are occupied or reserved.',
    );
  });

  test('has places that are somebody’s block, as its holder alone says', async () => {
    const change = {
      mutation: 'changeHome',
      input: {
        ...(await seen()),
        blocks: [
          { number: 1, authority: areas.nottingham },
          { number: 2, authority: areas.nottingham },
        ],
      },
      asked: 'confirmedAt blocks { authority { code } places occupied accepting }',
    };

    expect(await refused(app, officer, change)).toMatch(/^FORBIDDEN/);
    expect(await done<object>(app, derby, change)).toEqual({
      confirmedAt: '2026-06-13T08:00:00.000Z',
      blocks: [{ authority: { code: areas.nottingham }, places: 2, occupied: 1, accepting: 1 }],
    });
    await done(app, runs, await update([{ number: 2, state: 'OCCUPIED' }]));
    const { rows } = await app.db.query(
      'select places, occupied, to_at is null as now from home_block order by 3, 2',
    );
    // Both at the same moment, by the clock of this test: the later one took the place of the earlier.
    expect(rows).toEqual([{ places: 2, occupied: 2, now: true }]);
  });

  test('is described by its holder, in bounds', async () => {
    const change = async (input: object) => ({
      mutation: 'changeHome',
      input: { ...(await seen()), ...input },
    });

    expect(
      await refused(
        app,
        derby,
        await change({ ageFrom: 12, ageTo: 11, needs: ['JO'], noticeDays: 400 }),
      ),
    ).toBe(
      'BAD_USER_INPUT: ageTo must be from 12 to 25. noticeDays must be from 0 to 90. needs must be among EMOTIONAL, MENTAL-HEALTH, LEARNING, PHYSICAL, SENSORY.',
    );
    expect(
      await refused(app, derby, await change({ location: { latitude: 0, longitude: 0 } })),
    ).toMatch(/^BAD_USER_INPUT: location.latitude must be from 49 to 56/);
    expect(
      await refused(app, derby, await change({ blocks: [{ number: 9, authority: 'E99999999' }] })),
    ).toBe(
      'BAD_USER_INPUT: blocks[0].number must be from 1 to 4. blocks[0].authority must be the code of an authority.',
    );
    expect(await refused(app, runs, await change({ name: 'Mine' }))).toMatch(/^FORBIDDEN/);
  });

  test('has a location that its holder alone sees', async () => {
    const asked = 'location { latitude longitude }';
    const location = { latitude: 52.9, longitude: -1.5 };
    const given = await done<object>(app, derby, {
      ...{ mutation: 'changeHome', asked },
      input: { ...(await seen()), location },
    });
    const read = (account: string, id: string) =>
      app.as(account, `query ($id: ID!) { home(id: $id) { ${asked} } }`, { id });

    expect(given).toEqual({ location });
    expect(await read(officer, await homeId(app, urn))).toEqual({ data: { home: { location } } });
    expect(await read(runs, await homeId(app, urn))).toEqual({
      data: { home: { location: null } },
    });
  });
});

describe('a short-break home', () => {
  const nights = async (of: string, said: readonly object[]) => ({
    mutation: 'recordHomeNights',
    input: { ...(await seen(of)), nights: said },
    asked: 'nights(from: "2026-06-01", to: "2026-06-30") { night capacity used }',
  });

  test('counts nights, which can be put right', async () => {
    await done(app, derby, {
      mutation: 'changeHome',
      input: { ...(await seen()), shortBreaks: true },
    });
    await done(app, runs, await nights(urn, [{ night: '2026-06-14', capacity: 4, used: 1 }]));

    expect(
      await done<object>(
        app,
        runs,
        await nights(urn, [
          { night: '2026-06-13', capacity: 4, used: 4 },
          { night: '2026-06-14', capacity: 4, used: 3 },
        ]),
      ),
    ).toEqual({
      nights: [
        { night: '2026-06-13', capacity: 4, used: 4 },
        { night: '2026-06-14', capacity: 4, used: 3 },
      ],
    });
    expect(
      await refused(app, runs, await nights(urn, [{ night: '2026-06-16', capacity: 9, used: 5 }])),
    ).toBe(
      'BAD_USER_INPUT: nights[0].night must not be a night to come. nights[0].capacity must be from 0 to 4.',
    );
  });

  test('is the only one that does', async () => {
    expect(
      await refused(app, runs, await nights(urn, [{ night: '2026-06-14', capacity: 4, used: 1 }])),
    ).toBe('BAD_USER_INPUT: Only of a short-break home nights are counted.');
  });
});
