import type { Statement } from '../../platform/database.ts';

/** The version whose figures are in use for the same authority, dataset and period; none, or one row. */
export const versionInUse = (tenantId: string, id: string): Statement => ({
  name: 'return_in_use',
  text: `
    select b.id, b.revision, b.accepted_at as "acceptedAt"
    from "return" r
    join "return" b on (b.tenant_id, b.authority_code, b.dataset, b.period)
      = (r.tenant_id, r.authority_code, r.dataset, r.period) and b.status = 'ACCEPTED'
    where r.tenant_id = $1::uuid and r.id = $2::uuid and b.id <> r.id`,
  values: [tenantId, id],
});

/** Takes the figures in use for a return's authority, dataset and period out of use. */
export const supersedeFigures = (tenantId: string, id: string, at: Date): Statement => ({
  name: 'return_supersede_figures',
  text: `
    update observation o set superseded_at = $3::timestamptz
    from "return" r
    where r.tenant_id = $1::uuid and r.id = $2::uuid and o.tenant_id = r.tenant_id
      and o.authority_code = r.authority_code and o.dataset = r.dataset and o.period_end = r.period_end
      and o.superseded_at is null`,
  values: [tenantId, id, at],
});

/** Brings a return's figures into use. */
export const useFigures = (tenantId: string, id: string, at: Date): Statement => ({
  name: 'return_use_figures',
  text: `
    insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, symbol, numerator,
      denominator, status, synthetic, formula, return_id, table_name, rows, recorded_at)
    select r.tenant_id, r.authority_code, f.indicator_id, f.dataset, r.period_end, f.value, f.symbol, f.numerator,
      f.denominator, 'FINAL', r.synthetic, f.formula, r.id, f.table_name, f.rows, $3::timestamptz
    from "return" r join return_figure f on f.tenant_id = r.tenant_id and f.return_id = r.id
    where r.tenant_id = $1::uuid and r.id = $2::uuid`,
  values: [tenantId, id, at],
});
