import type { Pool, PoolClient } from 'pg';

/** An agreement as a test arranges it, whatever the state machine would say. Organisations by slug, days `YYYY-MM-DD`. */
export interface Arranged {
  readonly id: string;
  readonly version?: number;
  readonly consortium?: string;
  readonly reference?: string;
  readonly status?: string;
  readonly draftedBy?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly dpiaDatedOn?: string | null;
  readonly accessReviewMonths?: number;
  readonly accessReviewedOn?: string | null;
  readonly parties?: readonly { readonly organisation: string; readonly signed: boolean }[];
  readonly items?: readonly {
    readonly dataset: string;
    readonly recipient: string;
    readonly level: string;
    /** Unit: months; 60 if absent. */
    readonly historyMonths?: number;
  }[];
}

/** What an arranged agreement says unless a test says otherwise: hub and two members, fostering, in force in 2026. */
export const usual = {
  version: 1,
  consortium: 'd2n2',
  status: 'ACTIVE',
  draftedBy: 'd2n2',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  dpiaDatedOn: '2025-12-01',
  accessReviewMonths: 60,
  accessReviewedOn: null,
  parties: [
    { organisation: 'd2n2', signed: true },
    { organisation: 'derby', signed: true },
    { organisation: 'nottingham', signed: true },
  ],
  items: [
    { dataset: 'fostering', recipient: 'HUB', level: 'EXACT' },
    { dataset: 'fostering', recipient: 'MEMBERS', level: 'RELEASED' },
  ],
} as const;

/** Puts an agreement into the database as the superuser, whom no policy and no guard binds. */
export async function arrangeAgreement(db: Pool, arranged: Arranged): Promise<void> {
  const agreement = { reference: `T/${arranged.id.slice(0, 8)}`, ...usual, ...arranged };
  await db.query(
    `insert into sharing_agreement (id, version, consortium_code, reference, title, status, drafted_by, purposes,
       why_necessary, statutory_gateway, lawful_basis_article_6, categories_of_people, contains_special_category,
       contains_criminal, rights_contact, dpia_reference, dpia_dated_on, privacy_notice_urls, security_measures,
       breach_contact, breach_hours, retention, deletion_at_end, international_transfer, onward_sharing, audit_right,
       termination_notice, starts_on, ends_on, review_due_on, access_review_months, access_reviewed_on, created_at,
       changed_at, suspended_by)
     select $1, $2, $3, $4, 'A test', $5::agreement_status, o.id, '{comparison}', 'w', 's', 'l', '{children}', false,
       false, 'r', case when $7::date is not null then 'D' end, $7, '{}', 's', 'b', 24, 'r', 'd', 'none', 'none', 'a',
       't', $8, $9, $9, $10, $11, '2026-01-01', '2026-01-01', case when $5 = 'SUSPENDED' then o.id end
     from organisation o where o.slug = $6`,
    [
      agreement.id,
      agreement.version,
      agreement.consortium,
      agreement.reference,
      agreement.status,
      agreement.draftedBy,
      agreement.dpiaDatedOn,
      agreement.startsOn,
      agreement.endsOn,
      agreement.accessReviewMonths,
      agreement.accessReviewedOn,
    ],
  );
  await db.query(
    `insert into agreement_party (agreement_id, version, organisation_id, role, dpo_contact, signatory, signed_at, signed_by)
     select $1, $2, o.id, 'CONTROLLER', 'd', 's', case when p.signed then timestamptz '2026-01-01' end,
       case when p.signed then 'ig-lead.' || o.slug end
     from jsonb_to_recordset($3::jsonb) as p(organisation text, signed boolean)
     join organisation o on o.slug = p.organisation`,
    [agreement.id, agreement.version, JSON.stringify(agreement.parties)],
  );
  await db.query(
    `insert into agreement_item (agreement_id, version, dataset, recipient, level, granularity, minimum_count, rounding,
       history_months)
     select $1, $2, i.dataset, i.recipient, i.level, 'authority', 0, 1, coalesce(i."historyMonths", 60)
     from jsonb_to_recordset($3::jsonb) as i(dataset text, recipient sharing_recipient, level sharing_level,
       "historyMonths" smallint)`,
    [agreement.id, agreement.version, JSON.stringify(agreement.items)],
  );
}

/** Forgets every agreement there is. */
export const forgetAgreements = (db: Pool) => db.query('delete from sharing_agreement');

/** Runs statements as an account of the demonstration would through the server's own role; nothing of it is kept. */
export async function underPolicies<Result>(
  app: Pool,
  who: { readonly account: string; readonly at: string },
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await app.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('app.tenant', m.organisation_id::text, true), set_config('app.account', a.id::text, true),
         set_config('app.role', m.role, true), set_config('app.now', $2, true)
       from account a join membership m on m.account_id = a.id where a.name = $1`,
      [who.account, who.at],
    );
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Lets the server's role make tables of its own, as where it is not the database's owner who starts the server. */
export const allowTemporaryTables = (db: Pool) =>
  db.query(
    `do $$ begin execute format('grant temporary on database %I to exchange_app', current_database()); end $$`,
  );
