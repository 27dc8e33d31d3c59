import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { readComparison } from '../indicators/comparison.service.ts';
import type { HeldServiceRow } from './exposure.queries.ts';
import { heldServices } from './exposure.queries.ts';
import { requireConsortium } from './exposure.service.ts';
import type { FlowCell, OwnUse, PublishedFlow } from './flows.ts';
import { flowIndicators, flowMatrix, ownUses, publishedFlows } from './flows.ts';
import { readUse } from './provider-use.service.ts';

/** Whose children live where in a consortium. */
export interface PlacementFlows {
  readonly consortium: ConsortiumRecord;
  readonly inYear: readonly FlowCell[];
  readonly published: readonly PublishedFlow[];
  readonly ownUse: readonly OwnUse[];
}

/**
 * Who places where among a consortium's members, what is published of each, and how far each uses its own area's homes.
 *
 * @unit   placements on the last day of each member's newest month; children on 31 March.
 * @source what tenants recorded, as far as this viewer may see it; Department for Education; Ofsted's register.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function readPlacementFlows(viewer: Viewer, code: string): Promise<PlacementFlows> {
  requirePermission(viewer.actor, 'provider:read');
  const consortium = await requireConsortium(viewer, code);
  const { members } = consortium;

  const [uses, services, comparison] = await Promise.all([
    readUse(viewer, members),
    viewer.operation.rows<HeldServiceRow>(heldServices(members.map((member) => member.code))),
    readComparison(viewer, { consortium: code, indicators: [...flowIndicators] }),
  ]);
  return {
    consortium,
    inYear: flowMatrix(uses),
    published: publishedFlows(comparison, members),
    ownUse: ownUses(uses, services),
  };
}
