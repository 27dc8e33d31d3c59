import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  at,
  buyer,
  done,
  freshBuying,
  givenFramework,
  hub,
  lead,
  real,
  refused,
  tried,
  usualAwards,
  usualFramework,
} from './buying.ts';
import { codes, fell, moss } from './use.ts';

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

const howMany = async (table: string) =>
  (await app.db.query<{ many: number }>(`select count(*)::int as many from ${table}`)).rows[0]
    ?.many;

describe('with a framework stands who entered it:', () => {
  test('a tenant’s that others lead is for its own use', async () => {
    const input = { ...usualFramework, leadText: 'Coventry City Council', lead: null };
    const asked = 'id holder published';
    const { id, ...added } = await done<{ id: string }>(app, lead, {
      mutation: 'addFramework',
      ...{ input, asked },
    });

    expect(added).toEqual({ holder: 'Derbyshire', published: false });
    expect(await read(id, 'id', buyer)).toBeNull();
  });

  test('a hub’s that a member leads, and one that is led by nobody of today', async () => {
    const led = { ...usualFramework, buyers: [] };
    const asked = 'holder published lead { code }';
    const add = (input: object) => done(app, hub, { mutation: 'addFramework', input, asked });

    expect(await add(led)).toMatchObject({ published: true, lead: { code: codes.derbyshire } });
    expect(await add({ ...led, reference: 'T-2', lead: null })).toEqual({
      holder: 'D2N2 hub',
      published: true,
      lead: null,
    });
  });
});

