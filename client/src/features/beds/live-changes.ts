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
  /** How often nothing was heard for a while since this began, so that any home may have changed. */
  readonly gaps: number;
}

/** Why what a page shows is to be read again: following began after it was read, changes may have been missed since, or there was one. */
export type NewsKind = 'began' | 'missed' | 'changed';

const beginning: LiveHomes = {
  isConnected: false,
  heardAt: null,
  latest: null,
  changes: 0,
  gaps: 0,
};

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
  #hasMissed = false;
  #leave: () => void = () => undefined;
  #trying: ReturnType<typeof setTimeout> | undefined;
  #reading: ReturnType<typeof setTimeout> | undefined;
  readonly #client: Client;
  readonly #watchers = new Set<() => void>();
  readonly #readAgain: (why: NewsKind) => void;

  constructor(client: Client, readAgain: (why: NewsKind) => void) {
    this.#client = client;
    this.#readAgain = readAgain;
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
    const { heardAt, latest, changes, gaps } = this.#state;
    const isGap = home === null && heardAt !== null;
    this.#set({
      ...{ isConnected: true, heardAt: at, latest: home ?? latest },
      ...{ changes: home ? changes + 1 : changes, gaps: isGap ? gaps + 1 : gaps },
    });
    if (heardAt === null) {
      this.#readAgain('began');
      return;
    }
    if (isGap) this.#hasMissed = true;
    // Where many pages hear the same, they do not all ask at one moment.
    this.#reading ??= setTimeout(() => this.#readOnce(), calm * (1 + Math.random() / 2));
  }

  #readOnce(): void {
    const why = this.#hasMissed ? 'missed' : 'changed';
    this.#reading = undefined;
    this.#hasMissed = false;
    this.#readAgain(why);
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
