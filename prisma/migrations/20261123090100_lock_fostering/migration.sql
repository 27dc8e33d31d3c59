-- Who sees enquiries, who writes them, and that an enquiry's days are what its events say.

alter table fostering_enquiry
  -- Never a name, an address or a telephone number.
  add constraint fostering_enquiry_reference check (
    reference ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' and reference ~ '[0-9]'
    and regexp_replace(reference, '[^A-Za-z0-9]', '', 'g') !~ '^(0|(00)?44)[0-9]{9,10}$'),
  add constraint fostering_enquiry_source check (source in ('WEB', 'SOCIAL', 'CARER', 'EVENT', 'HUB', 'CHILD', 'NK')),
  add constraint fostering_enquiry_campaign check (
    campaign ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$' and replace(campaign, '-', '') !~ '^(0|(00)?44)[0-9]{9,10}$'),
  add constraint fostering_enquiry_area check (area ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  add constraint fostering_enquiry_household_type check (
    household_type in ('MAINSTREAM', 'FAMILY-FRIENDS', 'SHORT-BREAKS', 'SUPPORTED-LODGINGS')),
  add constraint fostering_enquiry_links check (duplicate_of <> id and reapplication_of <> id),
  add constraint fostering_enquiry_withdrawal check (
    (withdrawn_on is not null or withdrawal_reason is null and withdrawn_by is null and withdrawn_at_stage is null)
    and withdrawal_reason in ('AW0', 'AW1', 'AW2', 'AW3', 'AW4', 'AW5') and withdrawn_by in ('HOUSEHOLD', 'SERVICE')),
  add constraint fostering_enquiry_held check (held_days >= 0),
  add constraint fostering_enquiry_closed check (
    closed_on is not distinct from least(approval_on, withdrawn_on, not_approved_on)),
  add constraint fostering_enquiry_version check (version >= 1);

alter table fostering_event
  add constraint fostering_event_kind check (
    kind ~ '^OWN-[A-Z0-9-]{1,24}$' or kind in ('RECEIVED', 'FIRST-RESPONSE', 'INFORMATION-EVENT', 'INITIAL-VISIT', 'APPLICATION',
      'STAGE1-START', 'STAGE1-END', 'STAGE2-START', 'STAGE2-END', 'PANEL', 'DECISION', 'APPROVAL', 'WITHDRAWN', 'NOT-APPROVED',
      'ON-HOLD', 'RESUMED')),
  add constraint fostering_event_withdrawal check (
    (kind = 'WITHDRAWN' or reason is null and by_whom is null)
    and reason in ('AW0', 'AW1', 'AW2', 'AW3', 'AW4', 'AW5') and by_whom in ('HOUSEHOLD', 'SERVICE')),
  add constraint fostering_event_moment check ((happened_at at time zone 'Europe/London')::date = happened_on),
  add constraint fostering_event_retraction check (retracted_at is not null or retracted_by is null);

alter table fostering_query
  add constraint fostering_query_question check (
    question in ('OUT-OF-ORDER', 'STAGE-MISSING', 'AFTER-END', 'ANOTHER-DAY', 'HOLD')),
  add constraint fostering_query_answer check (
    answer in ('ACCEPT', 'CORRECT', 'DROP') and (answer is null) = (answered_at is null)
    and (answer is not distinct from 'ACCEPT') = (explanation is not null)
    and coalesce(answer in ('ACCEPT', 'CORRECT'), false) = (event_id is not null)),
  add constraint fostering_query_explanation check (
    explanation in ('AS-HAPPENED', 'EARLIER-NOT-RECORDED', 'FROM-ELSEWHERE', 'DIRECT-APPLICATION'));

alter table fostering_transfer
  add constraint fostering_transfer_between check (from_authority_code is distinct from to_authority_code),
  add constraint fostering_transfer_reason check (
    reason in ('ATTRIBUTED', 'MOVED', 'CAPACITY', 'CHOICE', 'MISTAKE', 'OTHER'));

alter table fostering_stage_set add constraint fostering_stage_set_version check (version >= 1);
alter table fostering_stage
  add constraint fostering_stage_code check (
    standard = (code in ('RECEIVED', 'FIRST-RESPONSE', 'INFORMATION-EVENT', 'INITIAL-VISIT', 'APPLICATION', 'STAGE1-START',
      'STAGE1-END', 'STAGE2-START', 'STAGE2-END', 'PANEL', 'DECISION', 'APPROVAL'))
    and (standard or code ~ '^OWN-[A-Z0-9-]{1,24}$')),
  add constraint fostering_stage_texts check (
    length(btrim(title)) between 1 and 60 and length(btrim(definition)) between 1 and 400),
  add constraint fostering_stage_clock check (
    (clock_from is null) = (clock_limit is null) and (clock_from is null) = (clock_unit is null)
    and clock_limit between 1 and 999 and clock_unit in ('WORKING_DAYS', 'DAYS', 'MONTHS') and clock_from <> code);

-- What row-level security and the locks of statements look at is in it, so that first and last days are read from it alone.
create index fostering_enquiry_by_authority on fostering_enquiry (authority_code, received_on)
  include (tenant_id, consortium_code, duplicate_of, back_loaded);

-- The same event twice has one effect; what was retracted may be recorded again.
create unique index fostering_event_once on fostering_event (tenant_id, enquiry_id, kind, happened_on) where retracted_at is null;

-- What the events of some enquiries of a tenant say, one row each: the one place where it is worked out. Of a stage the first
-- day counts. A hold lasts until what comes next: that it went on, or the end.
create function fostering_days_of(tenant uuid, ids uuid[])
  returns table (enquiry_id uuid, received_on date, received_at timestamptz, first_response_on date,
    first_response_at timestamptz, information_event_on date, initial_visit_on date, application_on date, stage1_start_on date,
    stage1_end_on date, stage2_start_on date, stage2_end_on date, panel_on date, decision_on date, approval_on date,
    withdrawn_on date, withdrawal_reason text, withdrawn_by text, withdrawn_at_stage text, not_approved_on date,
    hold_since date, held_days int, holds jsonb, own_stages jsonb, closed_on date)
  language sql stable
begin atomic
  with
  events as (
    select e.enquiry_id, e.kind, e.happened_on, e.happened_at, e.reason, e.by_whom, e.recorded_at,
      array_position(array['RECEIVED', 'FIRST-RESPONSE', 'INFORMATION-EVENT', 'INITIAL-VISIT', 'APPLICATION', 'STAGE1-START',
        'STAGE1-END', 'STAGE2-START', 'STAGE2-END', 'PANEL', 'DECISION', 'APPROVAL'], e.kind) as position
    from unnest(ids) as wanted (id)
    join fostering_event e on e.tenant_id = tenant and e.enquiry_id = wanted.id and e.retracted_at is null
  ),
  days as (
    select e.enquiry_id,
      min(e.happened_on) filter (where e.kind = 'RECEIVED') as received_on,
      min(e.happened_at) filter (where e.kind = 'RECEIVED') as received_at,
      min(e.happened_on) filter (where e.kind = 'FIRST-RESPONSE') as first_response_on,
      min(e.happened_at) filter (where e.kind = 'FIRST-RESPONSE') as first_response_at,
      min(e.happened_on) filter (where e.kind = 'INFORMATION-EVENT') as information_event_on,
      min(e.happened_on) filter (where e.kind = 'INITIAL-VISIT') as initial_visit_on,
      min(e.happened_on) filter (where e.kind = 'APPLICATION') as application_on,
      min(e.happened_on) filter (where e.kind = 'STAGE1-START') as stage1_start_on,
      min(e.happened_on) filter (where e.kind = 'STAGE1-END') as stage1_end_on,
      min(e.happened_on) filter (where e.kind = 'STAGE2-START') as stage2_start_on,
      min(e.happened_on) filter (where e.kind = 'STAGE2-END') as stage2_end_on,
      min(e.happened_on) filter (where e.kind = 'PANEL') as panel_on,
      min(e.happened_on) filter (where e.kind = 'DECISION') as decision_on,
      min(e.happened_on) filter (where e.kind = 'APPROVAL') as approval_on,
      min(e.happened_on) filter (where e.kind = 'WITHDRAWN') as withdrawn_on,
      min(e.happened_on) filter (where e.kind = 'NOT-APPROVED') as not_approved_on,
      min(e.happened_on) filter (where e.kind in ('APPROVAL', 'WITHDRAWN', 'NOT-APPROVED')) as closed_on
    from events e group by e.enquiry_id
  ),
  withdrawals as (
    select distinct on (w.enquiry_id) w.enquiry_id, w.reason, w.by_whom, stage.kind as at_stage
    from events w
    left join events stage on stage.enquiry_id = w.enquiry_id and stage.happened_on <= w.happened_on
      and (stage.position is not null or stage.kind like 'OWN-%')
    where w.kind = 'WITHDRAWN'
    order by w.enquiry_id, w.happened_on, stage.happened_on desc nulls last, stage.position desc nulls last, stage.kind
  ),
  stretches as (
    select e.enquiry_id, e.kind, e.happened_on as since,
      lead(e.happened_on) over (partition by e.enquiry_id order by e.happened_on, e.recorded_at, e.kind) as until
    from events e where e.kind in ('ON-HOLD', 'RESUMED', 'WITHDRAWN', 'NOT-APPROVED', 'APPROVAL')
  ),
  held as (
    select s.enquiry_id, max(s.since) filter (where s.until is null) as since, sum(s.until - s.since)::int as days,
      jsonb_agg(jsonb_build_array(s.since, s.until) order by s.since) filter (where s.until is not null) as holds
    from stretches s where s.kind = 'ON-HOLD' group by s.enquiry_id
  ),
  own as (
    select o.enquiry_id, jsonb_object_agg(o.kind, o.first_on) as stages
    from (
      select e.enquiry_id, e.kind, min(e.happened_on) as first_on from events e where e.kind like 'OWN-%'
      group by e.enquiry_id, e.kind) o
    group by o.enquiry_id
  )
  select d.enquiry_id, d.received_on, d.received_at, d.first_response_on, d.first_response_at, d.information_event_on,
    d.initial_visit_on, d.application_on, d.stage1_start_on, d.stage1_end_on, d.stage2_start_on, d.stage2_end_on, d.panel_on,
    d.decision_on, d.approval_on, d.withdrawn_on, w.reason, w.by_whom, w.at_stage, d.not_approved_on,
    case when d.closed_on is null then h.since end, coalesce(h.days, 0), h.holds, o.stages, d.closed_on
  from days d
  left join withdrawals w on w.enquiry_id = d.enquiry_id
  left join held h on h.enquiry_id = d.enquiry_id
  left join own o on o.enquiry_id = d.enquiry_id;
end;

-- True for whoever serves requests: the loader makes up a demonstration, and keeps its rows by sets.
create function serves_requests(of regclass) returns boolean language sql stable
  return row_security_active(of) and pg_has_role(current_user, 'exchange_app', 'member');

-- Whatever a request writes of an enquiry's days, they are what its events say.
create function keep_enquiry_days() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  said record;
begin
  if not serves_requests('public.fostering_enquiry') then
    return new;
  end if;
  select * into said from fostering_days_of(new.tenant_id, array[new.id]);
  new.received_on := coalesce(said.received_on, new.received_on);
  new.received_at := case when said.received_on is null then new.received_at else said.received_at end;
  new.first_response_on := said.first_response_on;
  new.first_response_at := said.first_response_at;
  new.information_event_on := said.information_event_on;
  new.initial_visit_on := said.initial_visit_on;
  new.application_on := said.application_on;
  new.stage1_start_on := said.stage1_start_on;
  new.stage1_end_on := said.stage1_end_on;
  new.stage2_start_on := said.stage2_start_on;
  new.stage2_end_on := said.stage2_end_on;
  new.panel_on := said.panel_on;
  new.decision_on := said.decision_on;
  new.approval_on := said.approval_on;
  new.withdrawn_on := said.withdrawn_on;
  new.withdrawal_reason := said.withdrawal_reason;
  new.withdrawn_by := said.withdrawn_by;
  new.withdrawn_at_stage := said.withdrawn_at_stage;
  new.not_approved_on := said.not_approved_on;
  new.hold_since := said.hold_since;
  new.held_days := coalesce(said.held_days, 0);
  new.holds := said.holds;
  new.own_stages := said.own_stages;
  new.closed_on := said.closed_on;
  return new;
end $$;
create trigger keep_enquiry_days before insert or update on fostering_enquiry
  for each row execute function keep_enquiry_days();

-- Events that are added or retracted move their enquiries on. A request counts a version, and the trigger above does the
-- rest, one enquiry at a time under its lock; what is loaded is worked out for all at once.
create function move_enquiries() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  part record;
begin
  if serves_requests('public.fostering_enquiry') then
    update fostering_enquiry e set version = e.version + 1
    where (e.tenant_id, e.id) in (select c.tenant_id, c.enquiry_id from changed c);
    return null;
  end if;
  for part in select c.tenant_id, array_agg(distinct c.enquiry_id) as ids from changed c group by c.tenant_id
  loop
    update fostering_enquiry e set
      (received_on, received_at, first_response_on, first_response_at, information_event_on, initial_visit_on, application_on,
        stage1_start_on, stage1_end_on, stage2_start_on, stage2_end_on, panel_on, decision_on, approval_on, withdrawn_on,
        withdrawal_reason, withdrawn_by, withdrawn_at_stage, not_approved_on, hold_since, held_days, holds, own_stages,
        closed_on)
      = (coalesce(d.received_on, e.received_on), case when d.received_on is null then e.received_at else d.received_at end,
        d.first_response_on, d.first_response_at, d.information_event_on, d.initial_visit_on, d.application_on,
        d.stage1_start_on, d.stage1_end_on, d.stage2_start_on, d.stage2_end_on, d.panel_on, d.decision_on, d.approval_on,
        d.withdrawn_on, d.withdrawal_reason, d.withdrawn_by, d.withdrawn_at_stage, d.not_approved_on, d.hold_since,
        coalesce(d.held_days, 0), d.holds, d.own_stages, d.closed_on)
    from unnest(part.ids) as moved (id)
    left join fostering_days_of(part.tenant_id, part.ids) d on d.enquiry_id = moved.id
    where e.tenant_id = part.tenant_id and e.id = moved.id;
  end loop;
  return null;
end $$;
create trigger move_enquiries_of_new after insert on fostering_event referencing new table as changed
  for each statement execute function move_enquiries();
create trigger move_enquiries_of_changed after update on fostering_event referencing new table as changed
  for each statement execute function move_enquiries();

-- True where an authority is a member of a consortium today.
create function is_member(consortium text, authority varchar(9)) returns boolean language sql stable parallel safe
begin atomic
  select exists (
    select from consortium_member m
    where m.consortium_code = consortium and m.authority_code = authority
      and m.joined_on <= (select app_today()) and (m.left_on is null or m.left_on > (select app_today())));
end;

-- Roles that read enquiries, and those that write them.
create function app_reads_enquiries() returns boolean language sql stable parallel safe
begin atomic
  select app_role() in ('commissioner', 'approver', 'placement-officer', 'ig-lead', 'hub-analyst', 'hub-manager');
end;
create function app_writes_enquiries() returns boolean language sql stable parallel safe
begin atomic
  select app_role() in ('commissioner', 'hub-analyst', 'hub-manager');
end;

-- What may change of an enquiry, and by whom.
create function guard_enquiry() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not serves_requests('public.fostering_enquiry') then
    return new;
  end if;
  if new.authority_code is not null and not is_member(new.consortium_code, new.authority_code)
    and (tg_op = 'INSERT' or new.authority_code is distinct from old.authority_code)
  then
    raise exception 'an enquiry is attributed to a member of its consortium' using errcode = '23514';
  end if;
  if new.duplicate_of is not null and (tg_op = 'INSERT' or new.duplicate_of is distinct from old.duplicate_of) and exists (
    select from fostering_enquiry o
    where o.tenant_id = new.tenant_id
      and (o.id = new.duplicate_of and o.duplicate_of is not null or o.duplicate_of = new.id))
  then
    raise exception 'an enquiry repeats one that repeats none' using errcode = '23514';
  end if;
  if tg_op = 'INSERT' then
    return new;
  end if;
  if new.version <> old.version + 1 then
    raise exception 'every change counts one version' using errcode = '23514';
  end if;
  if new.tenant_id <> app_tenant() and (new.authority_code, new.duplicate_of, new.reapplication_of)
    is distinct from (old.authority_code, old.duplicate_of, old.reapplication_of)
  then
    raise exception 'its holder alone attributes and links an enquiry' using errcode = '42501';
  end if;
  if new.authority_code is distinct from old.authority_code and not exists (
    select from fostering_transfer t
    where t.tenant_id = new.tenant_id and t.enquiry_id = new.id and t.version = new.version
      and t.from_authority_code is not distinct from old.authority_code
      and t.to_authority_code is not distinct from new.authority_code)
  then
    raise exception 'an enquiry passes to another with a transfer that says so' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_enquiry before insert or update on fostering_enquiry
  for each row execute function guard_enquiry();

-- An event is retracted once, and a query answered once.
create function guard_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if row_security_active(tg_relid) and to_jsonb(old) ->> tg_argv[0] is not null then
    raise exception 'what was said of it stands' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_once before update on fostering_event for each row execute function guard_once('retracted_at');
create trigger guard_once before update on fostering_query for each row execute function guard_once('answered_at');

revoke all on function fostering_days_of(uuid, uuid[]), serves_requests(regclass), keep_enquiry_days(), move_enquiries(),
  is_member(text, varchar), app_reads_enquiries(), app_writes_enquiries(), guard_enquiry(), guard_once() from public;
grant execute on function fostering_days_of(uuid, uuid[]), serves_requests(regclass) to exchange_app, exchange_loader;
grant execute on function is_member(text, varchar), app_reads_enquiries(), app_writes_enquiries() to exchange_app;

grant select, insert, update (authority_code, duplicate_of, reapplication_of, version) on fostering_enquiry to exchange_app;
grant select, insert, update (retracted_at, retracted_by) on fostering_event to exchange_app;
grant select, insert, update (answer, explanation, answered_at, answered_by, event_id) on fostering_query to exchange_app;
grant select, insert on fostering_transfer, fostering_stage_set, fostering_stage to exchange_app;

alter table fostering_enquiry enable row level security;
alter table fostering_enquiry force row level security;
alter table fostering_event enable row level security;
alter table fostering_event force row level security;
alter table fostering_query enable row level security;
alter table fostering_query force row level security;
alter table fostering_transfer enable row level security;
alter table fostering_transfer force row level security;
alter table fostering_stage_set enable row level security;
alter table fostering_stage_set force row level security;
alter table fostering_stage enable row level security;
alter table fostering_stage force row level security;

-- An enquiry: its holder; who answers for the authority it is attributed to now, whoever holds it; others where that
-- authority's agreements show records, as far back as they say. What is attributed to none is its holder's alone.
create policy fostering_enquiry_read on fostering_enquiry for select to exchange_app
  using (
    (select app_reads_enquiries()) and (
      tenant_id = (select app_tenant())
      or authority_code = any (array(select a from app_authorities() a))
      or received_on >= ((select sight_since('RECORDS')) ->> (authority_code || 'fostering'))::date)
  );
-- A hub takes enquiries for its members, a tenant for its own authorities.
create policy fostering_enquiry_add on fostering_enquiry for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_writes_enquiries()) and not synthetic
    and consortium_code in (select app_consortia())
    and case (select app_works_for_tenant())
      when true then coalesce(authority_code in (select a from app_authorities() a), false)
      else authority_code is null or authority_code in (select m from app_members() m)
    end
  );
