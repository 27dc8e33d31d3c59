import type { PoolClient } from 'pg';
import type { ListedService } from './demonstration-home.ts';
import type { MadeHome } from './demonstration-homes.ts';
import { dayNumber } from './demonstration-rhythm.ts';

/** One seeding at a time; from here on the loader says itself what homes’ counts, events and blocks are. */
export async function beginLoading(client: PoolClient, now: Date): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('demonstration-beds'))`);
  await client.query(
    `select set_config('app.loading_beds', 'yes', true), set_config('app.now', $1, true)`,
    [now.toISOString()],
  );
}

/** From here on the database works counts, events and blocks out, as for everybody. */
export async function endLoading(client: PoolClient): Promise<void> {
  await client.query(`select set_config('app.loading_beds', 'no', true)`);
}

/** Services of the fictitious register that are homes, in the areas that a tenant answers for. */
export async function selectServices(client: PoolClient): Promise<readonly ListedService[]> {
  const { rows } = await client.query<ListedService>(
    `select s.urn, s.authority_code::text as authority, s.provision_type = 'SUPPORTED_ACCOMMODATION' as "isSupported",
       s.places, coalesce(s.age_from, 0)::int as "ageFrom", coalesce(s.age_to, 17)::int as "ageTo", s.needs,
       to_char(s.registered_on, 'YYYY-MM-DD') as "registeredOn",
       (select min(m.consortium_code) from consortium_member m where m.authority_code = s.authority_code) as consortium,
       (select min(c.authority_code)::text from block_contract_service b
        join block_contract c on c.tenant_id = b.tenant_id and c.id = b.contract_id
        where b.urn = s.urn and c.synthetic and c.beds = s.places) as "blockOf",
       p.latitude, p.longitude
     from service s
     join organisation_authority oa on oa.authority_code = s.authority_code
     left join authority_place p on p.authority_code = s.authority_code
     where s.synthetic and s.status <> 'LEFT' and s.places > 0
       and s.provision_type in ('CHILDRENS_HOME', 'SUPPORTED_ACCOMMODATION')
     order by s.urn`,
  );
  return rows;
}

/** A home that is there. */
export interface KnownHome {
  readonly urn: string;
  /** The day on which it last confirmed, `YYYY-MM-DD`. */
  readonly confirmedOn: string | null;
  /** True while nobody but the loader has said anything of it. */
  readonly untouched: boolean;
}

export async function selectKnown(client: PoolClient): Promise<readonly KnownHome[]> {
  const { rows } = await client.query<KnownHome>(
    `select h.urn, to_char(h.confirmed_at at time zone 'Europe/London', 'YYYY-MM-DD') as "confirmedOn",
       not exists (
         select from home_event e
         where e.tenant_id = h.tenant_id and e.home_id = h.id and e.by_kind <> 'LOADER') as untouched
     from home h where h.synthetic`,
  );
  return rows;
}

/** Columns of counts, as a record of JSON has them. */
const countColumns = `registered smallint, operational smallint, usable smallint, occupied smallint, reserved smallint,
  accepting smallint, closed smallint, "closedLost" smallint`;
const counts = (of: string) =>
  `${of}.registered, ${of}.operational, ${of}.usable, ${of}.occupied, ${of}.reserved, ${of}.accepting, ${of}.closed,
   ${of}."closedLost"`;
/** All places of a home are one authority’s block, or none is. */
const openOf = (of: string) => `case when given."blockOf" is null then ${of}.accepting else 0 end`;
/** When something was said on a day. */
const at = (day: string) =>
  `(${day}::timestamp + make_interval(mins => given.minute)) at time zone 'Europe/London'`;

/** Writes homes that are not there yet: what they are, their places, and all that was said of them. */
export async function insertHomes(
  client: PoolClient,
  homes: readonly MadeHome[],
  { day, at: now }: { readonly day: string; readonly at: Date },
): Promise<void> {
  if (homes.length === 0) return;
  const last = homes.map((home) => ({
    ...home,
    version: home.events.length,
    now: home.events.at(-1),
    reservedUntil: home.places.flatMap((place) => place.reservedUntil ?? []).sort()[0],
    places: undefined,
    runs: undefined,
    events: undefined,
  }));
  await client.query(
    `insert into home (tenant_id, id, urn, synthetic, provider_id, authority_code, provision_type, in_house, name, age_from,
       age_to, genders, needs, education, siblings, solo, emergency, notice_days, short_breaks, spot, registered,
       operational, usable, occupied, reserved, accepting, closed, closed_lost, accepting_open, closed_by_reason,
       reserved_until, confirmed_at, confirmed_by_kind, version, changed_at)
     select oa.organisation_id, gen_random_uuid(), s.urn, true, s.provider_id, s.authority_code, s.provision_type,
       given."inHouse", given.name, given."ageFrom", given."ageTo", given.genders, given.needs, given.education,
       given.siblings, given.solo, given.emergency, given."noticeDays", given."shortBreaks", given.spot,
       ${counts('said')}, ${openOf('said')}, said."closedByReason",
       given."reservedUntil", ${at('given."confirmedOn"')}, 'LOADER', given.version, least(${at('given."confirmedOn"')}, $2::timestamptz)
     from json_to_recordset($1) as given (urn text, "inHouse" boolean, name text, "ageFrom" smallint, "ageTo" smallint,
       genders text, needs text[], education boolean, siblings boolean, solo boolean, emergency boolean,
       "noticeDays" smallint, "shortBreaks" boolean, spot boolean, "blockOf" text, "confirmedOn" date, minute int,
       version int, now json, "reservedUntil" date)
     join service s on s.urn = given.urn and s.synthetic
     join organisation_authority oa on oa.authority_code = s.authority_code
     cross join lateral json_to_record(given.now) as said (${countColumns}, "closedByReason" jsonb)`,
    [JSON.stringify(last), now],
  );
  await insertPlaces(client, homes);
  await insertEvents(client, homes);
  await insertDays(client, homes, day);
}

async function insertPlaces(client: PoolClient, homes: readonly MadeHome[]): Promise<void> {
  const given = homes.map(({ urn, blockOf, places, latitude, longitude }) => ({
    ...{ urn, blockOf, places, latitude, longitude },
  }));
  await client.query(
    `insert into home_place (tenant_id, home_id, number, state, reason, reserved_until, block_authority_code)
     select h.tenant_id, h.id, p.number, p.state, p.reason, p."reservedUntil", given."blockOf"
     from json_to_recordset($1) as given (urn text, "blockOf" text, places json)
     join home h on h.urn = given.urn and h.synthetic
     cross join lateral json_to_recordset(given.places) as p (number smallint, state text, reason text,
       "reservedUntil" date)`,
    [JSON.stringify(given)],
  );
  await client.query(
    `insert into home_location (tenant_id, home_id, latitude, longitude)
     select h.tenant_id, h.id, given.latitude, given.longitude
     from json_to_recordset($1) as given (urn text, latitude float8, longitude float8)
     join home h on h.urn = given.urn and h.synthetic
     where given.latitude is not null`,
    [JSON.stringify(given.map((home) => ({ ...home, places: undefined })))],
  );
}

async function insertEvents(client: PoolClient, homes: readonly MadeHome[]): Promise<void> {
  const given = homes.map(({ urn, minute, blockOf, events }) => ({ urn, minute, blockOf, events }));
  await client.query(
    `insert into home_event (tenant_id, home_id, version, authority_code, provider_id, at, by_kind, kind, registered,
       operational, usable, occupied, reserved, accepting, closed, closed_lost, accepting_open, closed_by_reason, confirmed_at)
     select h.tenant_id, h.id, said.version, h.authority_code, h.provider_id, ${at('said.day')}, 'LOADER', said.kind,
       ${counts('said')}, ${openOf('said')}, said."closedByReason", ${at('said.day')}
     from json_to_recordset($1) as given (urn text, minute int, "blockOf" text, events json)
     join home h on h.urn = given.urn and h.synthetic
     cross join lateral rows from (
       json_to_recordset(given.events) as (day date, kind text, ${countColumns}, "closedByReason" jsonb)
     ) with ordinality as said (day, kind, registered, operational, usable, occupied, reserved, accepting, closed,
       "closedLost", "closedByReason", version)`,
    [JSON.stringify(given)],
  );
  // The block of a home is what the home is.
  await client.query(
    `insert into home_block (tenant_id, home_id, block_authority_code, from_at, to_at, authority_code, places, occupied,
       accepting)
     select tenant_id, home_id, block, at, lead(at) over home, authority_code, registered, occupied, accepting
     from (
       select e.*, given.block, (e.registered, e.occupied, e.accepting) is distinct from
         lag((e.registered, e.occupied, e.accepting)) over (partition by e.tenant_id, e.home_id order by e.version) as changed
       from json_to_recordset($1) as given (urn text, block text)
       join home h on h.urn = given.urn and h.synthetic
       join home_event e on e.tenant_id = h.tenant_id and e.home_id = h.id
     ) said
     where changed
     window home as (partition by tenant_id, home_id order by version)`,
    [
      JSON.stringify(
        homes.flatMap(({ urn, blockOf }) => (blockOf === null ? [] : [{ urn, block: blockOf }])),
      ),
    ],
  );
}

/** Writes how homes stood at the end of every day until yesterday; of short-break homes also their nights. */
async function insertDays(
  client: PoolClient,
  homes: readonly MadeHome[],
  day: string,
): Promise<void> {
  const end = dayNumber(day);
  const given = homes.map(({ urn, since, lags, blockOf, runs }) => ({
    ...{ urn, since, lags, blockOf },
    // Nothing was said since: it is taken to have stayed so.
    runs: runs.map(({ from, ...run }, nth) => ({
      ...run,
      from,
      to: (runs[nth + 1]?.from ?? end) - 1,
    })),
  }));
  await client.query(
    `insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
       reserved, accepting, closed, closed_lost, accepting_open, confirmed_on)
     select h.tenant_id, h.id, date '1970-01-01' + nth, h.authority_code, h.provider_id, ${counts('run')},
       ${openOf('run')}, greatest(given.since, date '1970-01-01' + nth - given.lags[1 + nth % cardinality(given.lags)])
     from json_to_recordset($1) as given (urn text, since date, lags int[], "blockOf" text, runs json)
     join home h on h.urn = given.urn and h.synthetic
     cross join lateral json_to_recordset(given.runs) as run ("from" int, "to" int, ${countColumns})
     cross join lateral generate_series(run."from", run."to") as nth`,
    [JSON.stringify(given)],
  );
  await client.query(
    `insert into home_night (tenant_id, home_id, night, authority_code, provider_id, capacity, used)
     select d.tenant_id, d.home_id, d.day, d.authority_code, d.provider_id, d.usable - d.closed, d.occupied
     from json_to_recordset($1) as given (urn text)
     join home h on h.urn = given.urn and h.synthetic and h.short_breaks
     join home_day d on d.tenant_id = h.tenant_id and d.home_id = h.id`,
    [JSON.stringify(homes.map(({ urn }) => ({ urn })))],
  );
}

/** Lets homes say how their places are now. */
export async function updatePlaces(client: PoolClient, homes: readonly MadeHome[]): Promise<void> {
  if (homes.length === 0) return;
  await client.query(
    `update home_place p set state = said.state, reason = said.reason, reserved_until = said."reservedUntil"
     from json_to_recordset($1) as given (urn text, places json)
     join home h on h.urn = given.urn and h.synthetic
     cross join lateral json_to_recordset(given.places) as said (number smallint, state text, reason text,
       "reservedUntil" date)
     where p.tenant_id = h.tenant_id and p.home_id = h.id and p.number = said.number`,
    [JSON.stringify(homes.map(({ urn, places }) => ({ urn, places })))],
  );
}
