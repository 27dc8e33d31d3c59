import { beforeAll, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  at,
  buyer,
  bystander,
  done,
  forgetBuying,
  givenFramework,
  givenOwners,
  hub,
  lead,
} from './buying.ts';
import { arrangeRecords, codes, forgetUse, givenUse, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });

const tables = [
  'provider_use',
  'provider_use_price',
  'notification_read',
  'framework',
  'framework_buyer',
  'framework_award',
  'service_offer',
  'award_price',
  'call_off',
];

const FIGURE = '{ value why }';
const questions = [
  `{ exposure(consortium: "d2n2", group: "${moss.key}") { measures { index ${FIGURE} total unknown }
     groups { placementsAtLeast placements ${FIGURE} spend ${FIGURE} authorities { placements ${FIGURE} spend ${FIGURE} } }
     whatIf { sentence } } }`,
  `{ placementFlows(consortium: "d2n2") { inYear { placements ${FIGURE} } ownUse { share ${FIGURE} } } }`,
  `{ coverage(consortium: "d2n2", periods: 1) { leftForSpot { authority { name } spotPlacements } } }`,
  `{ notifications { totalCount unreadCount edges { node { sentence } } } }`,
  `{ fees(consortium: "d2n2") { bands { tendered { lowest } paid { mean count } } } }`,
];

const everything = (account: string) =>
  Promise.all(questions.map(async (question) => (await app.as(account, question)).data));

const accounts = [buyer, lead, bystander, hub, 'commissioner.coventry', 'approver.derby'];
const underBoth = new Map<string, unknown>();

beforeAll(async () => {
  await forgetUse(app.db);
  await forgetBuying(app.db);
  await givenOwners(app.db);
  await arrangeRecords(app.db);
  const { awards } = await givenFramework(app, { conditionJudgement: 'GOOD' });
  for (const [account, weeklyPrice] of [
    [buyer, 4_101],
    [lead, 3_777],
  ] as const) {
    await done(app, account, {
      mutation: 'setAwardPrice',
      input: { award: awards[0], weeklyPrice },
    });
  }
  await done(app, lead, {
    mutation: 'recordCallOff',
    input: {
      award: awards[0],
      authority: codes.derbyshire,
      madeOn: '2026-06-02',
      method: 'DIRECT',
      placements: 7,
      weeklyPrice: 3_888,
    },
  });
  await givenUse(app.db, [
    { placing: 'derby', urn: '9990001', placements: 3, cost: 4_111 },
    { placing: 'nottingham', urn: '9990001', placements: 5, cost: 5_222, sourcing: 'SPOT' },
    { placing: 'derbyshire', urn: '9990002', placements: 43, cost: 7_333, sourcing: 'SPOT' },
    { placing: 'nottinghamshire', urn: '9990001', placements: 61, cost: 9_444 },
  ]);
  await app.db.query(
    `insert into service_change (urn, kind, before, after, vintage, source_id)
     select '9990001', 'JUDGEMENT_CHANGED', 'GOOD', 'INADEQUATE', '2026-05-31', min(id) from reference_source`,
  );
  await app.db.query(`update reference_source set recorded_at = '2026-06-02T08:00:00Z'`);
  for (const account of accounts) underBoth.set(account, await everything(account));
  for (const table of tables) {
    await app.db.query(`alter table ${table} disable row level security`);
  }
});

test.each(accounts)(
  'with row-level security taken away %s is answered the same by the filter of the code',
  async (account) => {
    expect(await everything(account)).toEqual(underBoth.get(account));
  },
);

test('and there was something to be hidden', () => {
  expect(JSON.stringify(underBoth.get(buyer))).toContain('"total":4111');
  expect(JSON.stringify(underBoth.get(lead))).toContain('3888');
  expect(JSON.stringify(underBoth.get(hub))).toContain('At least 8 placements');
});
