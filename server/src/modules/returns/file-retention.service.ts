import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';

/** How often files are looked for whose retention has ended. Unit: milliseconds. */
const daily = 24 * 60 * 60_000;

/**
 * Lets go of files whose last day has passed, of every tenant. Their returns keep what was read from them, and the
 * files' names.
 *
 * @param pool connected as the loader role.
 * @returns how many files went.
 */
export async function endFiles({ pool, clock }: { pool: Pool; clock: Clock }): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.now', $1, true)`, [clock.now().toISOString()]);
    // Policies show the loader no file but those that have ended; a demonstration's uploads are seen for another reason.
    await client.query(
      `update return_upload set content_hash = null
       where (tenant_id, content_hash) in (select tenant_id, content_hash from return_file where keep_until < app_today())`,
    );
    const { rowCount } = await client.query(
      'delete from return_file where keep_until < app_today()',
    );
    await client.query('commit');
    return rowCount ?? 0;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Lets them go at once, and once a day for as long as the server runs. What fails is tried again the next day.
 *
 * @param open a pool of the loader role, for one time.
 */
export function startEndingFiles(options: { open: () => Pool; clock: Clock; log: Log }): {
  stop(): void;
} {
  const once = async () => {
    const pool = options.open();
    try {
      const ended = await endFiles({ pool, clock: options.clock });
      if (ended > 0) options.log.info({ ended }, 'files whose retention has ended are gone');
    } catch (error) {
      options.log.error({ err: error }, 'files whose retention has ended could not be let go');
    } finally {
      await pool.end();
    }
  };
  void once();
  const timer = setInterval(() => void once(), daily);
  return { stop: () => clearInterval(timer) };
}
