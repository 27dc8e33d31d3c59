import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { Statement } from '../../platform/database.ts';

/** What has come of one authority’s dataset and month. */
export interface CollectedRow {
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly dataset: Dataset;
  readonly period: string;
  /** The version in use, else the latest. */
  readonly id: string;
  readonly inUse: boolean;
  /** True where a version without errors has come. */
  readonly received: boolean;
  /** When the first version came that was submitted; null where none was. */
  readonly receivedAt: Date | null;
}

/**
 * Returns of some authorities from a month on.
 *
 * @param shown authority and dataset, joined, of what the viewer may see of others: the first lock.
 */
export const collectedFrom = (
  first: string,
  authorities: readonly string[],
  shown: readonly string[],
): Statement => ({
  name: 'return_collected',
  text: `select r.tenant_id as "tenantId", r.authority_code as "authorityCode", r.dataset, r.period,
      (array_agg(r.id order by r.status = 'ACCEPTED' desc, r.version desc))[1] as id,
      bool_or(r.status = 'ACCEPTED') as "inUse",
      bool_or(r.status in ('READY', 'SUBMITTED', 'APPROVED', 'ACCEPTED')) as received,
      min(r.received_at) filter (where r.submitted_by is not null or r.kind = 'GENERATED') as "receivedAt"
    from "return" r
    where r.period >= $1 and r.authority_code = any($2) and r.status <> 'WITHDRAWN'
      and (r.tenant_id = app_tenant() or r.authority_code || r.dataset = any($3))
    group by r.tenant_id, r.authority_code, r.dataset, r.period`,
  values: [first, authorities, shown],
});

/** From which day on the viewer sees other authorities’ datasets exactly, by authority and dataset joined. */
export const exactSince: Statement = {
  name: 'return_exact_since',
  text: `select key, value as since from jsonb_each_text(sight_since('EXACT')::jsonb)`,
  values: [],
};
