import { notFound } from '@sufficiency/shared/errors.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { canChangeFramework, requireFramework } from './frameworks.service.ts';

/**
 * A framework that this viewer may change, at the version that was seen.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT as for changing it.
 */
export async function requireOwnFramework(
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<FrameworkRecord> {
  requirePermission(viewer.actor, 'framework:write');
  const framework = await requireFramework(viewer, id);
  // Another's is read, never changed.
  if (!canChangeFramework(viewer, framework)) throw notFound('framework of yours', id);
  if (framework.version !== version) throw changedMeanwhile('framework', framework.version);
  return framework;
}

/** Counts one version, if it still stands where it was read. */
export async function moveOn(
  viewer: Viewer,
  { tenantId, id, version }: Pick<FrameworkRecord, 'tenantId' | 'id' | 'version'>,
  data: object = {},
): Promise<void> {
  const { count } = await viewer.db.framework.updateMany({
    where: { tenantId, id, version },
    data: { ...data, version: version + 1, changedAt: viewer.clock.now() },
  });
  if (count === 0) throw changedMeanwhile('framework');
}
