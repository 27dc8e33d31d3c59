import type { Pool } from 'pg';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/** How often it is looked for what has been kept for long enough. Unit: milliseconds. */
const daily = 24 * 60 * 60_000;

/** Lets go of what has been kept for long enough, of every tenant; gives how much went. */
type End = (options: { readonly pool: Pool; readonly clock: Clock }) => Promise<number>;

/**
 * Lets go of it at once, and once a day for as long as the server runs. What fails is tried again the next day.
 *
 * @param options.open a pool of the loader role, for one time.
 * @param options.ends what goes, by what a line of the log calls it.
 */
export function startRetention(options: {
  readonly open: () => Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly ends: Readonly<Record<string, End>>;
}): { stop(): void } {
  const { clock, log } = options;
  const once = async () => {
    const pool = options.open();
    for (const [what, end] of Object.entries(options.ends)) {
      try {
        const ended = await end({ pool, clock });
        if (ended > 0) log.info({ ended }, `${what} are gone`);
      } catch (error) {
        log.error({ err: error }, `${what} could not be let go`);
      }
    }
    await pool.end();
  };
  void once();
  const timer = setInterval(() => void once(), daily);
  return { stop: () => clearInterval(timer) };
}

/** Runs statements of the loader role in one transaction in which the present is the clock's. */
export async function inPresent(
  { pool, clock }: { readonly pool: Pool; readonly clock: Clock },
  statements: readonly string[],
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [clock.now().toISOString()]);
    let rows = 0;
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
    await client.query('commit');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
