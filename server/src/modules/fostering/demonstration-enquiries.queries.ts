import type { PoolClient } from 'pg';
import type { MadeEnquiry } from './demonstration-enquiry.ts';
import { changedStages, stagesChangedOn } from './demonstration-stages.ts';

/** One seeding at a time: a second one waits for the first to finish. */
export async function lockSeeding(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('demonstration-fostering'))`);
}

/** True where all of a day was made up by an earlier start. */
export async function isMadeUntil(client: PoolClient, day: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select from platform_stamp where fostering_made_until >= $1::date',
    [day],
  );
  return rowCount !== 0;
}

/** Says that all of a day is made up: a start on it need not do so again. */
export async function keepMadeUntil(client: PoolClient, day: string): Promise<void> {
  await client.query('update platform_stamp set fostering_made_until = $1::date', [day]);
}

/** A hub that takes enquiries, and for whom. */
export interface SeededHub {
  readonly tenantId: string;
  readonly consortium: string;
  /** GSS codes. */
  readonly members: readonly string[];
}

/** The hub of a consortium with its members of a day; null where there is none. */
export async function selectHub(
  client: PoolClient,
  { consortium, day }: { readonly consortium: string; readonly day: string },
): Promise<SeededHub | null> {
  const { rows } = await client.query<SeededHub>(
    `select o.id as "tenantId", o.consortium_code as consortium, array(
       select m.authority_code::text from consortium_member m
       where m.consortium_code = o.consortium_code and m.joined_on <= $2::date
         and (m.left_on is null or m.left_on > $2::date)
       order by m.authority_code) as members
     from organisation o where o.kind = 'HUB' and o.consortium_code = $1`,
    [consortium, day],
  );
  return rows[0] ?? null;
}

/** An invented enquiry that is there. */
export interface KnownEnquiry {
  readonly id: string;
  readonly reference: string;
  /** True where nobody has done anything with it. */
  readonly untouched: boolean;
}

/** The invented enquiries that a hub holds. Every change counts a version, and so did each transfer that was invented. */
export async function selectKnown(client: PoolClient, hub: SeededHub): Promise<KnownEnquiry[]> {
  const { rows } = await client.query<KnownEnquiry>(
    `select e.id, e.reference, e.version = 1 + count(t.id) as untouched
     from fostering_enquiry e
     left join fostering_transfer t on t.tenant_id = e.tenant_id and t.enquiry_id = e.id and t.recorded_by is null
     where e.tenant_id = $1 group by e.id, e.reference, e.version`,
    [hub.tenantId],
  );
  return rows;
}

/** An invented enquiry with its ids. */
export interface IdentifiedEnquiry extends MadeEnquiry {
  readonly id: string;
  /** When it was entered (UTC). */
  readonly recordedAt: string;
}

/** Writes enquiries that are new, with how they passed between authorities and what is asked about them. */
export async function insertEnquiries(
  client: PoolClient,
  hub: SeededHub,
  { enquiries, at }: { readonly enquiries: readonly IdentifiedEnquiry[]; readonly at: Date },
): Promise<void> {
  const given = JSON.stringify(enquiries.map(({ events: _events, ...enquiry }) => enquiry));
  await client.query(
    `insert into fostering_enquiry (tenant_id, id, consortium_code, authority_code, reference, source, campaign, area,
       household_type, back_loaded, duplicate_of, reapplication_of, received_on, received_at, synthetic, version,
       recorded_at)
     select $2, id, $3, authority, reference, source, campaign, area, type, "backLoaded", "duplicateOf",
       "reapplicationOf", "receivedOn", "receivedAt", true, 1 + json_array_length(transfers), "recordedAt"
     from json_to_recordset($1) as given (id uuid, authority text, reference text, source text, campaign text, area text,
       type text, "backLoaded" boolean, "duplicateOf" uuid, "reapplicationOf" uuid, "receivedOn" date,
       "receivedAt" timestamptz, transfers json, "recordedAt" timestamptz)`,
    [given, hub.tenantId, hub.consortium],
  );
  await client.query(
    `insert into fostering_transfer (tenant_id, id, enquiry_id, from_authority_code, to_authority_code, "on", reason,
       version, recorded_at)
     select $2, gen_random_uuid(), given.id, made.value ->> 'from', made.value ->> 'to', (made.value ->> 'on')::date,
       made.value ->> 'reason', 1 + made.nth, least((made.value ->> 'on')::date + interval '15 hours', $3::timestamptz)
     from json_to_recordset($1) as given (id uuid, transfers json)
     cross join json_array_elements(given.transfers) with ordinality as made (value, nth)`,
    [given, hub.tenantId, at],
  );
}

/** Writes events that are not there yet; the database moves their enquiries on. */
export async function insertEvents(
  client: PoolClient,
  hub: SeededHub,
  { enquiries, at }: { readonly enquiries: readonly IdentifiedEnquiry[]; readonly at: Date },
): Promise<void> {
  const events = enquiries.flatMap(({ id, recordedAt, events: own }) =>
    own.map((event) => ({ ...event, enquiry: id, recordedAt })),
  );
  await client.query(
    `insert into fostering_event (tenant_id, id, enquiry_id, kind, happened_on, happened_at, reason, by_whom,
       stage_set_version, recorded_at)
     select $2, gen_random_uuid(), enquiry, kind, "on", "at", reason, "byWhom",
       case when "on" >= $4::date then 1 else 0 end, least(greatest("on" + interval '1 day 10 hours', "recordedAt"), $3::timestamptz)
     from json_to_recordset($1) as given (enquiry uuid, kind text, "on" date, "at" timestamptz, reason text, "byWhom" text,
       "recordedAt" timestamptz)
     on conflict (tenant_id, enquiry_id, kind, happened_on) where retracted_at is null do nothing`,
    [JSON.stringify(events), hub.tenantId, at, stagesChangedOn],
  );
}

/** Writes events that are held, where nothing was ever asked. */
export async function insertQueries(
  client: PoolClient,
  hub: SeededHub,
  { enquiries, at }: { readonly enquiries: readonly IdentifiedEnquiry[]; readonly at: Date },
): Promise<void> {
  const queries = enquiries.flatMap(({ id, queries: own }) =>
    own.map((query) => ({ ...query, enquiry: id })),
  );
  await client.query(
    `insert into fostering_query (tenant_id, id, enquiry_id, kind, happened_on, question, against, asked_at, answer,
       answered_at)
     select $2, gen_random_uuid(), enquiry, kind, "on", question, against,
       least("on" + interval '1 day 9 hours', $3::timestamptz - interval '1 hour'), answer, case when answer is not null then $3 end
     from json_to_recordset($1) as given (enquiry uuid, kind text, "on" date, question text, against text, answer text)
     where not exists (select from fostering_query known where known.tenant_id = $2)`,
    [JSON.stringify(queries), hub.tenantId, at],
  );
}

/** Writes the stages that the hub changed to, unless it has some. */
export async function insertStages(client: PoolClient, hub: SeededHub): Promise<void> {
  const { rowCount } = await client.query(
    `insert into fostering_stage_set (tenant_id, version, consortium_code, in_force_from, made_at)
     values ($1, 1, $2, $3::date, $3::date - interval '9 days 14 hours') on conflict do nothing`,
    [hub.tenantId, hub.consortium, stagesChangedOn],
  );
  if (rowCount === 0) return;
  const stages = changedStages.map(({ clock, ...stage }, index) => ({
    ...stage,
    ...clock,
    position: index + 1,
  }));
  await client.query(
    `insert into fostering_stage (tenant_id, version, code, position, title, definition, used, clock_from, clock_limit,
       clock_unit, standard)
     select $2, 1, code, position, title, definition, used, "from", "limit", unit, code not like 'OWN-%'
     from json_to_recordset($1) as given (code text, position smallint, title text, definition text, used boolean,
       "from" text, "limit" smallint, unit text)`,
    [JSON.stringify(stages), hub.tenantId],
  );
}
