import type { Statement } from '../../platform/database.ts';

/** A price that the viewer's own tenant knows, or pays, on a lot. */
export interface OwnPriceRow {
  readonly lot_id: string;
  /** Need it is for; empty where the price is one for all. */
  readonly need: string;
  /** GBP a week and placement. */
  readonly weekly_price: number;
  /** Placements at this price; null for a price that was tendered. */
  readonly placements: number | null;
  readonly synthetic: boolean;
}

/**
 * What was tendered to, and is paid by, one tenant on frameworks.
 *
 * @param tenantId first lock: the viewer's own organisation; null for none.
 */
export const ownPrices = (tenantId: string | null, frameworkIds: readonly string[]): Statement => ({
  name: 'fees_own_prices',
  text: `
    with award as materialized (
      select a.tenant_id, a.id, a.lot_id from framework_award a where a.framework_id = any($2::uuid[])
    )
    select a.lot_id, p.need, p.weekly_price::float8, null::int as placements, p.synthetic
    from award_price p join award a on a.tenant_id = p.holder_id and a.id = p.award_id
    where p.tenant_id = $1::uuid
    union all
    select a.lot_id, '', c.weekly_price::float8, c.placements, c.synthetic
    from call_off c join award a on a.tenant_id = c.holder_id and a.id = c.award_id
    where c.tenant_id = $1::uuid and c.weekly_price is not null`,
  values: [tenantId, frameworkIds],
});
