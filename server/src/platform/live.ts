import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';
import pg from 'pg';
import type { Statement } from './database.ts';
import type { Log } from './log.ts';

/** The one channel of PostgreSQL that everybody listens to. */
const channel = 'exchange';

/** How long to wait before listening again after the connection was lost. Unit: milliseconds. */
const patience = 500;

/**
 * Tells every server process that something changed. What is told are a topic and an id, never what changed: whoever
 * listens reads it again, through the same locks as ever.
 */
export interface Live {
  /**
   * Ids told of a topic from now on, until the caller stops; of one id only if it is given. Null stands for a time in
   * which nothing was heard, before listening began or while it could not go on: anything may have changed.
   */
  listen(topic: string, only?: string): AsyncIterableIterator<string | null>;
  close(): Promise<void>;
}

/** Tells an id of a topic: at once, or in a transaction when it commits. */
export const tell = (topic: string, id: string): Statement => ({
  name: 'live_tell',
  text: 'select pg_notify($1, $2)',
  values: [channel, `${topic} ${id}`],
});

type Listener = (id: string | null) => void;

/** @param options.url as the application role connects. */
export function openLive({ url, log }: { readonly url: string; readonly log: Log }): Live {
  const listeners = new Map<string, Set<Listener>>();
  let client: Promise<pg.Client> | undefined;
  let closed = false;

  const connected = (): Promise<pg.Client> => {
    client ??= connect(url, hear, lost).catch((error: unknown) => {
      client = undefined;
      throw error;
    });
    return client;
  };
  const hear: Hear = (topic, id) => {
    for (const listener of listeners.get(topic) ?? []) listener(id);
  };
  const lost = () => {
    client = undefined;
    if (closed || listeners.size === 0) return;
    setTimeout(() => {
      connected().then(
        () => {
          for (const topic of listeners.keys()) hear(topic, null);
        },
        (error: unknown) => {
          log.error({ err: error }, 'live updates cannot be heard');
          lost();
        },
      );
    }, patience).unref();
  };
  const add = (topic: string, listener: Listener) => {
    const those = listeners.get(topic) ?? new Set();
    listeners.set(topic, those.add(listener));
    return () => {
      those.delete(listener);
      if (those.size === 0) listeners.delete(topic);
    };
  };

  return {
    listen: (topic, only) =>
      new Repeater<string | null>(async (push, stop) => {
        const remove = add(topic, (id) => {
          // Whoever stopped listening hears no more, and need not be told so.
          if (id === null || only === undefined || id === only) push(id).catch(() => undefined);
        });
        try {
          await connected();
          push(null).catch(() => undefined);
          await stop;
        } finally {
          remove();
        }
      }, new SlidingBuffer(100)),
    close: async () => {
      closed = true;
      const connection = await client?.catch(() => undefined);
      await connection?.end();
    },
  };
}

type Hear = (topic: string, id: string | null) => void;

async function connect(url: string, hear: Hear, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  // An error ends the connection, of which `end` tells.
  client.on('error', () => undefined);
  client.on('notification', ({ payload = '' }) => {
    const [topic = '', id = ''] = payload.split(' ');
    hear(topic, id);
  });
  await client.connect();
  client.once('end', lost);
  await client.query(`listen ${channel}`);
  return client;
}
