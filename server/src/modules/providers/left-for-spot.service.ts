import { today } from '../../platform/clock.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { awardsWhere } from './awards.service.ts';
import type { LeftForSpot } from './left-for-spot.ts';
import { leftForSpot } from './left-for-spot.ts';
import { readUse } from './provider-use.service.ts';

/**
 * Providers that left a framework of a consortium's members and are bought from by spot since: where the viewer sees both
 * who was on the framework and the placements. Nobody, for roles that read no contracts.
 *
 * @unit   placements on the last day of each member's newest month.
 * @source memberships as their holders recorded them, and what tenants recorded of their use.
 */
export async function readLeftForSpot(
  viewer: Viewer,
  { members }: ConsortiumRecord,
): Promise<LeftForSpot[]> {
  if (!viewer.actor.permissions.has('provider:read')) return [];
  const codes = members.map(({ code }) => code);
  const uses = await readUse(viewer, members);
  const bySpot = uses
    .flatMap(({ rows }) => rows)
    .filter(({ sourcing }) => sourcing === 'SPOT')
    .map((row) => row.provider_id);
  if (bySpot.length === 0) return [];
  const awards = await awardsWhere(viewer, {
    providerId: { in: [...new Set(bySpot)] },
    framework: {
      OR: [
        { leadAuthorityCode: { in: codes } },
        { buyers: { some: { authorityCode: { in: codes } } } },
      ],
    },
  });
  return leftForSpot(awards, uses, today(viewer.clock));
}
