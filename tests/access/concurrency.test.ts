import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { givenSaved, listOf } from './saved-comparisons.ts';

const workers = 40;
const requests = 20;
const app = await testApp({ connections: 10, rateLimitPerMinute: 100_000 });
const tenants = ['derby', 'nottingham', 'derbyshire', 'nottinghamshire'] as const;

beforeAll(async () => {
  for (const tenant of tenants) await givenSaved(app, `commissioner.${tenant}`, 'ORGANISATION');
});

const DOCUMENT = `{
  viewer { account }
  savedComparisons { totalCount edges { node { name } } }
}`;

interface Seen {
  readonly viewer: { readonly account: string };
  readonly savedComparisons: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly name: string } }[];
  };
}

/** Asks again and again as an account; the distinct answers. */
async function distinctAnswers(account: string): Promise<string[]> {
  const answers = new Set<string>();
  for (let request = 0; request < requests; request += 1) {
    answers.add(JSON.stringify(await app.as<Seen>(account, DOCUMENT)));
  }
  return [...answers];
}

/** The one answer that a commissioner may get. */
const answerOf = (tenant: string): string =>
  JSON.stringify({
    data: {
      viewer: { account: `commissioner.${tenant}` },
      savedComparisons: {
        totalCount: 1,
        edges: [{ node: { name: `organisation of commissioner.${tenant}` } }],
      },
    },
  });

describe('forty workers of four tenants on ten connections', () => {
  test('each get their own answer every time: none of another tenant, and none empty', async () => {
    const askers = Array.from({ length: workers }, (_, worker) => tenants[worker % 4] ?? 'derby');

    const answers = await Promise.all(
      askers.map((tenant) => distinctAnswers(`commissioner.${tenant}`)),
    );

    expect(answers).toEqual(askers.map((tenant) => [answerOf(tenant)]));
  });

  test('leave nobody’s identity behind on a connection', async () => {
    const left = await Promise.all(
      Array.from({ length: 10 }, () =>
        app.pool.query(
          `select concat(current_setting('app.tenant', true), current_setting('app.account', true),
             current_setting('app.reads_reference', true)) as identity, pg_sleep(0.05)`,
        ),
      ),
    );

    expect(left.map(({ rows }) => rows[0].identity)).toEqual(Array.from({ length: 10 }, () => ''));
    expect(await listOf(app, 'commissioner.norfolk')).toEqual({ totalCount: 0, names: [] });
  });
});