create policy fostering_enquiry_change on fostering_enquiry for update to exchange_app
  using (
    (select app_writes_enquiries())
    and (tenant_id = (select app_tenant()) or authority_code = any (array(select a from app_authorities() a)))
  );

-- Events are read where their enquiry is, and added by those who may write it.
create policy fostering_event_read on fostering_event for select to exchange_app
  using (exists (
    select from fostering_enquiry e where e.tenant_id = fostering_event.tenant_id and e.id = fostering_event.enquiry_id));
create policy fostering_event_add on fostering_event for insert to exchange_app
  with check (
    (select app_writes_enquiries()) and happened_on <= (select app_today()) and recorded_by = (select app_account())
    and retracted_at is null and exists (
      select from fostering_enquiry e
      where e.tenant_id = fostering_event.tenant_id and e.id = fostering_event.enquiry_id
        and (e.tenant_id = (select app_tenant()) or e.authority_code = any (array(select a from app_authorities() a))))
  );
create policy fostering_event_retract on fostering_event for update to exchange_app
  using (
    (select app_writes_enquiries()) and exists (
      select from fostering_enquiry e
      where e.tenant_id = fostering_event.tenant_id and e.id = fostering_event.enquiry_id
        and (e.tenant_id = (select app_tenant()) or e.authority_code = any (array(select a from app_authorities() a))))
  )
  with check (retracted_at is not null and retracted_by = (select app_account()));

