import type { PoolClient } from 'pg';
import type { MadeReferral } from './demonstration-referrals.ts';

/** Authorities of the homes’ holders who have placement officers. */
export async function selectLooking(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ authority: string }>(
    `select oa.authority_code::text as authority from organisation_authority oa
     where exists (select from membership m
       where m.organisation_id = oa.organisation_id and m.role = 'placement-officer')
     order by 1`,
  );
  return rows.map(({ authority }) => authority);
}

/** Writes notes of those who have none, in the name of one of their placement officers. */
export async function insertReferrals(
  client: PoolClient,
  referrals: readonly MadeReferral[],
): Promise<void> {
  await client.query(
    `insert into referral_note (tenant_id, id, made_at, made_by, criteria, offered, offered_by, outcome, outcome_on, placed_by,
       placed_in, synthetic)
     select oa.organisation_id, gen_random_uuid(),
       (given.day::timestamp + make_interval(mins => given.minute)) at time zone 'Europe/London', officer.id, given.criteria,
       given.offered, given."offeredBy", given.outcome, given."outcomeOn", given."placedBy",
       case when given."placedBy" is not null then given.authority end, true
     from json_to_recordset($1) as given (authority text, day date, minute int, criteria jsonb, offered smallint,
       "offeredBy" jsonb, outcome text, "outcomeOn" date, "placedBy" text)
     join organisation_authority oa on oa.authority_code = given.authority
     cross join lateral (
       select min(m.account_id::text)::uuid as id from membership m
       where m.organisation_id = oa.organisation_id and m.role = 'placement-officer') officer
     where not exists (select from referral_note n where n.tenant_id = oa.organisation_id)`,
    [JSON.stringify(referrals)],
  );
}
