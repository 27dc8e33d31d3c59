import type { AuthorityRecord, RegionRecord } from '@sufficiency/shared/authorities/authority.ts';
import type { ConsortiumRecord } from '@sufficiency/shared/authorities/consortia.ts';
import type { Predecessor } from '@sufficiency/shared/authorities/predecessors.ts';
import type { PoolClient } from 'pg';
import type { NeighbourRow } from './neighbours.importer.ts';
import type { PopulationRow } from './population.importer.ts';

/** Runs one statement over rows sent as JSON; gives how many rows it wrote. Rows alike already are not written. */
async function write(
  client: PoolClient,
  text: string,
  rows: readonly object[],
  ...values: readonly unknown[]
): Promise<number> {
  const { rowCount } = await client.query(text, [JSON.stringify(rows), ...values]);
  return rowCount ?? 0;
}

export function writeRegions(client: PoolClient, regions: readonly RegionRecord[]) {
  return write(
    client,
    `insert into region as known (code, name)
     select code, name from json_to_recordset($1) as given (code text, name text)
     on conflict (code) do update set name = excluded.name where known.name <> excluded.name`,
    regions,
  );
}

export function writeAuthorities(client: PoolClient, authorities: readonly AuthorityRecord[]) {
  return write(
    client,
    `insert into authority as known (code, dfe_code, name, region_code)
     select code, "dfeCode", name, "regionCode"
     from json_to_recordset($1) as given (code text, "dfeCode" text, name text, "regionCode" text)
     on conflict (code) do update
       set dfe_code = excluded.dfe_code, name = excluded.name, region_code = excluded.region_code
       where (known.dfe_code, known.name, known.region_code)
         is distinct from (excluded.dfe_code, excluded.name, excluded.region_code)`,
    authorities,
  );
}

/** An authority's name as one publisher spells it. */
export interface NameRow {
  readonly publisher: string;
  readonly name: string;
  readonly authority: string;
}

export function writeNames(client: PoolClient, names: readonly NameRow[]) {
  return write(
    client,
    `insert into authority_name as known (publisher, name, authority_code)
     select publisher, name, authority
     from json_to_recordset($1) as given (publisher text, name text, authority text)
     on conflict (publisher, name) do update set authority_code = excluded.authority_code
       where known.authority_code <> excluded.authority_code`,
    names,
  );
}

export function writePredecessors(client: PoolClient, predecessors: readonly Predecessor[]) {
  return write(
    client,
    `insert into authority_predecessor as known
       (authority_code, predecessor_code, predecessor_name, ended_on, same_area)
     select authority, code, name, "endedOn", "sameArea" from json_to_recordset($1)
       as given (authority text, code text, name text, "endedOn" date, "sameArea" boolean)
     on conflict (authority_code, predecessor_code) do update set
       predecessor_name = excluded.predecessor_name, ended_on = excluded.ended_on, same_area = excluded.same_area
       where (known.predecessor_name, known.ended_on, known.same_area)
         is distinct from (excluded.predecessor_name, excluded.ended_on, excluded.same_area)`,
    predecessors,
  );
}

export async function writeConsortia(client: PoolClient, consortia: readonly ConsortiumRecord[]) {
  const named = await write(
    client,
    `insert into consortium as known (code, name)
     select code, name from json_to_recordset($1) as given (code text, name text)
     on conflict (code) do update set name = excluded.name where known.name <> excluded.name`,
    consortia,
  );
  const joined = await write(
    client,
    `insert into consortium_member (consortium_code, authority_code, joined_on)
     select code, member, "joinedOn"
     from json_to_recordset($1) as given (code text, members text[], "joinedOn" date), unnest(members) as member
     on conflict do nothing`,
    consortia,
  );
  return named + joined;
}

/** `model` is the year of the Department's model; earlier models are kept. */
export function writeNeighbours(
  client: PoolClient,
  neighbours: readonly NeighbourRow[],
  model: number,
) {
  return write(
    client,
    `insert into statistical_neighbour as known (model, authority_code, position, neighbour_code, closeness)
     select $2::smallint, authority, position, neighbour, closeness from json_to_recordset($1)
       as given (authority text, position smallint, neighbour text, closeness text)
     on conflict (model, authority_code, position) do update
       set neighbour_code = excluded.neighbour_code, closeness = excluded.closeness
       where (known.neighbour_code, known.closeness) is distinct from (excluded.neighbour_code, excluded.closeness)`,
    neighbours,
    model,
  );
}

export function writePopulation(
  client: PoolClient,
  estimates: readonly PopulationRow[],
  sourceId: number,
) {
  return write(
    client,
    `insert into population_estimate as known (area_code, year, children, symbol, source_id)
     select area, year, children, symbol, $2 from json_to_recordset($1)
       as given (area text, year smallint, children integer, symbol char(1))
     on conflict (area_code, year) do update
       set children = excluded.children, symbol = excluded.symbol, source_id = excluded.source_id
       where (known.children, known.symbol, known.source_id)
         is distinct from (excluded.children, excluded.symbol, excluded.source_id)`,
    estimates,
    sourceId,
  );
}

interface GroupRow {
  readonly code: string;
  readonly members: string[];
}

/** GSS codes of today's members, by consortium. */
export async function selectConsortiumMembers(client: PoolClient): Promise<Map<string, string[]>> {
  const { rows } = await client.query<GroupRow>(
    `select consortium_code as code, array_agg(authority_code::text order by authority_code) as members
     from consortium_member where left_on is null group by consortium_code`,
  );
  return new Map(rows.map(({ code, members }) => [code, members]));
}

/** GSS codes of the ten neighbours of the newest model, nearest first, by authority. */
export async function selectNeighbours(client: PoolClient): Promise<Map<string, string[]>> {
  const { rows } = await client.query<GroupRow>(
    `select authority_code as code, array_agg(neighbour_code::text order by position) as members
     from statistical_neighbour
     where model = (select max(model) from statistical_neighbour)
     group by authority_code`,
  );
  return new Map(rows.map(({ code, members }) => [code, members]));
}
