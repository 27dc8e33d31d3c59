import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { AnchorFile } from '../../platform/anchor-file.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { advanceAnchor } from './anchor.ts';
import {
  insertLinks,
  selectHashesAt,
  selectHeads,
  selectHeadsOf,
  selectUnchained,
  tryLockChains,
} from './chain.queries.ts';
import type { NewLink } from './chain.ts';
import { chain, chainStart } from './chain.ts';

/** How long after one round the next begins. Unit: milliseconds. */
const pause = 1_000;
/** How far back a round looks for events; every so often one looks at all of them. Unit: milliseconds. */
const recent = 10 * 60_000;
/** Events of one round at most. */
const batch = 1_000;

export interface Chaining {
  /** As the chaining role. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly anchor: AnchorFile;
  readonly log: Log;
}

/**
 * Chains, in order for each tenant, the events that happened after `since` and have no place yet; all of them where
 * `since` is null. Does nothing where another server is at it.
 */
export async function chainEvents(
  { pool, clock }: Pick<Chaining, 'pool' | 'clock'>,
  since: Date | null,
): Promise<void> {
  for (let chained = batch; chained === batch; ) {
    chained = await inTransaction(pool, async (client) => {
      if (!(await tryLockChains(client))) return 0;
      const events = await selectUnchained(client, { since, limit: batch });
      const byTenant = Map.groupBy(events, ({ tenantId }) => tenantId);
      const heads = await selectHeadsOf(client, [...byTenant.keys()]);
      const chainedAt = clock.now();
      const links: NewLink[] = [...byTenant].flatMap(([tenantId, theirs]) =>
        chain(heads.get(tenantId) ?? chainStart, { events: theirs, chainedAt }),
      );
      if (links.length > 0) await insertLinks(client, links);
      return links.length;
    });
  }
}

/**
 * Writes where every chain ends to a file outside the database.
 *
 * @returns tenants whose chain no longer holds what was anchored; their old anchor is kept.
 */
export async function anchorChains({
  pool,
  anchor,
}: Pick<Chaining, 'pool' | 'anchor'>): Promise<string[]> {
  const before = await anchor.read();
  const heads = await selectHeads(pool);
  const stillThere = await selectHashesAt(pool, before);
  const next = advanceAnchor(before, { heads, stillThere });
  if (next.moved) await anchor.write(next.anchor);
  return next.broken;
}

/**
 * Chains the log for as long as the server runs, so that an event has its place within two seconds. Several servers may
 * do so at once: one chains, each writes its own anchor.
 *
 * `stop` chains what is left and returns.
 */
export function startChaining(chaining: Chaining): { stop(): Promise<void> } {
  const { clock, log } = chaining;
  const stopping = new AbortController();
  const told = new Set<string>();
  let lookedAtAll = Number.NEGATIVE_INFINITY;

  const round = async () => {
    try {
      const now = clock.now().getTime();
      const all = Math.abs(now - lookedAtAll) > recent;
      await chainEvents(chaining, all ? null : new Date(now - recent));
      if (all) lookedAtAll = now;
      for (const tenantId of await anchorChains(chaining)) {
        if (told.has(tenantId)) continue;
        told.add(tenantId);
        log.error({ tenantId }, 'the log of this tenant no longer holds what was anchored');
      }
    } catch (error) {
      log.error({ err: error }, 'the log could not be chained');
    }
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      await round();
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    await round();
  };
  const running = run();

  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection in an unknown state is closed, never returned to the pool.
    client.release(true);
    throw error;
  }
}
