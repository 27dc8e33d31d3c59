import { request } from 'node:http';

/** What one event said, and when it came. Unit: milliseconds. */
export interface Heard {
  readonly urn: string;
  readonly version: number;
  readonly at: number;
}

/** One watcher: a connection of its own over which events come. */
export interface LiveClient {
  /** Version last heard of each home. */
  readonly versions: ReadonlyMap<string, number>;
  readonly leave: () => void;
}

const query = `subscription ($consortium: String!) {
  bedsChanged(consortium: $consortium) { at home { urn version stale confirmedAt
    counts { registered usable occupied reserved accepting closed } } } }`;

const body = JSON.stringify({ query, variables: { consortium: 'd2n2' } });

const event = /"urn":"(\d+)","version":(\d+)/g;

/** Subscribes, and waits until it has begun. */
export function watch(
  { url, token }: { readonly url: string; readonly token: string },
  onHeard: (heard: Heard) => void,
): Promise<LiveClient> {
  const { promise, resolve, reject } = Promise.withResolvers<LiveClient>();
  const versions = new Map<string, number>();
  const sent = request(`${url}/graphql`, {
    method: 'POST',
    // No pool: a connection for each, as each browser has its own.
    agent: false,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  });
  const leave = () => sent.destroy();
  let rest = '';
  sent.on('error', reject);
  sent.on('response', (response) => {
    response.setEncoding('utf8');
    response.on('error', () => undefined);
    response.on('data', (part: string) => {
      const at = performance.now();
      const text = rest + part;
      const end = text.lastIndexOf('\n\n');
      rest = text.slice(end + 2);
      const events = text.slice(0, end + 2);
      for (const [, urn = '', version] of events.matchAll(event)) {
        versions.set(urn, Number(version));
        onHeard({ urn, version: Number(version), at });
      }
      if (events.includes('"home":null')) resolve({ versions, leave });
      if (events.includes('"errors"')) reject(new Error(events.slice(0, 500)));
    });
  });
  sent.end(body);
  return promise;
}
