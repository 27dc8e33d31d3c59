-- Households are records of their authority: whoever holds them reads them, so does the organisation that answers for the
-- authority, and others see them where an agreement shows records. What is aimed at and expected is its maker's, and of the
-- authority it is about; others see a target that was published.

alter table fostering_household
  add constraint fostering_household_reference check (
    reference ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' and reference ~ '[0-9]'
    and regexp_replace(reference, '[^A-Za-z0-9]', '', 'g') !~ '^(0|(00)?44)[0-9]{9,10}$'),
  add constraint fostering_household_type check (
    household_type in ('MAINSTREAM', 'FAMILY-FRIENDS', 'SHORT-BREAKS', 'SUPPORTED-LODGINGS')),
  add constraint fostering_household_numbers check (places_approved between 1 and 20 and carers between 1 and 2),
  add constraint fostering_household_age check (youngest_carer_band in
    ('UNDER-35', '35-44', '45-54', '55-59', '60-64', '65-69', '70-PLUS', 'NK')),
  add constraint fostering_household_ethnicity check (ethnicity in
    ('WHITE', 'MIXED', 'ASIAN', 'BLACK', 'OTHER', 'MIXED-HOUSEHOLD', 'NK')),
  add constraint fostering_household_area check (area in ('INSIDE', 'OUTSIDE', 'NK')),
  add constraint fostering_household_end check (
    deregistered_on > approved_on and (deregistered_on is null) = (deregistration_reason is null)),
  add constraint fostering_household_reason check (
    deregistration_reason in ('MANDATORY', 'VOLUNTARY', 'SGO', 'ADOPTION', 'NK')),
  add constraint fostering_household_enquiry check ((enquiry_id is null) = (enquiry_holder_id is null)),
  add constraint fostering_household_version check (version >= 1);

alter table fostering_household_change
  add constraint fostering_household_change_kind check (kind in ('APPROVED', 'TERMS-CHANGED', 'DEREGISTERED')),
  add constraint fostering_household_change_before check (
    (kind = 'APPROVED') = (places_before is null) and (kind = 'APPROVED') = (type_before is null)),
  add constraint fostering_household_change_after check (
    case kind when 'DEREGISTERED' then places_after = 0 else places_after between 1 and 20 end),
  add constraint fostering_household_change_reason check ((kind = 'DEREGISTERED') = (reason is not null));

alter table fostering_place_state
  -- Approved is filled, vacant and not available: no place is two of them, and none is nothing.
  add constraint fostering_place_state_sum check (
    filled >= 0 and vacant >= 0 and unavailable >= 0 and places_approved = filled + vacant + unavailable
    and places_approved >= 1),
  add constraint fostering_place_state_reason check (
    (unavailable = 0) = (unavailable_reason is null)
    and unavailable_reason in ('SHARED-ROOM', 'NEEDS-OF-CHILD', 'CARER-BREAK', 'CARER-ILLNESS', 'INVESTIGATION', 'HOUSING',
      'STAYING-PUT', 'OTHER', 'NK')),
  add constraint fostering_place_state_days check (to_on >= from_on);

alter table fostering_constellation
  add constraint fostering_constellation_reference check (
    reference ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' and reference ~ '[0-9]'
    and regexp_replace(reference, '[^A-Za-z0-9]', '', 'g') !~ '^(0|(00)?44)[0-9]{9,10}$'),
  add constraint fostering_constellation_numbers check (satellite_households between 0 and 30 and satellite_places between 0 and 200),
  add constraint fostering_constellation_days check (ended_on >= started_on),
  add constraint fostering_constellation_version check (version >= 1);

alter table fostering_target
  add constraint fostering_target_year check (year ~ '^20\d\d-\d\d$'
    and (left(year, 4)::int + 1) % 100 = right(year, 2)::int),
  add constraint fostering_target_type check (
    household_type in ('MAINSTREAM', 'FAMILY-FRIENDS', 'SHORT-BREAKS', 'SUPPORTED-LODGINGS')),
  add constraint fostering_target_numbers check (
    baseline_approvals between 0 and 100000 and enquiries between 0 and 1000000 and approvals between 0 and 100000
    and conversion_percent between 0 and 100 and uplift_percent between -100 and 9999),
  add constraint fostering_target_version check (version >= 1);

alter table fostering_forecast
  add constraint fostering_forecast_year check (year ~ '^20\d\d-\d\d$'
    and (left(year, 4)::int + 1) % 100 = right(year, 2)::int),
  add constraint fostering_forecast_type check (
    household_type in ('MAINSTREAM', 'FAMILY-FRIENDS', 'SHORT-BREAKS', 'SUPPORTED-LODGINGS')),
  add constraint fostering_forecast_numbers check (
    approved_so_far >= 0 and low >= approved_so_far and high >= low and expected >= approved_so_far
    and expected < 'Infinity' and interval_level between 50 and 99),
  add constraint fostering_forecast_scored check ((actual is null) = (scored_on is null) and actual >= 0);

