import type pg from 'pg';
import type { Clock } from '../../platform/clock.ts';

/**
 * What each consortium of a demonstration has: one release for everybody to look at, and one for its hub to publish; and where
 * all members agreed to release costs, those with fees of lots.
 */
const plans = [
  { dataset: 'placements', audience: 'REVIEWERS', publishWhenReady: true, nth: 2 },
  { dataset: 'fostering', audience: 'MEMBERS', publishWhenReady: false, nth: 2 },
  {
    dataset: 'costs',
    audience: 'MEMBERS',
    publishWhenReady: true,
    nth: 1,
    consortium: 'west-midlands',
  },
] as const;

/**
 * Asks for the releases of a demonstration, in the name of its hubs' analysts, once: the worker builds them in the
 * background. Each is of the last month for which every member has filed, or the one before.
 *
 * @param pool connected as the loader role, after the returns.
 */
export async function seedReleases({
  pool,
  clock,
}: {
  readonly pool: pg.Pool;
  readonly clock: Clock;
}): Promise<void> {
  await pool.query(
    `with plan as (
       select * from jsonb_to_recordset($1::jsonb) as p(dataset text, audience release_audience, "publishWhenReady" boolean,
         nth int, consortium text)
     ), member as (
       select consortium_code, authority_code, count(*) over (partition by consortium_code) as members
       from consortium_member where joined_on <= app_today() and (left_on is null or left_on > app_today())
     ), filed as (
       select m.consortium_code, r.dataset, r.period, r.period_end,
         row_number() over (partition by m.consortium_code, r.dataset order by r.period_end desc) as nth
       from "return" r join member m on m.authority_code = r.authority_code
       where r.status = 'ACCEPTED'
       group by m.consortium_code, r.dataset, r.period, r.period_end
       having count(distinct r.authority_code) = max(m.members)
     )
     insert into release (tenant_id, id, consortium_code, dataset, period, period_end, audience, version, status,
       minimum_count, rounding, synthetic, requested_at, requested_by, requested_role, publish_when_ready, contributors)
     select hub.id, gen_random_uuid(), f.consortium_code, f.dataset, f.period, f.period_end, p.audience, 1, 'BUILDING',
       8, 5, true, $2, analyst.name, 'hub-analyst', p."publishWhenReady", '{}'
     from plan p
     join filed f on f.dataset = p.dataset and f.nth = p.nth and f.consortium_code = coalesce(p.consortium, f.consortium_code)
     join organisation hub on hub.kind = 'HUB' and hub.consortium_code = f.consortium_code
     join account analyst on analyst.name = 'hub-analyst.' || hub.slug and analyst.synthetic
     where not exists (select from release r where r.tenant_id = hub.id)`,
    [JSON.stringify(plans), clock.now()],
  );
}
