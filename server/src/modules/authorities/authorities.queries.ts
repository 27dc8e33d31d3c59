import type { Statement } from '../../platform/database.ts';

export interface AuthorityRow {
  readonly code: string;
  readonly name: string;
  readonly dfe_code: string;
  readonly region_code: string;
  readonly region_name: string;
  /** Codes its area had before. */
  readonly before: readonly string[];
}

/** Authorities by name. */
export const allAuthorities: Statement = {
  name: 'all_authorities',
  text: `
    select a.code, a.name, a.dfe_code, a.region_code, r.name as region_name,
      array(select p.predecessor_code::text from authority_predecessor p
            where p.authority_code = a.code and p.same_area) as before
    from authority a
    join region r on r.code = a.region_code
    order by a.name`,
  values: [],
};

export interface ConsortiumRow {
  readonly code: string;
  readonly name: string;
  readonly hub: string | null;
  /** Every membership there was or will be. Days are `YYYY-MM-DD`. */
  readonly members: readonly {
    readonly code: string;
    readonly joined: string;
    readonly left: string | null;
  }[];
}

/** Consortia by name, with all who ever were members. */
export const allConsortia: Statement = {
  name: 'all_consortia',
  text: `
    select c.code, c.name,
      (select min(o.name) from organisation o where o.consortium_code = c.code and o.kind = 'HUB') as hub,
      (select coalesce(json_agg(json_build_object(
         'code', m.authority_code, 'joined', m.joined_on, 'left', m.left_on)), '[]')
       from consortium_member m where m.consortium_code = c.code) as members
    from consortium c
    order by c.name`,
  values: [],
};

export interface NeighbourRow {
  readonly authority_code: string;
  readonly position: number;
  readonly neighbour_code: string;
  readonly closeness: string;
}

/** Statistical neighbours in the newest model, nearest first. */
export const newestNeighbours: Statement = {
  name: 'newest_neighbours',
  text: `
    select authority_code, position, neighbour_code, closeness
    from statistical_neighbour
    where model = (select max(model) from statistical_neighbour)
    order by authority_code, position`,
  values: [],
};

export interface PopulationRow {
  readonly area_code: string;
  readonly year: number;
  /** Unit: children. */
  readonly children: number | null;
  readonly symbol: string | null;
  readonly source_id: number;
}

/** The newest mid-year estimate of every area, as this viewer may see it. */
export const newestPopulations: Statement = {
  name: 'newest_populations',
  text: `
    select distinct on (area_code) area_code, year, children, symbol, source_id
    from population_estimate
    order by area_code, year desc`,
  values: [],
};
