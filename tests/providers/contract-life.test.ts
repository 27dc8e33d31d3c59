import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { at, buyer, done, freshBuying, givenContract, real, refused } from './buying.ts';
import { codes, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

const read = async (id: string, fields: string) =>
  (
    await app.as<{ node: Record<string, unknown> }>(
      buyer,
      `query ($id: ID!) { node(id: $id) { ... on BlockContract { ${fields} } } }`,
      { id },
    )
  ).data?.node;

describe('a block contract', () => {
  test('has its terms, its months and when it breaks even with spot', async () => {
    const { id } = await givenContract(app);

    expect(
      await read(
        id,
        `reference authority { name } provider { name } services { urn } beds weeklyPrice startsOn endsOn
         lastPossibleEnd noticeMonths extensionOptions { nth months decideByMonths } why synthetic version
         months { month beds occupied voidDays bedDays } viewerCanChange
         breakEven { occupancy actualOccupancy costOfUsedWeek sentence }`,
      ),
    ).toEqual({
      reference: 'BLOCK-T-1',
      authority: { name: 'Derby' },
      provider: { name: moss.name },
      services: [{ urn: '9990001' }],
      beds: 4,
      weeklyPrice: 4_200,
      startsOn: '2025-07-01',
      endsOn: '2027-06-30',
      lastPossibleEnd: '2028-06-30',
      noticeMonths: 6,
      extensionOptions: [{ nth: 1, months: 12, decideByMonths: 3 }],
      why: 'own',
      synthetic: true,
      version: 2,
      months: [{ month: '2026-05', beds: 4, occupied: 3, voidDays: 31, bedDays: 124 }],
      viewerCanChange: true,
      breakEven: {
        occupancy: 75,
        actualOccupancy: 75,
        costOfUsedWeek: 5_600,
        sentence:
          'A bed at £4,200 a week, paid whether or not it is used, is as dear as a spot placement at £5,600 when it is occupied 75.0% of the time, and cheaper above. It was occupied 75.0% of the time recorded: each week used cost £5,600, as much as by spot.',
      },
    });
  });

  test('changes, is extended, and has a month put right', async () => {
    const { id, version } = await givenContract(app);

    const changed = await done(app, buyer, {
      mutation: 'changeBlockContract',
      input: {
        id,
        version,
        beds: 5,
        services: ['9990002'],
        weeklyPrice: 4_400,
        extensionTaken: { nth: 1, on: '2026-06-10' },
      },
    });
    await done(app, buyer, {
      mutation: 'recordBlockMonth',
      input: { ...changed, month: '2026-05', occupied: 4, voidDays: 10 },
    });

    expect(
      await read(id, 'beds endsOn weeklyPrice services { urn } months { beds occupied voidDays }'),
    ).toEqual({
      beds: 5,
      endsOn: '2028-06-30',
      weeklyPrice: 4_400,
      services: [{ urn: '9990002' }],
      months: [{ beds: 5, occupied: 4, voidDays: 10 }],
    });
  });

  test('is not changed by whoever saw it before somebody else did', async () => {
    const { id, version } = await givenContract(app);
    const stale = { id, version: version - 1 };
    const meanwhile =
      'CONFLICT: This block contract was changed meanwhile. Look at it again, then repeat your change.';

    expect(
      await refused(app, buyer, { mutation: 'changeBlockContract', input: { ...stale, beds: 9 } }),
    ).toBe(meanwhile);
    expect(
      await refused(app, buyer, {
        mutation: 'recordBlockMonth',
        input: { ...stale, month: '2026-04', occupied: 1, voidDays: 0 },
      }),
    ).toBe(meanwhile);
    expect(await read(id, 'beds version')).toEqual({ beds: 4, version });
  });
});

describe('what cannot be is refused, naming where it stands:', () => {
  const added = (said: object) =>
    refused(app, buyer, {
      mutation: 'addBlockContract',
      input: {
        authority: codes.derby,
        reference: 'BLOCK-T-2',
        provider: moss.key,
        beds: 4,
        startsOn: '2025-07-01',
        endsOn: '2027-06-30',
        ...said,
      },
    });

  test.each([
    [
      'an end before the start',
      { endsOn: '2025-06-30' },
      'endsOn must not be before the start on 2025-07-01.',
    ],
    [
      'another’s authority',
      { authority: codes.nottingham },
      'authority must be one that you answer for.',
    ],
    [
      'a provider not in the register',
      { provider: 'nobody' },
      'provider “nobody” is not in the register.',
    ],
    [
      'a real provider in a demonstration',
      { provider: real },
      'provider is a real one: in a demonstration, contracts that no public notice names belong to fictitious providers.',
    ],
    [
      'an unknown URN',
      { services: ['9999999'] },
      'services[0] “9999999” is no URN of the register.',
    ],
    [
      'a home of another',
      { services: ['9990003'] },
      `services[0] “9990003” is not of ${moss.name}, by the register.`,
    ],
    ['no beds', { beds: 0 }, 'beds must be from 1 to 500.'],
    ['a price of nothing', { weeklyPrice: 0 }, 'weeklyPrice must be from 0.01 to 99999999.'],
  ])('%s', async (_what, said, sentence) => {
    expect(await added(said)).toBe(`BAD_USER_INPUT: ${sentence}`);
    expect((await app.db.query('select from block_contract')).rowCount).toBe(0);
  });

  test('a reference that one has already', async () => {
    await givenContract(app);

    expect(await added({ reference: 'BLOCK-T-1' })).toBe(
      'CONFLICT: You have a block contract “BLOCK-T-1” already: change it instead.',
    );
  });

  test.each([
    ['more beds occupied than contracted', { occupied: 5 }, 'occupied must be from 0 to 4.'],
    ['more void days than the month has', { voidDays: 125 }, 'voidDays must be from 0 to 124.'],
    ['a month that goes on', { month: '2026-06' }, 'month must have ended.'],
    [
      'a month before it',
      { month: '2025-06' },
      'month must be within the contract, from 2025-07-01 to 2027-06-30.',
    ],
    [
      'what is no month',
      { month: 'May' },
      'month must be a month written YYYY-MM, for example 2026-09.',
    ],
  ])('%s', async (_what, said, sentence) => {
    const { id, version } = await givenContract(app);
    const input = { id, version, month: '2026-05', occupied: 1, voidDays: 0, ...said };

    expect(await refused(app, buyer, { mutation: 'recordBlockMonth', input })).toContain(
      `BAD_USER_INPUT: ${sentence}`,
    );
  });
});
