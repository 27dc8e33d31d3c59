import type { Statement } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';

/**
 * Judgements that newer registers changed of what an organisation may call off, or has placements in.
 *
 * First lock: awards on frameworks that it holds or that the lead names its authorities as buyers of; its own placements.
 * An award counts if it was in force when the register was loaded.
 */
export const judgedChanges = ({ organisationId, authorityCodes }: Actor): Statement => ({
  name: 'watch_judged_changes',
  text: `
    with newest as materialized (
      select u.authority_code, max(u.month_end) as month_end from provider_use u
      where u.tenant_id = $1::uuid and u.month_end <= (select app_today()) group by u.authority_code
    ), used as materialized (
      select u.urn, sum(u.placements)::int as placements
      from provider_use u join newest n using (authority_code, month_end)
      where u.tenant_id = $1::uuid and u.urn is not null group by u.urn
    ), bought as materialized (
      select f.tenant_id, f.id, f.reference, f.condition_judgement, f.lead_authority_code from framework f
      where f.condition_judgement is not null and (
        f.tenant_id = $1::uuid
        or f.published and exists (
          select from framework_buyer b
          where b.tenant_id = f.tenant_id and b.framework_id = f.id and b.authority_code = any($2::text[])))
    ), change as materialized (
      select c.*, r.recorded_at, (r.recorded_at at time zone 'Europe/London')::date as loaded_on
      from service_change c join reference_source r on r.id = c.source_id
      where c.kind = 'JUDGEMENT_CHANGED'
    ), told as (
      select distinct c.id, f.id as framework_id, f.reference, f.condition_judgement, f.tenant_id as holder_id,
        f.lead_authority_code
      from change c
      join service_offer o on o.urn = c.urn
      join framework_award a on a.tenant_id = o.tenant_id and a.id = o.award_id
        and a.starts_on <= c.loaded_on and (a.ends_on is null or a.ends_on >= c.loaded_on)
      join bought f on f.tenant_id = a.tenant_id and f.id = a.framework_id
      union all
      select c.id, null, null, null, null, null from change c join used u on u.urn = c.urn
    )
    select c.id as change_id, c.urn, c.before, c.after, c.vintage::text, c.recorded_at, s.provision_type,
      s.name as service_name, p.name as provider, coalesce(au.name, s.area_text) as area, s.synthetic,
      t.framework_id, t.reference as framework_reference, t.condition_judgement, t.holder_id, t.lead_authority_code,
      coalesce(u.placements, 0) as placements,
      (select to_char(max(n.month_end), 'YYYY-MM') from newest n) as month
    from told t
    join change c using (id)
    join service s on s.urn = c.urn
    left join provider p on p.id = s.provider_id
    left join authority au on au.code = s.authority_code
    left join used u on u.urn = c.urn`,
  values: [organisationId, authorityCodes],
});

/** What an account has read, and when. */
export interface ReadKeyRow {
  readonly key: string;
  readonly read_at: Date;
}

/** Notifications that an account has read for its organisation. */
export const readKeys = ({ organisationId, accountId }: Actor): Statement => ({
  name: 'watch_read_keys',
  text: 'select "key", read_at from notification_read where tenant_id = $1::uuid and account_id = $2::uuid',
  values: [organisationId, accountId],
});

/** Records that an account has read some; those it had read before stay as they were. */
export const markRead = (
  { organisationId, accountId }: Actor,
  keys: readonly string[],
  at: Date,
): Statement => ({
  name: 'watch_mark_read',
  text: `insert into notification_read (tenant_id, account_id, "key", read_at)
    select $1::uuid, $2::uuid, k, $4::timestamptz from unnest($3::text[]) as k
    on conflict (tenant_id, account_id, "key") do nothing`,
  values: [organisationId, accountId, keys, at],
});
