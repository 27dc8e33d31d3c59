import { notFound } from '@sufficiency/shared/errors.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ContractRecord } from './contract-record.ts';
import { canChangeContract, requireContract } from './contracts.service.ts';

/**
 * A block contract that this viewer may change, at the version that was seen.
 *
 * @throws DomainError FORBIDDEN, NOT_FOUND, CONFLICT as for changing it.
 */
export async function requireOwnContract(
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ContractRecord> {
  requirePermission(viewer.actor, 'contract:write');
  const contract = await requireContract(viewer, id);
  // Another's is read, never changed.
  if (!canChangeContract(viewer, contract)) throw notFound('block contract of yours', id);
  if (contract.version !== version) throw changedMeanwhile('block contract', contract.version);
  return contract;
}

/** Counts one version, if it still stands where it was read. */
export async function moveContractOn(
  viewer: Viewer,
  { tenantId, id, version }: ContractRecord,
  data: object,
): Promise<void> {
  const { count } = await viewer.db.blockContract.updateMany({
    where: { tenantId, id, version },
    data: { ...data, version: version + 1, changedAt: viewer.clock.now() },
  });
  if (count === 0) throw changedMeanwhile('block contract');
}
