import type {
  ReleaseAudience,
  ReleaseStatus,
} from '@sufficiency/shared/disclosure/release-enums.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type pg from 'pg';
import type { AuditCheckpoint } from './release-problem.ts';

/** A connection of the role that builds releases. */
export type Connection = Pick<pg.ClientBase, 'query'>;

/** A release that a worker has taken up. */
export interface ReleaseJob {
  readonly tenantId: string;
  readonly id: string;
  readonly consortium: string;
  readonly dataset: Dataset;
  readonly period: string;
  readonly periodEnd: Date;
  readonly audience: ReleaseAudience;
  readonly version: number;
  readonly publishWhenReady: boolean;
  readonly requestedBy: string;
  readonly requestedRole: string;
  /** The moment whose exact figures it is built from. */
  readonly asAt: Date;
  /** How often it was taken up. */
  readonly attempts: number;
  readonly checkpoint: AuditCheckpoint | null;
}

/** After how long a worker that says nothing is relieved; policies say the same. */
const silence = `interval '20 seconds'`;

/** Lets go of jobs whose release is no longer to be built. */
export async function endIdleJobs(connection: Connection): Promise<void> {
  await connection.query(
    `delete from release_job j where not exists (
       select from release r where r.tenant_id = j.tenant_id and r.id = j.release_id and r.status = 'BUILDING')`,
  );
}

/**
 * Takes up the release that was asked for first, of the hub of which nobody builds one and that was served longest ago;
 * undefined where there is none. One of a hub at a time: each is protected against those before it.
 */
export async function takeJob(connection: Connection, at: Date): Promise<ReleaseJob | undefined> {
  await connection.query(`select pg_advisory_xact_lock(hashtextextended('release jobs', 0))`);
  const { rows } = await connection.query<ReleaseJob>(
    `with served as (
       select r.tenant_id, max(greatest(r.built_at, j.as_at, case when r.status = 'FAILED' then r.ended_at end)) as at
       from release r left join release_job j on j.tenant_id = r.tenant_id and j.release_id = r.id
       group by r.tenant_id
     ), wanted as (
       select r.* from release r join served on served.tenant_id = r.tenant_id
       where r.status = 'BUILDING' and not exists (
         select from release_job j where j.tenant_id = r.tenant_id and j.heartbeat_at >= clock_timestamp() - ${silence})
       order by served.at nulls first, r.requested_at, r.id limit 1
     ), taken as (
       insert into release_job (tenant_id, release_id, taken_by, heartbeat_at, as_at, stage, done)
       select w.tenant_id, w.id, app_worker(), clock_timestamp(), $1, 'reading', 0 from wanted w
       on conflict (tenant_id, release_id) do update
         set taken_by = excluded.taken_by, heartbeat_at = excluded.heartbeat_at, attempts = release_job.attempts + 1
         where release_job.heartbeat_at < clock_timestamp() - ${silence}
       returning *
     )
     select w.tenant_id as "tenantId", w.id, w.consortium_code as consortium, w.dataset, w.period,
       w.period_end as "periodEnd", w.audience, w.version, w.publish_when_ready as "publishWhenReady",
       w.requested_by as "requestedBy", w.requested_role as "requestedRole", t.as_at as "asAt", t.attempts, t.checkpoint
     from taken t join wanted w on w.tenant_id = t.tenant_id and w.id = t.release_id`,
    [at],
  );
  const [job] = rows;
  // It may have been done between the looking and the taking.
  return job && (await isWanted(connection, job)) ? job : undefined;
}

async function isWanted(connection: Connection, job: JobId): Promise<boolean> {
  const { rows } = await connection.query(
    `select from release where tenant_id = $1 and id = $2 and status = 'BUILDING'`,
    [job.tenantId, job.id],
  );
  return rows.length === 1;
}

/** How far the work has come. */
export interface JobProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly checkpoint: AuditCheckpoint | null;
}

type JobId = Pick<ReleaseJob, 'tenantId' | 'id'>;

/**
 * Says that this worker is still at it, and how far it is, where that is new.
 *
 * @returns where the release stands; null where another worker took over.
 */
export async function keepJob(
  connection: Connection,
  { tenantId, id }: JobId,
  progress: JobProgress | null,
): Promise<ReleaseStatus | null> {
  const { rows } = await connection.query<{ status: ReleaseStatus }>(
    `update release_job j set heartbeat_at = clock_timestamp(), stage = coalesce($3, stage), done = coalesce($4, done),
       total = case when $3::text is null then total else $5::int end, checkpoint = coalesce($6::jsonb, checkpoint)
     from release r
     where j.tenant_id = $1 and j.release_id = $2 and j.taken_by = app_worker()
       and r.tenant_id = j.tenant_id and r.id = j.release_id
     returning r.status`,
    [
      tenantId,
      id,
      progress?.stage ?? null,
      progress?.done ?? null,
      progress?.total ?? null,
      progress?.checkpoint ? JSON.stringify(progress.checkpoint) : null,
    ],
  );
  return rows[0]?.status ?? null;
}

/** Makes sure, until the transaction ends, that nobody else takes the job over; false where somebody has. */
export async function holdJob(connection: Connection, { tenantId, id }: JobId): Promise<boolean> {
  const { rows } = await connection.query(
    `select from release_job where tenant_id = $1 and release_id = $2 and taken_by = app_worker() for update`,
    [tenantId, id],
  );
  return rows.length === 1;
}

/** Leaves a job to whoever takes it next, at once. */
export async function leaveJob(connection: Connection, { tenantId, id }: JobId): Promise<void> {
  await connection.query(
    `update release_job set heartbeat_at = '-infinity', attempts = attempts - 1
     where tenant_id = $1 and release_id = $2 and taken_by = app_worker()`,
    [tenantId, id],
  );
}

/** Ends a job: what it was for is done. */
export async function endJob(connection: Connection, { tenantId, id }: JobId): Promise<void> {
  await connection.query(`delete from release_job where tenant_id = $1 and release_id = $2`, [
    tenantId,
    id,
  ]);
}
