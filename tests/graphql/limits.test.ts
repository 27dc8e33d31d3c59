import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId, post, refusalIn, refusalOf, send } from '../testkit/requests.ts';

const app = await testApp({ clock: clockAt('2026-06-01T09:00:00Z') });
const service = await testApp({ demonstration: false });
const busy = await testApp({ rateLimitPerMinute: 3 });
const analyst = 'hub-analyst.d2n2';
const refused = async (document: string, variables = {}) =>
  refusalOf(await app.as(analyst, document, variables));

describe('a document may', () => {
  test('be twelve levels deep, and no deeper, hidden in fragments or not', async () => {
    const deep = (innermost: string) =>
      `{ consortia { members { consortia { members { consortia { members { consortia { members {
        consortia { members { consortia ${innermost} } } } } } } } } } } }`;
    const inFragments = `{ consortia { ...a } }
      fragment a on Consortium { members { consortia { members { ...b } } } }
      fragment b on Authority { consortia { members { consortia { members { ...c } } } } }
      fragment c on Authority { consortia { members { consortia { members { name } } } } }`;

    expect(await refused(deep('{ name }'))).not.toContain('depth');
    expect(await refused(deep('{ members { name } }'))).toContain(
      'BAD_USER_INPUT: Syntax Error: Query depth limit of 12 exceeded, found 13.',
    );
    expect(await refused(inFragments)).toContain('Query depth limit of 12 exceeded, found 13.');
  });

  test('not ask for a list within itself, in whatever pieces', async () => {
    const sentence = (list: string) =>
      `BAD_USER_INPUT: The list “${list}” stands within itself. Ask for one level at a time.`;

    expect(await refused('{ consortia { members { consortia { members { name } } } } }')).toBe(
      sentence('Consortium.members'),
    );
    expect(
      await refused(`{ consortia { ...a } }
        fragment a on Consortium { members { consortia { ... on Consortium { ...b } } } }
        fragment b on Consortium { members { name } }`),
    ).toBe(sentence('Consortium.members'));
    expect(
      await refused(`{ authorities { statisticalNeighbours { authority {
        statisticalNeighbours { position } } } } }`),
    ).toBe(sentence('Authority.statisticalNeighbours'));
  });

  test('ask for the same list in two places', async () => {
    expect(
      await refused(`{
        consortia { members { consortia { name } } }
        viewer { consortia { members { statisticalNeighbours { authority { name } } } } }
      }`),
    ).toBe('');
  });

  test('name 15 aliases, and no 16th', async () => {
    const aliases = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: viewer { account }`).join(' ')} }`;

    expect(await refused(aliases(15))).toBe('');
    expect(await refused(aliases(16))).toBe(
      'BAD_USER_INPUT: Syntax Error: Aliases limit of 15 exceeded, found 16.',
    );
  });

  test('have 2,000 tokens', async () => {
    expect(await refused(`{ ${'__typename '.repeat(2_001)} }`)).toBe(
      'BAD_USER_INPUT: Syntax Error: Token limit of 2000 exceeded.',
    );
  });

  test('repeat a field: it is answered once', async () => {
    const answer = await app.as(analyst, `{ ${'__typename '.repeat(500)} }`);

    expect(answer).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('a document that is wrong is refused without telling what else there is:', () => {
  test.each([
    ['cut short', '{ viewer {', 'Syntax Error: Expected Name, found <EOF>.'],
    ['brackets 20,000 deep', '{a'.repeat(20_000), 'Syntax Error: Token limit of 2000 exceeded.'],
    ['a field', '{ viewr { account } }', 'Cannot query field "viewr" on type "Query".'],
    [
      'an argument',
      '{ indicators(serch: "x") { key } }',
      'Unknown argument "serch" on field "Query.indicators".',
    ],
    ['a type', 'query($a: ComparisonInpt) { __typename }', 'Unknown type "ComparisonInpt".'],
    ['a directive', '{ viewer @inclde(if: true) { account } }', 'Unknown directive "@inclde".'],
    [
      'itself in itself',
      '{ ...a } fragment a on Query { ...a }',
      'Cannot spread fragment "a" within itself.',
    ],
    [
      'a code',
      '{ authority(code: "Derby") { name } }',
      'Write a GSS code as in E06000015: one letter and eight digits.',
    ],
    [
      'a number for a code',
      '{ authority(code: 5) { name } }',
      'Write a GSS code as in E06000015: one letter and eight digits.',
    ],
  ])('%s', async (_what, document, sentence) => {
    const refusal = await refused(document);

    expect(refusal).toContain(`BAD_USER_INPUT: ${sentence}`);
    expect(refusal).not.toContain('Did you mean');
  });

  test('a value of an enumeration, in a document and in a variable', async () => {
    const mutation = (visibility: string, variables = '') => `mutation ${variables} {
      saveComparison(input: { name: "a", visibility: ${visibility}, query: { consortium: "d2n2", indicators: ["cla-rate"] } }) { id }
    }`;

    expect(await refused(mutation('PRIVAT'))).toBe(
      'BAD_USER_INPUT: Value "PRIVAT" does not exist in "SavedComparisonVisibility" enum.',
    );
    expect(await refused(mutation('$v', '($v: SavedComparisonVisibility!)'), { v: 'PRIVAT' })).toBe(
      'BAD_USER_INPUT: Variable "$v" got invalid value "PRIVAT"; Value "PRIVAT" does not exist in "SavedComparisonVisibility" enum.',
    );
  });
});

describe('an id or cursor that the server never gave', () => {
  const unreadable =
    'BAD_USER_INPUT: This cursor or id cannot be read. Use one that the server gave you.';
  const NODE = 'query Node($id: ID!) { node(id: $id) { id } }';

  test.each([
    '',
    'garbage',
    '%00',
    '\u0000',
    '🦊',
    'x'.repeat(50_000),
    globalId('', ''),
    globalId('SavedComparison', ''),
  ])('like %.30j is refused', async (id) => {
    expect(await refused(NODE, { id })).toBe(unreadable);
  });

  test.each([
    'Nothing',
    'Viewer',
    'Figure',
    'Query',
    'String',
    '__proto__',
    'toString',
    '__Schema',
  ])('of the kind %s is refused', async (type) => {
    expect(await refused(NODE, { id: globalId(type, 'x') })).toMatch(
      /^BAD_USER_INPUT: This (cursor or )?id cannot be read\./,
    );
  });

  test.each([
    ['SavedComparison', 'x'],
    ['SavedComparison', `' or 1=1 --`],
    ['SavedComparison', 'a'.repeat(10_000)],
    ['Indicator', '__proto__'],
    ['Consortium', 'd2n2\u0000'],
    ['Authority', 'nowhere'],
  ])('of a %s that cannot be, %.20j, leads nowhere', async (type, id) => {
    expect(await app.as(analyst, NODE, { id: globalId(type, id) })).toEqual({
      data: { node: null },
    });
  });

  test('more than 200 at once are refused', async () => {
    const ids = Array.from({ length: 201 }, () => globalId('Authority', 'E06000015'));

    expect(await refused('query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toBe(
      'BAD_USER_INPUT: Ask for 200 nodes at most.',
    );
  });

  const PAGE = `query Page($first: Int, $last: Int, $after: String, $before: String) {
    savedComparisons(first: $first, last: $last, after: $after, before: $before) { totalCount }
  }`;

  test.each([
    ['a cursor', { after: 'garbage' }, unreadable],
    ['an empty cursor', { after: '' }, unreadable],
    ['NUL', { before: '\u0000' }, unreadable],
    ['a cursor of another shape', { after: globalId('GPC', 'S:x') }, unreadable],
    [
      'a cursor with no ids in it',
      { after: globalId('GPC', 'J:["x","y"]') },
      'BAD_USER_INPUT: This cursor cannot be read. Use one that the server gave you.',
    ],
    ['−1 rows', { first: -1 }, 'BAD_USER_INPUT: Argument "first" must be a non-negative integer.'],
    [
      'the last −1 rows',
      { last: -1 },
      'BAD_USER_INPUT: Argument "last" must be a non-negative integer.',
    ],
    [
      '201 rows',
      { first: 201 },
      'BAD_USER_INPUT: A page has 200 at most: ask for the next with “after”.',
    ],
    [
      '10,000 rows',
      { last: 10_000 },
      'BAD_USER_INPUT: A page has 200 at most: ask for the next with “after”.',
    ],
    [
      'both ends',
      { first: 1, last: 1 },
      'BAD_USER_INPUT: Ask for “first” or for “last”, not for both.',
    ],
  ])('a page by %s is refused', async (_what, page, sentence) => {
    expect(await refused(PAGE.replace('totalCount', 'edges { cursor }'), page)).toBe(sentence);
  });
});

describe('searches', () => {
  test.each(['%', '_', `'`, '\\', '\u0000', '\u202e', '.*', '[a-z'])(
    'for %j find nothing, and nothing breaks',
    async (search) => {
      const document = `query Search($search: String) {
        indicators(search: $search) { key } authorities(search: $search) { code }
      }`;

      expect(await app.as(analyst, document, { search })).toEqual({
        data: { indicators: [], authorities: [] },
      });
    },
  );

  test('of 201 characters are refused', async () => {
    const document = 'query Search($search: String) { indicators(search: $search) { key } }';

    expect(await refused(document, { search: 'x'.repeat(201) })).toBe(
      'BAD_USER_INPUT: Search for 200 characters at most.',
    );
  });

  test('in a dataset that does not exist say which do', async () => {
    expect(await refused('{ indicators(dataset: "weather") { key } }')).toBe(
      'BAD_USER_INPUT: There is no such dataset. The datasets are placements, costs, providers, fostering, beds, demand.',
    );
  });

  test('of an overview of an unknown consortium name it', async () => {
    expect(await refused('{ overview(consortium: "london") { headline } }')).toBe(
      'NOT_FOUND: There is no consortium “london”.',
    );
  });
});

describe('whatever document or variable is sent', () => {
  const quiet = /INTERNAL|UNAVAILABLE|Did you mean|prisma|postgres|node_modules|\.ts:/i;

  test('never makes a fault of ours: documents', async () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ':',
        '!',
        '$',
        '@',
        '...',
        '"',
        '"""',
        '#',
        '\u0000',
        '\ufeff',
      ],
      ...[
        'query',
        'mutation',
        'subscription',
        'fragment',
        'on',
        'Query',
        'viewer',
        'account',
        '__typename',
      ],
      ...[
        'node',
        'id',
        '"x"',
        '1e309',
        '-0',
        'true',
        'null',
        'a:',
        '@skip(if: true)',
        '@defer',
        '🦊',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const response = await post(app, { query: pieces.join(' ') }, app.credentialsOf(analyst));

        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toMatch(quiet);
      }),
      { numRuns: 200 },
    );
  });

  test('never makes a fault of ours: scalars', async () => {
    const document = `query Any($id: ID!, $code: GssCode!, $text: String!, $first: Int) {
      node(id: $id) { id } authority(code: $code) { name } consortium(code: $text) { name }
      indicators(search: $text) { key } savedComparisons(first: $first) { totalCount }
    }`;
    const anyValue = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc
        .string({ unit: 'grapheme', maxLength: 30 })
        .map((text) => globalId('SavedComparison', text)),
      fc.integer(),
      fc.double(),
      fc.constantFrom(null, true, '', 'E06000015', [], {}, ['x'], Number.MAX_VALUE),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({ id: anyValue, code: anyValue, text: anyValue, first: anyValue }),
        async (variables) => {
          expect(await refused(document, variables)).not.toMatch(quiet);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('in service', () => {
  test('nobody asks for the schema', async () => {
    const answer = await service.as(analyst, '{ __schema { types { name } } }');

    expect(refusalOf(answer)).toMatch(
      /^BAD_USER_INPUT: GraphQL introspection has been disabled, but the requested query contained the field "__schema"\./,
    );
  });
});

describe('too many requests in a minute', () => {
  const ask = (account: string) =>
    post(busy, { query: '{ viewer { account } }' }, busy.credentialsOf(account));

  test('are refused, and said for how long to wait', async () => {
    await Promise.all([
      ask('commissioner.derby'),
      ask('commissioner.derby'),
      ask('commissioner.derby'),
    ]);

    const response = await ask('commissioner.derby');

    expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
    expect(await refusalIn(response)).toMatch(
      /^429 RATE_LIMITED: Too many requests\. Try again in \d+ s\.$/,
    );
  });

  test('of one account leave the others alone', async () => {
    expect((await ask('commissioner.nottingham')).status).toBe(200);
  });

  test('count exports too', async () => {
    const response = await send(busy, '/exports/comparison.csv?consortium=d2n2', {
      headers: busy.credentialsOf('commissioner.derby'),
    });

    expect(response.status).toBe(429);
  });

  test('never stop the questions of a load balancer', async () => {
    expect((await send(busy, '/health')).status).toBe(200);
    expect((await send(busy, '/ready')).status).toBe(200);
  });
});
