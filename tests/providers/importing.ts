import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SentText } from '../returns/returns.ts';
import type { Answer, TestApp } from '../testkit/app.ts';
import { send } from '../testkit/requests.ts';

const folder = join(import.meta.dirname, 'contracts-finder-ocds');

/** A notice of Contracts Finder, as it was published. */
export const published = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));

/** Sends files with a mutation, as an account of the demonstration; the API's own answer. */
export async function sendFiles<Data>(
  app: TestApp,
  account: string,
  given: {
    readonly query: string;
    readonly variables: object;
    /** By the path of the variable that each goes into. */
    readonly files: Readonly<Record<string, SentText>>;
  },
): Promise<Answer<Data>> {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query: given.query, variables: given.variables }));
  const files = Object.entries(given.files);
  form.set('map', JSON.stringify(Object.fromEntries(files.map(([path], nth) => [nth, [path]]))));
  for (const [nth, [, { name, text }]] of files.entries()) {
    form.set(String(nth), new File([text], name));
  }
  const encoded = new Response(form);
  const body = new Uint8Array(await encoded.arrayBuffer());
  const response = await send(app, '/graphql', {
    method: 'POST',
    headers: {
      ...app.credentialsOf(account),
      'x-csrf': '1',
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(body.byteLength),
    },
    body,
  });
  return (await response.json()) as Answer<Data>;
}
