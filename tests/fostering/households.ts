import type { Pool } from 'pg';
import { codes, forgetEnquiries } from './arranged.ts';

/** Now, in every test of households. */
export const at = '2026-06-15T12:00:00Z';

export const derby = 'commissioner.derby';
export const nottingham = 'commissioner.nottingham';
export const hub = 'hub-manager.d2n2';

/** Forgets every household, target, forecast, enquiry and agreement. */
export async function forgetCapacity(db: Pool): Promise<void> {
  await db.query(
    `truncate fostering_constellation, fostering_place_state, fostering_household_change, fostering_household,
       fostering_target, fostering_forecast`,
  );
  await forgetEnquiries(db);
}

/** A household as a test says it; its authority holds it unless it says otherwise. Days are `YYYY-MM-DD`. */
export interface ArrangedHousehold {
  readonly ref: string;
  readonly of: keyof typeof codes;
  /** Slug of the organisation that holds it; absent: its authority. */
  readonly holder?: string;
  readonly type?: string;
  readonly approved?: string;
  readonly places?: number;
  readonly band?: string;
  readonly ethnicity?: string;
  readonly area?: string;
  readonly deregistered?: string;
  readonly reason?: string;
  /** How its places are used: from a day, filled, vacant, unavailable and why. */
  readonly states?: readonly (readonly [string, number, number, number, string?])[];
}

/** Puts households into the database as the superuser. */
export async function givenHouseholds(db: Pool, households: readonly ArrangedHousehold[]) {
  const rows = households.map((household) => ({
    type: 'MAINSTREAM',
    approved: '2024-05-01',
    places: 2,
    band: '45-54',
    ethnicity: 'WHITE',
    area: 'INSIDE',
    reason: household.deregistered ? 'VOLUNTARY' : null,
    holder: household.of,
    states: [],
    ...household,
    code: codes[household.of],
  }));
  await db.query(
    `with given as (
       select o.id as tenant_id, md5(h.holder || h.ref)::uuid as id, h.*
       from jsonb_to_recordset($1::jsonb) as h(ref text, code text, holder text, type text, approved date, places smallint,
         band text, ethnicity text, area text, deregistered date, reason text)
       join organisation o on o.slug = h.holder
     ), added as (
       insert into fostering_household (tenant_id, id, authority_code, reference, household_type, approved_on,
         places_approved, carers, youngest_carer_band, ethnicity, area, deregistered_on, deregistration_reason, synthetic,
         recorded_at)
       select tenant_id, id, code, ref, type, approved, places, 2, band, ethnicity, area, deregistered, reason, true, now()
       from given returning tenant_id, id
     )
     insert into fostering_household_change (tenant_id, id, household_id, authority_code, kind, changed_on, places_before,
       places_after, type_before, type_after, reason, recorded_at)
     select g.tenant_id, gen_random_uuid(), g.id, g.code, c.kind, c.changed_on, c.before, c.after, c.type_before, g.type,
       c.reason, now()
     from given g join added a on a.tenant_id = g.tenant_id and a.id = g.id
     cross join lateral (values
       ('APPROVED', g.approved, null::smallint, g.places, null::text, null::text),
       ('DEREGISTERED', g.deregistered, g.places, 0::smallint, g.type, g.reason)
     ) as c(kind, changed_on, before, after, type_before, reason)
     where c.changed_on is not null
     order by c.changed_on`,
    [JSON.stringify(rows)],
  );
  await db.query(
    `insert into fostering_place_state (tenant_id, household_id, authority_code, from_on, places_approved, filled, vacant,
       unavailable, unavailable_reason)
     select o.id, md5(h.holder || h.ref)::uuid, h.code, (s ->> 0)::date, h.places, (s ->> 1)::int, (s ->> 2)::int,
       (s ->> 3)::int, s ->> 4
     from jsonb_to_recordset($1::jsonb) as h(ref text, code text, holder text, places smallint, states jsonb)
     join organisation o on o.slug = h.holder
     cross join lateral jsonb_array_elements(h.states) as s`,
    [JSON.stringify(rows)],
  );
}
