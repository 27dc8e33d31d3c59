import type { Answer, TestApp } from './app.ts';

/** One request to the app, as a browser or another program would send it. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData | URLSearchParams | Uint8Array<ArrayBuffer>;
  /** For example `https://localhost`; absent: `http://localhost`. */
  readonly origin?: string;
}

/** Sends a request to a path of the app. */
export function send(app: TestApp, path: string, sent: Sent = {}): Promise<Response> {
  const { origin = 'http://localhost', ...init } = sent;
  return app.fetch(new Request(`${origin}${path}`, init));
}

/** Posts a GraphQL request as JSON; nobody is signed in unless `headers` say so. */
export function post(
  app: TestApp,
  request: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return send(app, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': '1', ...headers },
    body: typeof request === 'string' ? request : JSON.stringify(request),
  });
}

/** What was refused, as `CODE: sentence`; the empty text if nothing was. */
export const refusalOf = ({ errors = [] }: Answer<unknown>): string =>
  errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n');

/** The refusal in an answer that was not asked for as GraphQL. */
export const refusalIn = async (response: Response): Promise<string> =>
  `${response.status} ${refusalOf(await response.json())}`;

/** A global id, as the API writes it. */
export const globalId = (type: string, id: string): string =>
  Buffer.from(`${type}:${id}`).toString('base64');