-- One target of a year for the same authority and type. The tenant leads it: a key without it would tell of others' rows.
create unique index fostering_target_once on fostering_target
  (tenant_id, consortium_code, year, authority_code, household_type) nulls not distinct;

-- Every change counts one version.
create trigger guard_version before update on fostering_household for each row execute function guard_version();
create trigger guard_version before update on fostering_constellation for each row execute function guard_version();
create trigger guard_version before update on fostering_target for each row execute function guard_version();

-- The enquiry that a household came from is one that whoever writes may see, of the same authority, and was approved.
create function guard_household_enquiry() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from fostering_enquiry e
    where e.tenant_id = new.enquiry_holder_id and e.id = new.enquiry_id and e.authority_code = new.authority_code
      and e.approval_on is not null)
  then
    raise exception 'a household comes from an approved enquiry of its authority'
      using errcode = '23514', constraint = 'household_enquiry';
  end if;
  return new;
end $$;
create trigger guard_household_enquiry before insert or update of enquiry_holder_id, enquiry_id on fostering_household
  for each row when (new.enquiry_id is not null) execute function guard_household_enquiry();

-- Changes of a household follow one another: approved first, deregistered last, each after all that is known of the household
-- and its places. What its places were ends with the change. Whoever else changes the household waits.
create function guard_household_changes() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from fostering_household h
  where (h.tenant_id, h.id) in (select a.tenant_id, a.household_id from added a) order by h.id for no key update;
  if exists (
      select from (
        select c.tenant_id, c.id, c.kind,
          row_number() over of_household as nth, lead(c.kind) over of_household as next_kind
        from fostering_household_change c
        where (c.tenant_id, c.household_id) in (select a.tenant_id, a.household_id from added a)
        window of_household as (partition by c.tenant_id, c.household_id order by c.changed_on)) c
      where (c.kind = 'APPROVED') <> (c.nth = 1) or c.kind = 'DEREGISTERED' and c.next_kind is not null)
    or exists (
      select from added a
      join fostering_household_change c on c.tenant_id = a.tenant_id and c.household_id = a.household_id
        and c.changed_on >= a.changed_on
      where (c.tenant_id, c.id) not in (select b.tenant_id, b.id from added b))
    or exists (
      select from added a
      join fostering_place_state s on s.tenant_id = a.tenant_id and s.household_id = a.household_id
        and s.from_on >= a.changed_on)
  then
    raise exception 'a change comes after all that is known of the household'
      using errcode = '23514', constraint = 'household_change_order';
  end if;
  update fostering_place_state s set to_on = a.first_on - 1
  from (select tenant_id, household_id, min(changed_on) as first_on from added group by 1, 2) a
  where s.tenant_id = a.tenant_id and s.household_id = a.household_id and s.to_on is null;
  return null;
end $$;
create trigger guard_household_changes after insert on fostering_household_change referencing new table as added
  for each statement execute function guard_household_changes();

-- How places are used is said of as many as are approved on that day, and lasts until it is said anew or the approval changes.
create function keep_place_states() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from fostering_household h
  where (h.tenant_id, h.id) in (select a.tenant_id, a.household_id from added a) order by h.id for no key update;
  if exists (
    select from added a
    left join lateral (
      select c.places_after from fostering_household_change c
      where c.tenant_id = a.tenant_id and c.household_id = a.household_id and c.changed_on <= a.from_on
      order by c.changed_on desc limit 1) c on true
    where c.places_after is distinct from a.places_approved)
  then
    raise exception 'places are as many as the household is approved for on that day'
      using errcode = '23514', constraint = 'place_state_approved';
  end if;
  update fostering_place_state s set to_on = t.until_on
  from (
    select o.tenant_id, o.household_id, o.from_on,
      least(lead(o.from_on) over (partition by o.tenant_id, o.household_id order by o.from_on),
        (select min(c.changed_on) from fostering_household_change c
         where c.tenant_id = o.tenant_id and c.household_id = o.household_id and c.changed_on > o.from_on)) - 1 as until_on
    from fostering_place_state o
    where (o.tenant_id, o.household_id) in (select a.tenant_id, a.household_id from added a)) t
  where s.tenant_id = t.tenant_id and s.household_id = t.household_id and s.from_on = t.from_on
    and s.to_on is distinct from t.until_on;
  return null;
end $$;
create trigger keep_place_states after insert on fostering_place_state referencing new table as added
  for each statement execute function keep_place_states();

-- A forecast is scored once, and nothing else of it changes.
create function guard_forecast() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.actual is not null or new.actual is null then
    raise exception 'a forecast is scored once' using errcode = '23514', constraint = 'forecast_scored_once';
  end if;
  return new;
