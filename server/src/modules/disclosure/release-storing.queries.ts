import { randomUUID } from 'node:crypto';
import type { AuditDetails, AuditType } from '@sufficiency/shared/audit/audit-event.ts';
import type { ReleaseCellContent } from './release-contents.ts';
import type { Connection, ReleaseJob } from './release-jobs.queries.ts';
import type { ReleaseMember } from './release-reading.service.ts';
import type { NewCertificate } from './release-record.ts';

type JobId = Pick<ReleaseJob, 'tenantId' | 'id'>;

export async function insertAuthorities(
  connection: Connection,
  { tenantId, id }: JobId,
  members: readonly ReleaseMember[],
): Promise<void> {
  await connection.query(
    `insert into release_authority (tenant_id, release_id, authority_code, contributes, agreement_id, agreement_version, reason,
       exact_to)
     select $1, $2, m.code, m.agreement is not null, m.agreement, m.version, m.reason, m.exact_to::uuid[]
     from unnest($3::text[], $4::uuid[], $5::smallint[], $6::text[], $7::text[])
       as m(code, agreement, version, reason, exact_to)`,
    [
      tenantId,
      id,
      members.map(({ code }) => code),
      members.map(({ source }) => source?.agreementId ?? null),
      members.map(({ source }) => source?.agreementVersion ?? null),
      members.map(({ reason }) => reason),
      // One array of PostgreSQL’s for each: those of several lengths make no array of arrays.
      members.map(({ exactTo }) => `{${exactTo.join(',')}}`),
    ],
  );
}

export async function insertCertificate(
  connection: Connection,
  { tenantId, id }: JobId,
  certificate: NewCertificate,
): Promise<void> {
  await connection.query(
    `insert into release_certificate (tenant_id, release_id, cells_hash, audited_at, cells, published, suppressed,
       narrowest_interval, exact_recoveries, seconds, method, attackers, earlier)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::uuid[])`,
    [
      tenantId,
      id,
      certificate.cellsHash,
      certificate.auditedAt,
      certificate.cells,
      certificate.published,
      certificate.suppressed,
      certificate.narrowestInterval,
      certificate.exactRecoveries,
      certificate.seconds,
      certificate.method,
      JSON.stringify(certificate.attackers),
      certificate.earlier,
    ],
  );
}

/** Adds cells under the ids of their indicators: of each key the version in force. */
export async function insertCells(
  connection: Connection,
  {
    tenantId,
    id,
    dataset,
    periodEnd,
  }: Pick<ReleaseJob, 'tenantId' | 'id' | 'dataset' | 'periodEnd'>,
  cells: readonly ReleaseCellContent[],
): Promise<void> {
  await connection.query(
    `with newest as (
       select distinct on (key) key, id from indicator where dataset = $3 order by key, version desc
     )
     insert into release_cell (tenant_id, release_id, table_name, codes, area, indicator_id, dataset, period_end, value, symbol)
     select $1, $2, c.table_name, c.codes, c.area, newest.id, $3, $4::date, c.value, c.symbol
     from unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::float8[], $10::text[])
       as c(table_name, codes, area, indicator, value, symbol)
     left join newest on newest.key = c.indicator`,
    [
      tenantId,
      id,
      dataset,
      periodEnd.toISOString().slice(0, 10),
      cells.map(({ table }) => table),
      cells.map(({ codes }) => codes),
      cells.map(({ area }) => area),
      cells.map(({ indicator }) => indicator),
      cells.map(({ value }) => value),
      cells.map(({ symbol }) => symbol),
    ],
  );
}

/** What is in a release that is ready. */
export interface BuiltRelease {
  readonly minimumCount: number;
  readonly rounding: number;
  readonly synthetic: boolean;
  readonly contributors: readonly string[];
}

/** The release is ready: from now on it holds what it holds. */
export async function makeReady(
  connection: Connection,
  { tenantId, id, asAt }: Pick<ReleaseJob, 'tenantId' | 'id' | 'asAt'>,
  built: BuiltRelease,
): Promise<void> {
  await connection.query(
    `update release set status = 'READY', revision = revision + 1, built_at = $3, minimum_count = $4, rounding = $5,
       synthetic = $6, contributors = $7 where tenant_id = $1 and id = $2`,
    [tenantId, id, asAt, built.minimumCount, built.rounding, built.synthetic, built.contributors],
  );
}

/** Publishes a release that is ready in the place of the version before. @returns the id of that one, if there is one. */
export async function publishReady(
  connection: Connection,
  job: ReleaseJob,
  at: Date,
): Promise<string | null> {
  const { rows } = await connection.query<{ id: string }>(
    `update release set status = 'SUPERSEDED', revision = revision + 1, ended_at = $1
     where tenant_id = $2 and consortium_code = $3 and dataset = $4 and period = $5 and audience = $6
       and status = 'PUBLISHED' returning id`,
    [at, job.tenantId, job.consortium, job.dataset, job.period, job.audience],
  );
  await connection.query(
    `update release set status = 'PUBLISHED', revision = revision + 1, published_at = $3
     where tenant_id = $1 and id = $2`,
    [job.tenantId, job.id, at],
  );
  return rows[0]?.id ?? null;
}

/** The release could not be built: nothing of it is kept but why. */
export async function makeFailed(
  connection: Connection,
  { tenantId, id }: JobId,
  { reason, at }: { readonly reason: string; readonly at: Date },
): Promise<void> {
  await connection.query(
    `update release set status = 'FAILED', revision = revision + 1, ended_at = $3, reason = $4
     where tenant_id = $1 and id = $2`,
    [tenantId, id, at, reason],
  );
}

/** What became of a release, for one organisation's log. */
export interface ReleaseEvent {
  readonly tenantId: string;
  readonly type: AuditType;
  readonly agreement: { readonly id: string; readonly version: number } | null;
  readonly details: AuditDetails;
}

/** Tells logs what became of a release, in the name of whoever asked for it. */
export async function insertReleaseEvents(
  connection: Connection,
  { tenantId, requestedBy, requestedRole }: ReleaseJob,
  { events, at }: { readonly events: readonly ReleaseEvent[]; readonly at: Date },
): Promise<void> {
  await connection.query(
    `insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, agreement_id,
       agreement_version, details, occurred_at)
     select e.tenant_id, e.id, e.type, $2, $3, $4, e.agreement_id, e.agreement_version, e.details, $5
     from jsonb_to_recordset($1::jsonb) as e(tenant_id uuid, id uuid, type text, agreement_id uuid,
       agreement_version smallint, details jsonb)`,
    [
      JSON.stringify(
        events.map(({ agreement, ...event }) => ({
          tenant_id: event.tenantId,
          id: randomUUID(),
          type: event.type,
          agreement_id: agreement?.id ?? null,
          agreement_version: agreement?.version ?? null,
          details: event.details,
        })),
      ),
      requestedBy,
      requestedRole,
      tenantId,
      at,
    ],
  );
}
