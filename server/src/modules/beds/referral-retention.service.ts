import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { inPresent } from '../../platform/retention.ts';

/**
 * Deletes notes of searches that were made twelve months ago, of every tenant.
 *
 * @param pool connected as the loader role.
 * @returns how many went.
 */
export const endReferralNotes = (as: { pool: Pool; clock: Clock }): Promise<number> =>
  // Policies show the loader no note but those; a demonstration's are seen for another reason.
  inPresent(as, [`delete from referral_note where made_at < app_now() - interval '12 months'`]);
