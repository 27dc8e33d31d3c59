import { collectedIndicators } from '@sufficiency/shared/indicators/collected-indicators.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { clientQueries } from '../testkit/client-documents.ts';
import { COMPARE } from '../testkit/comparing.ts';
import type { World } from './two-worlds.ts';
import {
  canary,
  download,
  period,
  progressOf,
  sawOf,
  smallCells,
  storedCells,
  worldWith,
} from './two-worlds.ts';

let worlds: readonly [World, World];
beforeAll(async () => {
  worlds = [await worldWith([3, 6]), await worldWith([6, 3])];
});

/** The same of both worlds. */
const ofBoth = async <Seen>(look: (world: World) => Promise<Seen>) =>
  [await look(worlds[0]), await look(worlds[1])] as const;

const indicators = collectedIndicators
  .filter(({ contract }) => contract.dataset === 'fostering')
  .map(({ contract }) => contract.key);
const compared = {
  consortium: 'd2n2',
  indicators,
  period,
  periods: 3,
  comparators: ['consortium', 'england', 'statistical-neighbours'],
};
const latest = { consortium: 'd2n2', indicators };

describe('two worlds that differ in figures kept back alone', () => {
  test('differ in what was returned, and keep the same back', async () => {
    const [one, other] = await ofBoth(smallCells);
    const [stored, storedInOther] = await ofBoth(storedCells);

    expect(one).toEqual(['3', '3', '6', '6']);
    expect(other).toEqual(['6', '6', '3', '3']);
    expect(stored.filter(({ symbol }) => symbol === 'c').length).toBeGreaterThan(100);
    expect(storedInOther).toEqual(stored);
  });

  test('look the same to who follows a build, and in the server’s log', () => {
    expect(worlds[1].told).toEqual(worlds[0].told);
    expect(worlds[0].told.length).toBeGreaterThan(0);
  });

  test('have the same certificates', async () => {
    const certificates = ({ app }: World) =>
      app.db
        .query(
          `select audience, cells_hash, cells, published, suppressed, narrowest_interval, exact_recoveries, method, attackers
           from release_certificate c join release r on r.id = c.release_id order by audience`,
        )
        .then(({ rows }) => rows);
    const [one, other] = await ofBoth(certificates);

    expect(one).toHaveLength(3);
    expect(other).toEqual(one);
  });
});

/** Whoever sees none of it exactly, and reads one of its releases. */
const readers = [
  'hub-analyst.d2n2',
  'commissioner.derby',
  'reviewer.d2n2',
  'provider.brook-lane-care',
  'commissioner.coventry',
];
const documents = clientQueries();
const document = (name: string) => documents.get(name) ?? expect.fail(name);
const keyFor = (audience: string) => `d2n2/fostering/${period}/${audience}/1`;

describe.each(readers)('%s receives the same bytes and headers from both', (account) => {
  const same = async (query: string, variables: object) => {
    const [one, other] = await ofBoth((world) => sawOf(world, account, { query, variables }));
    expect(one.status).toBe(200);
    expect(other).toEqual(one);
    expect(one.body).not.toContain(String(canary));
    return one.body;
  };

  test.each(['members', 'reviewers', 'public'])('of the release for %s', async (audience) => {
    await same(document('Release'), { key: keyFor(audience) });
  });

  test('of the list, its count and its pages', async () => {
    const filter = { consortium: 'd2n2' };
    const body = await same(document('Releases'), { filter, first: 2 });
    await same(`query ($filter: ReleaseFilter) { releases(filter: $filter) { totalCount } }`, {
      filter,
    });
    expect(body).toContain(keyFor('public'));
  });

  test('of comparisons: figures, order, ranks, directions, columns and reasons', async () => {
    await same(COMPARE, { input: compared });
    await same(COMPARE, { input: latest });
  });

  test('of a node, by its id', async () => {
    const node = (world: World) =>
      sawOf(world, account, {
        query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Release { key status
          certificate { cells published suppressed informationKept narrowestInterval method } } } }`,
        variables: { ids: world.ids },
      });
    const [one, other] = await ofBoth(node);

    expect(other).toEqual(one);
  });

  test('of whoever follows a release', async () => {
    const [one, other] = await ofBoth((world) => progressOf(world, account));

    expect(other).toEqual(one);
  });

  test.each([
    ...['members', 'reviewers', 'public'].map((audience) => `releases/${keyFor(audience)}.csv`),
    `releases/${keyFor('public')}.xlsx`,
    `comparison.csv?consortium=d2n2&indicators=${indicators}&period=${period}&comparators=consortium`,
    `comparison.xlsx?consortium=d2n2&indicators=${indicators}&period=${period}`,
  ])('of /exports/%s', async (path) => {
    const [one, other] = await ofBoth((world) => download(world, account, path));

    expect(other).toEqual(one);
    expect(one.body).not.toContain(String(canary));
  });

  test('of what is refused', async () => {
    await same(document('Release'), { key: keyFor('nobody') });
    await same(COMPARE, { input: { ...compared, authorities: ['E06000018', 'nowhere'] } });
  });
});

test('the canary is there to be seen: by who returned it', async () => {
  const own = { query: COMPARE, variables: { input: compared } };
  const { body } = await sawOf(worlds[0], 'commissioner.nottingham', own);

  expect(body).toContain(String(canary + 3));
});
