import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { Connection, ReleaseJob } from './release-jobs.queries.ts';
import type { InsiderRow, ReleaseSource } from './release-requests.queries.ts';
import { releaseInsiders, releaseSources } from './release-requests.queries.ts';

/** Whose figures may go into the release, and by which agreement. */
export async function selectSources(
  connection: Connection,
  job: Pick<ReleaseJob, 'consortium' | 'dataset' | 'audience' | 'periodEnd'>,
): Promise<ReleaseSource[]> {
  const { text, values } = releaseSources(job);
  return (await connection.query<ReleaseSource>(text, [...values])).rows;
}

/** Who agreements in force show exact figures of members. */
export async function selectInsiders(
  connection: Connection,
  job: Pick<ReleaseJob, 'consortium' | 'dataset' | 'periodEnd'>,
): Promise<InsiderRow[]> {
  const { text, values } = releaseInsiders(job);
  return (await connection.query<InsiderRow>(text, [...values])).rows;
}

/** A member of the consortium on a day. */
export interface MemberRow {
  readonly code: string;
  readonly name: string;
}

/** Members of a consortium today, by name. */
export async function selectMembers(
  connection: Connection,
  consortium: string,
): Promise<MemberRow[]> {
  const { rows } = await connection.query<MemberRow>(
    `select a.code, a.name from consortium_member m join authority a on a.code = m.authority_code
     where m.consortium_code = $1 and m.joined_on <= app_today() and (m.left_on is null or m.left_on > app_today())
     order by a.name`,
    [consortium],
  );
  return rows;
}

/** A version of a return that this role may read, and when it was in use. */
export interface ReadReturnRow {
  readonly id: string;
  readonly tenantId: string;
  readonly authority: string;
  readonly dataset: Dataset;
  /** Label of the month. */
  readonly period: string;
  readonly synthetic: boolean;
  readonly acceptedAt: Date;
  readonly endedAt: Date | null;
}

/** Versions that are or were in use, of every authority, dataset and month that this role may read. */
export async function selectReturns(connection: Connection): Promise<ReadReturnRow[]> {
  const { rows } = await connection.query<ReadReturnRow>(
    `select r.id, r.tenant_id as "tenantId", r.authority_code as authority, r.dataset, r.period, r.synthetic,
       r.accepted_at as "acceptedAt", r.ended_at as "endedAt"
     from "return" r order by r.authority_code collate "C", r.accepted_at`,
  );
  return rows;
}

/** A row of a return. */
export interface ReadRow {
  readonly returnId: string;
  readonly table: string;
  readonly row: number;
  readonly cells: readonly string[];
}

export async function selectRows(
  connection: Connection,
  returns: readonly ReadReturnRow[],
): Promise<ReadRow[]> {
  const { rows } = await connection.query<ReadRow>(
    `select w.return_id as "returnId", w.table_name as table, w.row, w.cells
     from unnest($1::uuid[], $2::uuid[]) as wanted(tenant_id, id)
     join return_row w on w.tenant_id = wanted.tenant_id and w.return_id = wanted.id
     order by w.return_id, w.table_name, w.row`,
    [returns.map(({ tenantId }) => tenantId), returns.map(({ id }) => id)],
  );
  return rows;
}

/** GSS codes of authorities of which a release of another consortium tells, read or ready. */
export async function selectElsewhere(
  connection: Connection,
  { consortium, dataset, period }: Pick<ReleaseJob, 'consortium' | 'dataset' | 'period'>,
): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ code: string }>(
    `select distinct unnest(r.contributors) as code from release r
     where r.consortium_code <> $1 and releases_tell(r.dataset, r.period, $2, $3)
       and (r.status = 'READY' or r.published_at is not null)`,
    [consortium, dataset, period],
  );
  return new Set(rows.map(({ code }) => code));
}

/** A release of the same figures, or one that tells of them, that was ever published or that its hub can read. */
export interface EarlierRow {
  readonly id: string;
  readonly dataset: Dataset;
  readonly period: string;
  readonly minimumCount: number;
  readonly rounding: number;
  readonly builtAt: Date;
  readonly contributors: readonly string[];
}

export async function selectEarlier(
  connection: Connection,
  { tenantId, consortium, dataset, period }: ReleaseJob,
): Promise<EarlierRow[]> {
  const { rows } = await connection.query<EarlierRow>(
    `select r.id, r.dataset, r.period, r.minimum_count as "minimumCount", r.rounding, r.built_at as "builtAt", r.contributors
     from release r
     where r.tenant_id = $1 and r.consortium_code = $2 and (r.status = 'READY' or r.published_at is not null)
       and (r.dataset = $3 and r.period = $4 or r.id in (select n.release_id from release_around() n)) order by r.requested_at, r.id`,
    [tenantId, consortium, dataset, period],
  );
  return rows;
}

/** Whom agreements showed exact figures of an authority in an earlier release when it was built. */
export interface ShownRow {
  readonly releaseId: string;
  readonly authority: string;
  readonly exactTo: readonly string[];
}

export async function selectShown(
  connection: Connection,
  { tenantId }: ReleaseJob,
  releases: readonly EarlierRow[],
): Promise<ShownRow[]> {
  const { rows } = await connection.query<ShownRow>(
    `select release_id as "releaseId", authority_code as authority, exact_to as "exactTo" from release_authority
     where tenant_id = $1 and release_id = any ($2::uuid[]) and contributes`,
    [tenantId, releases.map(({ id }) => id)],
  );
  return rows;
}

/** A cell of an earlier release. */
export interface EarlierCellRow {
  readonly releaseId: string;
  readonly table: string;
  readonly codes: string;
  readonly area: string;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

export async function selectEarlierCells(
  connection: Connection,
  { tenantId }: ReleaseJob,
  releases: readonly EarlierRow[],
): Promise<EarlierCellRow[]> {
  const { rows } = await connection.query<EarlierCellRow>(
    `select release_id as "releaseId", table_name as table, codes, area, value, symbol from release_cell
     where tenant_id = $1 and release_id = any ($2::uuid[])`,
    [tenantId, releases.map(({ id }) => id)],
  );
  return rows;
}

/** A public figure of a member. */
export interface PublishedRow {
  readonly key: string;
  readonly authority: string;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

export async function selectPublished(
  connection: Connection,
  wanted: {
    readonly keys: readonly string[];
    readonly authorities: readonly string[];
    /** `YYYY-MM-DD` */
    readonly day: string;
  },
): Promise<PublishedRow[]> {
  const { rows } = await connection.query<PublishedRow>(
    `select i.key, o.area_code as authority, o.value, o.symbol
     from indicator i join reference_observation o on o.indicator_id = i.id and o.superseded_at is null
     where i.key = any ($1::text[]) and o.area_code = any ($2::text[]) and o.period_end = $3::date`,
    [wanted.keys, wanted.authorities, wanted.day],
  );
  return rows;
}

/** Names of organisations, by id. */
export async function selectNames(
  connection: Connection,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ id: string; name: string }>(
    'select id, name from organisation where id = any ($1::uuid[])',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
