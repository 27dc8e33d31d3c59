import { notFound } from '@sufficiency/shared/errors.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { awardsReadableBy, frameworksReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import type { SharedFramework } from './award-sight.service.ts';
import { awardSight, noteMembersRead } from './award-sight.service.ts';
import { isUuid } from './frameworks.service.ts';
import type { ServicesWanted } from './service-search.ts';

type Chosen = Pick<ServicesWanted, 'framework' | 'lot' | 'facets'>;

/**
 * Ids of the memberships that a search may look at: those this viewer may see, told to the log where they are another
 * organisation's. Null where a search does not ask for frameworks.
 *
 * @throws DomainError NOT_FOUND a framework or lot that the viewer may not read, or that is not there.
 */
export async function awardsToSearch(viewer: Viewer, chosen: Chosen): Promise<string[] | null> {
  const { framework, lot, facets } = chosen;
  if (framework !== null) await requireOne(viewer, 'framework', framework);
  if (lot !== null) await requireOne(viewer, 'lot', lot);
  const counted = facets.includes('FRAMEWORK');
  if (framework === null && lot === null && !counted) return null;

  const rows = await viewer.db.frameworkAward.findMany({
    where: {
      AND: [
        awardsReadableBy(viewer.actor, await awardSight(viewer)),
        counted
          ? {}
          : {
              ...(framework !== null && { frameworkId: framework }),
              ...(lot !== null && { lotId: lot }),
            },
      ],
    },
    select: { id: true, framework: { include: { buyers: { select: { authorityCode: true } } } } },
  });
  const frameworks = new Map<string, SharedFramework>(
    rows.map((row) => [row.framework.id, row.framework]),
  );
  for (const read of frameworks.values()) await noteMembersRead(viewer, read);
  return rows.map(({ id }) => id);
}

async function requireOne(viewer: Viewer, what: 'framework' | 'lot', id: string): Promise<void> {
  const readable = frameworksReadableBy(viewer.actor);
  const found =
    isUuid(id) &&
    (await (what === 'framework'
      ? viewer.db.framework.count({ where: { AND: [{ id }, readable] } })
      : viewer.db.frameworkLot.count({ where: { id, framework: readable } })));
  if (!found) throw notFound(what, globalIdOf(what === 'lot' ? 'FrameworkLot' : 'Framework', id));
}
