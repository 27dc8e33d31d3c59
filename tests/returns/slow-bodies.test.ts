import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { receiveForm } from '@sufficiency/server/http/multipart.ts';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

    expect(await trickled(sent.body, { ...sent.headers, 'x-csrf': '1' }, 60 * bodyTime)).toMatch(
      /^401: .*Sign in first/,
    );
    expect(performance.now() - began).toBeLessThan(30 * bodyTime);
  });

  test('is refused before it is read where it would be more than 100 MB', async () => {
    const headers = { ...sent.headers, ...commissioner, 'content-length': '150000000' };

    expect(await trickled(sent.body, headers, 3 * bodyTime)).toMatch(
      /^400: .*Files may have 100 MB at most together/,
    );
  });
});

const long = await multipart(
  submitDocument,
  { authority: 'E06000015', dataset: 'demand', period: '2026-05', checkOnly: true },
  [{ name: 'long.csv', text: 'a,b\r\n'.repeat(1_000) }],
);
/** The form up to somewhere within its file. */
const withinFile = long.body.slice(0, 4_000);

/** A form that comes as told. */
const formOf = (source: UnderlyingDefaultSource<Uint8Array>) =>
  new Request('http://localhost/graphql', {
    method: 'POST',
    headers: long.headers,
    body: new ReadableStream(source, { highWaterMark: 0 }),
  });

describe('a form within a file of which', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slow-bodies-'));
    vi.stubEnv('TMPDIR', folder);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  test('nothing more comes is refused, and nothing of it is kept', async () => {
    const form = formOf({ start: (controller) => controller.enqueue(withinFile) });

    await expect(receiveForm(form, { grace: 200, slowest: 125_000 })).rejects.toThrow(
      'The files came too slowly',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test('the rest is cut off is refused, and nothing of it is kept', async () => {
    const form = formOf({
      start: (controller) => controller.enqueue(withinFile),
      pull: async (controller) => {
        await pass(100);
        controller.error(new Error('cut off'));
      },
    });

    await expect(receiveForm(form)).rejects.toThrow('it was cut off');
    expect(await readdir(folder)).toEqual([]);
  });

  test('nothing can be written is refused at once', async () => {
    const form = formOf({
      pull: async (controller) => {
        const [name = ''] = await readdir(folder);
        await rm(join(folder, name), { recursive: true });
        controller.enqueue(withinFile);
        await new Promise(() => undefined);
      },
    });

    await expect(receiveForm(form)).rejects.toMatchObject({ code: 'ENOENT' });
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

/** Folders of forms that this process, which the server runs in, has not deleted. */
const leftFolders = async () => {
  const names = await readdir(tmpdir());
  return names.filter((name) => name.startsWith(`sufficiency-upload-${process.pid}-`));
};

/** A request of somebody who may send files, for whose end nobody waits. */
function posted(headers: Readonly<Record<string, string>>) {
  const asked = request(`${server.origin}/graphql`, {
    ...{ method: 'POST', agent: false },
    headers: { ...headers, ...commissioner },
  });
  return asked.on('error', () => undefined);
}

test.each([
  ['before its file', long.body.subarray(0, 100)],
  ['within its file', withinFile],
])(
  'no organisation fills the disk: twelve of its forms are on their way at once, each %s',
  async (_, begun) => {
    const held = Array.from({ length: 12 }, () => {
      const asked = posted(long.headers);
      asked.write(begun);
      return asked;
    });
    await expect.poll(async () => (await leftFolders()).length, { timeout: 30_000 }).toBe(12);

    const headers = { ...sent.headers, ...commissioner };
    expect(await trickled(sent.body, headers, 100)).toMatch(/^409: .*many files at this moment/);
    for (const asked of held) asked.destroy();
    await expect.poll(leftFolders, { timeout: 30_000 }).toEqual([]);
    expect(await trickled(sent.body, headers, 100)).toMatch(/^200: /);
  },
);

test('nothing is kept of a form whose sender leaves while it is worked on', async () => {
  for (const time of [0, 10, 20, 50, 100]) {
    const asked = posted(sent.headers);
    asked.end(sent.body);
    await pass(time);
    asked.destroy();
  }

  await expect.poll(leftFolders, { timeout: 30_000 }).toEqual([]);
});
