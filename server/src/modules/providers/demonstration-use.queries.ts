import type { PoolClient } from 'pg';
import type { MadeContract } from './demonstration-contracts.ts';
import type { MadeUse } from './demonstration-use.ts';

/** Writes block contracts that are not there yet, with their extensions and prices, and their months. */
export async function insertContracts(
  client: PoolClient,
  contracts: readonly MadeContract[],
  at: Date,
): Promise<void> {
  const given = JSON.stringify(contracts);
  const contract = `join organisation_authority oa on oa.authority_code = given.authority
     join block_contract c on c.tenant_id = oa.organisation_id and c.authority_code = given.authority
       and c.reference = given.reference and c.synthetic`;
  const { rows } = await client.query<{ id: string }>(
    `insert into block_contract (tenant_id, id, authority_code, reference, provider_id, beds, starts_on, ends_on,
       notice_months, decision_lead_months, synthetic, changed_at)
     select oa.organisation_id, gen_random_uuid(), given.authority, given.reference, p.id, given.beds, given."startsOn",
       given."endsOn", given."noticeMonths", given."decisionLeadMonths", true, $2
     from json_to_recordset($1) as given (authority text, reference text, provider text, beds smallint, "startsOn" date,
       "endsOn" date, "noticeMonths" smallint, "decisionLeadMonths" smallint)
     join organisation_authority oa on oa.authority_code = given.authority
     join provider p on p.name = given.provider and p.synthetic
     where not exists (
       select from block_contract known where known.tenant_id = oa.organisation_id
         and known.authority_code = given.authority and known.reference = given.reference)
     returning id`,
    [given, at],
  );
  const added = rows.map(({ id }) => id);
  await client.query(
    `insert into block_contract_service (tenant_id, contract_id, urn, synthetic)
     select c.tenant_id, c.id, given.urn, true
     from json_to_recordset($1) as given (authority text, reference text, urn text) ${contract}
     where c.id = any($2::uuid[])`,
    [given, added],
  );
  await client.query(
    `insert into block_contract_extension (tenant_id, contract_id, nth, months, decide_by_months)
     select c.tenant_id, c.id, nth, 12, 6
     from json_to_recordset($1) as given (authority text, reference text, extensions smallint) ${contract}
     cross join generate_series(1, given.extensions) as nth
     where c.id = any($2::uuid[])`,
    [given, added],
  );
  await client.query(
    `insert into block_contract_price (tenant_id, contract_id, weekly_price, spot_weekly_price)
     select c.tenant_id, c.id, given."weeklyPrice", given."spotWeeklyPrice"
     from json_to_recordset($1) as given (authority text, reference text, "weeklyPrice" numeric,
       "spotWeeklyPrice" numeric) ${contract}
     where c.id = any($2::uuid[])`,
    [given, added],
  );
  await client.query(
    `insert into block_contract_month (tenant_id, contract_id, month, month_end, beds, occupied, void_days)
     select c.tenant_id, c.id, m.month, m."monthEnd", m.beds, m.occupied, m."voidDays"
     from json_to_recordset($1) as given (authority text, reference text, months json) ${contract}
     cross join json_to_recordset(given.months) as m (month text, "monthEnd" date, beds smallint, occupied smallint,
       "voidDays" smallint)
     on conflict do nothing`,
    [given],
  );
}

/** Writes whom authorities’ children live with, and what it costs. */
export async function insertUse(client: PoolClient, uses: readonly MadeUse[]): Promise<void> {
  await client.query(
    `with given as materialized (
       select oa.organisation_id as tenant_id, gen_random_uuid() as id, p.id as provider_id, u.*
       from json_to_recordset($1) as u (authority text, month text, "monthEnd" date, provider text, urn text, host text,
         service text, sourcing text, placements smallint, "weeklyCost" numeric)
       join organisation_authority oa on oa.authority_code = u.authority
       join provider p on p.name = u.provider and p.synthetic
     ), used as (
       insert into provider_use (tenant_id, id, authority_code, month, month_end, provider_id, urn, host_authority_code,
         service, sourcing, placements, synthetic)
       select tenant_id, id, authority, month, "monthEnd", provider_id, urn, host, service, sourcing, placements, true
       from given
     )
     insert into provider_use_price (tenant_id, use_id, weekly_cost, synthetic)
     select tenant_id, id, "weeklyCost", true from given`,
    [JSON.stringify(uses)],
  );
}
