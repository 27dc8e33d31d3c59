import type { ExecutionResult } from 'graphql';
import type { Actor } from '../modules/access/actor.ts';
import type { NewAuditEvent } from '../modules/audit/audit-event.ts';
import type { Told } from '../platform/untold.ts';
import { Untold } from '../platform/untold.ts';

/** Where somebody is told: Node's own answer to a request, or a stream. */
export interface Outlet {
  /** What was written and has not left yet. Unit: bytes. */
  readonly writableLength: number;
  write(bytes: Uint8Array, onceLeft?: () => void): unknown;
  end(last: Uint8Array): unknown;
  /** Breaks off: what lies unread is lost. */
  destroy(): unknown;
  on(event: 'close' | 'error', then: () => void): unknown;
}

const encoder = new TextEncoder();

/** Begins a stream, and shows later on that both ends are still there. */
const comment = encoder.encode(':\n\n');
const complete = encoder.encode('event: complete\ndata:\n\n');

/** An answer as it is sent: written once for all who get it. */
export const eventOf = (answer: ExecutionResult): Uint8Array =>
  encoder.encode(`event: next\ndata: ${JSON.stringify(answer)}\n\n`);

/** How much may lie unread on its way to one client. Unit: bytes. */
const room = 16_384;

/**
 * One open subscription: who follows, and where they are told. Whoever reads slowly holds nobody up: what there was no room
 * for is read anew for them when there is.
 */
export class Watcher {
  readonly actor: Actor;
  readonly request: Request;
  readonly #untold = new Untold();
  readonly #recorded = { day: '', events: new Set<string>() };
  readonly #leaving = new Set<() => void>();
  #outlet: Outlet | undefined;
  #last: Uint8Array | undefined;
  #askAgain: (told: Told) => void = () => undefined;
  #hasLeft = false;

  constructor(actor: Actor, request: Request) {
    this.actor = actor;
    this.request = request;
    // Whoever leaves before they are told anything has no outlet that says so.
    request.signal.addEventListener('abort', this.leave, { once: true });
    if (request.signal.aborted) this.leave();
  }

  /** Says where the client is told from now on, in server-sent events. */
  tellTo(outlet: Outlet): void {
    outlet.on('close', this.leave);
    outlet.on('error', this.leave);
    if (this.#hasLeft) {
      this.#finish(outlet);
      return;
    }
    this.#outlet = outlet;
    outlet.write(comment);
    this.#catchUp();
  }

  /** Calls `then` once, when the client has left or has been told the last: at once if that is so already. */
  readonly onLeave = (then: () => void): void => {
    if (this.#hasLeft) then();
    else this.#leaving.add(then);
  };

  /** @param askAgain asks for what was not told when it happened. */
  onRoom(askAgain: (told: Told) => void): void {
    this.#askAgain = askAgain;
    this.#catchUp();
  }

  /** Tells of something, or remembers that it was not told. */
  give(told: Told, event: Uint8Array): void {
    if (this.#hasLeft) return;
    if (this.#free > 0 && this.#untold.isEmpty) this.#outlet?.write(event, this.#catchUp);
    else this.#untold.add(told);
  }

  /** A sign of life, where there has been no room for anything else. */
  ping(): void {
    if (!this.#hasLeft && this.#free > 0) this.#outlet?.write(comment);
  }

  /** Tells the last, and ends. What lies unread is not left for somebody who may no longer read it. */
  end(last: Uint8Array): void {
    if (this.#hasLeft) return;
    this.#last = last;
    if (this.#outlet) this.#finish(this.#outlet);
    this.leave();
  }

  readonly leave = (): void => {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.request.signal.removeEventListener('abort', this.leave);
    for (const then of this.#leaving) then();
  };

  /** Which of these events the log does not have yet of this subscription and day; from now on it has. */
  notYetRecorded(events: readonly NewAuditEvent[], day: string): NewAuditEvent[] {
    if (events.length === 0) return [];
    if (this.#recorded.day !== day) {
      this.#recorded.day = day;
      this.#recorded.events.clear();
    }
    return events.filter((event) => {
      const key = JSON.stringify(event);
      const isNew = !this.#recorded.events.has(key);
      this.#recorded.events.add(key);
      return isNew;
    });
  }

  #finish(outlet: Outlet): void {
    if (!this.#last || outlet.writableLength > 0) outlet.destroy();
    else {
      outlet.write(this.#last);
      outlet.end(complete);
    }
  }

  /** Unit: bytes. */
  get #free(): number {
    return this.#outlet ? room - this.#outlet.writableLength : 0;
  }

  readonly #catchUp = (): void => {
    if (this.#hasLeft || this.#free <= 0) return;
    for (let told = this.#untold.take(); told !== undefined; told = this.#untold.take()) {
      this.#askAgain(told);
    }
  };
}
