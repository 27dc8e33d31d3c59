import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { ask, everyPage, refusal, search, urnsOf } from './searching.ts';

const app = await testApp();

/** Services that exist in demonstrations only, of an owner of their own. */
await app.db.query(`
  with made as (
    insert into provider_group (key, name, synthetic)
    values ('quillfeather-fictitious', 'Quillfeather (fictitious)', true) returning id
  ), owner as (
    insert into provider (group_id, key, name, synthetic)
    select id, 'quillfeather-limited-fictitious', 'Quillfeather Limited (fictitious)', true from made returning id
  ), named as (
    insert into provider_name (provider_id, name)
    select id, 'Quillfeather Limited (fictitious)' from owner
  )
  insert into service (urn, provider_id, provision_type, status, authority_code, area_text, places, synthetic, source_id)
  select '9999991', owner.id, 'CHILDRENS_HOME', 'ACTIVE', 'E06000015', 'Derby', 3, true,
    (select min(id) from reference_source) from owner`);

describe('searching all of England', () => {
  test('finds every service on the register, and counts the places that are published', async () => {
    const found = await search(app, {}, { first: 1 });

    expect(found).toMatchObject({ totalCount: 5600, places: 52_593, placesUnknown: 408 });
  });

  test('finds the homes and places of D2N2, by authority', async () => {
    const found = await search(app, {
      consortium: 'd2n2',
      provisionTypes: ['CHILDRENS_HOME'],
      facets: ['AUTHORITY'],
    });

    expect(found).toMatchObject({ totalCount: 210, places: 754, placesUnknown: 0 });
    expect(found.facets).toEqual([
      {
        name: 'AUTHORITY',
        others: 0,
        values: [
          { value: 'E10000007', title: 'Derbyshire', services: 73, places: 271 },
          { value: 'E10000024', title: 'Nottinghamshire', services: 70, places: 236 },
          { value: 'E06000015', title: 'Derby', services: 36, places: 132 },
          { value: 'E06000018', title: 'Nottingham', services: 31, places: 115 },
        ],
      },
    ]);
  });

  test('answers how many there are without listing any', async () => {
    const { data } = await app.as(
      'commissioner.derby',
      '{ services(input: { authorities: ["E06000015"] }) { totalCount } }',
    );

    expect(data).toEqual({ services: { totalCount: expect.any(Number) } });
  });
});

describe('filters', () => {
  test('by what services are', async () => {
    const { totalCount } = await search(app, {
      provisionTypes: ['SECURE_CHILDRENS_HOME', 'SECURE_TRAINING_CENTRE'],
    });

    expect(totalCount).toBe(15);
  });

  test('by authority, the one before today’s of the same area too', async () => {
    const today = await search(app, { authorities: ['E08000038'] });
    const before = await search(app, { authorities: ['E08000016'] });

    expect(today.edges[0]?.node.authority?.name).toBe('Barnsley');
    expect(before.totalCount).toBe(today.totalCount);
  });

  test('by consortium and authority: only where both are so', async () => {
    const found = await search(app, { consortium: 'd2n2', authorities: ['E08000025'] });

    expect(found.totalCount).toBe(0);
  });

  test('by distance between the middles of authorities', async () => {
    const found = await search(
      app,
      { near: 'E06000015', withinMiles: 20, order: 'DISTANCE', facets: ['AUTHORITY'] },
      { last: 1 },
    );
    const names = found.facets[0]?.values.map(({ title }) => title).sort();

    expect(names).toEqual(['Derby', 'Derbyshire', 'Nottingham']);
    expect(found.edges[0]).toMatchObject({
      distanceMiles: 16.5,
      node: { authority: { name: 'Derbyshire' } },
    });
  });

  test('by owner group, whatever the spelling of the owner', async () => {
    const { edges } = await search(app, { group: 'keys-child-care' }, { first: 200 });

    expect(new Set(edges.map(({ node }) => node.provider?.group.key))).toEqual(
      new Set(['keys-child-care']),
    );
  });

  test('by judgement at least, on the scale that is named', async () => {
    const good = await search(app, { judgementAtLeast: ['GOOD'], facets: ['PROVISION_TYPE'] });
    const strong = await search(app, { judgementAtLeast: ['INCONSISTENT'] }, { first: 200 });
    const both = await search(app, { judgementAtLeast: ['GOOD', 'INCONSISTENT'] });

    expect(good.totalCount).toBe(3717);
    expect(new Set(strong.edges.map(({ node }) => node.judgement))).toEqual(
      new Set(['CONSISTENTLY_STRONG', 'INCONSISTENT']),
    );
    expect(both.totalCount).toBe(good.totalCount + strong.totalCount);
  });

  test('by places: not published ones are neither few nor many', async () => {
    const { edges, totalCount } = await search(
      app,
      { placesAtLeast: 2, placesAtMost: 2, order: 'PLACES' },
      { first: 3 },
    );
    const any = await search(app, { placesAtLeast: 0 });

    expect(edges.map(({ node }) => node.places)).toEqual([2, 2, 2]);
    expect(totalCount).toBeGreaterThan(100);
    expect(any.totalCount).toBe(5600 - 408);
  });

  test('by who owns them: in-house is the owner’s, not the sector’s', async () => {
    const own = await search(app, { inHouse: true, text: 'Northamptonshire Childrens Trust' });

    expect(own.edges.length).toBeGreaterThan(4);
    expect(own.edges.every(({ node }) => node.inHouse)).toBe(true);
  });

  test('by how they stand: those that left only if asked for', async () => {
    await app.db.query(
      `update service set status = 'LEFT', left_on = '2025-09-30' where urn = '2590934'`,
    );

    expect((await search(app, { text: '2590934' })).totalCount).toBe(0);
    expect(urnsOf(await search(app, { text: '2590934', status: ['LEFT'] }))).toEqual(['2590934']);
    await app.db.query(
      `update service set status = 'ACTIVE', left_on = null where urn = '2590934'`,
    );
  });

  test('of empty lists do not matter', async () => {
    const { totalCount } = await search(app, {
      provisionTypes: [],
      authorities: [],
      judgementAtLeast: [],
      status: [],
      text: '  ',
    });

    expect(totalCount).toBe(5600);
  });
});

