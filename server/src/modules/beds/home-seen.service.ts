import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { readBedSight } from './bed-sight.service.ts';
import type { HomesKept, LockedHome } from './home-changes.queries.ts';
import { lockHomes } from './home-changes.queries.ts';
import type { HomeRecord } from './home-record.ts';
import { findHomes, isHomeId, requireHome } from './homes.service.ts';

/** A home, and the version somebody saw of it. */
export interface SeenVersion {
  /** Its id. */
  readonly home: string;
  readonly version: number;
}

/** First lock in statements: whose homes a viewer changes. */
export const keptBy = async (viewer: Viewer): Promise<HomesKept> => ({
  tenantId: viewer.actor.organisationId,
  providerIds: (await readBedSight(viewer)).providerIds,
});

/**
 * Homes that the viewer says how they are, as it saw them: nobody else changes them until the transaction ends.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer keeps.
 * @throws DomainError CONFLICT one changed since the version given: says how it is now. Nothing is done.
 */
export async function holdHomes(
  viewer: Viewer,
  seen: readonly SeenVersion[],
): Promise<readonly HomeRecord[]> {
  requirePermission(viewer.actor, 'beds:write');
  const ids = seen.map(({ home }) => home);
  const locked = await viewer.operation.rows<LockedHome>(
    lockHomes(ids.filter(isHomeId), await keptBy(viewer)),
  );
  const known = new Map(locked.map(({ id, version }) => [id, version]));
  for (const { home, version } of seen) {
    const present = known.get(home);
    // Another's is read, never changed.
    if (present === undefined) throw notFound('home of yours', globalIdOf('Home', home));
    if (present !== version) throw await changedSince(viewer, home);
  }
  const homes = await findHomes(viewer, ids);
  return homes.flatMap((home) => (home ? [home] : []));
}

/** Tells whoever comes too late how the home is now. */
async function changedSince(viewer: Viewer, id: string) {
  const { urn, version, counts } = await requireHome(viewer, id);
  const { registered, occupied, reserved, accepting, closed } = counts;
  return conflict(
    `Home ${urn} was changed meanwhile: of ${registered} places ${occupied} are occupied now, ${reserved} reserved, ${accepting} vacant and accepting, ${closed} closed. Look at it again, then repeat your change.`,
    {
      home: globalIdOf('Home', id),
      urn,
      version,
      registered,
      occupied,
      reserved,
      accepting,
      closed,
    },
  );
}

/** Records a change of homes in the logs of whoever acts and of whoever holds them. */
export async function recordHomes(
  viewer: Viewer,
  type:
    | 'home.added'
    | 'home.changed'
    | 'home.placesSaid'
    | 'home.confirmed'
    | 'home.imported'
    | 'home.nightsRecorded',
  homes: readonly HomeRecord[],
): Promise<void> {
  for (const [tenantId, alike] of Map.groupBy(homes, (home) => home.tenantId)) {
    await recordAudit(viewer, {
      tenantIds: [...new Set([viewer.actor.organisationId, tenantId])],
      type,
      details: {
        id: alike.map(({ id }) => id),
        authorities: [...new Set(alike.map(({ authorityCode }) => authorityCode))].sort(),
      },
    });
  }
}
