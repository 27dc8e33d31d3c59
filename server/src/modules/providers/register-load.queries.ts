import type { PoolClient } from 'pg';
import type { AuthorityMiddle } from './boundaries.importer.ts';
import type { RegisterChange, StandingService } from './register-changes.ts';
import type { OwnersOfRegister } from './register-owners.ts';
import type { Inspection, RegisteredService } from './registered-service.ts';

/** What rows of a register are recorded as. */
export interface RegisterVintage {
  /** The day the register speaks for, `YYYY-MM-DD`. */
  readonly vintage: string;
  readonly sourceId: number;
  /** True for the fictitious register of a demonstration. */
  readonly synthetic: boolean;
}

async function write(client: PoolClient, text: string, values: readonly unknown[]) {
  const { rowCount } = await client.query(text, [...values]);
  return rowCount ?? 0;
}

/** Authorities by every name that Ofsted and the Department for Education give them. */
export async function selectNamedAuthorities(client: PoolClient) {
  const { rows } = await client.query<{ name: string; code: string }>(
    `select distinct name, authority_code::text as code from authority_name where publisher in ('Ofsted', 'DfE')`,
  );
  return rows;
}

/** Services as the platform has them, those that left included. */
export async function selectStanding(
  client: PoolClient,
  synthetic: boolean,
): Promise<StandingService[]> {
  const { rows } = await client.query<StandingService>(
    `select s.urn, s.status, p.name as owner, p.key as "ownerKey", replace(g.key, '-', '') as "group", s.name,
       s.authority_code as "authorityCode", s.area_text as "areaText", s.places, s.judgement
     from service s
     left join provider p on p.id = s.provider_id
     left join provider_group g on g.id = p.group_id
     where s.synthetic = $1`,
    [synthetic],
  );
  return rows;
}

const givenGroups = `json_to_recordset($1) as given ("key" text, "rolledUp" text, name text)`;
const givenProviders = `json_to_recordset($1) as given ("key" text, "group" text, name text, "companyNumber" text)`;

/** Writes groups, owners and spellings that are new or named anew. Keys stay as they were first given. */
export async function writeOwners(
  client: PoolClient,
  { groups, providers, spellings }: OwnersOfRegister,
  synthetic: boolean,
): Promise<void> {
  const groupRows = JSON.stringify(groups);
  await write(
    client,
    `update provider_group as known set name = given.name from ${givenGroups}
     where replace(known."key", '-', '') = given."rolledUp" and known.name <> given.name`,
    [groupRows],
  );
  await write(
    client,
    `insert into provider_group ("key", name, synthetic) select "key", name, $2 from ${givenGroups}
     where not exists (select from provider_group known where replace(known."key", '-', '') = given."rolledUp")
     order by "key"`,
    [groupRows, synthetic],
  );

  const providerRows = JSON.stringify(providers);
  await write(
    client,
    `update provider as known
     set group_id = g.id, name = given.name, company_number = coalesce(given."companyNumber", known.company_number)
     from ${givenProviders} join provider_group g on replace(g."key", '-', '') = given."group"
     where known."key" = given."key"
       and (known.group_id, known.name, known.company_number)
         is distinct from (g.id, given.name, coalesce(given."companyNumber", known.company_number))`,
    [providerRows],
  );
  await write(
    client,
    `insert into provider (group_id, "key", name, company_number, synthetic)
     select g.id, given."key", given.name, given."companyNumber", $2
     from ${givenProviders} join provider_group g on replace(g."key", '-', '') = given."group"
     where not exists (select from provider known where known."key" = given."key")
     order by given."key"`,
    [providerRows, synthetic],
  );
  await write(
    client,
    `insert into provider_name (provider_id, name)
     select p.id, given.name from json_to_recordset($1) as given (provider text, name text)
     join provider p on p."key" = given.provider
     on conflict do nothing`,
    [JSON.stringify(spellings)],
  );
}

/** Says whose own the given groups are; an empty list says nobody's. */
export async function writeInHouse(
  client: PoolClient,
  groups: readonly { readonly group: string; readonly authorities: readonly string[] }[],
): Promise<void> {
  const given = `json_to_recordset($1) as given ("group" text, authorities text[])
    join provider_group g on replace(g."key", '-', '') = given."group"`;
  const values = [JSON.stringify(groups)];
  await write(
    client,
    `delete from provider_in_house known using ${given}
     where known.group_id = g.id and known.authority_code <> all (given.authorities)`,
    values,
  );
  await write(
    client,
    `insert into provider_in_house (group_id, authority_code)
     select g.id, unnest(given.authorities) from ${given}
     on conflict do nothing`,
    values,
  );
}

/** A service ready for its table. */
export interface ServiceRow extends Omit<RegisteredService, 'owner' | 'inspection'> {
  /** Key of its owner. */
  readonly provider: string | null;
  /** Its name exactly as printed. */
  readonly ownerText: string | null;
  readonly inHouse: boolean;
  readonly judgement: string | null;
  readonly judgedOn: string | null;
}

const serviceColumns = `urn, provider_id, owner_text, provision_type, sector, status, authority_code, area_text, name,
  postcode_district, registered_on, places, age_from, age_to, needs, short_breaks_only, multi_building, premises, in_house,
  judgement, judged_on, left_on, source_id`;

