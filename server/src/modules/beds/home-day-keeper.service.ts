import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';

/** How often it is looked whether a day has ended. Unit: milliseconds. */
const pause = 60_000;

/** What days are kept with. */
export interface DayKeeping {
  /** As the role that keeps chains. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
}

/**
 * Keeps how homes were when each day ended, of all days that have ended and are not kept yet. Does nothing where another
 * server is at it.
 *
 * @returns how many days of homes were added; null where another server is at it.
 */
export async function keepHomeDays({ pool, clock }: DayKeeping): Promise<number | null> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [clock.now().toISOString()]);
    const { rows: locked } = await client.query<{ yes: boolean }>(
      `select pg_try_advisory_xact_lock(hashtext('home-days')) as yes`,
    );
    const { rows } = locked[0]?.yes
      ? await client.query<{ added: number }>('select keep_home_days() as added')
      : { rows: [] };
    await client.query('commit');
    client.release();
    return rows[0]?.added ?? null;
  } catch (error) {
    // A connection in an unknown state is closed, never returned to the pool.
    client.release(true);
    throw error;
  }
}

/**
 * Keeps them at once, and after the end of every day for as long as the server runs. What fails, or another server is at, is
 * tried again after a minute.
 */
export function startKeepingDays(keeping: DayKeeping & { readonly log: Log }): {
  stop(): Promise<void>;
} {
  const { clock, log } = keeping;
  const stopping = new AbortController();
  let kept = '';
  const round = async () => {
    const day = today(clock);
    if (day === kept) return;
    try {
      if ((await keepHomeDays(keeping)) !== null) kept = day;
    } catch (error) {
      log.error({ err: error }, 'days of homes could not be kept');
    }
  };
  const run = async () => {
    while (!stopping.signal.aborted) {
      await round();
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
