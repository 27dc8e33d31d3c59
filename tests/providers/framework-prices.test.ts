import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at, buyer, done, freshBuying, givenFramework, lead, refused } from './buying.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

const howMany = async (table: string) =>
  (await app.db.query<{ many: number }>(`select count(*)::int as many from ${table}`)).rows[0]
    ?.many;

describe('prices on a framework', () => {
  const price = (award: string, said: object) => ({
    mutation: 'setAwardPrice',
    input: { award, weeklyPrice: 5_000, ...said },
    asked: 'id tenderedWeeklyPrice prices { need weeklyPrice version } priceWhy viewerCanPrice',
  });

  test('are recorded by whoever buys, and changed at the version seen', async () => {
    const { awards } = await givenFramework(app);
    const [award = ''] = awards;

    expect(await done(app, buyer, price(award, {}))).toMatchObject({
      tenderedWeeklyPrice: 5_000,
      prices: [{ need: '', weeklyPrice: 5_000, version: 1 }],
      priceWhy: 'own',
      viewerCanPrice: true,
    });
    expect(await refused(app, buyer, price(award, {}))).toMatch(
      /^CONFLICT: This price was changed/,
    );
    expect(await done(app, buyer, price(award, { weeklyPrice: 5_100, version: 1 }))).toMatchObject({
      prices: [{ weeklyPrice: 5_100, version: 2 }],
    });
    expect(await refused(app, buyer, price(award, { version: 1 }))).toMatch(/^CONFLICT/);
  });

  test('are never above the published maximum of their lot', async () => {
    const { awards } = await givenFramework(app);

    expect(await refused(app, buyer, price(awards[0] ?? '', { weeklyPrice: 6_000.01 }))).toBe(
      'BAD_USER_INPUT: weeklyPrice must not be above £6,000.00 a week, the published maximum of lot 1.',
    );
    expect(await howMany('award_price')).toBe(0);
    expect(await refused(app, buyer, price(awards[0] ?? '', { weeklyPrice: 6_000 }))).toBe('');
  });

  test('keep a maximum from being lowered below one’s own, and tell nothing of another’s', async () => {
    const { id, version, awards } = await givenFramework(app);
    const lower = (seen: number) => ({
      mutation: 'changeFramework',
      input: { id, version: seen, lots: [{ number: '1', title: 'L', maximumWeeklyPrice: 4_999 }] },
    });
    await done(app, lead, price(awards[0] ?? '', {}));

    expect(await refused(app, lead, lower(version))).toBe(
      'BAD_USER_INPUT: lots[0].maximumWeeklyPrice is below 1 of the prices you have recorded on this lot.',
    );
    await app.db.query('delete from award_price');
    await done(app, buyer, price(awards[0] ?? '', {}));
    expect(await refused(app, lead, lower(version))).toBe('');
  });
});
