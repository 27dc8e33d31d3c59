import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { tokenOf } from '../testkit/app.ts';
import { startServer } from '../testkit/server.ts';

const server = await startServer();
afterAll(server.stop);

const ask = (query: string) =>
  fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${tokenOf('commissioner.derby')}`,
    },
    body: JSON.stringify({ query, variables: { key: randomUUID() } }),
  });

/** What each event says, without signs of life. */
async function* eventsOf({ body }: Response): AsyncGenerator<string> {
  let text = '';
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (text + part).split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.flatMap((block) => /^data:.*$/m.exec(block)?.[0] ?? []);
  }
}

test('tells of an account that is disabled why it ends, and ends', async () => {
  const answer = await ask('subscription ($key: ID!) { returnProgress(key: $key) { done } }');
  const events = eventsOf(answer);

  expect(await events.next()).toMatchObject({ value: 'data: {"data":{"returnProgress":null}}' });
  await server.db.query(`update account set disabled_at = now() where name = 'commissioner.derby'`);
  expect(await events.next()).toMatchObject({
    value: expect.stringMatching(/^data: \{"errors":.*"code":"UNAUTHENTICATED"/),
  });
  expect(await events.next()).toMatchObject({ value: 'data:' });
  expect(await events.next()).toMatchObject({ done: true });

  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-type': 'text/event-stream',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  await server.db.query('update account set disabled_at = null');
});

test.each([
  'subscription ($key: ID!) { returnProgress(key: $key) @skip(if: true) { done } }',
  'subscription ($key: ID!) { ...All } fragment All on Subscription { returnProgress(key: $key) @skip(if: true) { done } }',
  'subscription ($key: ID!) { ... on Subscription @skip(if: true) { returnProgress(key: $key) { done } } }',
  'subscription ($key: ID!) { ...All @skip(if: true) } fragment All on Subscription { returnProgress(key: $key) { done } }',
])('says that what it follows cannot be left out: %s', async (query) => {
  const text = await (await ask(query)).text();

  expect(text).toContain(
    'The field of a subscription cannot be left out: ask for it without @skip.',
  );
  expect(text).toContain('"code":"BAD_USER_INPUT"');
});

test('may leave out what is told of it', async () => {
  const answer = await ask(
    'subscription ($key: ID!) { returnProgress(key: $key) { stage done @skip(if: true) } }',
  );

  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  await answer.body?.cancel();
});
