import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId } from '../testkit/requests.ts';
import {
  arrangeHomes,
  derby,
  done,
  homeId,
  homeOf,
  logged,
  officer,
  otherProvider,
  refused,
  runs,
  seenHome,
} from './homes.ts';
import { at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const urn = '9991001';

beforeEach(async () => {
  await emptyLogs(app);
  await arrangeHomes(app, [
    {
      ...{ urn, area: 'derby', confirmedAt: '2026-06-13T08:00:00Z' },
      places: [{ state: 'OCCUPIED' }, {}, { state: 'CLOSED', reason: 'MATCHING' }, {}],
    },
    { urn: '9991002', area: 'derby' },
    { urn: '9991003', area: 'nottingham' },
  ]);
});

const seen = (of = urn) => seenHome(app, of);

const update = async (places: readonly object[], from: object = {}) => ({
  mutation: 'updateBeds',
  input: { ...(await seen()), places, ...from },
});

const confirm = async (...urns: string[]) => ({
  mutation: 'confirmBeds',
  input: { homes: await Promise.all(urns.map(seen)) },
});

describe('whoever runs a home, or holds it', () => {
  test('says how its places are, and so confirms it', async () => {
    expect(await homeOf(app, runs, urn)).toMatchObject({
      version: 2,
      stale: true,
      counts: { registered: 4, operational: 4, usable: 4, occupied: 1, accepting: 2, closed: 1 },
    });

    const home = await done(
      app,
      runs,
      await update([
        { number: 2, state: 'RESERVED', reservedUntil: '2026-06-20' },
        { number: 4, state: 'NOT_USABLE' },
        { number: 1, state: 'CLOSED', reason: 'SOLO' },
      ]),
    );

    expect(home).toMatchObject({
      version: 3,
      stale: false,
      confirmedBy: 'PROVIDER',
      confirmedAt: '2026-06-15T11:00:00.000Z',
      counts: { registered: 4, operational: 4, usable: 3, occupied: 0, reserved: 1, closed: 2 },
      closedByReason: [
        { reason: 'MATCHING', places: 1 },
        { reason: 'SOLO', places: 1 },
      ],
    });
    expect(await logged(app, 'home.placesSaid')).toEqual([
      { slug: 'brook-lane-care', account: runs },
      { slug: 'derby', account: runs },
    ]);
  });

  test('confirms many at once: each has a new version, and an event', async () => {
    const homes = await done<{ version: number; confirmedBy: string; stale: boolean }[]>(
      app,
      officer,
      { ...(await confirm(urn, '9991002')), asked: 'version confirmedBy stale' },
    );

    expect(homes).toEqual([
      { version: 3, confirmedBy: 'AUTHORITY', stale: false },
      { version: 3, confirmedBy: 'AUTHORITY', stale: false },
    ]);
    const { data } = await app.as(
      officer,
      `query ($id: ID!) { home(id: $id) { events(first: 5) { edges { node {
         version kind by counts { occupied accepting } } } } } }`,
      { id: await homeId(app, urn) },
    );
    expect(data).toEqual({
      home: {
        events: {
          edges: [
            {
              node: {
                version: 3,
                kind: 'CONFIRMED',
                by: 'AUTHORITY',
                counts: { occupied: 1, accepting: 2 },
              },
            },
            {
              node: {
                version: 2,
                kind: 'TAKEN_ON',
                by: 'LOADER',
                counts: { occupied: 1, accepting: 2 },
              },
            },
          ],
        },
      },
    });
    expect(await logged(app, 'home.confirmed')).toEqual([{ slug: 'derby', account: officer }]);
  });

  test('is told how a home is now where it saw another version, and changes nothing', async () => {
    const late = await update([{ number: 2, state: 'OCCUPIED' }]);
    await done(app, officer, await update([{ number: 4, state: 'OCCUPIED' }]));

    expect(await refused(app, runs, late)).toBe(
      'CONFLICT: Home 9991001 was changed meanwhile: of 4 places 2 are occupied now, 0 reserved, 1 vacant and accepting, 1 closed. Look at it again, then repeat your change.',
    );
    expect(await homeOf(app, runs, urn)).toMatchObject({ version: 3, counts: { occupied: 2 } });
  });

  test('confirms none of many where one was changed meanwhile', async () => {
    const late = await confirm('9991002', urn);
    await done(app, officer, await update([{ number: 4, state: 'OCCUPIED' }]));

    expect(await refused(app, runs, late)).toMatch(/^CONFLICT: Home 9991001 was changed meanwhile/);
    expect(await homeOf(app, runs, '9991002')).toMatchObject({ version: 2 });
    expect(await logged(app, 'home.confirmed')).toEqual([]);
  });
});

describe('refuses, and changes nothing', () => {
  test.each<[string, readonly object[], string]>([
    ['nothing', [], 'places must have one at least: confirm a home that is as it was.'],
    [
      'more occupied than registered',
      [1, 2, 3, 4, 5].map((number) => ({ number, state: 'OCCUPIED' })),
      'places[4].number must be from 1 to 4: as many places are registered.',
    ],
    [
      'a reservation in the past',
      [{ number: 1, state: 'RESERVED', reservedUntil: '2026-06-14' }],
      'places[0].reservedUntil must be today, 2026-06-15, or later.',
    ],
    [
      'a reservation without an end',
      [{ number: 1, state: 'RESERVED' }],
      'places[0].reservedUntil must say until when it is reserved.',
    ],
    [
      'an end without a reservation',
      [{ number: 1, state: 'OCCUPIED', reservedUntil: '2026-06-20' }],
      'places[0].reservedUntil is there for reserved places only.',
    ],
    [
      'closed without a reason',
      [{ number: 2, state: 'CLOSED' }],
      'places[0].reason must say why it is closed: one of MATCHING, STAFFING, BUILDING, REGULATOR, NOTICE, SOLO, CALENDAR, BLOCK, OTHER.',
    ],
    [
      'a reason without closed',
      [{ number: 2, state: 'ACCEPTING', reason: 'STAFFING' }],
      'places[0].reason is there for closed places only.',
    ],
    [
      'a reason of no list',
      [{ number: 2, state: 'CLOSED', reason: 'JO MOVED' }],
      'places[0].reason must be one of MATCHING, STAFFING, BUILDING, REGULATOR, NOTICE, SOLO, CALENDAR, BLOCK, OTHER.',
    ],
    [
      'a place twice',
      [
        { number: 2, state: 'OCCUPIED' },
        { number: 2, state: 'ACCEPTING' },
      ],
      'places[1].number is there twice.',
    ],
  ])('%s', async (_what, places, message) => {
    expect(await refused(app, runs, await update(places))).toBe(`BAD_USER_INPUT: ${message}`);
    expect(await homeOf(app, runs, urn)).toMatchObject({ version: 2 });
  });

  test('a home of another provider, of others, or of nobody, all alike', async () => {
    const places = [{ number: 1, state: 'OCCUPIED' }];
    const other = await update(places, await seen('9991003'));
    const none = await update(places, {
      home: globalId('Home', '00000000-0000-4000-8000-000000000000'),
    });

    expect(await refused(app, derby, other)).toMatch(/^NOT_FOUND: There is no home of yours “/);
    expect(await refused(app, otherProvider, await update(places))).toMatch(
      /^NOT_FOUND: There is no home of yours “/,
    );
    expect(await refused(app, runs, none)).toBe(
      `NOT_FOUND: There is no home of yours “${none.input.home}”.`,
    );
  });

  test('whoever only reads, and whoever has nothing to do with homes', async () => {
    const change = await update([{ number: 1, state: 'OCCUPIED' }]);

    for (const account of [
      'approver.derby',
      'ig-lead.derby',
      'hub-manager.d2n2',
      'reviewer.d2n2',
    ]) {
      expect(await refused(app, account, change)).toMatch(/^FORBIDDEN/);
    }
  });

  test('to confirm one twice, or none', async () => {
    expect(await refused(app, runs, { ...(await confirm(urn, urn)), asked: 'id' })).toBe(
      'BAD_USER_INPUT: Name each home once.',
    );
    expect(await refused(app, runs, { ...(await confirm()), asked: 'id' })).toBe(
      'BAD_USER_INPUT: Name 1 to 200 homes.',
    );
  });
});
