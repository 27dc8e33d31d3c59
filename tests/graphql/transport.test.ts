import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, refusalIn, refusalOf, send } from '../testkit/requests.ts';

const app = await testApp();
const token = app.credentialsOf('commissioner.derby');
const VIEWER = '{ viewer { account } }';
const viewer = { data: { viewer: { account: 'commissioner.derby' } } };
const SIGN_OUT = 'mutation { signOut }';

/** The cookie of a session of `commissioner.derby`. */
async function cookie(): Promise<{ readonly cookie: string }> {
  const query = 'mutation { signIn(input: { account: "commissioner.derby" }) { account } }';
  const response = await post(app, { query });
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

describe('a request', () => {
  test('with a bearer token needs no other header', async () => {
    const response = await send(app, '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...token },
      body: JSON.stringify({ query: VIEWER }),
    });

    expect(await response.json()).toEqual(viewer);
  });

  test('may be sent as GET where it only reads', async () => {
    const response = await send(app, `/graphql?query=${encodeURIComponent(VIEWER)}`, {
      headers: token,
    });

    expect(await response.json()).toEqual(viewer);
  });

  test('that changes something is refused as GET', async () => {
    const response = await send(app, `/graphql?query=${encodeURIComponent(SIGN_OUT)}`, {
      headers: token,
    });

    expect(await refusalIn(response)).toBe(
      '405 BAD_USER_INPUT: Can only perform a mutation operation from a POST request.',
    );
  });

  test.each(['PUT', 'DELETE', 'PATCH'])('is refused as %s', async (method) => {
    const response = await send(app, '/graphql', { method, headers: token });

    expect(await refusalIn(response)).toBe(
      '405 BAD_USER_INPUT: GraphQL only supports GET and POST requests.',
    );
  });

  test('that comes in pieces, of no length told before, is answered', async () => {
    const pieces = new Blob([JSON.stringify({ query: VIEWER })]).stream();
    const inPieces = { body: pieces, duplex: 'half' };

    const response = await app.fetch(
      new Request('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...token },
        ...inPieces,
      }),
    );

    expect(await response.json()).toEqual(viewer);
  });

  test('over 1 MB is refused, told its length or not', async () => {
    const body = JSON.stringify({ query: VIEWER, variables: { a: 'x'.repeat(1_000_000) } });
    const sentence = '413 BAD_USER_INPUT: A request may have 1 MB at most. Ask for less at a time.';

    expect(await refusalIn(await post(app, body, token))).toBe(sentence);
    expect(
      await refusalIn(await post(app, body, { ...token, 'content-length': String(body.length) })),
    ).toBe(sentence);
  });

  test.each([
    ['nothing', '', 'POST body sent invalid JSON.'],
    ['half of it', '{"query":', 'POST body sent invalid JSON.'],
    ['null', 'null', 'POST body is expected to be object but received null'],
    ['a number', '42', 'POST body is expected to be object but received number'],
    ['brackets 400,000 deep', '['.repeat(400_000), 'POST body sent invalid JSON.'],
    ['a batch', `[{"query":"${VIEWER}"},{"query":"${VIEWER}"}]`, 'Batching is not supported.'],
    [
      'a prototype',
      '{"__proto__":{"query":"{viewer{account}}"}}',
      'Unexpected parameter "__proto__" in the request body.',
    ],
    ['no document', '{}', 'Must provide query string.'],
    [
      'a number for the document',
      '{"query":5}',
      'Expected "query" param to be a string, but given number.',
    ],
    [
      'text for variables',
      `{"query":"${VIEWER}","variables":"x"}`,
      'Expected "variables" param to be empty or an object, but given string.',
    ],
    [
      'a choice of operations left open',
      '{"query":"query A{viewer{account}} query B{viewer{account}}"}',
      'Could not determine what operation to execute.',
    ],
  ])('that holds %s is refused with 400', async (_what, body, sentence) => {
    expect(await refusalIn(await post(app, body, token))).toBe(`400 BAD_USER_INPUT: ${sentence}`);
  });

  test('with variables nested 50,000 deep is answered', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;

    const response = await post(app, `{"query":"${VIEWER}","variables":${deep}}`, token);

    expect(await response.json()).toEqual(viewer);
  });

  // Forms bring files: tests/returns/return-transport.test.ts.
  test.each(['text/plain', 'application/xml', 'text/html'])(
    'of the content type %s is refused with 415',
    async (type) => {
      const response = await post(app, { query: VIEWER }, { ...token, 'content-type': type });

      expect(await refusalIn(response)).toBe(
        '415 BAD_USER_INPUT: Send the request as application/json.',
      );
    },
  );

  test('for an answer of another content type is refused with 406', async () => {
    const response = await post(app, { query: VIEWER }, { ...token, accept: 'application/xml' });

    expect(await refusalIn(response)).toBe(
      '406 BAD_USER_INPUT: Accept application/json, application/graphql-response+json or text/event-stream.',
    );
  });
});

