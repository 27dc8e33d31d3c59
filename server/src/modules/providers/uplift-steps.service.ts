import { conflict } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFromOrNull } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { providersOfActor } from './award-sight.service.ts';
import { requireFramework } from './frameworks.service.ts';
import { linkOf, told } from './uplift-changes.service.ts';
import type { UpliftRecord } from './uplift-record.ts';
import { requireUplift } from './uplifts.service.ts';

/** Where a request may be moved by whoever handles it. */
const movable = ['IN_HAND', 'AGREED', 'PARTLY_AGREED', 'REFUSED', 'WITHDRAWN'] as const;

export type HandledStatus = (typeof movable)[number];

/** Where a request is moved, by whoever handles it or asked. */
export interface UpliftStep {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  readonly status: HandledStatus;
  /** What is agreed to for all; only where it is agreed to, in full or in part. Unit: percent. */
  readonly grantedPercent?: number | null | undefined;
  /** GSS code of another authority that is to handle it from now on. */
  readonly link?: string | null | undefined;
}

const isOpen = ({ status }: UpliftRecord) => status === 'ASKED' || status === 'IN_HAND';

/** True where this viewer could move a request on: as its link authority, as the framework's holder. */
export const canHandleUplift = ({ actor }: Viewer, uplift: UpliftRecord): boolean =>
  actor.permissions.has('uplift:answer') &&
  isOpen(uplift) &&
  (uplift.tenantId === actor.organisationId ||
    actor.authorityCodes.includes(uplift.linkAuthorityCode));

/** True where this viewer's organisation asked, and could take it back. */
export const canWithdrawUplift = async (viewer: Viewer, uplift: UpliftRecord): Promise<boolean> =>
  viewer.actor.permissions.has('uplift:ask') &&
  isOpen(uplift) &&
  (await providersOfActor(viewer)).includes(uplift.providerId);

/**
 * Moves a request on, for all who buy on the framework: its link authority and the framework's holder; the provider takes
 * its own back.
 *
 * @throws DomainError NOT_FOUND there is none that the viewer may see.
 * @throws DomainError CONFLICT it changed since the version given, is decided, or is not the viewer's to move there.
 * @throws DomainError BAD_USER_INPUT a rise that does not fit the status, a link that does not buy there.
 */
export async function handleUplift(viewer: Viewer, step: UpliftStep): Promise<UpliftRecord> {
  const { actor, clock } = viewer;
  requirePermission(actor, actor.organisationKind === 'PROVIDER' ? 'uplift:ask' : 'uplift:answer');
  const uplift = await requireUplift(viewer, step.id);
  if (uplift.version !== step.version) {
    throw changedMeanwhile('request for higher prices', uplift.version);
  }
  const allowed =
    canHandleUplift(viewer, uplift) ||
    (step.status === 'WITHDRAWN' && (await canWithdrawUplift(viewer, uplift)));
  if (!allowed) throw conflict('It is decided, or another authority handles it.');
  const framework = await requireFramework(viewer, uplift.frameworkId);
  const problems = new InputProblems();
  if (!movable.includes(step.status)) problems.add('status', `must be among ${movable.join(', ')}`);
  const grantedPercent = grantedBy(problems, uplift, step);
  const link =
    step.link == null ? uplift.linkAuthorityCode : linkOf(problems, framework, step.link);
  problems.refuse();

  const { tenantId, id, version } = uplift;
  const decided = ['AGREED', 'PARTLY_AGREED', 'REFUSED'].includes(step.status);
  const { count } = await viewer.db.upliftRequest.updateMany({
    where: { tenantId, id, version },
    data: {
      status: step.status,
      grantedPercent,
      decidedOn: dayFromOrNull(decided ? today(clock) : null),
      linkAuthorityCode: link ?? uplift.linkAuthorityCode,
      version: version + 1,
      changedAt: clock.now(),
    },
  });
  if (count === 0) throw changedMeanwhile('request for higher prices');
  await told(viewer, { type: 'uplift.handled', tenantId, id });
  return await requireUplift(viewer, id);
}

function grantedBy(
  problems: InputProblems,
  { percent }: UpliftRecord,
  { status, grantedPercent = null }: UpliftStep,
): number | null {
  if (status === 'AGREED') {
    if (grantedPercent !== null && grantedPercent !== percent) {
      problems.add('grantedPercent', `must be ${percent}, as was asked, or left out`);
    }
    return percent;
  }
  if (status === 'PARTLY_AGREED') {
    if (grantedPercent === null || !(grantedPercent > 0 && grantedPercent < percent)) {
      problems.add('grantedPercent', `must be above 0 and below the ${percent} that was asked`);
    }
    return grantedPercent;
  }
  if (grantedPercent !== null) {
    problems.add('grantedPercent', 'is for what is agreed to, in full or in part');
  }
  return null;
}
