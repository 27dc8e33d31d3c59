import { includesLevel } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { today } from '../../platform/clock.ts';
import type { AwardSight } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import type { Sight } from '../sharing/sight.service.ts';
import { readExactSight, readSight } from '../sharing/sight.service.ts';
import { buysFrom } from './frameworks.service.ts';

/** Providers of the register for which the viewer's organisation signs in. */
export const providersOfActor = oncePerOperation(async (viewer: Viewer): Promise<number[]> => {
  if (viewer.actor.organisationKind !== 'PROVIDER') return [];
  const rows = await viewer.db.organisationProvider.findMany({
    where: { organisationId: viewer.actor.organisationId },
  });
  return rows.map(({ providerId }) => providerId);
});

/** What the viewer may see of who is on frameworks today, besides those it holds or buys from. */
export const awardSight = oncePerOperation(async (viewer: Viewer): Promise<AwardSight> => {
  const exact = await readExactSight(viewer);
  return {
    shown: exact.shown('EXACT').filter(({ dataset }) => dataset === 'providers'),
    providerIds: await providersOfActor(viewer),
  };
});

/** A framework as far as it decides who sees who is on it. */
export interface SharedFramework {
  readonly id: string;
  readonly tenantId: string;
  readonly leadAuthorityCode: string | null;
  readonly published: boolean;
  readonly buyers: readonly { readonly authorityCode: string }[];
}

/** Why the viewer sees all who are on a framework today: “own”, its lead names it a buyer, or an agreement; else null. */
export type MembersSeen = 'own' | 'buyer' | Sight | null;

/** Why the viewer sees all who are on a framework today. */
export async function membersSeen(
  viewer: Viewer,
  framework: SharedFramework,
): Promise<MembersSeen> {
  if (framework.tenantId === viewer.actor.organisationId) return 'own';
  if (!framework.published) return null;
  if (buysFrom(viewer, framework)) return 'buyer';
  const shown = (await readSight(viewer)).filter(
    ({ dataset, level, since }) =>
      dataset === 'providers' && includesLevel(level, 'EXACT') && since <= today(viewer.clock),
  );
  return (
    shown.find(
      ({ tenantId, authorityCode }) =>
        tenantId === framework.tenantId && authorityCode === framework.leadAuthorityCode,
    ) ?? null
  );
}

/** The reason in words, for a person. */
export function membersWhy(seen: MembersSeen): string {
  if (seen === null) return 'Its lead does not share with you who is on it.';
  if (seen === 'own') return 'own';
  return seen === 'buyer' ? 'Its lead names your authority as a buyer.' : seen.why;
}

/** Tells the log that who is on another organisation's framework was read. */
export async function noteMembersRead(viewer: Viewer, framework: SharedFramework): Promise<void> {
  const seen = await membersSeen(viewer, framework);
  noteRead(viewer, {
    tenantId: framework.tenantId,
    dataset: 'providers',
    agreement: seen !== null && typeof seen === 'object' ? seen.agreement : undefined,
    authorities: framework.leadAuthorityCode === null ? [] : [framework.leadAuthorityCode],
    indicators: [],
    periods: [],
  });
}
