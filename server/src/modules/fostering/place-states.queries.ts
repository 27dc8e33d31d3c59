import type { Statement } from '../../platform/database.ts';

/** How the places of a household are used from a day on, `YYYY-MM-DD`. */
export interface PlaceStateRow {
  readonly tenantId: string;
  readonly householdId: string;
  readonly authorityCode: string;
  readonly fromOn: string;
  readonly placesApproved: number;
  readonly filled: number;
  readonly vacant: number;
  readonly unavailable: number;
  readonly unavailableReason: string | null;
}

/** Writes how places are used; what was recorded of the same household and day is put right. */
export const storePlaceStates = (states: readonly PlaceStateRow[]): Statement => ({
  name: 'fostering_store_place_states',
  text: `
    insert into fostering_place_state (tenant_id, household_id, authority_code, from_on, places_approved, filled, vacant,
      unavailable, unavailable_reason)
    select "tenantId", "householdId", "authorityCode", "fromOn", "placesApproved", filled, vacant, unavailable,
      "unavailableReason"
    from jsonb_to_recordset($1::jsonb) as s("tenantId" uuid, "householdId" uuid, "authorityCode" text, "fromOn" date,
      "placesApproved" smallint, filled smallint, vacant smallint, unavailable smallint, "unavailableReason" text)
    order by "householdId", "fromOn"
    on conflict (tenant_id, household_id, from_on) do update
      set filled = excluded.filled, vacant = excluded.vacant, unavailable = excluded.unavailable,
        unavailable_reason = excluded.unavailable_reason`,
  values: [JSON.stringify(states)],
});
