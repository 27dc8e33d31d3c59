import type { Statement } from '../../platform/database.ts';

/** A household to be stored. Days are `YYYY-MM-DD`. */
export interface HouseholdToStore {
  readonly id: string;
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly reference: string;
  readonly enquiryHolderId: string | null;
  readonly enquiryId: string | null;
  readonly householdType: string;
  readonly approvedOn: string;
  readonly places: number;
  readonly carers: number;
  readonly youngestCarer: string;
  readonly ethnicity: string;
  readonly area: string;
  readonly deregisteredOn: string | null;
  readonly deregistrationReason: string | null;
}

// Thousands of rows have more values than a statement may have parameters.
const given = `jsonb_to_recordset($1::jsonb) as h(id uuid, "tenantId" uuid, "authorityCode" text, reference text,
      "enquiryHolderId" uuid, "enquiryId" uuid, "householdType" text, "approvedOn" date, places smallint, carers smallint,
      "youngestCarer" text, ethnicity text, area text, "deregisteredOn" date, "deregistrationReason" text)`;

/** Writes households; what they were approved for is written next, by `storeApprovals`. */
export const storeHouseholdRows = (
  households: readonly HouseholdToStore[],
  recordedAt: Date,
): Statement => ({
  name: 'fostering_store_households',
  text: `
    insert into fostering_household (tenant_id, id, authority_code, reference, enquiry_holder_id, enquiry_id, household_type,
      approved_on, places_approved, carers, youngest_carer_band, ethnicity, area, deregistered_on, deregistration_reason,
      recorded_at)
    select h."tenantId", h.id, h."authorityCode", h.reference, h."enquiryHolderId", h."enquiryId", h."householdType",
      h."approvedOn", h.places, h.carers, h."youngestCarer", h.ethnicity, h.area, h."deregisteredOn",
      h."deregistrationReason", $2
    from ${given}`,
  values: [JSON.stringify(households), recordedAt],
});

/** Writes what they were approved for, and that they are no more: in the order of their days. */
export const storeApprovals = (
  households: readonly HouseholdToStore[],
  recordedAt: Date,
): Statement => ({
  name: 'fostering_store_approvals',
  text: `
    insert into fostering_household_change (tenant_id, id, household_id, authority_code, kind, changed_on, places_before,
      places_after, type_before, type_after, reason, recorded_at)
    select h."tenantId", gen_random_uuid(), h.id, h."authorityCode", c.kind, c.changed_on, c.before, c.after, c.type_before,
      h."householdType", c.reason, $2
    from ${given}
    cross join lateral (values
      ('APPROVED', h."approvedOn", null::smallint, h.places, null::text, null::text),
      ('DEREGISTERED', h."deregisteredOn", h.places, 0::smallint, h."householdType", h."deregistrationReason")
    ) as c(kind, changed_on, before, after, type_before, reason)
    where c.changed_on is not null
    order by c.changed_on`,
  values: [JSON.stringify(households), recordedAt],
});
