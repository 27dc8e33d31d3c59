import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { inPresent } from '../../platform/retention.ts';

/**
 * Lets go of files whose last day has passed, of every tenant. Their returns keep what was read from them, and the
 * files' names.
 *
 * @param pool connected as the loader role.
 * @returns how many files went.
 */
export const endFiles = (as: { pool: Pool; clock: Clock }): Promise<number> =>
  inPresent(as, [
    // Policies show the loader no file but those that have ended; a demonstration's uploads are seen for another reason.
    `update return_upload set content_hash = null
     where (tenant_id, content_hash) in (select tenant_id, content_hash from return_file where keep_until < app_today())`,
    'delete from return_file where keep_until < app_today()',
  ]);
