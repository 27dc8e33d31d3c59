/** Whether the server answers, as this page last saw it. */
export interface ConnectionState {
  readonly status: 'connected' | 'lost' | 'regained';
  /** When the server last answered; null before its first answer. */
  readonly lastHeard: Date | null;
}

/** Seconds to wait before each further try. The last one repeats. */
const waits = [1, 2, 4, 8, 15];
/** Seconds between looks at a server that has said nothing: loss is noticed without a click. */
const heartbeat = 20;
/** Seconds for which "back in contact" stays on the screen. */
const regainedFor = 12;

/** Seconds before try number `attempt` (from 0). */
export function waitBefore(attempt: number): number {
  return waits[Math.min(attempt, waits.length - 1)] ?? heartbeat;
}

/** Keeps watch over the server: notices loss, tries again with growing pauses, tells when it is back. */
export class Connection {
  #state: ConnectionState = { status: 'connected', lastHeard: null };
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #ready: () => Promise<boolean>;
  readonly #watchers = new Set<() => void>();
  readonly #regained = new Set<() => void>();

  /** @param ready answers whether the server is there; it must not throw. */
  constructor(ready: () => Promise<boolean>) {
    this.#ready = ready;
  }

  readonly read = (): ConnectionState => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Calls `again` whenever contact is regained; the answer stops that. */
  readonly onRegained = (again: () => void): (() => void) => {
    this.#regained.add(again);
    return () => this.#regained.delete(again);
  };

  /** The server answered something. */
  readonly heard = (): void => {
    const { status } = this.#state;
    const wasLost = status === 'lost';
    if (wasLost) this.#set('regained', new Date());
    // A fresh time with each answer would redraw the frame for nothing: it shows only when lost.
    else this.#state = { ...this.#state, lastHeard: new Date() };
    this.#attempt = 0;
    // What is read again after a loss, and a stream, answer too: they do not make the good news stay.
    if (status !== 'regained') this.#schedule(wasLost ? regainedFor : heartbeat);
    if (wasLost) for (const again of this.#regained) again();
  };

  /** The server did not answer. */
  readonly failed = (): void => {
    if (this.#state.status === 'lost') return;
    this.#attempt = 0;
    this.#set('lost', this.#state.lastHeard);
    this.#schedule(waitBefore(0));
  };

  /** Looks now instead of at the next planned time. */
  readonly tryNow = async (): Promise<void> => {
    // Another try may find the server while this one asks: that it is back is said all the same.
    const wasRegained = this.#state.status === 'regained';
    if (await this.#ready()) {
      if (wasRegained) this.#set('connected', new Date());
      this.heard();
      return;
    }
    if (this.#state.status !== 'lost') {
      this.failed();
      return;
    }
    this.#attempt += 1;
    this.#schedule(waitBefore(this.#attempt));
  };

  #set(status: ConnectionState['status'], lastHeard: Date | null) {
    this.#state = { status, lastHeard };
    for (const watcher of this.#watchers) watcher();
  }

  #schedule(seconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.tryNow(), seconds * 1000);
  }
}

/** Asks the server whether it is ready; no answer within five seconds counts as no. */
export async function serverIsReady(): Promise<boolean> {
  try {
    const response = await fetch('/ready', {
      signal: AbortSignal.timeout(5000),
      cache: 'no-store',
    });
    return response.ok;
  } catch {
    return false;
  }
}
