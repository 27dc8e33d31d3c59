import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { arrangeHomes, done, officer, refused, runs, seenHome } from './homes.ts';
import { answerOf, answersOf, findVacancies } from './vacancy-asking.ts';
import { arrangeBeds, at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const ended = '9993001';
const lasting = '9993002';

/** Confirmed an hour before its reservation ended, and a home whose reservation ends today. */
beforeEach(async () => {
  await arrangeHomes(app, [
    {
      ...{ urn: ended, area: 'derby', confirmedAt: '2026-06-14T22:00:00Z' },
      places: [
        {},
        { state: 'RESERVED', until: '2026-06-20' },
        { state: 'RESERVED', until: '2026-06-14' },
      ],
    },
    { urn: lasting, area: 'derby', places: [{}, { state: 'RESERVED', until: '2026-06-15' }] },
  ]);
  await arrangeBeds(app.db);
});

const LIST = `query ($stale: Boolean) { homes(stale: $stale) {
  edges { node { urn stale reservationEnded reservationEndedOn counts { reserved accepting } } } } }`;

async function listed(stale: boolean | null, account = officer) {
  const { data } = await app.as<{ homes: { edges: { node: object }[] } }>(account, LIST, { stale });
  return data?.homes.edges.map(({ node }) => node);
}

/** What `region` and `league` say of homes that are not to be relied on. */
const COUNTED = `{ bedsRegion(consortium: "d2n2") { total { free freeUnsure stale } stale { urn } }
  bedConfirmations(consortium: "d2n2") { providers { homes fresh } } }`;

const say = async (places: readonly object[]) => ({
  mutation: 'updateBeds',
  input: { ...(await seenHome(app, ended)), places },
});

describe('a place that was reserved until a day that has passed', () => {
  test('is not free, and its home is stale: however lately it was confirmed', async () => {
    const home = {
      ...{ urn: ended, stale: true, reservationEnded: true, reservationEndedOn: '2026-06-14' },
      counts: { reserved: 2, accepting: 1 },
    };
    const other = {
      ...{ urn: lasting, stale: false, reservationEnded: false, reservationEndedOn: null },
      counts: { reserved: 1, accepting: 1 },
    };

    expect(await listed(null)).toEqual([home, other]);
    expect(await listed(true)).toEqual([home]);
    expect(await listed(false)).toEqual([other]);
  });

  test('is somebody’s day: others who see the home are told that one has ended, not when', async () => {
    const neighbour = 'placement-officer.nottingham';
    const home = { urn: ended, stale: true, reservationEnded: true, reservationEndedOn: null };

    expect(await listed(true, neighbour)).toMatchObject([home]);
    expect(JSON.stringify(await findVacancies(app, {}, { account: neighbour }))).not.toMatch(
      /2026-06-14|14 June/,
    );
  });

  test('lets the free places of its home rank last, and says why', async () => {
    const found = await findVacancies(app);

    expect(answersOf(found)).toEqual([`${lasting} SPOT`, `${ended} SPOT`]);
    expect(answerOf(found, ended)).toMatchObject({ stale: true, places: 1 });
    expect(answerOf(found, ended).why[0]).toBe(
      'A reservation has ended, and nobody has said what came of it: ranked last.',
    );
  });

  test('makes its home one of those that have not confirmed, in a region and in the league', async () => {
    const { data } = await app.as(officer, COUNTED);

    expect(data).toEqual({
      bedsRegion: { total: { free: 2, freeUnsure: 1, stale: 1 }, stale: [{ urn: ended }] },
      bedConfirmations: { providers: [{ homes: 2, fresh: 1 }] },
    });
  });

  test('cannot be confirmed: somebody has to say what came of it', async () => {
    const homes = [await seenHome(app, lasting), await seenHome(app, ended)];

    expect(
      await refused(app, runs, { mutation: 'confirmBeds', input: { homes }, asked: 'id' }),
    ).toBe(
      'BAD_USER_INPUT: In home 9993001 a reservation ended on 14 June 2026: say how its places are now, instead of confirming it.',
    );
    expect(await listed(false)).toMatchObject([{ urn: lasting }]);
  });

  test('is what it is once somebody has said so', async () => {
    await done(app, runs, await say([{ number: 1, state: 'OCCUPIED' }]));
    expect(await listed(true)).toMatchObject([{ urn: ended }]);

    await done(app, runs, await say([{ number: 3, state: 'OCCUPIED' }]));
    expect(await listed(true)).toEqual([]);
  });
});
