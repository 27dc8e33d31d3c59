import type { Actor } from '../access/actor.ts';
import type { HomesSeen } from '../access/bed-locks.ts';
import { runsHome } from './run-homes.ts';
import { isStaleHome, isTooOld } from './stale-homes.ts';

/** Which homes a statement is of, as far as the viewer sees them. */
export interface HomesWanted {
  /** GSS codes. */
  readonly areas: readonly string[];
  readonly now: Date;
}

/** The parameters that every such statement begins with, as `seenHomes` reads them: $1 to $8. */
export const seenHomesValues = (
  { organisationId, authorityCodes }: Actor,
  { providerIds, shown }: HomesSeen,
  { areas, now }: HomesWanted,
): readonly unknown[] => [
  organisationId,
  providerIds,
  shown.map(({ tenantId }) => tenantId),
  shown.map(({ authorityCode }) => authorityCode),
  areas,
  now,
  authorityCodes,
  shown.map(({ since }) => since),
];

/**
 * Homes that the viewer sees (the first lock says it again), as it may have their places: what is kept for somebody else's
 * block is closed to all but those who keep the home, and free to nobody else. Homes that give short breaks have nights, not
 * places: they are none of them.
 */
export const seenHomes = `
  shown as materialized (
    select * from unnest($3::uuid[], $4::text[], $8::date[]) as s(tenant_id, authority_code, since)),
  block as materialized (
    select b.tenant_id, b.home_id, sum(b.accepting)::int as accepting from home_block b
    where b.block_authority_code = any ($7::text[]) and b.to_at is null and b.accepting > 0
    group by b.tenant_id, b.home_id),
  seen as materialized (
    select h.id, h.tenant_id, h.authority_code, h.provider_id, h.provision_type, h.urn, h.emergency, h.confirmed_at,
      h.confirmed_by_kind, h.synthetic, h.registered, h.operational, h.usable, h.occupied, h.reserved,
      h.closed_lost as "closedLost",
      case when k.kept then h.accepting else f.free end as accepting,
      case when k.kept then h.closed else h.closed + h.accepting - f.free end as closed,
      case when k.own then h.accepting else f.free end as free,
      case when k.kept then '-infinity'::date else (select min(s.since) from shown s
        where s.tenant_id = h.tenant_id and s.authority_code = h.authority_code) end as since,
      ${isStaleHome('$6')} as stale, ${isTooOld('$6')} as "tooOld"
    from home h
    left join block b on b.tenant_id = h.tenant_id and b.home_id = h.id
    cross join lateral (select ${runsHome('$2')} as own) o
    cross join lateral (select o.own or h.tenant_id = $1::uuid as kept, o.own) k
    cross join lateral (select h.accepting_open + coalesce(b.accepting, 0) as free) f
    where (k.kept or (h.tenant_id, h.authority_code) in (select s.tenant_id, s.authority_code from shown s))
      and h.authority_code = any ($5::text[]) and not h.short_breaks
      and coalesce(h.closes_on, 'infinity') > (select app_today()))`;

/** Whose homes are among them, for the log. */
export const holdersSeen = `
  (select coalesce(json_agg(g), '[]') from (
    select distinct tenant_id as "tenantId", authority_code as "authorityCode", provider_id as "providerId" from seen
    where tenant_id <> $1::uuid) g)`;
