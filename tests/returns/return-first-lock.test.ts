import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { approved, arrangeHubSight, demandFiles, forgetReturns, submitted } from './returns.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

beforeEach(async () => {
  await app.db.query(
    'alter table "return" disable row level security; alter table return_receipt disable row level security',
  );
  await forgetReturns(app);
  await arrangeHubSight(app);
});

/** How many returns an account finds. */
async function found(account: string): Promise<number | undefined> {
  const answer = await app.as<{ returns: { totalCount: number } }>(
    account,
    '{ returns { totalCount } }',
  );
  return answer.data?.returns.totalCount;
}

/** Where the returns of all members stand for an account. */
async function told(account: string): Promise<string> {
  const answer = await app.as(
    account,
    '{ returnCalendar(consortium: "d2n2") { authorities { months { state } } } }',
  );
  return JSON.stringify(answer.data);
}

describe('returns, with row-level security taken away and only the filter of the code left', () => {
  test('are one’s own before they are approved', async () => {
    await submitted(app, demandFiles(12));

    expect(await found('commissioner.derby')).toBe(1);
    expect(await found('hub-analyst.d2n2')).toBe(0);
    expect(await found('commissioner.nottingham')).toBe(0);
  });

  test('are those of whoever sees their figures exactly once they are approved', async () => {
    await approved(app, demandFiles(12));

    expect(await found('hub-analyst.d2n2')).toBe(1);
    expect(await found('commissioner.nottingham')).toBe(0);
    expect(await found('hub-analyst.west-midlands')).toBe(0);
  });

  test('have come for whoever sees their figures exactly, and for nobody else', async () => {
    await submitted(app, demandFiles(12));

    expect(await told('commissioner.derby')).toContain('RECEIVED');
    expect(await told('hub-analyst.d2n2')).toContain('RECEIVED');
    expect(await told('commissioner.nottingham')).not.toContain('RECEIVED');
  });
});