-- What was asked is between those who may write the enquiry.
create policy fostering_query_read on fostering_query for select to exchange_app
  using (exists (
    select from fostering_enquiry e
    where e.tenant_id = fostering_query.tenant_id and e.id = fostering_query.enquiry_id
      and (e.tenant_id = (select app_tenant()) or e.authority_code = any (array(select a from app_authorities() a)))));
create policy fostering_query_ask on fostering_query for insert to exchange_app
  with check (
    (select app_writes_enquiries()) and happened_on <= (select app_today()) and asked_of = (select app_account())
    and answer is null and exists (
      select from fostering_enquiry e
      where e.tenant_id = fostering_query.tenant_id and e.id = fostering_query.enquiry_id
        and (e.tenant_id = (select app_tenant()) or e.authority_code = any (array(select a from app_authorities() a))))
  );
create policy fostering_query_answer on fostering_query for update to exchange_app
  using (
    (select app_writes_enquiries()) and exists (
      select from fostering_enquiry e
      where e.tenant_id = fostering_query.tenant_id and e.id = fostering_query.enquiry_id
        and (e.tenant_id = (select app_tenant()) or e.authority_code = any (array(select a from app_authorities() a))))
  )
  with check (answer is not null and answered_by = (select app_account()));

-- That an enquiry passed is known to its holder and to both authorities, and where their agreements show records.
create policy fostering_transfer_read on fostering_transfer for select to exchange_app
  using (
    (select app_reads_enquiries()) and (
      tenant_id = (select app_tenant())
      or from_authority_code = any (array(select a from app_authorities() a))
      or to_authority_code = any (array(select a from app_authorities() a))
      or "on" >= ((select sight_since('RECORDS')) ->> (from_authority_code || 'fostering'))::date
      or "on" >= ((select sight_since('RECORDS')) ->> (to_authority_code || 'fostering'))::date)
  );
