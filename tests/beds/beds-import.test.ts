import { beforeEach, expect, test } from 'vitest';
import { emptyLogs } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeHomes, homeOf, logged, officer, otherProvider, runs, tried } from './homes.ts';
import { at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

const header = 'urn,state,places,reason,reserved_until';

beforeEach(async () => {
  await emptyLogs(app);
  await arrangeHomes(app, [
    { urn: '9991001', area: 'derby', places: [{ block: 'derby' }, {}, { state: 'OCCUPIED' }] },
    { urn: '9991002', area: 'nottingham', confirmedAt: '2026-06-01T08:00:00Z' },
  ]);
});

/** What a file would change, or has changed; why not, where it is refused. */
async function imported(account: string, lines: readonly string[], apply = true) {
  const answer = await tried<{ applied: boolean; problems: readonly object[] }>(app, account, {
    mutation: 'importBeds',
    input: { csv: lines.join('\n'), apply },
    asked: 'applied problems { row column message } homes { urn outcome }',
  });
  return answer.data?.['importBeds'] ?? refusalOf(answer);
}

const good = [
  header,
  '9991001,OCCUPIED,2,,',
  '9991001,RESERVED,1,,2026-06-20',
  '9991002,ACCEPTING,1,,',
  '9991002,OCCUPIED,1,,',
];

test('a file is looked at first, and changes nothing', async () => {
  expect(await imported(runs, good, false)).toEqual({
    applied: false,
    problems: [],
    homes: [
      { urn: '9991001', outcome: 'CHANGED' },
      { urn: '9991002', outcome: 'CONFIRMED' },
    ],
  });
  expect(await homeOf(app, runs, '9991001')).toMatchObject({ version: 2 });
});

test('then done, whole: what stays stays, a place keeps its block, all homes in it are confirmed', async () => {
  expect(await imported(runs, good)).toMatchObject({ applied: true, problems: [] });

  expect(await homeOf(app, runs, '9991001')).toMatchObject({
    ...{ version: 3, confirmedBy: 'IMPORT', stale: false },
    places: [
      { number: 1, state: 'OCCUPIED', blockAuthority: { code: 'E06000015' } },
      { number: 2, state: 'RESERVED', reservedUntil: '2026-06-20', blockAuthority: null },
      { number: 3, state: 'OCCUPIED', blockAuthority: null },
    ],
  });
  expect(await homeOf(app, runs, '9991002')).toMatchObject({ version: 3, stale: false });
  expect(await logged(app, 'home.imported')).toMatchObject([
    { slug: 'brook-lane-care' },
    { slug: 'brook-lane-care' },
    { slug: 'derby' },
    { slug: 'nottingham' },
  ]);
});

test('every problem is told with its row and column, and nothing is done', async () => {
  const answer = await imported(officer, [
    header,
    '9991001,OCCUPIED,4,,',
    '9991002,OCCUPIED,2,,',
    '9999999,AWAY,1,,',
    '9991001,CLOSED,0,,',
    'home,CLOSED,1,JO,2026-06-31',
  ]);

  expect(answer).toMatchObject({ applied: false, homes: [] });
  expect(answer).toHaveProperty('problems', [
    { row: 4, column: 'state', message: expect.stringMatching(/^must be one of OCCUPIED, RES/) },
    { row: 5, column: 'places', message: 'must be a whole number from 1 to 300' },
    { row: 6, column: 'urn', message: 'must be a URN, for example SC123456' },
    {
      row: 6,
      column: 'reserved_until',
      message: expect.stringMatching(/must be a day that there is|Invalid input/),
    },
  ]);
});

test('more occupied than registered, another’s home, no reason and a day that is past are told', async () => {
  expect(
    await imported(officer, [
      header,
      '9991001,OCCUPIED,4,,',
      '9991001,CLOSED,1,,',
      '9991001,RESERVED,1,,2026-06-14',
      '9991002,OCCUPIED,2,,',
      '9999999,OCCUPIED,2,,',
    ]),
  ).toEqual({
    applied: false,
    homes: [],
    problems: [
      {
        ...{ row: 2, column: 'places' },
        message: 'must add up to 3, as many as home 9991001 has: its rows say 6',
      },
      { row: 3, column: 'reason', message: expect.stringMatching(/^must say why it is closed/) },
      { row: 4, column: 'reserved_until', message: 'must be today, 2026-06-15, or later' },
      { row: 5, column: 'urn', message: 'must be that of a home of yours' },
      { row: 6, column: 'urn', message: 'must be that of a home of yours' },
    ],
  });
  expect(await homeOf(app, officer, '9991001')).toMatchObject({ version: 2 });
});

test.each<[string, readonly string[], RegExp]>([
  ['unknown columns', [`${header},child`], /^The columns must be urn, state/],
  ['no rows', [header], /^The file has 0 rows: send 1 to 5000/],
])('a file with %s is refused whole', async (_what, lines, message) => {
  expect(await imported(officer, lines)).toMatchObject({
    applied: false,
    problems: [{ row: null, column: null, message: expect.stringMatching(message) }],
  });
});

test('whoever runs none of its homes, or only reads, changes none', async () => {
  expect(await imported(otherProvider, good)).toMatchObject({
    applied: false,
    problems: [{ column: 'urn' }, { column: 'urn' }],
  });
  expect(await imported('approver.derby', good)).toMatch(/^FORBIDDEN/);
});

test('the template is a file that can be read', async () => {
  const { data } = await app.as<{ bedsTemplate: string }>(runs, '{ bedsTemplate }');

  expect(await imported(runs, [data?.bedsTemplate ?? ''], false)).toMatchObject({
    problems: [{ row: 2, column: 'urn', message: 'must be that of a home of yours' }],
  });
});
