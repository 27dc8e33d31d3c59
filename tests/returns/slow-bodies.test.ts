import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { setTimeout as pass } from 'node:timers/promises';
import { receiveForm } from '@sufficiency/server/http/multipart.ts';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { tokenOf } from '../testkit/app.ts';
import { startServer } from '../testkit/server.ts';
import { demandFiles, forgetReturns, multipart, submitDocument } from './returns.ts';

/** What other requests get is over long before a slow file is. Unit: milliseconds. */
const bodyTime = 1_000;
const server = await startServer({ bodyTime });
afterAll(server.stop);
beforeEach(() => forgetReturns(server));

const commissioner = { authorization: `Bearer ${tokenOf('commissioner.derby')}` };

/** Posts a body in ten pieces over the time given, in milliseconds; the answer as `status: text`. */
async function trickled(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
  time: number,
): Promise<string> {
  const asked = request(`${server.origin}/graphql`, { method: 'POST', headers, agent: false });
  const answered = new Promise<IncomingMessage>((answer, failed) => {
    asked.once('response', answer);
    asked.once('error', failed);
  });
  const piece = Math.ceil(body.length / 10);
  for (let from = 0; from < body.length && !asked.destroyed; from += piece) {
    asked.write(body.subarray(from, from + piece));
    await Promise.race([pass(time / 10), answered.catch(() => undefined)]);
  }
  asked.end();
  const response = await answered;
  const text = await response.setEncoding('utf8').toArray();
  return `${response.statusCode}: ${text.join('')}`;
}

const sent = await multipart(
  submitDocument,
  { authority: 'E06000015', dataset: 'demand', period: '2026-05', checkOnly: true },
  demandFiles(12),
);

describe('a body that comes slowly', () => {
  test('is waited for where it is a file of somebody who may send one', async () => {
    expect(await trickled(sent.body, { ...sent.headers, ...commissioner }, 3 * bodyTime)).toMatch(
      /^200: .*"status":"READY"/,
    );
  });

  test('is not waited for where it is anything else, whoever asks', async () => {
    const body = Buffer.from(JSON.stringify({ query: '{ viewer { account } }' }));
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };

    expect(await trickled(body, { ...headers, ...commissioner }, 3 * bodyTime)).toBe(
      '408: {"errors":[{"message":"The request took too long to arrive, and the rest of it was not waited for.","extensions":{"code":"BAD_USER_INPUT"}}]}',
    );
  });

  test('is not waited for where nobody is signed in', async () => {
    const began = performance.now();

    expect(await trickled(sent.body, { ...sent.headers, 'x-csrf': '1' }, 3 * bodyTime)).toMatch(
      /^401: .*Sign in first/,
    );
    expect(performance.now() - began).toBeLessThan(bodyTime);
  });

  test('is refused before it is read where it would be more than 100 MB', async () => {
    const headers = { ...sent.headers, ...commissioner, 'content-length': '150000000' };

    expect(await trickled(sent.body, headers, 3 * bodyTime)).toMatch(
      /^400: .*Files may have 100 MB at most together/,
    );
  });
});

test('files that come slower than any line of a council are not waited for', async () => {
  const never = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(sent.body.slice(0, 600)),
  });
  const form = new Request('http://localhost/graphql', {
    method: 'POST',
    headers: sent.headers,
    body: never,
  });

  await expect(receiveForm(form, { grace: 200, slowest: 125_000 })).rejects.toThrow(
    'The files came too slowly',
  );
});

test('no organisation fills the disk: of its files twelve are on their way at once', async () => {
  const headers = { ...sent.headers, ...commissioner };
  const held = Array.from({ length: 12 }, () => {
    const asked = request(`${server.origin}/graphql`, { method: 'POST', headers, agent: false });
    asked.on('error', () => undefined);
    asked.write(sent.body.subarray(0, 100));
    return asked;
  });
  await pass(500);

  expect(await trickled(sent.body, headers, 100)).toMatch(/^409: .*many files at this moment/);
  for (const asked of held) asked.destroy();
  await pass(500);
  expect(await trickled(sent.body, headers, 100)).toMatch(/^200: /);
});