/** Brings services into force as a register has them, and marks those it has no more. */
export async function writeServices(
  client: PoolClient,
  services: readonly ServiceRow[],
  { vintage, sourceId, synthetic }: RegisterVintage,
): Promise<void> {
  const values = [JSON.stringify(services), sourceId, synthetic];
  await write(
    client,
    `insert into service as known (${serviceColumns}, synthetic)
     select given.urn, p.id, given."ownerText", given."provisionType", given.sector, given.status, given."authorityCode", given."areaText",
       given.name, given."postcodeDistrict", given."registeredOn", given.places, given."ageFrom", given."ageTo",
       given.needs, given."shortBreaksOnly", given."multiBuilding", given.premises, given."inHouse", given.judgement,
       given."judgedOn", null, $2::int, $3::boolean
     from json_to_recordset($1) as given (urn text, provider text, "ownerText" text, "provisionType" provision_type,
       sector service_sector, status service_status, "authorityCode" text, "areaText" text, name text,
       "postcodeDistrict" text, "registeredOn" date, places int, "ageFrom" smallint, "ageTo" smallint, needs text[],
       "shortBreaksOnly" boolean, "multiBuilding" boolean, premises int, "inHouse" boolean, judgement judgement,
       "judgedOn" date)
     left join provider p on p."key" = given.provider
     order by given.urn
     on conflict (urn) do update set (${serviceColumns}) = (${excluded(serviceColumns)})
     where known.synthetic = excluded.synthetic
       and (${known(serviceColumns)}) is distinct from (${excluded(serviceColumns)})`,
    values,
  );
  await write(
    client,
    `update service set status = 'LEFT', left_on = $2
     where synthetic = $3 and status <> 'LEFT'
       and urn not in (select urn from json_to_recordset($1) as given (urn text))`,
    [values[0], vintage, synthetic],
  );
}

const known = (columns: string) => columns.replaceAll(/(\w+)(?=,|$)/g, 'known.$1');
const excluded = (columns: string) => columns.replaceAll(/(\w+)(?=,|$)/g, 'excluded.$1');

const givenInspections = `json_to_recordset($1) as given (urn text, "inspectedOn" date, kind inspection_kind,
  "publishedOn" date, overall judgement, protection judgement, leadership judgement)
  join service s on s.urn = given.urn`;

/** Keeps inspections of services on the register. What is known of an inspection already is kept as it is. */
export function addInspections(
  client: PoolClient,
  inspections: readonly Inspection[],
  sourceId: number,
): Promise<number> {
  return write(
    client,
    `insert into service_judgement (urn, inspected_on, kind, published_on, overall, protection, leadership, source_id)
     select given.urn, given."inspectedOn", given.kind, given."publishedOn", given.overall, given.protection,
       given.leadership, $2
     from ${givenInspections}
     order by given.urn, given."inspectedOn"
     on conflict do nothing`,
    [JSON.stringify(inspections), sourceId],
  );
}

/** Puts right what is known of inspections, where a newer register judges them otherwise. */
export function correctInspections(
  client: PoolClient,
  inspections: readonly Inspection[],
  sourceId: number,
): Promise<number> {
  return write(
    client,
    `update service_judgement as known
     set published_on = given."publishedOn", overall = given.overall, protection = given.protection,
       leadership = given.leadership, source_id = $2
     from ${givenInspections}
     where (known.urn, known.inspected_on, known.kind) = (given.urn, given."inspectedOn", given.kind)
       and (known.published_on, known.overall, known.protection, known.leadership)
         is distinct from (given."publishedOn", given.overall, given.protection, given.leadership)`,
    [JSON.stringify(inspections), sourceId],
  );
}

export function addChanges(
  client: PoolClient,
  changes: readonly RegisterChange[],
  { vintage, sourceId }: RegisterVintage,
): Promise<number> {
  return write(
    client,
    `insert into service_change (urn, kind, before, after, vintage, source_id)
     select urn, kind, before, after, $2, $3
     from rows from (json_to_recordset($1) as (urn text, kind service_change_kind, before text, after text))
       with ordinality as given (urn, kind, before, after, place)
     order by place`,
    [JSON.stringify(changes), vintage, sourceId],
  );
}

/** Where authorities lie; a newer boundary moves their middle. */
export function writePlaces(
  client: PoolClient,
  middles: readonly AuthorityMiddle[],
  sourceId: number,
): Promise<number> {
  return write(
    client,
    `insert into authority_place as known (authority_code, latitude, longitude, source_id)
     select authority, latitude, longitude, $2
     from json_to_recordset($1) as given (authority text, latitude float8, longitude float8)
     on conflict (authority_code) do update
       set latitude = excluded.latitude, longitude = excluded.longitude, source_id = excluded.source_id
       where (known.latitude, known.longitude, known.source_id)
         is distinct from (excluded.latitude, excluded.longitude, excluded.source_id)`,
    [JSON.stringify(middles), sourceId],
  );
}

/** Whether there is a register in force, and a place for authorities: a database of an earlier version has neither. */
export async function selectHasRegister(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    `select exists (select from service where not synthetic) and exists (select from authority_place) as has`,
  );
  return rows[0]?.has ?? false;
}
