import type { Connection } from './release-jobs.queries.ts';

/** A call-off that this role may read, as it is or was, and when it was so. */
export interface CalledOffRow {
  readonly framework: string;
  readonly lot: string;
  /** Label of the month. */
  readonly period: string;
  readonly authority: string;
  readonly organisation: string;
  readonly provider: string;
  readonly placements: number;
  /** Unit: GBP a week and placement. */
  readonly weeklyPrice: number | null;
  readonly maximum: number | null;
  readonly recordedAt: Date;
  readonly endedAt: Date | null;
}

/** Call-offs of every authority and month that this role may read; a provider is an owner with all its companies. */
export async function selectCalledOff(connection: Connection): Promise<CalledOffRow[]> {
  const { rows } = await connection.query<CalledOffRow>(
    `select a.framework_id as framework, a.lot_id as lot, to_char(c.made_on, 'YYYY-MM') as period,
       c.authority_code as authority, c.tenant_id as organisation, p.group_id::text as provider, c.placements,
       c.weekly_price::float8 as "weeklyPrice", l.maximum_weekly_price::float8 as maximum,
       c.recorded_at as "recordedAt", c.ended_at as "endedAt"
     from (
       select tenant_id, authority_code, holder_id, award_id, made_on, placements, weekly_price, recorded_at,
         null::timestamptz as ended_at from call_off
       union all
       select tenant_id, authority_code, holder_id, award_id, made_on, placements, weekly_price, recorded_at, ended_at
       from call_off_before) c
     join framework_award a on a.tenant_id = c.holder_id and a.id = c.award_id
     join framework_lot l on l.tenant_id = a.tenant_id and l.id = a.lot_id
     join provider p on p.id = a.provider_id`,
  );
  return rows;
}

/** Who was told whose price by a tender. */
export interface TenderedRow {
  readonly organisation: string;
  readonly provider: string;
}

/** Organisations and the providers, on frameworks that members call off, that tendered to them. */
export async function selectTendered(connection: Connection): Promise<TenderedRow[]> {
  const { rows } = await connection.query<TenderedRow>(
    `select distinct q.tenant_id as organisation, p.group_id::text as provider
     from award_price q
     join framework_award a on a.tenant_id = q.holder_id and a.id = q.award_id
     join provider p on p.id = a.provider_id`,
  );
  return rows;
}

/** A fee that a release tells, which was ever published or is ready. */
export interface ToldFeeRow {
  readonly releaseId: string;
  readonly consortium: string;
  readonly lot: string;
  readonly period: string;
  /** Unit: GBP a week and placement. */
  readonly value: number;
  readonly rounding: number;
  readonly builtAt: Date;
  readonly contributors: readonly string[];
}

/** Every fee that was ever told, or is ready to be, whoever released it. */
export async function selectToldFees(connection: Connection): Promise<ToldFeeRow[]> {
  const { rows } = await connection.query<ToldFeeRow>(
    `select r.id as "releaseId", r.consortium_code as consortium, c.codes as lot, r.period, c.value, r.rounding,
       r.built_at as "builtAt", r.contributors
     from release_cell c join release r on r.tenant_id = c.tenant_id and r.id = c.release_id
     where c.table_name = 'lot-fees' and (r.status = 'READY' or r.published_at is not null)
     order by r.requested_at, r.id, c.codes`,
  );
  return rows;
}
