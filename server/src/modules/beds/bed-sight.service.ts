import type { HomesSeen } from '../access/bed-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { providersOfActor } from '../providers/award-sight.service.ts';
import { readSight } from '../sharing/sight.service.ts';
import type { BedSightRow } from './bed-sight.queries.ts';
import { bedSight } from './bed-sight.queries.ts';

/** Whose homes a viewer sees today, and by which agreements. */
export interface BedSight extends HomesSeen {
  readonly shown: readonly BedSightRow[];
}

/** Whose homes the viewer sees today besides its organisation's own. Asks the function that row-level security asks. */
export const readBedSight = oncePerOperation(
  async (viewer: Viewer): Promise<BedSight> => ({
    providerIds: await providersOfActor(viewer),
    shown: await viewer.operation.rows<BedSightRow>(bedSight),
  }),
);

/** A home as far as it decides who sees it. */
export interface SeenHome {
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly providerId: number | null;
}

/** True where a viewer keeps a home: its organisation holds it, or signs in for its provider. */
export async function keepsHome(viewer: Viewer, home: SeenHome): Promise<boolean> {
  if (home.tenantId === viewer.actor.organisationId) return true;
  const { providerIds } = await readBedSight(viewer);
  return home.providerId !== null && providerIds.includes(home.providerId);
}

/** The agreement that shows a viewer a home of others; null where it needs none. */
async function agreementOf(viewer: Viewer, home: SeenHome): Promise<BedSightRow | null> {
  if (await keepsHome(viewer, home)) return null;
  const { shown } = await readBedSight(viewer);
  return shown.find((row) => isOf(row, home)) ?? null;
}

const isOf = (row: BedSightRow, { tenantId, authorityCode }: SeenHome) =>
  row.tenantId === tenantId && row.authorityCode === authorityCode;

/** Tells the log of their holders which homes an agreement lets a viewer read. */
export async function noteHomes(viewer: Viewer, homes: readonly SeenHome[]): Promise<void> {
  for (const home of homes) {
    const seen = await agreementOf(viewer, home);
    if (seen === null) continue;
    noteRead(viewer, {
      tenantId: home.tenantId,
      dataset: 'beds',
      agreement: { id: seen.agreementId, version: seen.version },
      authorities: [home.authorityCode],
      indicators: ['homes'],
      periods: [],
    });
  }
}

/** Why a viewer sees a home: “own”, “yours”, or the agreement. */
export async function homeWhy(viewer: Viewer, home: SeenHome): Promise<string> {
  if (home.tenantId === viewer.actor.organisationId) return 'own';
  const seen = await agreementOf(viewer, home);
  if (seen === null) return 'yours';
  const sights = await readSight(viewer);
  const sight = sights.find(
    ({ agreement, dataset, authorityCode }) =>
      dataset === 'beds' &&
      authorityCode === home.authorityCode &&
      agreement.id === seen.agreementId &&
      agreement.version === seen.version,
  );
  return sight?.why ?? 'shared';
}
