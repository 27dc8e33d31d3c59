import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import { CALENDAR, collectionOf } from './collections.ts';
import {
  accepted,
  approved,
  arrangeHubSight,
  changed,
  demandFiles,
  forgetReturns,
  seen,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-09T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

describe('the calendar of returns', () => {
  test('has the last twelve months that have ended', async () => {
    const { periods, demand } = await collectionOf(app, 'commissioner.derby', 'Derby');

    expect([periods[0], periods.at(-1), periods.length]).toEqual(['2025-06', '2026-05', 12]);
    expect(demand.at(-1)).toEqual({
      dataset: 'demand',
      period: '2026-05',
      opensOn: '2026-06-01',
      dueOn: '2026-06-10',
      state: 'NOT_DUE',
      onTime: null,
      return: null,
      newer: null,
    });
    expect(demand.at(-2)).toMatchObject({ period: '2026-04', dueOn: '2026-05-11', state: 'LATE' });
  });

  test('tells one’s own organisation what has come, and whether it was in time', async () => {
    await submitted(app, demandFiles(12));
    await accepted(app, demandFiles(12, '2026-04'), { period: '2026-04' });

    const { demand, timeliness } = await collectionOf(app, 'ig-lead.derby', 'Derby');

    expect(demand.at(-1)).toMatchObject({
      state: 'RECEIVED',
      onTime: true,
      return: { status: 'SUBMITTED' },
    });
    expect(demand.at(-2)).toMatchObject({ state: 'IN_USE', onTime: false });
    // Eleven months of demand, placements, fostering, costs and providers are due, and twelve of beds.
    expect(timeliness).toEqual({ due: 67, received: 1, inUse: 1, onTime: 0 });
  });

  test('shows beside the version in use a newer one that is on its way', async () => {
    const first = await accepted(app, demandFiles(12));
    await changed(app, 'approver.derby', 'reopenReturn', { ...seen(first), reason: 'Miscounted.' });
    await submitted(app, demandFiles(13));

    const own = await collectionOf(app, 'commissioner.derby', 'Derby');
    const hub = await collectionOf(app, 'hub-analyst.d2n2', 'Derby');

    expect(own.demand.at(-1)).toMatchObject({
      state: 'IN_USE',
      return: { status: 'ACCEPTED' },
      newer: { status: 'SUBMITTED', version: 2 },
    });
    expect(own.demand.at(-2)?.newer).toBeNull();
    // Before it is approved the hub learns nothing of it.
    expect(hub.demand.at(-1)).toMatchObject({ state: 'IN_USE', newer: null });
  });

  test('is of one’s own authorities alone where that is asked for, and tells no other’s log', async () => {
    await accepted(app, demandFiles(12));
    await emptyLogs(app);

    const namesFor = async (account: string) =>
      (
        await app.as<{ returnCalendar: { authorities: { authority: { name: string } }[] } }>(
          account,
          '{ returnCalendar(consortium: "d2n2", onlyOwn: true) { authorities { authority { name } } } }',
        )
      ).data?.returnCalendar.authorities.map(({ authority }) => authority.name);

    expect(await namesFor('commissioner.derby')).toEqual(['Derby']);
    expect(await namesFor('hub-analyst.d2n2')).toEqual([]);
    expect(await logOf(app, 'derby')).toEqual([]);
  });

  test('shows the hub that a return has come before it is approved, and no more of it', async () => {
    await submitted(app, demandFiles(12));

    const waiting = await collectionOf(app, 'hub-analyst.d2n2', 'Derby');
    expect(waiting.demand.at(-1)).toMatchObject({ state: 'RECEIVED', onTime: true, return: null });

    await approved(app, demandFiles(13));

    const { demand, timeliness } = await collectionOf(app, 'hub-analyst.d2n2', 'Derby');
    expect(demand.at(-1)).toMatchObject({ state: 'RECEIVED', return: { status: 'APPROVED' } });
    expect(timeliness).toEqual({ due: 11, received: 0, inUse: 0, onTime: 0 });
  });

  test.each([
    ['commissioner.nottingham', 'Derby'],
    ['hub-analyst.d2n2', 'Derbyshire'],
    ['commissioner.norfolk', 'Derby'],
    ['hub-analyst.west-midlands', 'Derby'],
  ])('tells %s of %s only that it is not shared', async (account, name) => {
    await accepted(app, demandFiles(12));

    const { demand, timeliness } = await collectionOf(app, account, name);

    expect(new Set(demand.map(({ state }) => state))).toEqual(new Set(['NOT_SHARED']));
    expect(demand.at(-1)).toMatchObject({ onTime: null, return: null });
    expect(timeliness).toBeNull();
  });

  test('tells the log of another organisation’s returns that it showed', async () => {
    await accepted(app, demandFiles(12));
    await emptyLogs(app);

    await collectionOf(app, 'hub-analyst.d2n2', 'Derby');

    expect(await logOf(app, 'derby')).toMatchObject([
      {
        type: 'figures.read',
        account: 'hub-analyst.d2n2',
        details: { dataset: 'demand', periods: ['2026-05'] },
      },
    ]);
  });

  test('is for those who read returns, of a consortium there is', async () => {
    const asked = (account: string, consortium: string) =>
      app.as(account, CALENDAR, { consortium });

    expect(refusalOf(await asked('reviewer.d2n2', 'd2n2'))).toMatch(/^FORBIDDEN: /);
    expect(refusalOf(await asked('commissioner.derby', 'x'))).toBe(
      'NOT_FOUND: There is no consortium “x”.',
    );
  });
});
