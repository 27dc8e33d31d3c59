import type { Statement } from '../../platform/database.ts';
import type { ReadableFigures } from '../access/actor.ts';

/**
 * Returns of these ids, in any order. First lock: an organisation's own, and others' whose records are shown;
 * row-level security says the same.
 */
export const returnsById = (
  ids: readonly string[],
  tenantId: string,
  shown: readonly ReadableFigures[],
): Statement => ({
  name: 'returns_by_id',
  text: `select r.id, r.tenant_id as "tenantId", r.authority_code as "authorityCode", r.dataset, r.period, r.version,
      r.source, r.synthetic, r.accepted_at as "acceptedAt"
    from "return" r
    where r.id = any($1::uuid[]) and (r.tenant_id = $2::uuid or exists (
      select from unnest($3::uuid[], $4::text[], $5::text[], $6::date[]) as s(tenant_id, authority_code, dataset, since)
      where (s.tenant_id, s.authority_code, s.dataset) = (r.tenant_id, r.authority_code, r.dataset)
        and month_end(r.period) >= s.since))`,
  values: [
    ids,
    tenantId,
    shown.map((each) => each.tenantId),
    shown.map(({ authorityCode }) => authorityCode),
    shown.map(({ dataset }) => dataset),
    shown.map(({ since }) => since ?? '-infinity'),
  ],
});