end $$;
create trigger guard_forecast before update on fostering_forecast for each row execute function guard_forecast();

revoke all on function guard_household_enquiry(), guard_household_changes(), keep_place_states(), guard_forecast() from public;

grant select, insert, update (household_type, places_approved, carers, youngest_carer_band, ethnicity, area, deregistered_on,
  deregistration_reason, version) on fostering_household to exchange_app;
grant select, insert on fostering_household_change to exchange_app;
grant select, insert, update (to_on, filled, vacant, unavailable, unavailable_reason) on fostering_place_state to exchange_app;
grant select, insert, update (hub_household_id, satellite_households, satellite_places, ended_on, version)
  on fostering_constellation to exchange_app;
grant select, insert, update (baseline_approvals, uplift_percent, enquiries, conversion_percent, approvals, source, shared,
  version, changed_at) on fostering_target to exchange_app;
grant select, insert, update (actual, scored_on) on fostering_forecast to exchange_app;

do $$
declare
  of text[];
  writes constant text := $q$(select app_writes_enquiries()) and (authority_code in (select a from app_authorities() a)
      or tenant_id = (select app_tenant()) and authority_code in (select m from app_members() m))$q$;
begin
  -- Each table, and the last day on which a row of it was so: what ended before an agreement's first day is not shown by it.
  -- A key of another's would tell of its rows: whoever begins one holds it. What is added to one goes with its key.
  foreach of slice 1 in array array[
    ['fostering_household', 'coalesce(deregistered_on, ''infinity'')'],
    ['fostering_household_change', 'changed_on'],
    ['fostering_place_state', 'coalesce(to_on, ''infinity'')'],
    ['fostering_constellation', 'coalesce(ended_on, ''infinity'')']]
  loop
    execute format('alter table %I enable row level security', of[1]);
    execute format('alter table %I force row level security', of[1]);
    execute format($q$create policy %I on %I for select to exchange_app using (
      (select app_reads_enquiries()) and (
        tenant_id = (select app_tenant()) or authority_code in (select a from app_authorities() a)
        or %s >= ((select sight_since('RECORDS')) ->> (authority_code || 'fostering'))::date))$q$,
      of[1] || '_read', of[1], of[2]);
    execute format('create policy %I on %I for insert to exchange_app with check (%s)', of[1] || '_add', of[1],
      writes || case when of[1] in ('fostering_household', 'fostering_constellation')
        then ' and tenant_id = (select app_tenant())' else '' end);
    execute format('create policy %I on %I to exchange_loader using ((select app_is_demonstration()))
      with check ((select app_is_demonstration()))', of[1] || '_seed', of[1]);
  end loop;
  foreach of slice 1 in array array[['fostering_household'], ['fostering_place_state'], ['fostering_constellation']]
  loop
    execute format('create policy %I on %I for update to exchange_app using (%s)', of[1] || '_change', of[1], writes);
  end loop;
end $$;

alter table fostering_target enable row level security;
alter table fostering_target force row level security;
create policy fostering_target_read on fostering_target for select to exchange_app using (
  (select app_reads_enquiries()) and (
    tenant_id = (select app_tenant()) or authority_code in (select a from app_authorities() a)
    or shared and consortium_code in (select c from app_consortia() c)));
create policy fostering_target_change on fostering_target for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-manager'));
-- A target says what an authority approved before: only whoever answers for it shows that to others.
create policy fostering_target_show on fostering_target as restrictive to exchange_app
  with check (not shared or authority_code is null or authority_code in (select a from app_authorities() a));

alter table fostering_forecast enable row level security;
alter table fostering_forecast force row level security;
create policy fostering_forecast_read on fostering_forecast for select to exchange_app using (
  (select app_reads_enquiries()) and (
    tenant_id = (select app_tenant()) or authority_code in (select a from app_authorities() a)));
create policy fostering_forecast_score on fostering_forecast for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-manager'));

-- Of the whole hub only the hub plans; of an authority whoever answers for it, or its hub.
do $$
declare
  name text;
begin
  foreach name in array array['fostering_target', 'fostering_forecast']
  loop
    execute format($q$create policy %I on %I for insert to exchange_app with check (
      tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-manager')
      and consortium_code in (select c from app_consortia() c)
      and (authority_code in (select a from app_authorities() a) or authority_code in (select m from app_members() m)
        or authority_code is null and exists (select from app_members())))$q$, name || '_add', name);
    execute format('create policy %I on %I to exchange_loader using ((select app_is_demonstration()))
      with check ((select app_is_demonstration()))', name || '_seed', name);
  end loop;
end $$;

-- The loader seeds a demonstration's.
grant select, insert, update on fostering_household, fostering_household_change, fostering_place_state, fostering_constellation,
  fostering_target, fostering_forecast to exchange_loader;
grant maintain on fostering_household, fostering_household_change, fostering_place_state to exchange_loader;
