import { randomUUID } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tokenOf } from '../testkit/app.ts';
import { startServer } from '../testkit/server.ts';

const server = await startServer();
afterAll(server.stop);
// In tests, pings come so often that whoever left is noticed by them.
beforeEach(() => void vi.stubEnv('NODE_ENV', 'production'));
afterEach(() => void vi.unstubAllEnvs());

const body = () =>
  JSON.stringify({
    query: 'subscription Follow($key: ID!) { returnProgress(key: $key) { done } }',
    variables: { key: randomUUID() },
  });

/** Subscribes over a connection; its answer as it comes. */
async function subscribe(signal: AbortSignal): Promise<ReadableStreamDefaultReader<string>> {
  const answer = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${tokenOf('commissioner.derby')}`,
    },
    body: body(),
    signal,
  });
  if (!answer.body) throw new Error('A subscription answers with a stream.');
  return answer.body.pipeThrough(new TextDecoderStream()).getReader();
}

/** What twenty subscriptions that are opened at once are first told. */
const twenty = (signal: AbortSignal) =>
  Promise.all(Array.from({ length: 20 }, async () => await firstOf(await subscribe(signal))));

async function firstOf(reader: ReadableStreamDefaultReader<string>): Promise<string> {
  let text = '';
  while (!/^data: (.+)$/m.test(text)) text += (await reader.read()).value ?? 'data: end';
  return /^data: (.+)$/m.exec(text)?.[1] ?? '';
}

/** Twenty are let in again, sooner than a ping would notice that others have left. */
const expectRoom = () =>
  expect
    .poll(
      async () => {
        const again = new AbortController();
        const told = await twenty(again.signal);
        again.abort();
        return told;
      },
      { timeout: 10_000, interval: 500 },
    )
    .toEqual(nothing);

const nothing = Array.from({ length: 20 }, () => '{"data":{"returnProgress":null}}');

test('twenty that are left make room for twenty at once', async () => {
  const leaving = new AbortController();
  expect(await twenty(leaving.signal)).toEqual(nothing);

  leaving.abort();

  await expectRoom();
});

test('those that are left before they are answered leave no place taken', async () => {
  for (const time of [0, 5, 10, 20]) {
    const leaving = new AbortController();
    const asked = twenty(leaving.signal).catch(() => undefined);
    await pass(time);
    leaving.abort();
    await asked;
    await pass(300);
  }

  await expectRoom();
});
