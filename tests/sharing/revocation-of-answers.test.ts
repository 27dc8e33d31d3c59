import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { collected, forgetReturns, givenReturn } from '../indicators/own-figures.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { COMPARE } from '../testkit/comparing.ts';
import { globalId, post, send } from '../testkit/requests.ts';
import { arrangeAgreement, forgetAgreements, usual } from './agreements.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

/** A figure of Derby’s that is nobody else’s. */
const canary = 7_654_321;

type Headers = Readonly<Record<string, string>>;

interface Case {
  readonly account: string;
  /** How the account is signed in. */
  readonly by: 'token' | 'session';
  /** What it asks for. */
  readonly asks: 'page' | 'file';
  readonly revoked: 'ended' | 'suspended' | 'disabled' | 'signed out';
}

/** A hundred ways to lose sight, the same in every run. A token is not signed out: it is then a session. */
const cases = fc.sample(
  fc
    .record({
      account: fc.constantFrom('hub-analyst.d2n2', 'hub-manager.d2n2', 'ig-lead.d2n2'),
      by: fc.constantFrom('token', 'session'),
      asks: fc.constantFrom('page', 'file'),
      revoked: fc.constantFrom('ended', 'suspended', 'disabled', 'signed out'),
    })
    .map((one): Case => (one.revoked === 'signed out' ? { ...one, by: 'session' } : one)),
  { numRuns: 100, seed: 20_261_122 },
);

const input = { consortium: 'd2n2', indicators: [collected.households], period: '2026-05' };
const file = `/exports/comparison.csv?${new URLSearchParams({ ...input, indicators: collected.households })}`;

const ask = ({ asks }: Case, headers: Headers) =>
  asks === 'page'
    ? post(app, { query: COMPARE, variables: { input } }, headers)
    : send(app, file, { headers });

async function signedIn({ account, by }: Case): Promise<Headers> {
  if (by === 'token') return app.credentialsOf(account);
  const query = `mutation { signIn(input: { account: "${account}" }) { account } }`;
  const response = await post(app, { query });
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

const change = (mutation: string, agreement: string) =>
  app.as(
    'ig-lead.derby',
    `mutation Change($input: AgreementReasonInput!) { ${mutation}(input: $input) { status } }`,
    { input: { id: globalId('SharingAgreement', `${agreement}.1`), revision: 1, reason: 'No.' } },
  );

/** Takes sight away from whoever sees, in each of the ways there are. */
const revoke: Readonly<
  Record<Case['revoked'], (of: Case, agreement: string, headers: Headers) => Promise<unknown>>
> = {
  ended: (_of, agreement) => change('endAgreement', agreement),
  suspended: (_of, agreement) => change('suspendAgreement', agreement),
  disabled: ({ account }) =>
    app.db.query('update account set disabled_at = now() where name = $1', [account]),
  'signed out': (_of, _agreement, headers) => post(app, { query: 'mutation { signOut }' }, headers),
};

/** What an answer gives away. */
async function tells(response: Response): Promise<string> {
  const says = (await response.text()).includes(String(canary)) ? 'the figure' : 'no figure';
  return `${response.status}, ${says}`;
}

/** What is answered before sight is taken away, and five seconds later. */
async function answers(of: Case): Promise<string[]> {
  await app.db.query('update account set disabled_at = null');
  clock.pass({ seconds: 5 });
  await forgetAgreements(app.db);
  const agreement = randomUUID();
  await arrangeAgreement(app.db, { ...usual, id: agreement });
  const headers = await signedIn(of);

  const before = await tells(await ask(of, headers));
  await revoke[of.revoked](of, agreement, headers);
  clock.pass({ seconds: 5 });
  return [before, await tells(await ask(of, headers))];
}

/** A figure that is no longer shared is left out of the answer; nobody who may not ask is answered at all. */
const afterwards: Readonly<Record<Case['revoked'], string>> = {
  ended: '200, no figure',
  suspended: '200, no figure',
  disabled: '401, no figure',
  'signed out': '401, no figure',
};

beforeAll(async () => {
  await forgetReturns(app.db);
  await givenReturn(app.db, {
    authority: 'derby',
    period: '2026-05',
    figures: [{ indicator: collected.households, value: canary }],
  });
});

describe('five seconds after sight was taken away', () => {
  test('no answer has the figure in it, 100 times of 100', async () => {
    const seen: unknown[] = [];
    for (const one of cases) seen.push({ ...one, answers: await answers(one) });

    expect(seen).toEqual(
      cases.map((one) => ({ ...one, answers: ['200, the figure', afterwards[one.revoked]] })),
    );
  });

  test('each way is among the hundred, by token and by session', () => {
    const ways = new Set(cases.map(({ by, revoked }) => `${revoked} ${by}`));

    expect([...ways].sort()).toEqual([
      'disabled session',
      'disabled token',
      'ended session',
      'ended token',
      'signed out session',
      'suspended session',
      'suspended token',
    ]);
  });

  test.each(['endAgreement', 'suspendAgreement'])(
    'and after %s in the very next answer',
    async (mutation) => {
      await app.db.query('update account set disabled_at = null');
      clock.pass({ seconds: 5 });
      await forgetAgreements(app.db);
      const agreement = randomUUID();
      await arrangeAgreement(app.db, { ...usual, id: agreement });
      const asking = { account: 'hub-analyst.d2n2', asks: 'page' } as Case;
      const headers = app.credentialsOf(asking.account);

      const before = await tells(await ask(asking, headers));
      await change(mutation, agreement);

      expect([before, await tells(await ask(asking, headers))]).toEqual([
        '200, the figure',
        '200, no figure',
      ]);
    },
  );
});
