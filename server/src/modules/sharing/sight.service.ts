import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { whyShared } from './agreement.ts';
import type { Sight } from './exact-sight.ts';
import { ExactSight } from './exact-sight.ts';
import type { ViewersSightRow } from './sharing.queries.ts';
import { publicSight, viewersSight } from './sharing.queries.ts';

export type { ExactSight, Sight };

/** An agreement shows many datasets of many authorities: what is said of it is made once. */
function toSights(rows: readonly ViewersSightRow[]): Sight[] {
  const whys = new Map<string, string>();
  return rows.map((row) => {
    const agreement = { id: row.agreement_id, version: row.version };
    const key = `${agreement.id} ${agreement.version}`;
    const why = whys.get(key) ?? whyShared({ ...row, endsOn: row.ends_on });
    whys.set(key, why);
    return {
      authorityCode: row.authority_code,
      dataset: row.dataset,
      level: row.level,
      since: row.since,
      agreement,
      tenantId: row.giver_id,
      why,
    };
  });
}

/**
 * All that agreements show the viewer of others today, at whatever level; what gives most comes first.
 *
 * @source the function that row-level security asks.
 */
export const readSight = oncePerOperation(
  async ({ operation }: Viewer): Promise<readonly Sight[]> =>
    toSights(await operation.rows<ViewersSightRow>(viewersSight)),
);

/**
 * What agreements release to everybody today.
 *
 * @source the function that row-level security asks.
 */
export const readPublicSight = oncePerOperation(
  async ({ operation }: Viewer): Promise<readonly Sight[]> =>
    toSights(await operation.rows<ViewersSightRow>(publicSight)),
);

/** Which figures the viewer may see exactly today: its own, and others' by agreements. */
export const readExactSight = oncePerOperation(
  async (viewer: Viewer): Promise<ExactSight> =>
    new ExactSight(viewer.actor, await readSight(viewer)),
);
