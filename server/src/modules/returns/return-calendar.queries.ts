import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { Statement } from '../../platform/database.ts';

/** What there is of one authority’s dataset and month, as far as the viewer may know of it. */
export interface CollectedRow {
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly dataset: Dataset;
  readonly period: string;
  /** The version in use, else the latest, of those that the viewer may read; null where there is none. */
  readonly id: string | null;
  readonly inUse: boolean;
  /** A later version than the one in use that is on its way; null where there is none, or none is in use. */
  readonly newerId: string | null;
  /** When a version was first submitted that nobody withdrew; null where nothing has come. */
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
  text: `with read as (
      select r.tenant_id, r.authority_code, r.dataset, r.period,
        (array_agg(r.id order by r.status = 'ACCEPTED' desc, r.version desc))[1] as id,
        bool_or(r.status = 'ACCEPTED') as in_use,
        (array_agg(r.id order by r.version desc)
          filter (where r.status in ('PROBLEMS', 'READY', 'SUBMITTED', 'APPROVED')))[1] as open_id
      from "return" r
      where r.period >= $1 and r.authority_code = any($2)
        and (r.tenant_id = app_tenant() or r.authority_code || r.dataset = any($3))
      group by r.tenant_id, r.authority_code, r.dataset, r.period),
    came as (
      select t.tenant_id, t.authority_code, t.dataset, t.period, t.received_at
      from return_receipt t
      where t.period >= $1 and t.authority_code = any($2)
        and (t.tenant_id = app_tenant() or t.authority_code || t.dataset = any($3)))
    select tenant_id as "tenantId", authority_code as "authorityCode", dataset, period, read.id,
      coalesce(read.in_use, false) as "inUse", case when read.in_use then read.open_id end as "newerId",
      came.received_at as "receivedAt"
    from read full join came using (tenant_id, authority_code, dataset, period)`,
  values: [first, authorities, shown],
});

/** From which day on the viewer sees other authorities’ datasets exactly, by authority and dataset joined. */
export const exactSince: Statement = {
  name: 'return_exact_since',
  text: `select key, value as since from jsonb_each_text(sight_since('EXACT')::jsonb)`,
  values: [],
};
