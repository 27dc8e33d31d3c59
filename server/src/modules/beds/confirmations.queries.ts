import { ageLimits, homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';
import type { Statement } from '../../platform/database.ts';
import type { SeenHome } from './bed-sight.service.ts';
import { holdersSeen, seenHomes } from './seen-homes.ts';

/** How well a provider’s homes confirm. Unit: homes; days of homes. */
export interface ConfirmationRow {
  /** Null for homes of which the register names no owner. */
  readonly providerId: number | null;
  readonly homes: number;
  /** Confirmed in time now. */
  readonly fresh: number;
  readonly never: number;
  /** Last confirmed by the provider itself. */
  readonly byProvider: number;
  /** Days of its homes that were looked at, and those at whose end a home was confirmed in time. */
  readonly days: number;
  readonly daysInTime: number;
}

export interface ConfirmationsFound {
  readonly rows: readonly ConfirmationRow[];
  readonly holders: readonly SeenHome[];
}

const days = homeProvisionTypes
  .map((type) => `when '${type}' then ${ageLimits[type] / 24}`)
  .join(' ');

const text = `
  with ${seenHomes},
  kept as (
    select s.provider_id, count(*) as days,
      count(*) filter (where d.confirmed_on > d.day - case s.provision_type ${days} end) as in_time
    from seen s
    join home_day d on d.tenant_id = s.tenant_id and d.home_id = s.id and d.day >= s.since
      and d.day between $9::date and app_today() - 1
    group by s.provider_id)
  select
    (select coalesce(json_agg(r), '[]') from (
      select n.*, coalesce(k.days, 0)::int as days, coalesce(k.in_time, 0)::int as "daysInTime"
      from (
        select provider_id as "providerId", count(*)::int as homes, (count(*) filter (where not stale))::int as fresh,
          (count(*) filter (where confirmed_at is null))::int as never,
          (count(*) filter (where confirmed_by_kind = 'PROVIDER'))::int as "byProvider"
        from seen group by provider_id) n
      left join kept k on k.provider_id is not distinct from n."providerId") r) as rows,
    ${holdersSeen} as holders`;

/**
 * How well providers confirm their homes, now and on the days since one.
 *
 * @param values as `seenHomesValues` gives them.
 * @param from the first day, `YYYY-MM-DD`.
 */
export const confirmationsWanted = (values: readonly unknown[], from: string): Statement => ({
  name: 'bed_confirmations',
  text,
  values: [...values, from],
});