describe('a page of another site', () => {
  const csrf = '403 FORBIDDEN: Requests without a bearer token need the header “x-csrf: 1”.';

  test.each([
    ['a form', 'application/x-www-form-urlencoded', `query=${encodeURIComponent(SIGN_OUT)}`],
    ['plain text', 'text/plain', JSON.stringify({ query: SIGN_OUT })],
    ['JSON', 'application/json', JSON.stringify({ query: SIGN_OUT })],
  ])('changes nothing with %s and the cookie of the browser', async (_what, type, body) => {
    const signedIn = await cookie();

    const response = await send(app, '/graphql', {
      method: 'POST',
      headers: { ...signedIn, 'content-type': type, origin: 'https://evil.example' },
      body,
    });

    expect(await refusalIn(response)).toBe(csrf);
    expect(await (await post(app, { query: VIEWER }, signedIn)).json()).toEqual(viewer);
  });

  test('changes nothing with a form that has parts', async () => {
    const signedIn = await cookie();
    const body = new FormData();
    body.set('operations', JSON.stringify({ query: SIGN_OUT }));

    const response = await send(app, '/graphql', { method: 'POST', headers: signedIn, body });

    expect(await refusalIn(response)).toBe(csrf);
    expect(await (await post(app, { query: VIEWER }, signedIn)).json()).toEqual(viewer);
  });

  test('reads nothing with a picture’s address', async () => {
    const address = `/graphql?query=${encodeURIComponent(VIEWER)}`;

    expect(await refusalIn(await send(app, address, { headers: await cookie() }))).toBe(csrf);
  });

  test('is told to sign in, where it sends no credential and no header at all', async () => {
    const response = await post(app, { query: VIEWER }, { 'x-csrf': '' });

    expect(await refusalIn(response)).toBe(
      '401 UNAUTHENTICATED: Sign in first: send a bearer token, or a session’s cookie with the header “x-csrf: 1”.',
    );
  });

  test('signs nobody in', async () => {
    const query = 'mutation { signIn(input: { account: "commissioner.derby" }) { account } }';

    const response = await post(app, { query }, { 'x-csrf': '' });

    expect(await refusalIn(response)).toMatch(/^401 UNAUTHENTICATED: /);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test.each(['/graphql', '/exports/comparison.csv', '/health', '/'])(
    'is allowed nothing by %s when it asks first',
    async (path) => {
      const response = await send(app, path, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-csrf,authorization',
        },
      });

      expect([...response.headers.keys()].join()).not.toContain('access-control');
      expect(response.status).toBeGreaterThanOrEqual(400);
    },
  );

  test('reads no answer that was sent all the same', async () => {
    const headers = { ...token, origin: 'https://evil.example' };

    const response = await post(app, { query: VIEWER }, headers);

    expect([...response.headers.keys()].join()).not.toContain('access-control');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('cannot frame ours, and ours loads nothing from elsewhere', async () => {
    const { headers } = await send(app, '/health');

    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });
});

describe('addresses where there is nothing', () => {
  test.each(['/graphql/health', '/exports/other.csv', '/exports', '/assets/nothing.js'])(
    'like %s are refused',
    async (path) => {
      expect(await refusalIn(await send(app, path))).toMatch(
        /^404 NOT_FOUND: There is nothing at /,
      );
    },
  );

  test('never lead out of the pages’ folder', async () => {
    const response = await send(app, '/%2e%2e/%2e%2e/%2e%2e/etc/passwd');

    expect(await response.text()).not.toContain('root:');
  });
});

test('a signed-in account asks for the schema in a demonstration', async () => {
  const answer = await app.as('commissioner.derby', '{ __schema { queryType { name } } }');

  expect(answer).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  expect(refusalOf(answer)).toBe('');
});
