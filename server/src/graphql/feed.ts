import type { NewAuditEvent } from '../modules/audit/audit-event.ts';
import type { Told } from '../platform/untold.ts';
import type { Watcher } from './watcher.ts';

/** What is sent to everybody who follows the same. */
export interface SharedAnswer {
  readonly event: Uint8Array;
  /** What it showed them, for the log. */
  readonly toRecord: readonly NewAuditEvent[];
}

export interface Feeding {
  /** Tells null first, once nothing can be missed any more. */
  readonly source: AsyncIterator<Told>;
  /** Answers what was told, as it is now; null where it is nothing to those who follow. */
  answerTo(told: Told): Promise<SharedAnswer | null>;
  /** Those of them who may be told: what they are shown is in the log. */
  record(watchers: readonly Watcher[], events: readonly NewAuditEvent[]): Promise<Watcher[]>;
  /** Tells somebody what went wrong, and ends their subscription. */
  refuse(watcher: Watcher, error: unknown): void;
}

/** Whom something is told: everybody who follows, or only those who ask for it. */
type Whom = 'everybody' | Set<Watcher>;

/**
 * Everybody who follows the same with the same sight: what happens is answered once, and the same bytes go to all. One
 * answer is made at a time; what happens again meanwhile is answered once afterwards.
 */
export class Feed {
  readonly #feeding: Feeding;
  readonly #watchers = new Set<Watcher>();
  readonly #due = new Map<Told, Whom>();
  /** What somebody was told of, and would miss if it were gone. */
  readonly #shown = new Set<Told>();
  #isListening = false;
  #isAnswering = false;

  constructor(feeding: Feeding) {
    this.#feeding = feeding;
    this.#listen().catch((error: unknown) => this.#end(error));
  }

  /** Tells what there is at once, and everything from now on. */
  join(watcher: Watcher, onEmpty: () => void): void {
    this.#watchers.add(watcher);
    watcher.onLeave(() => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      onEmpty();
      // Nobody listens any more, so nobody misses what went wrong.
      this.#feeding.source.return?.().catch(() => undefined);
    });
    watcher.onRoom((told) => this.#want(told, new Set([watcher])));
    if (this.#isListening) this.#want(null, new Set([watcher]));
  }

  async #listen(): Promise<void> {
    const { source } = this.#feeding;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      this.#isListening = true;
      this.#want(next.value, 'everybody');
    }
  }

  #end(error: unknown): void {
    for (const watcher of this.#watchers) this.#feeding.refuse(watcher, error);
  }

  #want(told: Told, whom: Whom): void {
    const before = this.#due.get(told);
    if (before === undefined || whom === 'everybody') this.#due.set(told, whom);
    else if (before !== 'everybody') for (const watcher of whom) before.add(watcher);
    if (this.#isAnswering) return;
    this.#isAnswering = true;
    this.#answerAll().catch((error: unknown) => this.#end(error));
  }

  async #answerAll(): Promise<void> {
    try {
      for (const [told, whom] of this.#due) {
        this.#due.delete(told);
        await this.#answer(told, whom);
      }
    } finally {
      this.#isAnswering = false;
    }
  }

  async #answer(told: Told, whom: Whom): Promise<void> {
    const asking = () =>
      whom === 'everybody'
        ? [...this.#watchers]
        : [...whom].filter((watcher) => this.#watchers.has(watcher));
    if (asking().length === 0) return;
    const answer = await this.#feeding.answerTo(told);
    if (answer === null) {
      // Whoever still shows it reads everything anew, once, instead of being told what became of it: when others like it
      // change afterwards is nobody's business here.
      if (!this.#shown.has(told)) return;
      this.#shown.clear();
      this.#want(null, 'everybody');
      return;
    }
    this.#shown.add(told);
    const watchers = await this.#feeding.record(asking(), answer.toRecord);
    for (const watcher of watchers) watcher.give(told, answer.event);
  }
}
