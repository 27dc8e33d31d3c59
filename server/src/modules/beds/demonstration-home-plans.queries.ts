import type { PoolClient } from 'pg';
import type { MadePlan } from './demonstration-home-plans.ts';

/** Writes plans of holders who have none. */
export async function insertPlans(
  client: PoolClient,
  plans: readonly MadePlan[],
  at: Date,
): Promise<void> {
  const given = JSON.stringify(plans);
  const columns = `authority text, urn text, reference text, kind text, places smallint, "effectiveOn" date, stage text,
    cost numeric, risk text, "riskReason" text, stages json`;
  await client.query(
    `insert into home_plan (tenant_id, id, authority_code, home_id, reference, kind, places, effective_on, stage, cost, risk,
       risk_reason, synthetic, changed_at)
     select oa.organisation_id, gen_random_uuid(), given.authority, h.id, given.reference, given.kind, given.places,
       given."effectiveOn", given.stage, given.cost, given.risk, given."riskReason", true, $2
     from json_to_recordset($1) as given (${columns})
     join organisation_authority oa on oa.authority_code = given.authority
     left join home h on h.tenant_id = oa.organisation_id and h.urn = given.urn
     where (given.urn is null or h.id is not null)
       and not exists (select from home_plan p where p.tenant_id = oa.organisation_id)
     on conflict do nothing`,
    [given, at],
  );
  await client.query(
    `insert into home_plan_stage (tenant_id, plan_id, stage, planned_on, done_on)
     select p.tenant_id, p.id, of.stage, of."plannedOn", of."doneOn"
     from json_to_recordset($1) as given (${columns})
     join organisation_authority oa on oa.authority_code = given.authority
     join home_plan p on p.tenant_id = oa.organisation_id and p.reference = given.reference and p.synthetic
       and p.authority_code = given.authority
     cross join lateral json_to_recordset(given.stages) as of (stage text, "plannedOn" date, "doneOn" date)
     on conflict do nothing`,
    [given],
  );
}
