import { randomUUID } from 'node:crypto';
import type { Statement } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { NewAuditEvent } from './audit-event.ts';

/**
 * Adds events to the logs of every organisation they concern, in one trip.
 *
 * Nothing is read back: an event in another organisation's log is not the viewer's to see.
 */
export function addEvents({
  actor,
  at,
  events,
}: {
  actor: Actor;
  at: Date;
  events: readonly NewAuditEvent[];
}): Statement {
  const rows = events.flatMap(({ tenantIds, type, details, agreement }) =>
    tenantIds.map((tenantId) => ({
      tenant_id: tenantId,
      id: randomUUID(),
      type,
      account: actor.account,
      role: actor.role,
      actor_organisation_id: actor.organisationId,
      agreement_id: agreement?.id ?? null,
      agreement_version: agreement?.version ?? null,
      details,
      occurred_at: at.toISOString(),
    })),
  );
  return {
    name: 'add_audit_events',
    text: `insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, agreement_id,
        agreement_version, details, occurred_at)
      select tenant_id, id, type, account, role, actor_organisation_id, agreement_id, agreement_version, details,
        occurred_at
      from jsonb_to_recordset($1::jsonb) as event(tenant_id uuid, id uuid, type text, account text, role text,
        actor_organisation_id uuid, agreement_id uuid, agreement_version smallint, details jsonb,
        occurred_at timestamptz)`,
    values: [JSON.stringify(rows)],
  };
}

/** A row of the log, as its organisation reads it. */
export interface AuditRow {
  readonly id: string;
  readonly type: string;
  readonly account: string;
  readonly role: string;
  readonly actorOrganisationId: string;
  /** Name of the organisation that acted. */
  readonly organisation: string;
  readonly agreementId: string | null;
  readonly agreementVersion: number | null;
  /** For people; null where there is no agreement, or the viewer may no longer see it. */
  readonly agreementReference: string | null;
  readonly details: unknown;
  readonly occurredAt: Date;
  /** Its place in the chain; null until it has one. */
  readonly sequence: number | null;
  readonly hash: string | null;
}

/** What narrows a log. Days are `YYYY-MM-DD`, in England, both included. */
export interface AuditFilter {
  readonly type: string | null;
  /** Slug of the organisation that acted. */
  readonly organisation: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a page stops: the time and the id of an event. */
export interface AuditPlace {
  readonly occurredAt: Date;
  readonly id: string;
}

const columns = `e.id, e.type, e.account, e.role, e.actor_organisation_id as "actorOrganisationId",
  o.name as organisation, e.agreement_id as "agreementId", e.agreement_version as "agreementVersion",
  a.reference as "agreementReference", e.details, e.occurred_at as "occurredAt", l.sequence, l.hash`;

const tables = `audit_event e
  join organisation o on o.id = e.actor_organisation_id
  left join sharing_agreement a on a.id = e.agreement_id and a.version = e.agreement_version
  left join audit_link l on l.tenant_id = e.tenant_id and l.event_id = e.id`;

/** First lock: the tenant. Row-level security says the same. */
const matching = `e.tenant_id = $1 and ($2::text is null or e.type = $2)
  and ($3::text is null or o.slug = $3)
  and ($4::date is null or e.occurred_at >= ($4::date)::timestamp at time zone 'Europe/London')
  and ($5::date is null or e.occurred_at < ($5::date + 1)::timestamp at time zone 'Europe/London')`;

const valuesOf = (tenantId: string, { type, organisation, from, to }: AuditFilter) => [
  tenantId,
  type,
  organisation,
  from,
  to,
];

/** A part of the log between two places, newest first, or oldest first where `inverted`. */
export async function selectEvents(
  { operation, actor }: Viewer,
  options: {
    readonly filter: AuditFilter;
    readonly after: AuditPlace | null;
    readonly before: AuditPlace | null;
    readonly inverted: boolean;
    readonly limit: number;
  },
): Promise<AuditRow[]> {
  const { filter, after, before, inverted, limit } = options;
  const order = inverted ? 'asc' : 'desc';
  return await operation.rows<AuditRow>({
    name: `audit_events_${order}`,
    text: `select ${columns} from ${tables}
      where ${matching}
        and ($6::timestamptz is null or (e.occurred_at, e.id) < ($6, $7::uuid))
        and ($8::timestamptz is null or (e.occurred_at, e.id) > ($8, $9::uuid))
      order by e.occurred_at ${order}, e.id ${order} limit $10`,
    values: [
      ...valuesOf(actor.organisationId, filter),
      after?.occurredAt ?? null,
      after?.id ?? null,
      before?.occurredAt ?? null,
      before?.id ?? null,
      limit,
    ],
  });
}

export async function countEvents(
  { operation, actor }: Viewer,
  filter: AuditFilter,
): Promise<number> {
  const [row] = await operation.rows<{ count: number }>({
    name: 'count_audit_events',
    text: `select count(*)::int as count from audit_event e
      join organisation o on o.id = e.actor_organisation_id where ${matching}`,
    values: valuesOf(actor.organisationId, filter),
  });
  return row?.count ?? 0;
}

/** Events of the viewer's own log by their ids, in any order. */
export async function selectEventsById(
  { operation, actor }: Viewer,
  ids: readonly string[],
): Promise<AuditRow[]> {
  return await operation.rows<AuditRow>({
    name: 'audit_events_by_id',
    text: `select ${columns} from ${tables} where e.tenant_id = $1 and e.id = any ($2::uuid[])`,
    values: [actor.organisationId, ids],
  });
}
