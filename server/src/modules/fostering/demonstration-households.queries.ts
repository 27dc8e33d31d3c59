import type { PoolClient } from 'pg';
import type { MadeHousehold } from './demonstration-household.ts';
import type { MadeConstellation } from './demonstration-plans.ts';

/** Writes households that are not there yet, each held by the organisation of its authority, with what became of them. */
export async function insertHouseholds(
  client: PoolClient,
  households: readonly MadeHousehold[],
  { hubId, at }: { readonly hubId: string; readonly at: Date },
): Promise<void> {
  const given = JSON.stringify(households);
  const { rows } = await client.query<{ id: string }>(
    `insert into fostering_household (tenant_id, id, authority_code, reference, enquiry_holder_id, enquiry_id,
       household_type, approved_on, places_approved, carers, youngest_carer_band, ethnicity, area, deregistered_on,
       deregistration_reason, synthetic, recorded_at)
     select oa.organisation_id, gen_random_uuid(), given.authority, given.reference, e.tenant_id, e.id, given.type,
       given."approvedOn", given.places, given.carers, given.youngest, given.ethnicity, given.area,
       given."deregisteredOn", given."deregistrationReason", true, $3
     from json_to_recordset($1) as given (authority text, reference text, enquiry text, type text, "approvedOn" date,
       places smallint, carers smallint, youngest text, ethnicity text, area text, "deregisteredOn" date,
       "deregistrationReason" text)
     join organisation_authority oa on oa.authority_code = given.authority
     left join fostering_enquiry e on e.tenant_id = $2 and e.reference = given.enquiry and e.approval_on is not null
       and e.authority_code = given.authority
     where given.enquiry is null or e.id is not null
     on conflict (tenant_id, reference) do nothing returning id`,
    [given, hubId, at],
  );
  const added = rows.map(({ id }) => id);
  // In the order of their days: a change comes after all that is known of the household.
  await client.query(
    `insert into fostering_household_change (tenant_id, id, household_id, authority_code, kind, changed_on, places_before,
       places_after, type_before, type_after, reason, recorded_at)
     select h.tenant_id, gen_random_uuid(), h.id, h.authority_code, change.kind, change.on_day, change.before, change.after,
       case when change.before is not null then h.household_type end, h.household_type, change.reason,
       least(change.on_day + interval '1 day 10 hours', $3::timestamptz)
     from json_to_recordset($1) as given (authority text, reference text, "placesAtFirst" smallint, "changedOn" date)
     join organisation_authority oa on oa.authority_code = given.authority
     join fostering_household h on h.tenant_id = oa.organisation_id and h.reference = given.reference
     cross join lateral (values
       ('APPROVED', h.approved_on, null::smallint, given."placesAtFirst", null),
       ('TERMS-CHANGED', given."changedOn", given."placesAtFirst", h.places_approved, null),
       ('DEREGISTERED', h.deregistered_on, h.places_approved, 0::smallint, h.deregistration_reason)
     ) as change (kind, on_day, before, after, reason)
     where h.id = any($2::uuid[]) and change.on_day is not null
     order by change.on_day`,
    [given, added, at],
  );
  await client.query(
    `insert into fostering_place_state (tenant_id, household_id, authority_code, from_on, places_approved, filled, vacant,
       unavailable, unavailable_reason)
     select h.tenant_id, h.id, h.authority_code, state."from", state.filled + state.vacant + state.unavailable, state.filled,
       state.vacant, state.unavailable, state.reason
     from json_to_recordset($1) as given (authority text, reference text, states json)
     join organisation_authority oa on oa.authority_code = given.authority
     join fostering_household h on h.tenant_id = oa.organisation_id and h.reference = given.reference
     cross join json_to_recordset(given.states) as state ("from" date, filled smallint, vacant smallint,
       unavailable smallint, reason text)
     where h.id = any($2::uuid[])
     order by state."from"`,
    [given, added],
  );
}

/** Ends households that are there and were deregistered since, unless somebody has touched them. */
export async function endHouseholds(
  client: PoolClient,
  households: readonly MadeHousehold[],
  at: Date,
): Promise<void> {
  await client.query(
    `with ended as (
       update fostering_household h set deregistered_on = given."deregisteredOn",
         deregistration_reason = given."deregistrationReason", version = h.version + 1
       from json_to_recordset($1) as given (authority text, reference text, "deregisteredOn" date,
         "deregistrationReason" text)
       join organisation_authority oa on oa.authority_code = given.authority
       where h.tenant_id = oa.organisation_id and h.reference = given.reference and h.synthetic and h.version = 1
         and h.deregistered_on is null
       returning h.*
     )
     insert into fostering_household_change (tenant_id, id, household_id, authority_code, kind, changed_on, places_before,
       places_after, type_before, type_after, reason, recorded_at)
     select h.tenant_id, gen_random_uuid(), h.id, h.authority_code, 'DEREGISTERED', h.deregistered_on, h.places_approved, 0,
       h.household_type, h.household_type, h.deregistration_reason, $2
     from ended h`,
    [JSON.stringify(households.filter(({ deregisteredOn }) => deregisteredOn !== null)), at],
  );
}

/** Writes Mockingbird constellations that are not there yet, around a household that is still approved. */
export async function insertConstellations(
  client: PoolClient,
  constellations: readonly MadeConstellation[],
  at: Date,
): Promise<void> {
  await client.query(
    `insert into fostering_constellation (tenant_id, id, authority_code, reference, hub_household_id, satellite_households,
       satellite_places, started_on, synthetic, recorded_at)
     select oa.organisation_id, gen_random_uuid(), given.authority, given.reference, h.id, given.households, given.places,
       given."startedOn", true, $2
     from json_to_recordset($1) as given (authority text, reference text, hub text, households smallint, places smallint,
       "startedOn" date)
     join organisation_authority oa on oa.authority_code = given.authority
     left join fostering_household h on h.tenant_id = oa.organisation_id and h.reference = given.hub
     on conflict (tenant_id, reference) do nothing`,
    [JSON.stringify(constellations), at],
  );
}
