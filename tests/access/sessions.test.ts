import { describe, expect, test } from 'vitest';
import type { TestApp } from '../testkit/app.ts';
import { testApp, tokenOf } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { post, refusalIn, refusalOf } from '../testkit/requests.ts';

const clock = clockAt('2026-06-01T09:00:00Z');
const app = await testApp({ clock });
const service = await testApp({ demonstration: false });

const SIGN_IN = `mutation SignIn($account: String!) {
  signIn(input: { account: $account }) { account permissions }
}`;
const VIEWER = '{ viewer { account } }';

/** Signs in as an account; the cookie that the browser would keep and send. */
async function signIn(account: string, cookie = ''): Promise<string> {
  const response = await post(app, { query: SIGN_IN, variables: { account } }, { cookie });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Who the app says one is, with a cookie. */
async function viewerWith(cookie: string, of: TestApp = app): Promise<string> {
  const response = await post(of, { query: VIEWER }, { cookie });
  const answer = await response.json();
  return answer.data?.viewer.account ?? `${response.status} ${refusalOf(answer)}`;
}

const ended = '401 UNAUTHENTICATED: Your session has ended. Sign in again to go on.';

describe('signing in to a demonstration', () => {
  test('is open to a browser that still sends the cookie of an ended session', async () => {
    const old = await signIn('commissioner.derby');
    await post(app, { query: 'mutation { signOut }' }, { cookie: old });

    const accounts = await post(app, { query: '{ platform { demonstration } }' }, { cookie: old });
    const cookie = await signIn('commissioner.nottingham', old);

    expect(await accounts.json()).toEqual({ data: { platform: { demonstration: true } } });
    expect(await viewerWith(cookie)).toBe('commissioner.nottingham');
  });

  test('happens once in a request', async () => {
    const query = `mutation {
      a: signIn(input: { account: "commissioner.derby" }) { account authorities { name } }
      b: signIn(input: { account: "reviewer.d2n2" }) { account authorities { name } }
    }`;

    expect(refusalOf(await (await post(app, { query })).json())).toBe(
      'BAD_USER_INPUT: Sign in once in a request, before anything else.',
    );
  });

  test('makes no token of a session’s secret, nor a session of a token', async () => {
    const cookie = await signIn('commissioner.derby');
    const secret = cookie.split('=')[1] ?? '';
    await viewerWith(cookie);

    const asToken = await post(app, { query: VIEWER }, { authorization: `Bearer ${secret}` });

    expect(asToken.status).toBe(401);
    expect(await viewerWith(`session=${tokenOf('commissioner.derby')}`)).toBe(ended);
  });

  test('starts a session whose cookie no script reads and no other site sends', async () => {
    const response = await post(app, {
      query: SIGN_IN,
      variables: { account: 'commissioner.derby' },
    });

    expect(await response.json()).toMatchObject({
      data: { signIn: { account: 'commissioner.derby' } },
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^session=session_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  test('over https marks the cookie for this host and for https only', async () => {
    const response = await app.fetch(
      new Request('https://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf': '1' },
        body: JSON.stringify({ query: SIGN_IN, variables: { account: 'commissioner.derby' } }),
      }),
    );

    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-session=session_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
      ),
    ]);
  });

  test('tells the secret nowhere but in the cookie', async () => {
    const response = await post(app, {
      query: SIGN_IN,
      variables: { account: 'commissioner.derby' },
    });

    expect(await response.text()).not.toContain('session_');
  });

  test('opens what the account may do', async () => {
    expect(await viewerWith(await signIn('reviewer.d2n2'))).toBe('reviewer.d2n2');
  });

  test('changes the session’s id, and the one before ends', async () => {
    const first = await signIn('commissioner.derby');

    const second = await signIn('approver.derby', first);

    expect(second).not.toBe(first);
    expect(await viewerWith(second)).toBe('approver.derby');
    expect(await viewerWith(first)).toBe(ended);
  });

  test('as an account that does not exist is refused, and starts nothing', async () => {
    const response = await post(app, { query: SIGN_IN, variables: { account: 'nobody.derby' } });

    expect(response.headers.getSetCookie()).toEqual([]);
    expect(refusalOf(await response.json())).toBe('NOT_FOUND: There is no account “nobody.derby”.');
  });

  test.each([`x' or '1'='1`, 'a\u0000b', '', 'x'.repeat(10_000), '\u202ederby', '{}'])(
    'as %j is refused',
    async (account) => {
      const response = await post(app, { query: SIGN_IN, variables: { account } });

      expect(refusalOf(await response.json())).toMatch(/^NOT_FOUND: There is no account/);
    },
  );

  test('in an operation that fails leaves no session', async () => {
    const query = `mutation {
      first: signIn(input: { account: "commissioner.derby" }) { account }
      second: signIn(input: { account: "nobody.derby" }) { account }
    }`;
    const before = await app.db.query('select count(*) from session');

    const response = await post(app, { query });

    expect(await response.json()).toMatchObject({ data: null });
    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await app.db.query('select count(*) from session')).rows).toEqual(before.rows);
  });

  test('does not exist in service, where no accounts are listed either', async () => {
    const response = await post(service, {
      query: SIGN_IN,
      variables: { account: 'commissioner.derby' },
    });

    expect(refusalOf(await response.json())).toBe(
      'FORBIDDEN: Signing in by name exists in a demonstration only.',
    );
    expect(
      await (
        await post(service, { query: '{ platform { demonstration accounts { account } } }' })
      ).json(),
    ).toEqual({ data: { platform: { demonstration: false, accounts: [] } } });
  });
});

