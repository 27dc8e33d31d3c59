import type { Clock } from '../../platform/clock.ts';
import type { Operation, Records } from '../../platform/database.ts';
import type { Actor } from './actor.ts';

/** What a use case works with: who asks, and the one transaction in which everything of this operation happens. */
export interface Viewer {
  readonly actor: Actor;
  readonly operation: Operation;
  /** Prisma's client inside that transaction. */
  readonly db: Records;
  readonly clock: Clock;
}

/**
 * Reads something once for each operation, however many fields ask for it. Never across operations: what one viewer
 * sees is nobody else's business.
 */
export function oncePerOperation<Result>(read: (viewer: Viewer) => Promise<Result>) {
  const known = new WeakMap<Operation, Promise<Result>>();
  return (viewer: Viewer): Promise<Result> => {
    const before = known.get(viewer.operation);
    if (before) return before;
    const result = read(viewer);
    known.set(viewer.operation, result);
    return result;
  };
}
