import { Socket } from 'node:net';

/**
 * A connection that sends whatever is written in one turn of the event loop at once. The beginning of a transaction,
 * its viewer and its first statement then cost one system call instead of three, and wake PostgreSQL once.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  // Connecting puts Node's own method back, so ours can only be set afterwards.
  socket.once('connect', () => gatherWrites(socket));
  return socket;
}

function gatherWrites(socket: Socket): void {
  let gathering = false;
  const write = socket.write.bind(socket) as (...written: unknown[]) => boolean;
  const gather = (...written: unknown[]): boolean => {
    if (!gathering) {
      gathering = true;
      socket.cork();
      process.nextTick(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return write(...written);
  };
  Object.assign(socket, { write: gather });
}
