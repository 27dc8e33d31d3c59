import type { Statement } from '../../platform/database.ts';

/**
 * What the database counts and decides of these returns; problems are counted for one's own only. A calendar asks of a
 * thousand, so what agreements say is worked out once and not for each.
 */
export const standingsOf = (ids: readonly string[]): Statement => ({
  name: 'return_standings',
  text: `
    with hubs as materialized (select * from hub_sight()),
      accepts as materialized (select app_accepts_since() as since)
    select r.id, coalesce(p.errors, 0)::int as errors, coalesce(p.queries, 0)::int as queries,
      coalesce(p.notes, 0)::int as notes, coalesce(p.unexplained, 0)::int as unexplained,
      exists (select from hubs h where h.giver_id = r.tenant_id and h.authority_code = r.authority_code
        and h.dataset = r.dataset and h.since <= r.period_end) as "hubAccepts",
      r.tenant_id <> app_tenant() and coalesce(
        r.period_end >= (accepts.since ->> (r.authority_code || r.dataset))::date, false) as "mayAccept",
      s.received as "receivedBy", case when r.submitted_by is not null then s.submitted end as "submittedBy",
      s.approved as "approvedBy"
    from "return" r cross join accepts
    left join lateral (
      select max(t.account) filter (where t.action = 'received') as received,
        (array_agg(t.account order by t.at desc) filter (where t.action = 'submitted'))[1] as submitted,
        (array_agg(t.account order by t.at desc) filter (where t.action = 'approved'))[1] as approved
      from return_step t where t.tenant_id = r.tenant_id and t.return_id = r.id) s on true
    left join lateral (
      select count(*) filter (where q.severity = 'ERROR') as errors,
        count(*) filter (where q.severity = 'QUERY') as queries,
        count(*) filter (where q.severity = 'NOTE') as notes,
        count(*) filter (where q.severity = 'QUERY' and q.explanation is null) as unexplained
      from return_problem q where q.tenant_id = r.tenant_id and q.return_id = r.id) p on true
    where r.id = any($1::uuid[])`,
  values: [ids],
});
