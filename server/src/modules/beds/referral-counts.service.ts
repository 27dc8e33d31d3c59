import { addMonths } from '@sufficiency/shared/sharing/agreement-dates.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import { referralsReadableBy } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReferralCount, ReferralGrouping } from './referral-counts.queries.ts';
import { referralCountsWanted } from './referral-counts.queries.ts';

export type { ReferralCount, ReferralGrouping };

/** Calendar months that are counted, the one that goes on among them: older notes are on their way to being deleted. */
const months = 12;

/**
 * What the searches that the viewer's tenant noted in twelve calendar months came to, by month or by what was asked for.
 * A month without a search is there, with none.
 *
 * @unit searches, not children.
 */
export async function countReferrals(
  viewer: Viewer,
  by: ReferralGrouping,
): Promise<ReferralCount[]> {
  requirePermission(viewer.actor, 'beds:find');
  const month = `${today(viewer.clock).slice(0, 7)}-01`;
  const since = addMonths(month, 1 - months);
  const found = await viewer.operation.rows<ReferralCount>(
    referralCountsWanted(by, { ...referralsReadableBy(viewer.actor), since }),
  );
  if (by !== 'MONTH') return found;
  const known = new Map(found.map((count) => [count.key, count]));
  return Array.from({ length: months }, (_, nth) => {
    const key = addMonths(since, nth).slice(0, 7);
    return known.get(key) ?? { key, ...none };
  });
}

const none = { searches: 0, foundNone: 0, placed: 0, open: 0, synthetic: false };
