import { Client } from 'pg';

/**
 * PostGraphile answers what the schema holds, so it gets the comparison's figures as functions of SQL: the same paths
 * to the same rows as the server's own statement takes.
 */
export async function addPostgraphileFunctions(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(figuresBy('area', byArea));
    await client.query(figuresBy('period', byPeriod));
    await client.query(
      `grant execute on function figures_by_area, figures_by_period to exchange_app`,
    );
  } finally {
    await client.end();
  }
}

const figuresBy = (path: string, rows: string) => `
  create function figures_by_${path}(keys text[], authorities text[], periods int)
  returns setof reference_observation language sql stable parallel safe as $$
    with last_period as materialized (
      select i.id as indicator_id,
        (select p.ends_on from indicator_period p
         where p.indicator_id = i.id and exists (
           select from reference_observation o
           where o.indicator_id = i.id and o.period_end = p.ends_on and o.area_code = any(authorities)
             and o.value is not null and o.superseded_at is null)
         order by p.ends_on desc limit 1) as ends_on
      from indicator i where i.key = any(keys)
    ), span as materialized (
      select l.indicator_id, min(p.ends_on) as first_end, l.ends_on as last_end, array_agg(p.ends_on) as period_ends
      from last_period l
      cross join lateral (
        select q.ends_on from indicator_period q
        where q.indicator_id = l.indicator_id and q.ends_on <= l.ends_on
        order by q.ends_on desc limit periods
      ) p
      group by l.indicator_id, l.ends_on
    )
    select o.* from span s cross join lateral (${rows}) o
  $$`;

const byArea = `
  select o.* from unnest(authorities) as a(code) cross join lateral (
    select * from reference_observation o
    where o.indicator_id = s.indicator_id and o.area_code = a.code
      and o.period_end >= s.first_end and o.period_end + 0 <= s.last_end and o.superseded_at is null
    offset 0) o`;

const byPeriod = `
  select o.* from unnest(s.period_ends) as p(ends_on) cross join lateral (
    select * from reference_observation o
    where o.indicator_id = s.indicator_id and o.period_end = p.ends_on and o.superseded_at is null
    offset 0) o
  join unnest(authorities) as a(code) on a.code = o.area_code`;
