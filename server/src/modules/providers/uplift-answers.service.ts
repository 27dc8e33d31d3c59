import { dayFromOrNull } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { UpliftRecord } from './uplift-record.ts';
import { requireUplift } from './uplifts.service.ts';

/** What one tenant answers for itself. */
export interface NewUpliftAnswer {
  readonly id: string;
  /** GSS code of an authority of one's own. */
  readonly authority: string;
  /** Unit: percent; 0 refuses it. */
  readonly grantedPercent: number;
  /** First day of the new price, `YYYY-MM-DD`; only where something is granted. */
  readonly fromOn?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** The version of the answer that was seen; null where there was none. */
  readonly version?: number | null | undefined;
}

/**
 * Answers a request for an authority of one's own. Nobody else sees it.
 *
 * @throws DomainError NOT_FOUND there is no request that the viewer may see.
 * @throws DomainError CONFLICT the answer changed since the version given.
 * @throws DomainError BAD_USER_INPUT another's authority, or a day without a rise.
 */
export async function answerUplift(viewer: Viewer, input: NewUpliftAnswer): Promise<UpliftRecord> {
  requirePermission(viewer.actor, 'uplift:answer');
  const uplift = await requireUplift(viewer, input.id);
  const { authority, grantedPercent, fromOn = null, version = null } = input;
  const problems = new InputProblems();
  if (!viewer.actor.authorityCodes.includes(authority)) {
    problems.add('authority', 'must be one that you answer for');
  }
  problems.within('grantedPercent', grantedPercent, [0, 100]);
  if (grantedPercent > 0 !== (fromOn !== null)) {
    problems.add('fromOn', 'is given exactly where something is granted');
  }
  const note = problems.optionalText('note', input.note);
  problems.refuse();

  const key = {
    tenantId: viewer.actor.organisationId,
    holderId: uplift.tenantId,
    requestId: uplift.id,
    authorityCode: authority,
  };
  const said = {
    grantedPercent,
    fromOn: dayFromOrNull(fromOn),
    note,
    answeredAt: viewer.clock.now(),
  };
  const { count } =
    version === null
      ? await viewer.db.upliftAnswer.createMany({
          data: [{ ...key, ...said }],
          skipDuplicates: true,
        })
      : await viewer.db.upliftAnswer.updateMany({
          where: { ...key, version },
          data: { ...said, version: version + 1 },
        });
  if (count === 0) throw changedMeanwhile('answer');
  await recordOwn(viewer, {
    type: 'uplift.answered',
    details: { id: uplift.id, authorities: [authority] },
  });
  return uplift;
}
