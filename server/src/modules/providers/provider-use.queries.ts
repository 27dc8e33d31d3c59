import type { Statement } from '../../platform/database.ts';
import type { ReadableFigures } from '../access/actor.ts';
import type { UseOfProvider } from './use-plan.ts';

/**
 * What authorities use in the newest month of each that may be seen.
 *
 * @param readable first lock: whose records, and from which day on.
 * @param ownTenant first lock of costs: the viewer's organisation; null for none.
 */
export const useSeen = (
  readable: readonly ReadableFigures[],
  ownTenant: string | null,
): Statement => ({
  name: 'provider_use_seen',
  text: `
    with readable as materialized (
      select * from unnest($1::uuid[], $2::text[], $3::date[]) as r(tenant_id, authority_code, since)
    ), newest as materialized (
      select u.tenant_id, u.authority_code, max(u.month_end) as month_end
      from provider_use u join readable r using (tenant_id, authority_code)
      where u.month_end >= r.since and u.month_end <= (select app_today())
      group by u.tenant_id, u.authority_code
    )
    select u.authority_code, u.month, u.month_end::text, u.provider_id, p.group_id, u.urn, u.host_authority_code,
      u.service, u.sourcing, u.placements, u.synthetic, c.weekly_cost::float8
    from provider_use u
    join newest n using (tenant_id, authority_code, month_end)
    join provider p on p.id = u.provider_id
    left join provider_use_price c on c.tenant_id = $4::uuid and c.tenant_id = u.tenant_id and c.use_id = u.id
    order by u.authority_code, u.id`,
  values: [
    readable.map(({ tenantId }) => tenantId),
    readable.map(({ authorityCode }) => authorityCode),
    readable.map(({ since }) => since ?? '-infinity'),
    ownTenant,
  ],
});

/** Waits for whoever holds a name, and holds it until the transaction ends. */
export const turnAtUse = (name: string): Statement => ({
  name: 'provider_use_turn',
  text: 'select 1 from (select pg_advisory_xact_lock(hashtextextended($1, 0))) as held',
  values: [name],
});

/** A month of an authority, and whose. */
interface MonthOfTenant {
  readonly tenantId: string;
  readonly authority: string;
  readonly month: string;
}

/** Takes away what a month cost; its placements can go then. */
export const removeUsePrices = ({ tenantId, authority, month }: MonthOfTenant): Statement => ({
  name: 'provider_use_remove_prices',
  text: `delete from provider_use_price c using provider_use u
    where u.tenant_id = $1::uuid and u.authority_code = $2 and u.month = $3
      and c.tenant_id = u.tenant_id and c.use_id = u.id`,
  values: [tenantId, authority, month],
});

/** Takes away the placements of a month. */
export const removeUse = ({ tenantId, authority, month }: MonthOfTenant): Statement => ({
  name: 'provider_use_remove',
  text: 'delete from provider_use where tenant_id = $1::uuid and authority_code = $2 and month = $3',
  values: [tenantId, authority, month],
});

/** Writes the placements of a month, and what they cost where that is known. */
export const storeUse = (
  { tenantId, authority, month, monthEnd }: MonthOfTenant & { readonly monthEnd: string },
  uses: readonly UseOfProvider[],
): Statement => ({
  name: 'provider_use_store',
  text: `
    with given as materialized (
      select gen_random_uuid() as id, p.id as provider_id, p.synthetic, u.*
      from json_to_recordset($5) as u (provider text, urn text, host text, service text, sourcing text,
        placements smallint, "weeklyCost" numeric)
      join provider p on p."key" = u.provider
    ), used as (
      insert into provider_use (tenant_id, id, authority_code, month, month_end, provider_id, urn, host_authority_code,
        service, sourcing, placements, synthetic)
      select $1::uuid, id, $2, $3, $4::date, provider_id, urn, host, service, sourcing, placements, synthetic from given
    )
    insert into provider_use_price (tenant_id, use_id, weekly_cost, synthetic)
    select $1::uuid, id, "weeklyCost", synthetic from given where "weeklyCost" is not null`,
  values: [tenantId, authority, month, monthEnd, JSON.stringify(uses)],
});
