import { beforeEach, describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { collectionOf } from './collections.ts';
import type { SeenReturn, SentText } from './returns.ts';
import {
  accepted,
  arrangeHubSight,
  changed,
  demandFiles,
  forgetReturns,
  office,
  seen,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-09T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
});

describe('a return of April, which was due by 11 May,', () => {
  const april = { period: '2026-04' };
  const good = demandFiles(12, '2026-04');
  const better = demandFiles(13, '2026-04');
  const wrong = good.map(({ name, text }) => ({
    name,
    text: String(text).replace('PLANNED,12', 'PLANNED,twelve'),
  }));

  /** Sends a version as if on a day. */
  async function sentOn(day: string, files: readonly SentText[]) {
    const sent = await submitted(app, files, april);
    await submittedOn(day, sent);
    return sent;
  }

  /** Submits a version that was checked as if on a day. */
  async function confirmedOn(day: string, sent: SeenReturn) {
    const confirmed = await changed(app, 'commissioner.derby', 'confirmReturn', seen(sent));
    await submittedOn(day, sent);
    return confirmed;
  }

  /** Says of a version, if it was submitted, that it was on a day. */
  const submittedOn = (day: string, { version }: SeenReturn) =>
    app.db.query(
      `update "return" set submitted_at = $1 where version = $2 and submitted_at is not null`,
      [`${day}T12:00:00Z`, version],
    );

  const withdrawn = (sent: SeenReturn) =>
    changed(app, 'approver.derby', 'withdrawReturn', { ...seen(sent), reason: 'A test.' });

  /** Where it stands for the authority and for the hub, and what of all months counts as come and in time. */
  async function standing() {
    const own = await collectionOf(app, 'commissioner.derby', 'Derby');
    const hub = await collectionOf(app, 'hub-analyst.d2n2', 'Derby');
    return [own, hub].map(({ demand, timeliness }) => {
      const { state, return: sent } = demand.at(-2) ?? {};
      const { received, onTime } = timeliness ?? {};
      return `${state}, ${sent?.status ?? 'unseen'}: ${received} came, ${onTime} in time`;
    });
  }

  test('is in time where it was submitted by then, whenever it is approved', async () => {
    await sentOn('2026-05-11', good);

    expect(await standing()).toEqual([
      'RECEIVED, SUBMITTED: 1 came, 1 in time',
      'RECEIVED, unseen: 1 came, 1 in time',
    ]);
  });

  test('is in time still when a later version takes the place of that one', async () => {
    await sentOn('2026-05-11', good);
    const second = await sentOn('2026-05-20', better);
    await changed(app, 'approver.derby', 'approveReturn', { ...seen(second), ...office });

    expect(await standing()).toEqual([
      'RECEIVED, APPROVED: 1 came, 1 in time',
      'RECEIVED, APPROVED: 1 came, 1 in time',
    ]);
  });

  test('has not come while all there is of it has errors', async () => {
    await sentOn('2026-05-08', wrong);

    expect(await standing()).toEqual([
      'LATE, PROBLEMS: 0 came, 0 in time',
      'LATE, unseen: 0 came, 0 in time',
    ]);
  });

  test('has not come while it was only checked, and others learn nothing of that', async () => {
    const fields = 'id version revision onTime';
    const checked = await submitted(app, good, { ...april, fields, checkOnly: true });

    expect(checked['onTime']).toBeNull();
    expect(await standing()).toEqual([
      'LATE, READY: 0 came, 0 in time',
      'LATE, unseen: 0 came, 0 in time',
    ]);

    await confirmedOn('2026-05-12', checked);

    expect(await standing()).toEqual([
      'RECEIVED, SUBMITTED: 1 came, 0 in time',
      'RECEIVED, unseen: 1 came, 0 in time',
    ]);
  });

  test('is in time still when another version that was only checked takes the place of that one', async () => {
    await sentOn('2026-05-11', good);
    await submitted(app, better, { ...april, checkOnly: true });

    expect(await standing()).toEqual([
      'RECEIVED, READY: 1 came, 1 in time',
      'RECEIVED, unseen: 1 came, 1 in time',
    ]);
  });

  test('is in time still when it is sent back and submitted again', async () => {
    const sent = await sentOn('2026-05-11', good);
    const given = await changed(app, 'approver.derby', 'approveReturn', {
      ...seen(sent),
      ...office,
    });
    const back = await changed(app, 'hub-analyst.d2n2', 'reopenReturn', {
      ...seen(given),
      reason: 'A test.',
    });
    const again = await changed(app, 'commissioner.derby', 'confirmReturn', seen(back));

    expect(again.status).toBe('SUBMITTED');
    expect((await standing())[0]).toBe('RECEIVED, SUBMITTED: 1 came, 1 in time');
  });

  test('came late where what came in time had errors', async () => {
    await sentOn('2026-05-08', wrong);
    await sentOn('2026-05-12', good);

    expect(await standing()).toEqual([
      'RECEIVED, SUBMITTED: 1 came, 0 in time',
      'RECEIVED, unseen: 1 came, 0 in time',
    ]);
  });

  test('has not come where its latest version was withdrawn', async () => {
    await sentOn('2026-05-08', good);
    await withdrawn(await sentOn('2026-05-11', better));

    expect(await standing()).toEqual([
      'LATE, WITHDRAWN: 0 came, 0 in time',
      'LATE, unseen: 0 came, 0 in time',
    ]);
  });

  test('is late where a version of it that came in time was withdrawn, and the next came late', async () => {
    await withdrawn(await sentOn('2026-05-08', good));
    await sentOn('2026-05-12', better);

    expect(await standing()).toEqual([
      'RECEIVED, SUBMITTED: 1 came, 0 in time',
      'RECEIVED, unseen: 1 came, 0 in time',
    ]);
  });

  test('stays in use where a version after that one was withdrawn', async () => {
    const first = await accepted(app, good, april);
    await changed(app, 'approver.derby', 'reopenReturn', { ...seen(first), reason: 'A test.' });
    await withdrawn(await submitted(app, better, april));

    expect(await standing()).toEqual([
      'IN_USE, ACCEPTED: 1 came, 0 in time',
      'IN_USE, ACCEPTED: 1 came, 0 in time',
    ]);
  });

  test('is told to the log of its organisation when another is shown that it came', async () => {
    await sentOn('2026-05-11', good);
    await emptyLogs(app);

    await collectionOf(app, 'hub-analyst.d2n2', 'Derby');

    expect(await logOf(app, 'derby')).toMatchObject([
      { type: 'figures.read', details: { dataset: 'demand', periods: ['2026-04'] } },
    ]);
  });
});
