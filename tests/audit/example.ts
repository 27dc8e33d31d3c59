import type { TestApp } from '../testkit/app.ts';

/** Something that must leave an event. */
export interface Example {
  /** The event it leaves, and no other. */
  readonly leaves: string;
  /** Arranges what it needs, and gives the doing itself. */
  readonly prepare: (app: TestApp) => Promise<() => Promise<unknown>>;
}