create policy fostering_transfer_add on fostering_transfer for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_writes_enquiries()) and "on" <= (select app_today())
    and recorded_by = (select app_account()) and exists (
      select from fostering_enquiry e
      where e.tenant_id = fostering_transfer.tenant_id and e.id = fostering_transfer.enquiry_id
        and e.authority_code is not distinct from from_authority_code and e.version + 1 = fostering_transfer.version)
  );

-- Stages are no secret within a consortium. Its hub's manager changes them, from today on at the earliest.
create policy fostering_stage_set_read on fostering_stage_set for select to exchange_app
  using (consortium_code in (select app_consortia()));
create policy fostering_stage_set_add on fostering_stage_set for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) = 'hub-manager' and in_force_from >= (select app_today())
    and made_by = (select app_account()) and consortium_code in (select app_consortia())
  );
create policy fostering_stage_read on fostering_stage for select to exchange_app
  using ((tenant_id, version) in (select s.tenant_id, s.version from fostering_stage_set s));
create policy fostering_stage_add on fostering_stage for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and (select app_role()) = 'hub-manager');

-- The loader makes up a demonstration's; in service it sees and writes nothing of it.
grant select, insert, update on fostering_enquiry, fostering_event to exchange_loader;
grant select, insert on fostering_query, fostering_transfer, fostering_stage_set, fostering_stage to exchange_loader;
grant maintain on fostering_enquiry, fostering_event, fostering_query, fostering_transfer, fostering_stage_set,
  fostering_stage to exchange_loader;
create policy fostering_enquiry_seed on fostering_enquiry to exchange_loader
  using (synthetic and (select app_is_demonstration())) with check (synthetic and (select app_is_demonstration()));
do $$
declare
  name text;
begin
  foreach name in array array['fostering_event', 'fostering_query', 'fostering_transfer', 'fostering_stage_set',
    'fostering_stage']
  loop
    execute format('create policy %I on %I to exchange_loader using ((select app_is_demonstration()))
      with check ((select app_is_demonstration()))', name || '_seed', name);
  end loop;
end $$;