describe('text', () => {
  const namesOf = async (text: string) => {
    const { edges } = await search(app, { text, order: 'RELEVANCE' }, { first: 3 });
    return edges.map(({ node }) => node.provider?.name);
  };

  test.each([
    ['compas childrens homes', 'Compass Children'],
    ['Hexgon care', 'Hexagon Care'],
    ['Barnados', 'Barnardo'],
    ['mulbery', 'Mulberry'],
    ['five rivres', 'Five Rivers'],
    ['NOTTINGAMSHIRE', 'Nottinghamshire County Council'],
  ])('finds the owner behind “%s”', async (misspelt, owner) => {
    expect((await namesOf(misspelt)).join()).toContain(owner);
  });

  test('finds a service by its own name', async () => {
    const { edges } = await search(app, {
      text: 'royal school for the deaf derby',
      order: 'RELEVANCE',
    });

    expect(edges[0]?.node.name).toBe('Royal School for the Deaf Derby');
  });

  test('finds a URN exactly, in either case', async () => {
    const found = await search(app, { text: ' sc023637 ' });

    expect(urnsOf(found)).toEqual(['SC023637']);
  });

  test('finds a postcode district exactly, of whole postcodes too', async () => {
    const district = await search(app, { text: 'ng7' }, { first: 200 });
    const whole = await search(app, { text: 'NG7 2AB' }, { first: 200 });

    expect(new Set(district.edges.map(({ node }) => node.postcodeDistrict))).toEqual(
      new Set(['NG7']),
    );
    expect(urnsOf(whole)).toEqual(urnsOf(district));
  });

  test('of nothing but signs, and of no likeness, finds nothing', async () => {
    expect((await search(app, { text: '%_\\' })).totalCount).toBe(0);
    expect(await search(app, { text: 'xqzvwk' }, { first: 5 })).toMatchObject({
      totalCount: 0,
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});

describe('fictitious services', () => {
  test('are not found among real ones', async () => {
    expect((await search(app, { text: 'quillfeather' })).totalCount).toBe(0);
  });

  test('are found by themselves where they are asked for', async () => {
    const found = await search(app, { text: 'quillfeather', synthetic: true });

    expect(urnsOf(found)).toEqual(['9999991']);
  });

  test.each([[{ text: '9999991' }], [{ group: 'quillfeather-fictitious' }]])(
    'are found where they are named: %o',
    async (input) => {
      expect(urnsOf(await search(app, input))).toEqual(['9999991']);
    },
  );
});

describe('pages', () => {
  const some = { near: 'E06000015', withinMiles: 25, text: 'care', placesAtLeast: 4 };

  test.each([
    ['NAME', 'forwards'],
    ['PLACES', 'forwards'],
    ['JUDGEMENT', 'forwards'],
    ['DISTANCE', 'forwards'],
    ['RELEVANCE', 'forwards'],
    ['NAME', 'backwards'],
    ['DISTANCE', 'backwards'],
  ] as const)('by %s, %s, show everything once, in one order', async (order, way) => {
    const input = { ...some, order };
    const whole = await search(app, input, { first: 200 });

    const urns = await everyPage(app, input, way);

    expect(whole.totalCount).toBeGreaterThan(50);
    expect(urns).toEqual(urnsOf(whole));
    expect(new Set(urns).size).toBe(whole.totalCount);
  });

  test('go on where they were when something before them has gone', async () => {
    const input = { consortium: 'd2n2', order: 'NAME' };
    const one = await search(app, input, { first: 5 });
    const two = await search(app, input, { first: 5, after: one.pageInfo.endCursor });
    await app.db.query(
      `update service set status = 'LEFT', left_on = '2025-09-30' where urn = $1`,
      [urnsOf(one)[4]],
    );

    const again = await search(app, input, { first: 5, after: one.pageInfo.endCursor });

    expect(urnsOf(again)).toEqual(urnsOf(two));
    await app.db.query(`update service set status = 'ACTIVE', left_on = null where urn = $1`, [
      urnsOf(one)[4],
    ]);
  });
});

describe('a reviewer, who reads releases only', () => {
  test.each([
    '{ services(input: {}) { totalCount } }',
    '{ providers { totalCount } }',
    '{ providerGroups { totalCount } }',
  ])('is refused %s', async (document) => {
    const { data, errors } = await app.as('reviewer.d2n2', document);

    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the database', () => {
  test('compares names with nobody’s text who does not read the register', async () => {
    const { rows } = await app.pool.query(`select * from register_names_like('care')`);

    expect(rows).toEqual([]);
  });
});

describe('bad input is refused with a sentence', () => {
  test.each([
    [{ consortium: 'nowhere' }, 'NOT_FOUND', 'There is no consortium “nowhere”.'],
    [{ authorities: ['E06000999'] }, 'NOT_FOUND', 'There is no authority “E06000999”.'],
    [{ near: 'E06000999' }, 'NOT_FOUND', 'There is no authority “E06000999”.'],
    [{ group: 'nobody' }, 'NOT_FOUND', 'There is no provider group “nobody”.'],
    [{ group: 'no body\0' }, 'NOT_FOUND', 'There is no provider group “no body\0”.'],
    [
      { withinMiles: 10 },
      'BAD_USER_INPUT',
      '“withinMiles” needs “near”: the authority to measure from.',
    ],
    [{ near: 'E06000015', withinMiles: -1 }, 'BAD_USER_INPUT', '“withinMiles” must be 0 or more.'],
    [{ placesAtLeast: -1 }, 'BAD_USER_INPUT', '“placesAtLeast” must be 0 or more.'],
    [
      { placesAtLeast: 5, placesAtMost: 4 },
      'BAD_USER_INPUT',
      '“placesAtLeast” must not be more than “placesAtMost”.',
    ],
    [
      { order: 'DISTANCE' },
      'BAD_USER_INPUT',
      'The order DISTANCE needs “near”: the authority to measure from.',
    ],
    [
      { order: 'RELEVANCE', text: 'SC023637' },
      'BAD_USER_INPUT',
      'The order RELEVANCE needs words to search for.',
    ],
    [
      { judgementAtLeast: ['GOOD', 'OUTSTANDING'] },
      'BAD_USER_INPUT',
      '“judgementAtLeast” takes one judgement of each scale.',
    ],
    [
      { tier: 1 },
      'BAD_USER_INPUT',
      '“tier” needs “framework” or “lot”: tiers are numbered within a lot.',
    ],
    [{ text: 'a'.repeat(201) }, 'BAD_USER_INPUT', 'Search for 200 characters at most.'],
  ])('%o', async (input, code, message) => {
    expect(await refusal(app, input)).toEqual({ code, message });
  });

  test.each([
    [{ first: 201 }, 'A page has 200 at most: ask for the next with “after”.'],
    [{ first: 1, after: 'bm8=' }, 'This cursor cannot be read. Use one that the server gave you.'],
  ])('a page of %o', async (page, message) => {
    expect(await refusal(app, {}, page)).toEqual({ code: 'BAD_USER_INPUT', message });
  });

  test('a cursor of another order', async () => {
    const { pageInfo } = await search(app, { order: 'PLACES' }, { first: 1 });

    expect(await refusal(app, { order: 'NAME' }, { after: pageInfo.endCursor })).toEqual({
      code: 'BAD_USER_INPUT',
      message: 'This cursor belongs to another order. Begin again without it.',
    });
  });

  test('and leaves nothing half answered', async () => {
    const { data } = await ask(app, { consortium: 'nowhere' });

    expect(data ?? null).toBeNull();
  });
});
