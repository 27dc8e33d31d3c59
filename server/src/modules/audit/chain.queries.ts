import type pg from 'pg';
import type { Head, NewLink, StoredEvent } from './chain.ts';
import type { StoredLink } from './chain-check.ts';

/** A connection of the chaining role. */
type Connection = Pick<pg.ClientBase, 'query'>;

/** One server chains at a time. An arbitrary number; migrations and roles have others. */
const lock = 72_707_373;

/** Takes the right to chain until the transaction ends; false where another server has it. */
export async function tryLockChains(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query<{ locked: boolean }>(
    'select pg_try_advisory_xact_lock($1) as locked',
    [lock],
  );
  return rows[0]?.locked === true;
}

const eventColumns = `e.tenant_id as "tenantId", e.id, e.type, e.account, e.role,
  e.actor_organisation_id as "actorOrganisationId", e.agreement_id as "agreementId",
  e.agreement_version as "agreementVersion", e.details, e.occurred_at as "occurredAt"`;

const withoutLink = `not exists (
  select from audit_link l where l.tenant_id = e.tenant_id and l.event_id = e.id)`;

/** Events that are not chained yet, by tenant and then by time; those that happened after `since`, or all. */
export async function selectUnchained(
  connection: Connection,
  { since, limit }: { since: Date | null; limit: number },
): Promise<StoredEvent[]> {
  const { rows } = await connection.query<StoredEvent>(
    `select ${eventColumns} from audit_event e
     where e.occurred_at > $1::timestamptz and ${withoutLink}
     order by e.tenant_id, e.occurred_at, e.id limit $2`,
    [since ?? '-infinity', limit],
  );
  return rows;
}

/** Where the chains of some tenants end; none for a tenant without a chain. */
export async function selectHeadsOf(
  connection: Connection,
  tenantIds: readonly string[],
): Promise<Map<string, Head>> {
  const { rows } = await connection.query<Head & { tenantId: string }>(
    `select t.id as "tenantId", head.sequence, head.hash from unnest($1::uuid[]) as t(id)
     cross join lateral (
       select sequence, hash from audit_link where tenant_id = t.id order by sequence desc limit 1) head`,
    [tenantIds],
  );
  return headsByTenant(rows);
}

/** Where every chain ends. Hops from tenant to tenant: a log of millions costs no more than a short one. */
export async function selectHeads(connection: Connection): Promise<Map<string, Head>> {
  const { rows } = await connection.query<Head & { tenantId: string }>(
    `with recursive tenant as (
       (select tenant_id from audit_link order by tenant_id limit 1)
       union all
       select (select l.tenant_id from audit_link l where l.tenant_id > t.tenant_id order by l.tenant_id limit 1)
       from tenant t where t.tenant_id is not null)
     select t.tenant_id as "tenantId", head.sequence, head.hash from tenant t
     cross join lateral (
       select sequence, hash from audit_link where tenant_id = t.tenant_id order by sequence desc limit 1) head`,
  );
  return headsByTenant(rows);
}

/** The hashes that stand at given places now; none where there is no such entry. */
export async function selectHashesAt(
  connection: Connection,
  places: ReadonlyMap<string, Head>,
): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ tenantId: string; hash: string }>(
    `select l.tenant_id as "tenantId", l.hash
     from unnest($1::uuid[], $2::int[]) as place(tenant_id, sequence)
     join audit_link l on l.tenant_id = place.tenant_id and l.sequence = place.sequence`,
    [[...places.keys()], [...places.values()].map(({ sequence }) => sequence)],
  );
  return new Map(rows.map(({ tenantId, hash }) => [tenantId, hash]));
}

export async function insertLinks(
  connection: Connection,
  links: readonly NewLink[],
): Promise<void> {
  await connection.query(
    `insert into audit_link (tenant_id, sequence, event_id, hash, chained_at)
     select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::timestamptz[])`,
    [
      links.map(({ tenantId }) => tenantId),
      links.map(({ sequence }) => sequence),
      links.map(({ eventId }) => eventId),
      links.map(({ hash }) => hash),
      links.map(({ chainedAt }) => chainedAt),
    ],
  );
}

/** A page of a tenant's chain, after a place, each entry with its event where that is still there. */
export async function selectChain(
  connection: Connection,
  { tenantId, after, limit }: { tenantId: string; after: number; limit: number },
): Promise<StoredLink[]> {
  const { rows } = await connection.query<
    Omit<StoredLink, 'event'> & { id: string | null } & Record<string, unknown>
  >(
    `select l.sequence, l.event_id as "eventId", l.hash, l.chained_at as "chainedAt", ${eventColumns}
     from audit_link l left join audit_event e on e.tenant_id = l.tenant_id and e.id = l.event_id
     where l.tenant_id = $1 and l.sequence > $2 order by l.sequence limit $3`,
    [tenantId, after, limit],
  );
  return rows.map(({ sequence, eventId, hash, chainedAt, ...event }) => ({
    sequence,
    eventId,
    hash,
    chainedAt,
    event: event.id === null ? null : (event as unknown as StoredEvent),
  }));
}

/** Every tenant that has an event or an entry. */
export async function selectLoggedTenants(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ tenantId: string }>(
    `select tenant_id as "tenantId" from audit_event union select tenant_id from audit_link order by 1`,
  );
  return rows.map(({ tenantId }) => tenantId);
}

/** Slugs of organisations, by id. */
export async function selectSlugs(
  connection: Connection,
  tenantIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ id: string; slug: string }>(
    'select id, slug from organisation where id = any ($1::uuid[])',
    [tenantIds],
  );
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

/** Events without an entry that happened before a moment, and how many happened since. */
export async function selectLeftOut(
  connection: Connection,
  before: Date,
): Promise<{ tenantId: string; eventId: string; recent: boolean }[]> {
  const { rows } = await connection.query<{ tenantId: string; eventId: string; recent: boolean }>(
    `select e.tenant_id as "tenantId", e.id as "eventId", e.occurred_at >= $1 as recent from audit_event e
     where ${withoutLink} order by e.tenant_id, e.occurred_at, e.id`,
    [before],
  );
  return rows;
}

const headsByTenant = (rows: readonly (Head & { tenantId: string })[]): Map<string, Head> =>
  new Map(rows.map(({ tenantId, sequence, hash }) => [tenantId, { sequence, hash }]));
