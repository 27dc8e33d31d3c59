import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { whyShared } from './agreement.ts';
import type { Sight } from './exact-sight.ts';
import { ExactSight } from './exact-sight.ts';
import type { ViewersSightRow } from './sharing.queries.ts';
import { publicSight, viewersSight } from './sharing.queries.ts';

export type { ExactSight, Sight };

const toSight = (row: ViewersSightRow): Sight => ({
  authorityCode: row.authority_code,
  dataset: row.dataset,
  level: row.level,
  since: row.since,
  agreement: { id: row.agreement_id, version: row.version },
  tenantId: row.giver_id,
  why: whyShared({ ...row, endsOn: row.ends_on }),
});

/**
 * All that agreements show the viewer of others today, at whatever level; what gives most comes first.
 *
 * @source the function that row-level security asks.
 */
export const readSight = oncePerOperation(
  async ({ operation }: Viewer): Promise<readonly Sight[]> =>
    (await operation.rows<ViewersSightRow>(viewersSight)).map(toSight),
);

/**
 * What agreements release to everybody today.
 *
 * @source the function that row-level security asks.
 */
export const readPublicSight = oncePerOperation(
  async ({ operation }: Viewer): Promise<readonly Sight[]> =>
    (await operation.rows<ViewersSightRow>(publicSight)).map(toSight),
);

/** Which figures the viewer may see exactly today: its own, and others' by agreements. */
export const readExactSight = oncePerOperation(
  async (viewer: Viewer): Promise<ExactSight> =>
    new ExactSight(viewer.actor, await readSight(viewer)),
);
