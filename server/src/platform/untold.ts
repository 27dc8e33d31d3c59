/** What is told of something: an id, or null where anything may have changed. */
export type Told = string | null;

/** More ids than this are told as null. */
const most = 1_000;

/**
 * What is still to be told, each id once however often it came. Null stands for everything before it, and for ids that are
 * too many to be told one by one, so that nothing is ever lost and nothing grows without end.
 */
export class Untold {
  readonly #ids = new Set<Told>();

  get isEmpty(): boolean {
    return this.#ids.size === 0;
  }

  add(told: Told): void {
    if (this.#ids.has(null)) return;
    if (told === null || this.#ids.size >= most) {
      this.#ids.clear();
      this.#ids.add(null);
    } else this.#ids.add(told);
  }

  /** The oldest, which is then told; undefined where there is none. */
  take(): Told | undefined {
    const [oldest] = this.#ids;
    if (oldest !== undefined) this.#ids.delete(oldest);
    return oldest;
  }
}
