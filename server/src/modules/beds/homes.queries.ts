import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { Statement } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import type { HomesSeen } from '../access/bed-locks.ts';
import { runsHome } from './run-homes.ts';

type HomeRow = Prisma.HomeGetPayload<object>;

/** A home, and how the viewer stands to it. */
export interface SeenHomeRow extends HomeRow {
  /** True where the viewer’s organisation holds it or runs it. */
  readonly kept: boolean;
  /** Accepting places of the viewer’s own blocks. */
  readonly own: number;
}

/** Days as Prisma has them: midnight, UTC. */
const columns = {
  tenantId: 'tenant_id',
  id: 'id',
  urn: 'urn',
  synthetic: 'synthetic',
  providerId: 'provider_id',
  authorityCode: 'authority_code',
  provisionType: 'provision_type',
  inHouse: 'in_house',
  name: 'name',
  ageFrom: 'age_from',
  ageTo: 'age_to',
  genders: 'genders',
  needs: 'needs',
  education: 'education',
  siblings: 'siblings',
  solo: 'solo',
  emergency: 'emergency',
  noticeDays: 'notice_days',
  shortBreaks: 'short_breaks',
  spot: 'spot',
  opensOn: `opens_on::timestamp at time zone 'UTC'`,
  closesOn: `closes_on::timestamp at time zone 'UTC'`,
  registered: 'registered',
  operational: 'operational',
  usable: 'usable',
  occupied: 'occupied',
  reserved: 'reserved',
  accepting: 'accepting',
  closed: 'closed',
  closedLost: 'closed_lost',
  acceptingOpen: 'accepting_open',
  closedByReason: 'closed_by_reason',
  reservedUntil: `reserved_until::timestamp at time zone 'UTC'`,
  confirmedAt: 'confirmed_at',
  confirmedByKind: 'confirmed_by_kind',
  version: 'version',
  changedAt: 'changed_at',
} as const satisfies Readonly<Record<keyof HomeRow, string>>;

const text = `
  select ${Object.entries(columns)
    .map(([name, column]) => `h.${column} as "${name}"`)
    .join(', ')}, k.kept,
    coalesce((select sum(b.accepting) from home_block b where b.tenant_id = h.tenant_id and b.home_id = h.id
      and b.to_at is null and b.block_authority_code = any ($7::text[])), 0)::int as own
  from home h
  cross join lateral (select h.tenant_id = $2::uuid or ${runsHome('$3')} as kept) k
  where h.id = any ($1::uuid[]) and ($6::text[] is null or h.authority_code = any ($6))
    and (k.kept or (h.tenant_id, h.authority_code) in (select * from unnest($4::uuid[], $5::text[])))`;

/**
 * Homes of ids that the viewer sees, in no order: the first lock says it again.
 *
 * By hand, as everybody who follows asks for it each time one changes, and a search for a page of them.
 *
 * @param areas GSS codes: only those that stand in one of these; null for all.
 */
export const homesOfIds = (
  ids: readonly string[],
  areas: readonly string[] | null,
  { actor, seen: { providerIds, shown } }: { readonly actor: Actor; readonly seen: HomesSeen },
): Statement => ({
  name: 'homes_of_ids',
  text,
  values: [
    ids,
    actor.organisationId,
    providerIds,
    shown.map(({ tenantId }) => tenantId),
    shown.map(({ authorityCode }) => authorityCode),
    areas,
    actor.authorityCodes,
  ],
});
