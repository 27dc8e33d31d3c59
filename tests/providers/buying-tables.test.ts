import { beforeAll, expect, test } from 'vitest';
import { underPolicies } from '../sharing/agreements.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  at,
  buyer,
  bystander,
  done,
  forgetBuying,
  givenCallOff,
  givenContract,
  givenFramework,
  givenOwners,
  givenUplift,
  hub,
  lead,
  otherProvider,
  ownProvider,
  rowOf,
} from './buying.ts';
import { codes, forgetUse, givenUse } from './use.ts';

const app = await testApp({ clock: clockAt(at) });

/** Every table of how authorities buy, each by itself: no table leans on the policy of one that it is joined with. */
const tables = [
  ...['framework', 'framework_lot', 'framework_tier', 'framework_buyer', 'framework_date'],
  ...['framework_extension', 'framework_notice', 'framework_award', 'service_offer'],
  ...['award_price', 'call_off', 'uplift_request', 'uplift_answer'],
  ...['block_contract', 'block_contract_service', 'block_contract_extension'],
  ...['block_contract_month', 'block_contract_price'],
  ...['provider_use', 'provider_use_price', 'notification_read'],
];

beforeAll(async () => {
  await forgetUse(app.db);
  await forgetBuying(app.db);
  await givenOwners(app.db);
  const { id, version, awards } = await givenFramework(app);
  const uplift = await givenUplift(app, id);
  await done(app, buyer, {
    mutation: 'setAwardPrice',
    input: { award: awards[0], weeklyPrice: 5_000 },
  });
  await givenCallOff(app, buyer, { award: awards[0] });
  await done(app, buyer, {
    mutation: 'answerUplift',
    input: { id: uplift.id, authority: codes.derby, grantedPercent: 2, fromOn: '2026-07-01' },
  });
  await givenContract(app);
  await givenUse(app.db, [{ placing: 'derby', urn: '9990001', placements: 3, cost: 4_111 }]);
  await app.db.query(
    `insert into framework_notice (tenant_id, framework_id, notice_id, kind, published_at)
     select tenant_id, id, 'T', 'tender', now() from framework`,
  );
  await app.db.query(
    `insert into notification_read (tenant_id, account_id, "key", read_at)
     select m.organisation_id, m.account_id, '1:placements', now()
     from membership m join account a on a.id = m.account_id where a.name = '${buyer}'`,
  );
  await done(app, lead, { mutation: 'changeFramework', input: { id, version, published: false } });
  expect(rowOf(id)).not.toBe('');
});

const rowsOf = (account: string, table: string) =>
  underPolicies(app.pool, { account, at }, async (client) => {
    await client.query(`select set_config('app.reads_reference', 'yes', true)`);
    return (await client.query(`select from ${table}`)).rowCount;
  });

const strangers = [
  ...[bystander, hub, ownProvider, otherProvider, 'reviewer.d2n2', 'commissioner.coventry'],
  'commissioner.nottingham',
];

test.each(tables)('the database shows nobody else a row of %s, whatever asks', async (table) => {
  const { rowCount } = await app.db.query(`select from ${table}`);
  expect(rowCount).toBeGreaterThan(0);

  const seen = await Promise.all(
    strangers.map(async (account) => `${account} ${await rowsOf(account, table)}`),
  );

  expect(seen).toEqual(strangers.map((account) => `${account} 0`));
});
