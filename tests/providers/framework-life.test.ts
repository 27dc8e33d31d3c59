import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import {
  addedAwards,
  at,
  done,
  freshBuying,
  givenFramework,
  lead,
  refused,
  usualAwards,
  usualFramework,
} from './buying.ts';
import { fell, moss } from './use.ts';

const app = await testApp({ clock: clockAt(at) });
freshBuying(app);

const read = async (id: string, fields: string, account = lead) => {
  const answer = await app.as<{ framework: Record<string, unknown> | null }>(
    account,
    `query ($id: ID!) { framework(id: $id) { ${fields} } }`,
    { id },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data?.framework;
};

describe('a framework', () => {
  test('has its lead, buyers, lots, tiers, dates and extensions, and stands as its days say', async () => {
    const { id } = await givenFramework(app);

    expect(
      await read(
        id,
        `reference status lastPossibleEnd lead { name } buyers { name } synthetic viewerCanChange
         lots { number maximumWeeklyPrice tiers { number hoursToRespond } } dates { kind on }
         extensions { nth months takenOn }`,
      ),
    ).toEqual({
      reference: 'T-1',
      status: 'OPEN',
      lastPossibleEnd: '2031-03-31',
      lead: { name: 'Derbyshire' },
      buyers: [{ name: 'Derby' }, { name: 'Nottingham' }],
      synthetic: true,
      viewerCanChange: true,
      lots: [
        {
          number: '1',
          maximumWeeklyPrice: 6_000,
          tiers: [
            { number: 1, hoursToRespond: 24 },
            { number: 2, hoursToRespond: null },
          ],
        },
        { number: '2', maximumWeeklyPrice: 9_000, tiers: [] },
      ],
      dates: [{ kind: 'REOPENED', on: '2026-10-01' }],
      extensions: [{ nth: 1, months: 24, takenOn: null }],
    });
  });

  test('counts memberships and providers apart, and says why they differ', async () => {
    const { id } = await givenFramework(app, { printedProviders: 5 });

    expect(
      await read(
        id,
        `lotMemberships { value printed symbol } providers { value printed why } countsExplained
         membershipsSynthetic lots { memberships { value } tiers { memberships { value } } }`,
      ),
    ).toEqual({
      lotMemberships: { value: 3, printed: null, symbol: null },
      providers: { value: 2, printed: 5, why: 'own' },
      countsExplained:
        '2 + 1 = 3 memberships of lots, held by 2 providers: whoever is on several lots counts once for each, so 3 memberships are not 3 providers. Its source prints 5 providers; 2 are counted here.',
      membershipsSynthetic: true,
      lots: [
        {
          memberships: { value: 2 },
          tiers: [{ memberships: { value: 1 } }, { memberships: { value: 1 } }],
        },
        { memberships: { value: 1 }, tiers: [] },
      ],
    });
  });

  test('is extended by a right that it has, once', async () => {
    const { id, version } = await givenFramework(app);
    const input = { id, version, extensionTaken: { nth: 1, on: '2026-06-10' } };

    await done(app, lead, { mutation: 'changeFramework', input });

    expect(await read(id, 'endsOn lastPossibleEnd dates { kind on }')).toEqual({
      endsOn: '2031-03-31',
      lastPossibleEnd: '2031-03-31',
      dates: [
        { kind: 'EXTENDED', on: '2026-06-10' },
        { kind: 'REOPENED', on: '2026-10-01' },
      ],
    });
    expect(
      await refused(app, lead, {
        mutation: 'changeFramework',
        input: { ...input, version: version + 1 },
      }),
    ).toBe('BAD_USER_INPUT: extensionTaken.nth must be a right to extend that was not taken up.');
  });

  test('gains providers and homes when it re-opens, and a lot', async () => {
    const { id, version } = await givenFramework(app);
    const lots = [{ number: '3', title: 'Solo', maximumWeeklyPrice: 12_000 }];
    const changed = await done(app, lead, {
      mutation: 'changeFramework',
      input: { id, version, lots },
    });

    const added = { lot: '3', provider: fell.key, startsOn: '2026-06-01', services: ['9990003'] };
    await addedAwards(app, changed, [added]);

    expect(await read(id, 'lotMemberships { value } lots { number }')).toEqual({
      lotMemberships: { value: 4 },
      lots: [{ number: '1' }, { number: '2' }, { number: '3' }],
    });
  });

  test('loses a provider whose membership ends, which may join again afterwards', async () => {
    const { id, version, awards } = await givenFramework(app);
    const [first = ''] = awards;

    await done(app, lead, {
      mutation: 'endFrameworkAward',
      input: { id: first, version: 1, endsOn: '2026-05-31' },
    });
    expect(await read(id, 'lotMemberships { value } awards { totalCount }')).toEqual({
      lotMemberships: { value: 2 },
      awards: { totalCount: 3 },
    });
    await addedAwards(app, { id, version }, [
      { lot: '1', tier: 2, provider: moss.key, startsOn: '2026-06-01' },
    ]);
    expect(await read(id, 'lotMemberships { value }')).toEqual({ lotMemberships: { value: 3 } });
  });

  test('is found by consortium, service and day', async () => {
    await givenFramework(app);
    const listed = async (filter: string) => {
      const { data } = await app.as<{ frameworks: { totalCount: number } }>(
        'commissioner.coventry',
        `{ frameworks(${filter}) { totalCount } }`,
      );
      return data?.frameworks.totalCount;
    };

    expect(await listed('consortium: "d2n2", service: "RESIDENTIAL"')).toBe(1);
    expect(await listed('consortium: "west-midlands"')).toBe(0);
    expect(await listed('service: "FOSTERING"')).toBe(0);
    expect(await listed('inForceOn: "2029-03-31"')).toBe(1);
    expect(await listed('inForceOn: "2029-04-01"')).toBe(0);
  });
});

describe('what was entered wrongly of a framework', () => {
  const fields = `lots { number tiers { number } } dates { kind on note } extensions { nth months }`;

  test('goes before anything is added, as long as nothing rests on it', async () => {
    const { id, version } = await done(app, lead, {
      mutation: 'addFramework',
      input: usualFramework,
    });
    const tiers = [{ number: 1, title: 'Only' }];
    const date = { kind: 'REOPENED', on: '2026-10-01' };

    await done(app, lead, {
      mutation: 'changeFramework',
      input: {
        ...{ id, version },
        removed: { lots: ['2'], dates: [date], extensions: [1] },
        lots: [{ number: '1', title: 'Standard', tiers }],
        dates: [{ ...date, note: 'For homes' }],
        extensions: [{ months: 12 }],
      },
    });

    expect(await read(id, fields)).toEqual({
      lots: [{ number: '1', tiers: [{ number: 1 }] }],
      dates: [{ ...date, note: 'For homes' }],
      extensions: [{ nth: 1, months: 12 }],
    });
  });

  test('stays where providers are on it, or a right was taken up', async () => {
    const { id, version } = await givenFramework(app);
    const before = await read(id, fields);
    const taken = { id, version, extensionTaken: { nth: 1, on: '2026-06-10' } };
    const { version: now } = await done(app, lead, { mutation: 'changeFramework', input: taken });
    const change = (said: object) =>
      refused(app, lead, {
        mutation: 'changeFramework',
        input: { id, version: now, ...said },
      });

    expect(await change({ removed: { lots: ['1', '9'], extensions: [1] } })).toBe(
      'BAD_USER_INPUT: removed.lots[0] “1” must be a lot on which no provider is or was. removed.lots[1] “9” must be a lot on which no provider is or was. removed.extensions[0] must be a right that was not taken up.',
    );
    expect(await change({ lots: [{ number: '1', title: 'Standard', tiers: [] }] })).toBe(
      'BAD_USER_INPUT: lots[0].tiers must keep 1: providers are in it, or were.',
    );
    expect(await read(id, 'lots { number tiers { number } }')).toEqual({ lots: before?.['lots'] });
  });

  test('and tiers of which nothing is said stay as they are', async () => {
    const { id, version } = await givenFramework(app);

    await done(app, lead, {
      mutation: 'changeFramework',
      input: { id, version, lots: [{ number: '1', title: 'Named anew' }] },
    });

    expect(await read(id, 'lots { title tiers { number } }')).toEqual({
      lots: [
        { title: 'Named anew', tiers: [{ number: 1 }, { number: 2 }] },
        { title: 'Enhanced', tiers: [] },
      ],
    });
  });
});

describe('a framework that changed meanwhile', () => {
  const meanwhile =
    'CONFLICT: This framework was changed meanwhile. Look at it again, then repeat your change.';

  test('is not changed by whoever saw it before', async () => {
    const { id, version } = await givenFramework(app);
    const stale = { id, version: version - 1 };

    expect(
      await refused(app, lead, { mutation: 'changeFramework', input: { ...stale, title: 'T' } }),
    ).toBe(meanwhile);
    expect(
      await refused(app, lead, {
        mutation: 'addFrameworkAwards',
        input: { framework: id, version: version - 1, awards: usualAwards },
      }),
    ).toBe(meanwhile);
    expect(await read(id, 'version title')).toEqual({ version, title: usualFramework.title });
  });

  test('nor is a membership ended twice over', async () => {
    const { awards } = await givenFramework(app);
    const end = (version: number, endsOn: string) =>
      refused(app, lead, {
        mutation: 'endFrameworkAward',
        input: { id: awards[0], version, endsOn },
      });

    expect(await end(1, '2026-06-30')).toBe('');
    expect(await end(1, '2026-06-29')).toMatch(/^CONFLICT: This membership was changed meanwhile/);
    expect(await end(2, '2026-07-31')).toBe(
      'CONFLICT: It ends before, on 30 June 2026: add the provider anew.',
    );
    expect(await end(2, '2025-03-31')).toMatch(/^BAD_USER_INPUT: endsOn must not be before/);
  });
});