describe('a session', () => {
  test('ends at once when its owner signs out', async () => {
    const cookie = await signIn('commissioner.derby');
    expect(await viewerWith(cookie)).toBe('commissioner.derby');

    const response = await post(app, { query: 'mutation { signOut }' }, { cookie });

    expect(await response.json()).toEqual({ data: { signOut: true } });
    expect(response.headers.getSetCookie()).toEqual([
      'session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
    ]);
    expect(await viewerWith(cookie)).toBe(ended);
  });

  test('goes on while it is used within every half hour', async () => {
    const cookie = await signIn('commissioner.derby');

    clock.pass({ minutes: 29 });
    expect(await viewerWith(cookie)).toBe('commissioner.derby');
    clock.pass({ minutes: 29 });
    expect(await viewerWith(cookie)).toBe('commissioner.derby');
  });

  test('ends after half an hour without use', async () => {
    const cookie = await signIn('commissioner.derby');

    clock.pass({ minutes: 30, seconds: 1 });

    expect(await viewerWith(cookie)).toBe(ended);
  });

  test('ends after twelve hours, however much it is used', async () => {
    const cookie = await signIn('commissioner.derby');
    await app.db.query(`update session set last_seen_at = last_seen_at + interval '12 hours'`);

    clock.pass({ minutes: 12 * 60 - 1 });
    expect(await viewerWith(cookie)).toBe('commissioner.derby');
    clock.pass({ minutes: 1 });

    expect(await viewerWith(cookie)).toBe(ended);
  });

  test('of a disabled account is refused within five seconds', async () => {
    const cookie = await signIn('ig-lead.derby');
    expect(await viewerWith(cookie)).toBe('ig-lead.derby');
    await app.db.query(`update account set disabled_at = now() where name = 'ig-lead.derby'`);

    clock.pass({ seconds: 5 });

    expect(await viewerWith(cookie)).toBe(ended);
    expect(await signIn('ig-lead.derby')).toBe('');
  });

  test('is forgotten once it has ended', async () => {
    await signIn('commissioner.derby');
    clock.pass({ minutes: 31 });

    await signIn('approver.derby');

    expect((await app.db.query('select count(*)::int from session')).rows).toEqual([{ count: 1 }]);
  });

  test('that never was is refused like one that has ended', async () => {
    expect(await viewerWith(`session=session_${'x'.repeat(43)}`)).toBe(ended);
  });

  test('is not known by a cookie of another name', async () => {
    const cookie = await signIn('commissioner.derby');

    expect(await viewerWith(`__Host-${cookie}`)).toBe('401 UNAUTHENTICATED: Sign in first.');
  });
});

