import { conflict } from '@sufficiency/shared/errors.ts';
import type { Actor } from '../modules/access/actor.ts';
import { unauthenticated } from '../modules/access/sign-in.service.ts';
import type { Watcher } from './watcher.ts';

/** How often it is asked whether accounts with open subscriptions may still sign in. Unit: milliseconds. */
const checkEvery = 2_000;

/** How often a connection is sent something, whatever happens. Unit: rounds of the check. */
const pingEvery = 6;

/** Open subscriptions of one account. */
const most = 20;

/** What decides what an account is shown, but for the account itself. */
export const sightOf = ({ organisationId, role, authorityCodes, consortiumCode }: Actor): string =>
  JSON.stringify([organisationId, role, authorityCodes, consortiumCode]);

interface Checking {
  /** Who each request is from now; null where nobody may ask with it any more. */
  authenticateAll(requests: readonly Request[]): Promise<(Actor | null)[]>;
  /** Tells somebody why, and ends their subscription. */
  refuse(watcher: Watcher, error: unknown): void;
}

/** All open subscriptions, so many of each account. */
export class OpenSubscriptions {
  readonly #checking: Checking;
  readonly #taken = new Map<string, number>();
  readonly #watchers = new Set<Watcher>();
  #timer: NodeJS.Timeout | undefined;
  #rounds = 0;
  #hasFailed = false;

  constructor(checking: Checking) {
    this.#checking = checking;
  }

  /**
   * Takes one of the account's places, before anything is waited for, and gives it back when the watcher leaves.
   *
   * @throws DomainError CONFLICT none is free.
   */
  take({ actor: { accountId }, onLeave }: Watcher): void {
    const already = this.#taken.get(accountId) ?? 0;
    if (already >= most) {
      throw conflict(`At most ${most} subscriptions may be open. Close another one.`);
    }
    this.#taken.set(accountId, already + 1);
    onLeave(() => {
      const left = (this.#taken.get(accountId) ?? 1) - 1;
      if (left > 0) this.#taken.set(accountId, left);
      else this.#taken.delete(accountId);
    });
  }

  /** Ends it, within seconds, once its account may no longer sign in or is shown something else: one question for all. */
  watch(watcher: Watcher): void {
    this.#watchers.add(watcher);
    watcher.onLeave(() => this.#watchers.delete(watcher));
    this.#timer ??= this.#later();
  }

  #later(): NodeJS.Timeout {
    return setTimeout(() => void this.#check(), checkEvery).unref();
  }

  async #check(): Promise<void> {
    const watchers = [...this.#watchers];
    try {
      const actors = await this.#checking.authenticateAll(watchers.map(({ request }) => request));
      for (const [place, watcher] of watchers.entries()) {
        this.#compare(watcher, actors[place] ?? null);
      }
      this.#hasFailed = false;
    } catch (error) {
      // A database that is silent for a moment throws nobody out.
      if (this.#hasFailed) for (const watcher of watchers) this.#checking.refuse(watcher, error);
      this.#hasFailed = true;
    }
    this.#rounds += 1;
    if (this.#rounds % pingEvery === 0) for (const watcher of this.#watchers) watcher.ping();
    this.#timer = this.#watchers.size > 0 ? this.#later() : undefined;
  }

  #compare(watcher: Watcher, actor: Actor | null): void {
    const { refuse } = this.#checking;
    if (actor === null) refuse(watcher, unauthenticated('Sign in again.'));
    else if (sightOf(actor) !== sightOf(watcher.actor)) {
      refuse(watcher, conflict('What this account may see has changed. Subscribe again.'));
    }
  }
}
