import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeHomes, derby, otherProvider, runs } from './homes.ts';
import { areas, at, owner } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

beforeAll(() =>
  arrangeHomes(app, [
    { urn: '9991001', area: 'derby', confirmedAt: '2026-06-14T10:00:00Z' },
    { urn: '9991002', area: 'derby', confirmedAt: '2026-06-15T08:00:00Z' },
    {
      ...{ urn: '9991003', area: 'nottingham', type: 'SUPPORTED_ACCOMMODATION' },
      confirmedAt: '2026-06-13T10:00:00Z',
    },
    {
      urn: '9991004',
      area: 'nottingham',
      opensOn: '2026-09-01',
      places: [{ state: 'NOT_OPERATIONAL' }],
    },
    { urn: '9991005', area: 'nottingham', closesOn: '2026-06-15' },
  ]),
);

async function listed(args: string, account = runs) {
  const answer = await app.as<{
    homes: { totalCount: number; edges: { node: { urn: string } }[] };
  }>(account, `{ homes(${args}) { totalCount edges { node { urn } } } }`);
  const { totalCount, edges = [] } = answer.data?.homes ?? {};
  return refusalOf(answer) || `${totalCount}: ${edges.map(({ node }) => node.urn).join(' ')}`;
}

test.each<[string, string]>([
  ['first: 9', '4: 9991001 9991002 9991003 9991004'],
  ['order: STALEST', '4: 9991004 9991003 9991001 9991002'],
  ['order: STALEST, first: 2', '4: 9991004 9991003'],
  // A day for children’s homes, three for supported accommodation; one that nobody has confirmed is stale.
  ['stale: true', '2: 9991001 9991004'],
  ['stale: false', '2: 9991002 9991003'],
  ['provisionTypes: [SUPPORTED_ACCOMMODATION]', '1: 9991003'],
  [`authorities: ["${areas.derby}"]`, '2: 9991001 9991002'],
  [`providers: ["${owner.key}"]`, '4: 9991001 9991002 9991003 9991004'],
  ['providers: ["nobody-of-that-key"]', '0: '],
  ['consortium: "west-midlands"', '0: '],
  ['consortium: "nowhere"', 'NOT_FOUND: There is no consortium “nowhere”.'],
  ['first: 201', 'BAD_USER_INPUT: A page has 200 at most: ask for the next with “after”.'],
])('homes(%s) are %s', async (args, urns) => {
  expect(await listed(args)).toBe(urns);
});

test('how many there are tells nobody of homes of others', async () => {
  expect(await listed('first: 9', derby)).toBe('2: 9991001 9991002');
  expect(await listed('first: 9', otherProvider)).toBe('0: ');
  expect(await listed(`providers: ["${owner.key}"]`, 'commissioner.dudley')).toBe('0: ');
});