describe('a token', () => {
  test('does not end with a sign-out, which finds no session', async () => {
    expect((await app.as('approver.derby', 'mutation { signOut }')).data).toEqual({
      signOut: false,
    });
    expect((await app.as('approver.derby', VIEWER)).data).toEqual({
      viewer: { account: 'approver.derby' },
    });
  });

  test('of a disabled account is refused within five seconds', async () => {
    await app.as('ig-lead.dudley', VIEWER);
    await app.db.query(`update account set disabled_at = now() where name = 'ig-lead.dudley'`);

    clock.pass({ seconds: 5 });

    expect(refusalOf(await app.as('ig-lead.dudley', VIEWER))).toBe(
      'UNAUTHENTICATED: This token cannot be used. Ask for a new one.',
    );
  });

  test('that has ended is refused', async () => {
    await app.db.query(
      `update api_token set ends_at = '2026-06-01' where account_id =
        (select id from account where name = 'ig-lead.walsall')`,
    );

    expect(refusalOf(await app.as('ig-lead.walsall', VIEWER))).toMatch(/^UNAUTHENTICATED: /);
  });

  test.each([
    [
      'is none of ours',
      `Bearer demo_${'x'.repeat(43)}`,
      'This token cannot be used. Ask for a new one.',
    ],
    ['is cut short', 'Bearer demo_x', 'Send the token as “Authorization: Bearer …”.'],
    ['is empty', 'Bearer ', 'Send the token as “Authorization: Bearer …”.'],
    [
      'has blanks in it',
      `Bearer ${'x '.repeat(20)}`,
      'Send the token as “Authorization: Bearer …”.',
    ],
    [
      'is far too long',
      `Bearer ${'x'.repeat(5_000)}`,
      'Send the token as “Authorization: Bearer …”.',
    ],
    [
      'is a password',
      'Basic Y29tbWlzc2lvbmVyOnBhc3N3b3Jk',
      'Send the token as “Authorization: Bearer …”.',
    ],
    ['is no scheme at all', 'demo', 'Send the token as “Authorization: Bearer …”.'],
  ])('that %s is refused, and said what to send', async (_what, authorization, sentence) => {
    const response = await post(app, { query: VIEWER }, { authorization });

    expect(await refusalIn(response)).toBe(`401 UNAUTHENTICATED: ${sentence}`);
  });

  test('that is bad is not made good by a good cookie', async () => {
    const cookie = await signIn('commissioner.derby');

    const response = await post(app, { query: VIEWER }, { cookie, authorization: 'Bearer x' });

    expect(response.status).toBe(401);
  });
});

describe('secrets', () => {
  test('are kept as hashes only', async () => {
    const cookie = await signIn('commissioner.derby');
    const secrets = [cookie.replace('session=', ''), tokenOf('commissioner.derby')];

    const { rows } = await app.db.query(
      `select secret_hash from session union all select secret_hash from api_token`,
    );

    expect(rows).toContainEqual({ secret_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(rows)).not.toContain(secrets[0]);
    expect(JSON.stringify(rows)).not.toContain(secrets[1]);
  });
});

describe('nobody, not signed in,', () => {
  test('reads what the sign-in page needs', async () => {
    const response = await post(app, {
      query: '{ platform { demonstration accounts { account } } }',
    });

    const { data } = await response.json();
    expect(data.platform.demonstration).toBe(true);
    expect(data.platform.accounts).toContainEqual({ account: 'commissioner.derby' });
  });

  test.each([
    ['anything else', '{ consortia { name } }'],
    ['anything else beside it', '{ platform { demonstration } viewer { account } }'],
    ['anything behind a fragment', '{ ...all } fragment all on Query { viewer { account } }'],
    ['anything behind an alias', '{ platform: viewer { account } }'],
    ['the schema', '{ __schema { types { name } } }'],
    ['a type', '{ __type(name: "Viewer") { name } }'],
    ['whether a field exists', '{ viewr { account } }'],
    ['a document that cannot be read', '{'],
    ['a second operation', 'query A { platform { demonstration } } query B { viewer { account } }'],
    ['a change', 'mutation { signOut }'],
  ])('does not read %s', async (_what, query) => {
    const response = await post(app, { query, operationName: null });

    expect(await refusalIn(response)).toBe('401 UNAUTHENTICATED: Sign in first.');
  });
});
