import { Client } from 'pg';

/**
 * Adds invented enquiries, evenly over all authorities of England and five years up to 31 October 2026, each with the events of
 * its way: a stage for each step of one to eleven, and a withdrawal of some. Hubs hold those of their members; those of others
 * are of no consortium there is.
 *
 * It writes as the superuser, whom policies do not hold, and without triggers, so that days and events are made alike here.
 *
 * @returns how many enquiries and events were added.
 */
export async function addFunnelSet(
  superuserUrl: string,
  enquiries: number,
): Promise<{ readonly enquiries: number; readonly events: number }> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    const added = await client.query(addEnquiries, [enquiries]);
    const events = await client.query(addEvents);
    await client.query('vacuum (analyze, freeze) fostering_enquiry, fostering_event');
    return { enquiries: added.rowCount ?? 0, events: events.rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

/** In order of arrival, as they would have come. */
const addEnquiries = `
  insert into fostering_enquiry (tenant_id, id, consortium_code, authority_code, reference, source, campaign,
    household_type, back_loaded, received_on, first_response_on, initial_visit_on, application_on, stage1_start_on,
    stage1_end_on, stage2_start_on, stage2_end_on, panel_on, decision_on, approval_on, withdrawn_on, withdrawal_reason,
    withdrawn_by, closed_on, synthetic, recorded_at)
  select m.holder, gen_random_uuid(), m.consortium_code, case when h % 50 > 0 then m.authority_code end, 'B-' || n,
    (array['WEB', 'SOCIAL', 'CARER', 'EVENT', 'HUB', 'NK'])[1 + h % 6], case when h % 4 = 0 then 'C-' || h % 9 end,
    (array['MAINSTREAM', 'MAINSTREAM', 'MAINSTREAM', 'FAMILY-FRIENDS', 'SHORT-BREAKS'])[1 + h / 7 % 5], h % 97 = 0, r.day,
    case when s.steps > 1 then r.day + h % 4 end, case when s.steps > 2 then r.day + 12 end,
    case when s.steps > 3 then r.day + 40 end, case when s.steps > 4 then r.day + 50 end,
    case when s.steps > 5 then r.day + 95 end, case when s.steps > 6 then r.day + 100 end,
    case when s.steps > 7 then r.day + 170 end, case when s.steps > 8 then r.day + 190 end,
    case when s.steps > 9 then r.day + 196 end, case when s.steps > 10 then r.day + 200 end,
    s.left_on, case when s.left_on is not null then 'AW1' end, case when s.left_on is not null then 'HOUSEHOLD' end,
    least(s.left_on, case when s.steps > 10 then r.day + 200 end), true, r.day + interval '9 hours'
  from generate_series(1, $1::int) n
  cross join lateral (select abs(hashint4(n)) as h) g
  join (
    select coalesce(c.consortium_code, 'elsewhere') as consortium_code, a.code as authority_code,
      coalesce(o.id, md5(a.code)::uuid) as holder, row_number() over (order by a.code) - 1 as nth, count(*) over () as many
    from authority a
    left join consortium_member c on c.authority_code = a.code and c.left_on is null
    left join organisation o on o.slug = c.consortium_code) m on m.nth = h / 11 % m.many
  cross join lateral (select date '2021-11-01' + (n::bigint * 1826 / $1::int)::int as day) r
  cross join lateral (
    select 1 + h / 13 % 11 as steps, case when h % 10 < 4 and h / 13 % 11 < 10 then r.day + 202 end as left_on) s
  order by n`;

const addEvents = `
  insert into fostering_event (tenant_id, id, enquiry_id, kind, happened_on, reason, by_whom, stage_set_version, recorded_at)
  select e.tenant_id, gen_random_uuid(), e.id, v.kind, v.day, case when v.kind = 'WITHDRAWN' then e.withdrawal_reason end,
    case when v.kind = 'WITHDRAWN' then e.withdrawn_by end, 0, e.recorded_at
  from fostering_enquiry e
  cross join lateral (values ('RECEIVED', e.received_on), ('FIRST-RESPONSE', e.first_response_on),
    ('INITIAL-VISIT', e.initial_visit_on), ('APPLICATION', e.application_on), ('STAGE1-START', e.stage1_start_on),
    ('STAGE1-END', e.stage1_end_on), ('STAGE2-START', e.stage2_start_on), ('STAGE2-END', e.stage2_end_on),
    ('PANEL', e.panel_on), ('DECISION', e.decision_on), ('APPROVAL', e.approval_on), ('WITHDRAWN', e.withdrawn_on))
    as v(kind, day)
  where v.day is not null`;
