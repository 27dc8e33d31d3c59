import type { Client } from 'urql';
import { waitBefore } from '../../graphql/connection.ts';
import { describeFailure } from '../../graphql/errors.ts';
import type { HomeLine } from './homes-queries.ts';
import { BedsChangedSubscription } from './homes-queries.ts';

/** What is heard of homes as they change. */
export interface LiveHomes {
  readonly isConnected: boolean;
  /** When something was last heard, also that it began; null before. */
  readonly heardAt: string | null;
  /** The home that changed last; null before one did. */
  readonly latest: HomeLine | null;
  /** How often a home changed since this began. */
  readonly changes: number;
}

/** When what a page shows is to be read again: after a time in which changes may have been missed, or after each change. */
export type ReadAgain = 'after-gaps' | 'after-changes';

const beginning: LiveHomes = { isConnected: false, heardAt: null, latest: null, changes: 0 };

/** At least so long before a page is read again, and up to half as long besides. Unit: milliseconds. */
const calm = 2_000;

/** Refusals that another try does not change. */
const final: ReadonlySet<string | null> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'UNAUTHENTICATED',
]);

/**
 * Follows the homes of a consortium, again and again where the connection is lost. A home that changed is renewed wherever it
 * shows, by the cache; what is made of many homes is read again, calmly.
 */
export class LiveChanges {
  #state = beginning;
  #attempt = 0;
  #leave: () => void = () => undefined;
  #trying: ReturnType<typeof setTimeout> | undefined;
  #reading: ReturnType<typeof setTimeout> | undefined;
  readonly #client: Client;
  readonly #watchers = new Set<() => void>();
  readonly #readAgain: () => void;
  readonly #when: ReadAgain;

  constructor(
    client: Client,
    options: { readonly readAgain: () => void; readonly when: ReadAgain },
  ) {
    this.#client = client;
    this.#readAgain = options.readAgain;
    this.#when = options.when;
  }

  readonly read = (): LiveHomes => this.#state;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Begins; the answer ends it. */
  follow(consortium: string): () => void {
    let isOver = false;
    const { unsubscribe } = this.#client
      .subscription(BedsChangedSubscription, { consortium })
      .subscribe(({ data, error, hasNext }) => {
        if (isOver) return;
        if (error || !hasNext) {
          isOver = true;
          this.#lost(consortium, error ? describeFailure(error).code : null);
        } else if (data?.bedsChanged) this.#heard(data.bedsChanged);
      });
    this.#leave = () => {
      isOver = true;
      unsubscribe();
    };
    return () => {
      this.#leave();
      clearTimeout(this.#trying);
      clearTimeout(this.#reading);
      this.#reading = undefined;
    };
  }

  #heard({ at, home }: { readonly at: string; readonly home: HomeLine | null }): void {
    this.#attempt = 0;
    const { latest, changes } = this.#state;
    this.#set({
      ...{ isConnected: true, heardAt: at },
      ...(home ? { latest: home, changes: changes + 1 } : { latest, changes }),
    });
    if (home && this.#when === 'after-gaps') return;
    // Where many pages hear the same, they do not all ask at one moment.
    this.#reading ??= setTimeout(() => this.#readOnce(), calm * (1 + Math.random() / 2));
  }

  #readOnce(): void {
    this.#reading = undefined;
    this.#readAgain();
  }

  #lost(consortium: string, code: string | null): void {
    this.#set({ ...this.#state, isConnected: false });
    if (final.has(code)) return;
    const wait = waitBefore(this.#attempt) * 1_000 * (0.5 + Math.random() / 2);
    this.#attempt += 1;
    this.#trying = setTimeout(() => this.follow(consortium), wait);
  }

  #set(state: LiveHomes): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher();
  }
}
