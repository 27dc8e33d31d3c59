import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';

/** How long the body of a request may take to come. Unit: milliseconds. */
export const usualBodyTime = 30_000;

/** What the server may do with the connection that a request came by. */
export interface Connection {
  /** Lets this request's body take longer: whoever reads it sees to its pace. */
  allowLongBody(): void;
}

/** What is asked of Node’s own request. */
interface Incoming extends EventEmitter {
  readonly complete: boolean;
  readonly socket: Socket;
}

const sentence = 'The request took too long to arrive, and the rest of it was not waited for.';
const answer = JSON.stringify({
  errors: [{ message: sentence, extensions: { code: 'BAD_USER_INPUT' } }],
});
const tooLate = [
  'HTTP/1.1 408 Request Timeout',
  'connection: close',
  'content-type: application/json',
  `content-length: ${answer.length}`,
  '',
  answer,
].join('\r\n');

/**
 * Ends a request whose body has not come within the time, so that nobody can keep connections busy with bodies that
 * never end. Node's own limit is for a whole server, and a file of 100 MB needs longer than anything else may take.
 */
export function limitBodyTime(
  incoming: Incoming,
  outgoing: { readonly headersSent: boolean },
  time: number,
): Connection {
  const timer = setTimeout(() => {
    const { socket } = incoming;
    if (incoming.complete || socket.destroyed) return;
    if (!outgoing.headersSent) socket.write(tooLate);
    socket.destroySoon();
  }, time);
  const stop = () => clearTimeout(timer);
  incoming.once('close', stop);
  return { allowLongBody: stop };
}
