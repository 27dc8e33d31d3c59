import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  approved,
  arrangeHubSight,
  change,
  changed,
  demandFiles,
  figuresInUse,
  forgetReturns,
  office,
  seen,
  statusesOf,
  submit,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
  clock.pass({ minutes: 1 });
});

const inUse = (at = clock.now()) => figuresInUse(app, 'placement-requests-month', at);

const refused = async (
  ...asked: Parameters<typeof change> extends [unknown, ...infer Rest] ? Rest : never
) => refusalOf(await change(app, ...asked));

describe('nobody', () => {
  test.each(['approver.derby', 'ig-lead.derby', 'hub-analyst.d2n2', 'reviewer.d2n2'])(
    'sends a return as %s',
    async (account) => {
      expect(refusalOf(await submit(app, account, demandFiles(12)))).toMatch(/^FORBIDDEN: /);
      expect(await statusesOf(app)).toEqual([]);
    },
  );

  test.each(['commissioner.derby', 'ig-lead.derby', 'hub-manager.d2n2'])(
    'approves as %s',
    async (account) => {
      const sent = await submitted(app, demandFiles(12));

      expect(await refused(account, 'approveReturn', { ...seen(sent), ...office })).toMatch(
        /^FORBIDDEN: /,
      );
    },
  );

  test('approves what they submitted themselves', async () => {
    const sent = await submitted(app, demandFiles(12));
    await app.db.query(
      `update "return" set submitted_by = (select id from account where name = 'approver.derby')`,
    );

    expect(await refused('approver.derby', 'approveReturn', { ...seen(sent), ...office })).toBe(
      'CONFLICT: Whoever submitted a return cannot approve it: ask a second person.',
    );
  });

  test('approves what they sent themselves, whoever submitted it', async () => {
    const sent = await submitted(app, demandFiles(12));
    await app.db.query(
      `update "return" set received_by = (select id from account where name = 'approver.derby')`,
    );

    expect(await refused('approver.derby', 'approveReturn', { ...seen(sent), ...office })).toBe(
      'CONFLICT: Whoever sent a return cannot approve it: ask a second person.',
    );
  });

  test('approves another organisation’s return, nor learns that it is there', async () => {
    const sent = await submitted(app, demandFiles(12));

    // It quotes the id that was given.
    expect(
      await refused('approver.nottingham', 'approveReturn', { ...seen(sent), ...office }),
    ).toBe(`NOT_FOUND: There is no return “${sent.id}”.`);
  });

  test('approves without attesting, or for no office', async () => {
    const sent = await submitted(app, demandFiles(12));
    const approving = { ...seen(sent), ...office };

    expect(
      await refused('approver.derby', 'approveReturn', { ...approving, attested: false }),
    ).toMatch(/^BAD_USER_INPUT: Attest/);
    expect(await refused('approver.derby', 'approveReturn', { ...approving, office: ' ' })).toBe(
      'BAD_USER_INPUT: Give the office in 1 to 200 characters.',
    );
  });

  test('approves what they saw before it changed, or twice', async () => {
    const sent = await submitted(app, demandFiles(12));
    const stale = { ...seen(sent), ...office, revision: sent.revision - 1 };
    expect(await refused('approver.derby', 'approveReturn', stale)).toBe(
      'CONFLICT: This return was changed meanwhile. Look at it again, then repeat your change.',
    );

    const done = await changed(app, 'approver.derby', 'approveReturn', {
      ...seen(sent),
      ...office,
    });

    expect(await refused('approver.derby', 'approveReturn', { ...seen(done), ...office })).toBe(
      'CONFLICT: A return that is approved and waiting for the hub cannot be approved.',
    );
  });

  test('approves a version while another is on its way', async () => {
    const sent = await submitted(app, demandFiles(12));
    const client = await app.db.connect();
    await client.query('begin');
    await client.query(
      `select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', tenant_id, authority_code, dataset, period), 0))
       from "return"`,
    );

    const answer = await refused('approver.derby', 'approveReturn', { ...seen(sent), ...office });
    await client.query('rollback');
    client.release();

    expect(answer).toMatch(/^CONFLICT: Somebody of your organisation is sending this return/);
    expect(await statusesOf(app)).toEqual(['1 SUBMITTED']);
  });

  test('accepts but the hub that sees the figures', async () => {
    const sent = await approved(app, demandFiles(12));

    expect(await refused('hub-analyst.west-midlands', 'acceptReturn', seen(sent))).toMatch(
      /^NOT_FOUND: /,
    );
    expect(await refused('ig-lead.d2n2', 'acceptReturn', seen(sent))).toMatch(/^FORBIDDEN: /);
    expect(await refused('approver.derby', 'acceptReturn', seen(sent))).toMatch(/^FORBIDDEN: /);
    expect(await inUse()).toEqual([]);
  });

  test('accepts what was not approved', async () => {
    const sent = await submitted(app, demandFiles(12));

    expect(await refused('hub-analyst.d2n2', 'acceptReturn', seen(sent))).toMatch(/^NOT_FOUND: /);
  });

  test('sends another version of what is approved, until it is reopened', async () => {
    const done = await approved(app, demandFiles(12));

    expect(refusalOf(await submit(app, 'commissioner.derby', demandFiles(13)))).toMatch(
      /^CONFLICT: The return of 2026-05 is approved, and so locked/,
    );
    expect(await statusesOf(app)).toEqual(['1 APPROVED']);

    await changed(app, 'approver.derby', 'reopenReturn', {
      ...seen(done),
      reason: 'A correction.',
    });
    expect((await submitted(app, demandFiles(13))).version).toBe(2);
  });

  test('reopens or withdraws without a reason, or as another role', async () => {
    const done = await approved(app, demandFiles(12));

    expect(await refused('approver.derby', 'reopenReturn', { ...seen(done), reason: '' })).toBe(
      'BAD_USER_INPUT: Give the reason in 1 to 500 characters.',
    );
    expect(
      await refused('commissioner.derby', 'withdrawReturn', { ...seen(done), reason: 'r' }),
    ).toMatch(/^FORBIDDEN: /);
    expect(
      await refused('commissioner.derby', 'reopenReturn', { ...seen(done), reason: 'r' }),
    ).toMatch(/^FORBIDDEN: /);
    expect(
      await refused('hub-analyst.d2n2', 'withdrawReturn', { ...seen(done), reason: 'r' }),
    ).toMatch(/^FORBIDDEN: /);
  });
});
