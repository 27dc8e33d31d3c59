import type { Statement } from '../../platform/database.ts';

/** What the database counts and decides of these returns; problems are counted for one's own only. */
export const standingsOf = (ids: readonly string[]): Statement => ({
  name: 'return_standings',
  text: `
    select r.id, coalesce(p.errors, 0)::int as errors, coalesce(p.queries, 0)::int as queries,
      coalesce(p.notes, 0)::int as notes, coalesce(p.unexplained, 0)::int as unexplained,
      hub_accepts(r.tenant_id, r.authority_code, r.dataset, r.period_end) as "hubAccepts",
      r.tenant_id <> app_tenant() and app_may_accept(r.authority_code, r.dataset, r.period_end) as "mayAccept",
      s.received as "receivedBy", case when r.submitted_by is not null then s.submitted end as "submittedBy",
      s.approved as "approvedBy"
    from "return" r
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
