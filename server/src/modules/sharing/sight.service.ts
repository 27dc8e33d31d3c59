import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { whyShared } from './agreement.ts';
import type { Sight } from './exact-sight.ts';
import { ExactSight } from './exact-sight.ts';
import type { ViewersSightRow } from './sharing.queries.ts';
import { viewersSight } from './sharing.queries.ts';

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
 * Which figures the viewer may see exactly today: its own, and others' by agreements.
 *
 * @source the function that row-level security asks.
 */
export const readExactSight = oncePerOperation(
  async ({ operation, actor }: Viewer): Promise<ExactSight> => {
    const rows = await operation.rows<ViewersSightRow>(viewersSight);
    return new ExactSight(actor, rows.map(toSight));
  },
);
