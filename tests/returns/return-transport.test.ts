import { describe, expect, test } from 'vitest';
import { emptyLogs, logOf } from '../audit/log.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { post, refusalIn, send } from '../testkit/requests.ts';
import { demandFiles, multipart, submitDocument } from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

const input = { authority: 'E06000015', dataset: 'demand', period: '2026-05', checkOnly: true };
const good = await multipart(submitDocument, input, demandFiles(12));

/** How a form with files was answered, as `status CODE: sentence`. */
const refusedForm = async (
  headers: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer> = good.body,
) =>
  refusalIn(
    await send(app, '/graphql', { method: 'POST', headers: { ...good.headers, ...headers }, body }),
  );

const commissioner = app.credentialsOf('commissioner.derby');
const form = (...parts: readonly [string, string | File][]) => {
  const made = new FormData();
  for (const [name, value] of parts) made.set(name, value);
  return made;
};

/** How a form of one’s own making was answered. */
async function refusedParts(...parts: readonly [string, string | File][]) {
  const encoded = new Response(form(...parts));
  const body = new Uint8Array(await encoded.arrayBuffer());
  return refusedForm(
    {
      ...commissioner,
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
    },
    body,
  );
}

const operations = JSON.stringify({
  query: submitDocument,
  variables: { input: { ...input, files: [null] } },
});
const noMultipart = /^\d+ BAD_USER_INPUT: This is no GraphQL multipart request/;

describe('files are taken from nobody', () => {
  test('who is not signed in', async () => {
    expect(await refusedForm({ 'x-csrf': '1' })).toBe('401 UNAUTHENTICATED: Sign in first.');
  });

  test('whose page belongs to another site', async () => {
    expect(await refusedForm({ cookie: 'session=a-session-of-somebody' })).toBe(
      '403 FORBIDDEN: Requests without a bearer token need the header “x-csrf: 1”.',
    );
  });

  test('whose role sends no returns, as the log is told', async () => {
    await emptyLogs(app);

    expect(await refusedForm(app.credentialsOf('approver.derby'))).toBe(
      '403 FORBIDDEN: The role “approver” may not send a return.',
    );
    expect(await logOf(app, 'derby')).toMatchObject([
      { type: 'access.refused', details: { fields: ['submitReturn'] } },
    ]);
  });

  test('who does not tell how much it is', async () => {
    expect(await refusedForm({ ...commissioner, 'content-length': 'much' })).toBe(
      '400 BAD_USER_INPUT: Tell the length of a form with files: send the header “content-length”.',
    );
  });

  test('who sends more than 100 MB', async () => {
    expect(await refusedForm({ ...commissioner, 'content-length': '101000001' })).toBe(
      '400 BAD_USER_INPUT: Files may have 100 MB at most together. Send fewer.',
    );
  });

  test('whose form was cut off', async () => {
    expect(await refusedForm(commissioner, good.body.slice(0, good.body.length - 60))).toMatch(
      /^\d+ BAD_USER_INPUT: The form cannot be read: it was cut off/,
    );
  });

  test('whose form has no boundary', async () => {
    expect(await refusedForm({ ...commissioner, 'content-type': 'multipart/form-data' })).toMatch(
      /^\d+ BAD_USER_INPUT: The form cannot be read/,
    );
  });
});

describe('a form is refused', () => {
  const file = new File(['a'], 'a.csv');

  test.each([
    ['without operations', [['0', file]]],
    [
      'whose operations are no JSON',
      [
        ['operations', '{'],
        ['map', '{}'],
      ],
    ],
    [
      'whose map names no file',
      [
        ['operations', operations],
        ['map', '{"0":["variables.input.files.0"]}'],
      ],
    ],
    [
      'whose map leads nowhere',
      [
        ['operations', operations],
        ['map', '{"0":["variables.input.other"]}'],
        ['0', file],
      ],
    ],
    [
      'whose map leads out of the variables',
      [
        ['operations', operations],
        ['map', '{"0":["query"]}'],
        ['0', file],
      ],
    ],
    [
      'whose map leads to what every object has',
      [
        ['operations', operations],
        ['map', '{"0":["variables.__proto__.file"]}'],
        ['0', file],
      ],
    ],
  ] as readonly [string, readonly [string, string | File][]][])('%s', async (_what, parts) => {
    expect(await refusedParts(...parts)).toMatch(noMultipart);
  });

  test('with 21 files', async () => {
    const many = Array.from({ length: 21 }, (_, index): [string, File] => [String(index), file]);

    expect(await refusedParts(['operations', operations], ['map', '{}'], ...many)).toMatch(
      /^\d+ BAD_USER_INPUT: Send 20 files at most/,
    );
  });
});

test('a file that does not come in a form is refused', async () => {
  const variables = { input: { ...input, files: ['a.csv'] } };

  const answer = await post(app, { query: submitDocument, variables }, commissioner);

  expect(await refusalIn(answer)).toMatch(
    /BAD_USER_INPUT: .*Send files as a GraphQL multipart request/,
  );
});

test('a form without files is a request like any other', async () => {
  const query = '{ viewer { account } }';
  const parts = form(['operations', JSON.stringify({ query })], ['map', '{}']);
  const encoded = new Response(parts);
  const body = new Uint8Array(await encoded.arrayBuffer());

  const response = await send(app, '/graphql', {
    method: 'POST',
    headers: {
      ...commissioner,
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
    },
    body,
  });

  expect(await response.json()).toEqual({ data: { viewer: { account: 'commissioner.derby' } } });
});
