import { notFound } from '@sufficiency/shared/errors.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import type { HouseholdRecord } from './household-record.ts';
import { mayChange, requireHousehold } from './households.service.ts';

/** A household and the version somebody saw of it. */
export interface SeenHousehold {
  readonly id: string;
  readonly version: number;
}

/**
 * A household that the viewer may change, as it saw it.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given.
 */
export async function requireOwnHousehold(
  viewer: Viewer,
  { id, version }: SeenHousehold,
): Promise<HouseholdRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const household = await requireHousehold(viewer, id);
  // Another's is read, never changed.
  if (!mayChange(viewer.actor, household)) throw notFound('fostering household of yours', id);
  if (household.version !== version) throw changedMeanwhile('household', household.version);
  return household;
}

/** Counts one version, if it still stands where it was read. */
export async function moveOn(
  viewer: Viewer,
  { tenantId, id, version }: HouseholdRecord,
  data: object,
): Promise<void> {
  const { count } = await viewer.db.fosteringHousehold.updateMany({
    where: { tenantId, id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile('household');
}

/** Records a change in the logs of whoever acts and of whoever holds the row. */
export const recordChange = (
  viewer: Viewer,
  type:
    | 'household.added'
    | 'household.changed'
    | 'household.deregistered'
    | 'household.placesRecorded',
  { id, tenantId, authorityCode }: HouseholdRecord,
) =>
  recordAudit(viewer, {
    tenantIds: [...new Set([viewer.actor.organisationId, tenantId])],
    type,
    details: { id, authorities: [authorityCode] },
  });
