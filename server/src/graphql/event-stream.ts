import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Outlet, Watcher } from './watcher.ts';

const eventStream = 'text/event-stream';

const watchers = new WeakMap<ReadableStream, Watcher>();

/** True for the stream of an open subscription. */
export const isOfWatcher = (stream: ReadableStream): boolean => watchers.has(stream);

/** An open subscription as an answer: a stream for which nothing is done until somebody reads it. */
export function responseOf(watcher: Watcher): Response {
  const stream = streamOf(watcher);
  watchers.set(stream, watcher);
  return new Response(stream, {
    headers: { 'content-type': eventStream, 'x-accel-buffering': 'no' },
  });
}

/**
 * Sends an open subscription to its connection itself: streams between the two would need more for each of thousands than
 * all else together. Any other answer is left as it is.
 */
export function sendEvents(
  response: Response,
  outgoing: Outlet & { writeHead(status: number, headers: Record<string, string>): unknown },
): Response {
  if (response.headers.get('content-type') !== eventStream) return response;
  const watcher = response.body && watchers.get(response.body);
  if (!watcher) return response;
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  watcher.tellTo(outgoing);
  return RESPONSE_ALREADY_SENT;
}

/** For whoever asks in this process, where there is no connection. */
function streamOf(watcher: Watcher): ReadableStream<Uint8Array> {
  let onRead: (() => void) | undefined;
  let hasBegun = false;
  const begin = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    watcher.tellTo({
      get writableLength() {
        return -(controller.desiredSize ?? 0);
      },
      write: (bytes, onceLeft) => {
        onRead = onceLeft ?? onRead;
        controller.enqueue(bytes);
      },
      end: (last) => {
        controller.enqueue(last);
        controller.close();
      },
      destroy: () => controller.error(new Error('This subscription has ended.')),
      on: () => undefined,
    });
  return new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (hasBegun) onRead?.();
        else begin(controller);
        hasBegun = true;
      },
      cancel: () => watcher.leave(),
    },
    { highWaterMark: 0, size: ({ byteLength }) => byteLength },
  );
}
