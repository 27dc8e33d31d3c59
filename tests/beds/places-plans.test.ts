import { beforeEach, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { arrangeHomes, derby, done, homeId, officer, refused, runs } from './homes.ts';
import { areas, arrangeBeds, at } from './vacancy-homes.ts';

const app = await testApp({ clock: clockAt(at) });

beforeEach(() =>
  arrangeHomes(app, [
    { urn: '9991001', area: 'derby' },
    { urn: '9991002', area: 'nottingham' },
  ]),
);

const opening = {
  ...{ authority: areas.derby, reference: 'P-1', kind: 'OPENING', places: 3, stage: 'PLANNING' },
  ...{ effectiveOn: '2027-04-01', cost: 850_000, risk: 'HIGH', riskReason: 'PLANNING' },
  stages: [
    { stage: 'OPEN', plannedOn: '2027-04-01' },
    { stage: 'SURVEY', plannedOn: '2026-02-01', doneOn: '2026-02-20' },
    { stage: 'PURCHASE', doneOn: '2026-04-30' },
  ],
};

const asked = `id reference kind places change effectiveOn stage cost risk riskReason version
  home { urn } authority { code } stages { stage plannedOn doneOn }`;

interface Asked {
  readonly id: string;
  readonly version: number;
}

const save = (input: object) => ({ mutation: 'savePlacesPlan', input, asked });

const planned = async (account: string) => {
  const { data } = await app.as<{ placesPlanned: { reference: string; change: number }[] }>(
    account,
    '{ placesPlanned(consortium: "d2n2") { reference change } }',
  );
  return data?.placesPlanned;
};

test('a plan is kept with its stages in order, and changed as it was seen', async () => {
  const plan = await done<Asked>(app, derby, save(opening));

  expect(plan).toMatchObject({
    ...{ reference: 'P-1', change: 3, version: 1, home: null, stage: 'PLANNING', cost: 850_000 },
    stages: [
      { stage: 'IDENTIFY', plannedOn: null, doneOn: null },
      { stage: 'SURVEY', plannedOn: '2026-02-01', doneOn: '2026-02-20' },
      { stage: 'PURCHASE', plannedOn: null, doneOn: '2026-04-30' },
      { stage: 'PLANNING', plannedOn: null, doneOn: null },
      { stage: 'REFURBISH', plannedOn: null, doneOn: null },
      { stage: 'REGISTER', plannedOn: null, doneOn: null },
      { stage: 'OPEN', plannedOn: '2027-04-01', doneOn: null },
    ],
  });
  const seen = { ...opening, plan: plan.id, version: 1, stage: 'REFURBISH', risk: 'LOW' };
  expect(await done<Asked>(app, derby, save(seen))).toMatchObject({
    ...{ version: 2, stage: 'REFURBISH', risk: 'LOW' },
  });
  expect(await refused(app, derby, save(seen))).toMatch(
    /^CONFLICT: This plan of places was changed/,
  );
});

test('a closure is places that go, from the home it is about', async () => {
  const home = await homeId(app, '9991001');
  await done(app, derby, save(opening));

  const closing = {
    ...opening,
    reference: 'P-2',
    kind: 'CLOSING',
    effectiveOn: '2026-09-01',
    home,
  };
  expect(await done<object>(app, derby, save(closing))).toMatchObject({
    ...{ change: -3, home: { urn: '9991001' } },
  });
  expect(await planned(derby)).toEqual([
    { reference: 'P-2', change: -3 },
    { reference: 'P-1', change: 3 },
  ]);
});

test('is its holder’s alone, whatever agreements show', async () => {
  await arrangeBeds(app.db);
  const { id } = await done<Asked>(app, derby, save(opening));

  expect(await planned(officer)).toHaveLength(1);
  for (const account of ['commissioner.nottingham', 'placement-officer.nottingham', runs]) {
    expect(await planned(account)).toEqual([]);
    expect(await app.as(account, 'query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({
      data: { node: null },
    });
  }
  expect(
    refusalOf(await app.as('hub-manager.d2n2', '{ placesPlanned(consortium: "d2n2") { id } }')),
  ).toMatch(/^FORBIDDEN/);
  const change = save({ ...opening, authority: areas.nottingham, plan: id, version: 1 });
  expect(await refused(app, 'commissioner.nottingham', change)).toMatch(
    /^NOT_FOUND: There is no plan/,
  );
  expect(await refused(app, officer, save(opening))).toMatch(/^FORBIDDEN/);
});

test.each<[string, object, string]>([
  ['another’s area', { authority: areas.nottingham }, 'authority must be one that you answer for.'],
  ['no home', { kind: 'CLOSING' }, 'home must say which home it is about, unless one is to open.'],
  ['no places', { places: 0 }, 'places must be from 1 to 300.'],
  ['a reason without a risk', { risk: null }, 'risk must say how great it is.'],
  [
    'a stage twice',
    { stages: [opening.stages[1], opening.stages[1]] },
    'stages has “Survey it” twice.',
  ],
  [
    'a stage done before the one before it',
    {
      stages: [
        { stage: 'SURVEY', doneOn: '2026-03-01' },
        { stage: 'PURCHASE', plannedOn: '2026-04-01' },
        { stage: 'PLANNING', doneOn: '2026-02-01' },
      ],
    },
    'stages must not have “Get planning permission” done before “Survey it”.',
  ],
  [
    'a stage of no day',
    { stages: [{ stage: 'OPEN' }] },
    'stages must say when “Open” is planned, or was done.',
  ],
])('%s is refused', async (_what, said, message) => {
  expect(await refused(app, derby, save({ ...opening, ...said }))).toBe(
    `BAD_USER_INPUT: ${message}`,
  );
  expect(await planned(derby)).toEqual([]);
});

test('another’s home, and a reference that is taken, are refused', async () => {
  const home = await homeId(app, '9991002');
  await done(app, derby, save(opening));

  expect(await refused(app, derby, save({ ...opening, reference: 'P-3', home }))).toMatch(
    /^NOT_FOUND: There is no home of yours in that area/,
  );
  expect(await refused(app, derby, save(opening))).toBe(
    'CONFLICT: You have a plan “P-1” already: change it instead.',
  );
});
