import { Repeater } from '@repeaterjs/repeater';
import pg from 'pg';
import type { Statement } from './database.ts';
import type { Log } from './log.ts';
import type { Told } from './untold.ts';
import { Untold } from './untold.ts';

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
   * which nothing was heard, before listening began or while it could not go on: anything may have changed. An id that
   * is told again before it was taken comes once.
   */
  listen(topic: string, only?: string): AsyncIterableIterator<Told>;
  close(): Promise<void>;
}

/** Tells an id of a topic: at once, or in a transaction when it commits. */
export const tell = (topic: string, id: string): Statement => ({
  name: 'live_tell',
  text: 'select pg_notify($1, $2)',
  values: [channel, `${topic} ${id}`],
});

type Listener = (id: Told) => void;

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
      new Repeater<Told>(async (push, stop) => {
        const untold = new Untold();
        let wake = () => {};
        let isOver = false;
        const remove = add(topic, (id) => {
          if (id !== null && only !== undefined && id !== only) return;
          untold.add(id);
          wake();
        });
        void stop.then(() => {
          isOver = true;
          wake();
        });
        try {
          await connected();
          untold.add(null);
          while (!isOver) {
            const told = untold.take();
            if (told !== undefined) await push(told);
            else await new Promise<void>((woken) => (wake = woken));
          }
        } finally {
          remove();
        }
      }),
    close: async () => {
      closed = true;
      const connection = await client?.catch(() => undefined);
      await connection?.end();
    },
  };
}

type Hear = (topic: string, id: Told) => void;

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
