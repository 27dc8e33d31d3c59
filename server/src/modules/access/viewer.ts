import type { Clock } from '../../platform/clock.ts';
import type { Database, Operation, Records } from '../../platform/database.ts';
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

/** For how long public facts are kept. Unit: milliseconds. */
const publicMemory = 2_000;

/**
 * Reads public facts at most every two seconds for everybody, instead of once for each operation. What it reads is
 * asked on nobody's behalf (`Database.publicRows`), so that nothing that depends on the viewer can be among it.
 *
 * `fresh` reads anew: for whoever looks for something that may have been added a moment ago.
 */
export function publiclyKnown<Result>(read: (database: Database) => Promise<Result>) {
  const known = new WeakMap<
    Database,
    { readonly result: Promise<Result>; readonly readAt: number }
  >();
  return ({ operation }: Viewer, fresh: 'fresh' | null = null): Promise<Result> => {
    const { database } = operation;
    const before = known.get(database);
    if (before && !fresh && performance.now() - before.readAt < publicMemory) return before.result;
    const result = read(database);
    known.set(database, { result, readAt: performance.now() });
    result.catch(() => known.delete(database));
    return result;
  };
}

/**
 * Reads things by key, together for all fields of an operation that ask in the same turn: a list of services asks once for
 * the owners of all of them.
 */
export function inBatches<Key, Result>(
  read: (viewer: Viewer, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Result>>,
) {
  const waiting = new WeakMap<
    Operation,
    { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Result>> }
  >();
  return async (viewer: Viewer, key: Key): Promise<Result | null> => {
    let batch = waiting.get(viewer.operation);
    if (!batch) {
      const keys = new Set<Key>();
      const found = new Promise<void>((turn) => setImmediate(turn)).then(() => {
        waiting.delete(viewer.operation);
        return read(viewer, [...keys]);
      });
      batch = { keys, found };
      waiting.set(viewer.operation, batch);
    }
    batch.keys.add(key);
    return (await batch.found).get(key) ?? null;
  };
}