describe('what cannot be added is refused, naming where it stands, and nothing of it is kept:', () => {
  test.each([
    [
      'an end before the start',
      { endsOn: '2025-03-31' },
      'endsOn must not be before the start on 2025-04-01.',
    ],
    [
      'two tiers of one number',
      {
        lots: [
          {
            number: '1',
            title: 'L',
            tiers: [
              { number: 1, title: 'A' },
              { number: 1, title: 'B' },
            ],
          },
        ],
      },
      'lots[0].tiers[1].number 1 overlaps: another tier of the lot has it already.',
    ],
    [
      'two lots of one number',
      {
        lots: [
          { number: '1', title: 'A' },
          { number: '1', title: 'B' },
        ],
      },
      'lots[1].number “1” is another lot’s already.',
    ],
    [
      'another’s authority as the lead',
      { lead: codes.derby },
      'lead must be an authority that you answer for.',
    ],
    [
      'publishing what no authority of one’s own leads',
      { lead: null, published: true },
      'published must be false: you publish what an authority of yours leads.',
    ],
    [
      'a buyer that does not exist',
      { buyers: [codes.derby, 'E06999999'] },
      'buyers[1] “E06999999” is no authority today.',
    ],
    [
      'a service that nobody buys',
      { services: ['CATERING'] },
      'services must be among FOSTERING, RESIDENTIAL, SUPPORTED, SCHOOL, FAMILY.',
    ],
    ['a title of nothing', { title: ' ' }, 'title must be a plain text of 1 to 300 characters.'],
    [
      'an address that is none',
      { sourceUrl: 'javascript:alert(1)' },
      'sourceUrl must begin with https://.',
    ],
  ])('%s', async (_what, said, sentence) => {
    const input = { ...usualFramework, ...said };

    expect(await refused(app, lead, { mutation: 'addFramework', input })).toBe(
      `BAD_USER_INPUT: ${sentence}`,
    );
    expect(await howMany('framework')).toBe(0);
  });

  test('a hub’s, where its lead is no member of its consortium', async () => {
    const input = { ...usualFramework, lead: 'E08000026' };

    expect(await refused(app, hub, { mutation: 'addFramework', input })).toBe(
      'BAD_USER_INPUT: lead must be a member of your consortium today.',
    );
    expect(await howMany('framework')).toBe(0);
  });

  test('publishing on, once the lead is taken away', async () => {
    const { id, version } = await givenFramework(app);

    expect(
      await refused(app, lead, { mutation: 'changeFramework', input: { id, version, lead: null } }),
    ).toBe(
      'BAD_USER_INPUT: published must be false: you publish what an authority of yours leads.',
    );
    expect(await read(id, 'published')).toEqual({ published: true });
  });

  test('a framework of the same reference', async () => {
    await givenFramework(app);

    expect(await refused(app, lead, { mutation: 'addFramework', input: usualFramework })).toBe(
      'CONFLICT: You have the framework T-1 already: change it instead.',
    );
  });

  test.each([
    [
      'a provider that is not in the register',
      { provider: 'nobody-limited' },
      'awards[1].provider “nobody-limited” is not in the register.',
    ],
    [
      'a real provider in a demonstration, without a public notice',
      { provider: real, services: [] },
      'awards[1].provider is a real one: in a demonstration, memberships that no public notice names belong to fictitious providers.',
    ],
    [
      'an unknown URN',
      { services: ['9990001', '9999999'] },
      'awards[1].services[1] “9999999” is no URN of the register.',
    ],
    [
      'a home of another provider',
      { services: ['9990003'] },
      'awards[1].services[0] “9990003” is not of Moss Gate Homes (fictitious), by the register.',
    ],
    [
      'an end before the start',
      { endsOn: '2026-01-01' },
      'awards[1].endsOn must not be before the start on 2026-06-01.',
    ],
    [
      'a start before the framework',
      { startsOn: '2025-03-31' },
      'awards[1].startsOn must not be before the framework, which starts on 2025-04-01.',
    ],
    [
      'a start after the framework',
      { startsOn: '2029-04-01' },
      'awards[1].startsOn must not be after the framework, which ends on 2029-03-31.',
    ],
    ['a lot that does not exist', { lot: '9' }, 'awards[1].lot must be among 1, 2.'],
    ['a tier that does not exist', { tier: 3 }, 'awards[1].tier 3 is no tier of lot 1.'],
    [
      'no tier of a lot with tiers',
      { tier: null },
      'awards[1].tier must be given: lot 1 has tiers.',
    ],
  ])('%s', async (_what, said, sentence) => {
    const added = await done(app, lead, { mutation: 'addFramework', input: usualFramework });
    const good = { lot: '1', tier: 1, provider: fell.key, startsOn: '2026-06-01' };
    const awards = [good, { ...good, provider: moss.key, services: [], ...said }];

    expect(
      await refused(app, lead, {
        mutation: 'addFrameworkAwards',
        input: { framework: added.id, version: 1, awards },
      }),
    ).toBe(`BAD_USER_INPUT: ${sentence}`);
    expect(await howMany('framework_award')).toBe(0);
    expect(await read(added.id, 'version')).toEqual({ version: 1 });
  });

  test('a provider in two tiers of a lot at a time, whether it is there already or added twice', async () => {
    const { id, version } = await givenFramework(app);
    const second = { lot: '1', tier: 2, provider: moss.key, startsOn: '2026-06-01' };

    expect(
      await refused(app, lead, {
        mutation: 'addFrameworkAwards',
        input: { framework: id, version, awards: [second] },
      }),
    ).toBe(
      'BAD_USER_INPUT: awards[0] overlaps: the provider is on this lot already, in tier 1 since 1 April 2025.',
    );
    const other = await done(app, lead, {
      mutation: 'addFramework',
      input: { ...usualFramework, reference: 'T-2' },
    });
    expect(
      await refused(app, lead, {
        mutation: 'addFrameworkAwards',
        input: {
          framework: other.id,
          version: 1,
          awards: [second, { ...second, tier: 1, startsOn: '2026-09-01' }],
        },
      }),
    ).toBe(
      'BAD_USER_INPUT: awards[1] overlaps: the provider is on this lot already, by awards[0].',
    );
  });

  test('a problem in each of many, told together', async () => {
    const added = await done(app, lead, { mutation: 'addFramework', input: usualFramework });
    const awards = Array.from({ length: 8 }, () => ({ ...usualAwards[0], provider: 'nobody' }));
    const answer = await tried(app, lead, {
      mutation: 'addFrameworkAwards',
      input: { framework: added.id, version: 1, awards },
    });

    expect(refusalOf(answer)).toMatch(/^BAD_USER_INPUT: awards\[0\].*There are 3 more problems\.$/);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      path: 'awards[0].provider',
      problems: 8,
    });
  });
});
