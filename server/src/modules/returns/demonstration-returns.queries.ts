import type { PoolClient } from 'pg';
import type { PublishedFigure } from './demonstration-calibration.ts';

/** One seeding at a time: a second one waits for the first to finish. */
export async function lockSeeding(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('demonstration-returns'))`);
}

/** An authority, who answers for it, and which of its returns the demonstration has made. */
export interface SeededAuthority {
  readonly tenantId: string;
  readonly code: string;
  /** Each that came into use as dataset, period and version, written `beds 2026-09 1`. */
  readonly made: readonly string[];
  /** Those that are still on their way, written likewise. */
  readonly open: readonly string[];
}

/** Every authority that a tenant answers for. */
export async function selectAuthorities(client: PoolClient): Promise<SeededAuthority[]> {
  const { rows } = await client.query<SeededAuthority>(
    `with known as (
       select r.tenant_id, r.authority_code, concat_ws(' ', r.dataset, r.period, r.version) as name,
         r.accepted_at is not null as used
       from "return" r where r.synthetic)
     select oa.organisation_id as "tenantId", oa.authority_code::text as code,
       array(select k.name from known k
         where (k.tenant_id, k.authority_code) = (oa.organisation_id, oa.authority_code) and k.used) as made,
       array(select k.name from known k
         where (k.tenant_id, k.authority_code) = (oa.organisation_id, oa.authority_code) and not k.used) as open
     from organisation_authority oa join organisation o on o.id = oa.organisation_id
     where o.kind = 'TENANT' order by oa.authority_code`,
  );
  return rows;
}

/**
 * Published figures of authorities and of England, to calibrate on: as they were first recorded, so that a return
 * made on a later day goes on from those made before, whatever has been published since.
 */
export async function selectPublished(client: PoolClient): Promise<PublishedFigure[]> {
  const { rows } = await client.query<PublishedFigure>(
    `select distinct on (o.area_code, i."key", o.period_end)
       o.area_code as area, i."key" as indicator, o.period_end::text as "endsOn", o.value
     from reference_observation o join indicator i on i.id = o.indicator_id
     where o.value is not null and o.period_end <= '2025-03-31'
       and o.area_code in (select authority_code from organisation_authority union all select 'E92000001')
     order by o.area_code, i."key", o.period_end, o.recorded_at`,
  );
  return rows;
}
