import type { Pool } from 'pg';
import type { Arranged } from '../sharing/agreements.ts';
import { arrangeAgreement, forgetAgreements } from '../sharing/agreements.ts';

export const codes = {
  derby: 'E06000015',
  derbyshire: 'E10000007',
  nottingham: 'E06000018',
  nottinghamshire: 'E10000024',
} as const;

type Name = keyof typeof codes;

/** An enquiry as a test says it; the hub holds it unless it says otherwise. Days are `YYYY-MM-DD`. */
export interface ArrangedEnquiry {
  /** Names it within the test, and is its reference. */
  readonly ref: string;
  /** Absent: attributed to nobody. */
  readonly of?: Name;
  /** Slug of the organisation that holds it. */
  readonly holder?: string;
  readonly source?: string;
  readonly campaign?: string;
  readonly type?: string;
  readonly backLoaded?: true;
  /** The reference of another of the same holder. */
  readonly duplicateOf?: string;
  readonly reapplicationOf?: string;
  readonly received: string;
  readonly answered?: string;
  readonly visited?: string;
  readonly applied?: string;
  readonly stage1?: string;
  readonly stage1End?: string;
  readonly approved?: string;
  readonly notApproved?: string;
  readonly withdrawn?: string;
  readonly withdrawnAt?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly holdSince?: string;
  /** Holds that are over: first day, and the day it went on. */
  readonly holds?: readonly (readonly [string, string])[];
  readonly own?: Readonly<Record<string, string>>;
}

/** Puts enquiries into the database as the superuser, each with the days that its events would have given it. */
export async function givenEnquiries(db: Pool, enquiries: readonly ArrangedEnquiry[]) {
  const rows = enquiries.map(({ of, ...enquiry }) => ({
    holder: 'd2n2',
    source: 'WEB',
    type: 'MAINSTREAM',
    ...enquiry,
    code: of ? codes[of] : null,
  }));
  await db.query(
    `insert into fostering_enquiry (tenant_id, id, consortium_code, authority_code, reference, source, campaign,
       household_type, back_loaded, duplicate_of, reapplication_of, received_on, first_response_on, initial_visit_on,
       application_on, stage1_start_on, stage1_end_on, approval_on, not_approved_on, withdrawn_on, withdrawn_at_stage,
       withdrawal_reason, withdrawn_by, hold_since, holds, held_days, own_stages, closed_on, synthetic, recorded_at)
     select o.id, md5(u.holder || u.ref)::uuid, 'd2n2', u.code, u.ref, u.source, u.campaign, u.type,
       coalesce(u."backLoaded", false), md5(u.holder || u."duplicateOf")::uuid, md5(u.holder || u."reapplicationOf")::uuid,
       u.received, u.answered, u.visited, u.applied, u.stage1, u."stage1End", u.approved, u."notApproved", u.withdrawn,
       u."withdrawnAt", u.reason, u.by, u."holdSince", u.holds,
       coalesce((select sum((h ->> 1)::date - (h ->> 0)::date) from jsonb_array_elements(u.holds) h), 0)::int, u.own,
       least(u.approved, u."notApproved", u.withdrawn), true, now()
     from jsonb_to_recordset($1::jsonb) as u(ref text, holder text, code text, source text, campaign text, type text,
       "backLoaded" boolean, "duplicateOf" text, "reapplicationOf" text, received date, answered date, visited date,
       applied date, stage1 date, "stage1End" date, approved date, "notApproved" date, withdrawn date, "withdrawnAt" text,
       reason text, by text, "holdSince" date, holds jsonb, own jsonb)
     join organisation o on o.slug = u.holder`,
    [JSON.stringify(rows)],
  );
}

/** Forgets every enquiry, and every agreement. */
export async function forgetEnquiries(db: Pool): Promise<void> {
  await db.query(
    'truncate fostering_enquiry, fostering_event, fostering_query, fostering_transfer, fostering_stage_set, fostering_stage cascade',
  );
  await forgetAgreements(db);
}

/** Derby and Nottingham show their hub records of fostering, and members what is released. */
export const arrangeFosteringRecords = (db: Pool, said: Partial<Arranged> = {}): Promise<void> =>
  arrangeAgreement(db, {
    id: 'd2000000-0000-4000-8000-00000000000f',
    reference: 'T/15',
    items: [
      { dataset: 'fostering', recipient: 'HUB', level: 'RECORDS', historyMonths: 24 },
      { dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED', historyMonths: 24 },
    ],
    ...said,
  });
