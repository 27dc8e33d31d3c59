-- Who sees homes and their places, who says how they are, and that counts, events and blocks are what the places say.

alter table home
  add constraint home_genders check (genders in ('ANY', 'FEMALE', 'MALE')),
  add constraint home_ages check (age_from between 0 and 25 and age_to between age_from and 25),
  add constraint home_needs check (
    needs is not null and needs <@ array['EMOTIONAL', 'MENTAL-HEALTH', 'LEARNING', 'PHYSICAL', 'SENSORY']),
  add constraint home_notice check (notice_days between 0 and 90),
  add constraint home_name check (length(btrim(name)) between 1 and 80),
  add constraint home_provision check (provision_type in (
    'CHILDRENS_HOME', 'SECURE_CHILDRENS_HOME', 'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME', 'SUPPORTED_ACCOMMODATION')),
  add constraint home_dates check (closes_on > opens_on),
  -- 0 ≤ vacant ≤ usable ≤ operational ≤ registered, and every usable place is one thing.
  add constraint home_counts check (
    occupied >= 0 and reserved >= 0 and accepting >= 0 and closed >= 0
    and occupied + reserved + accepting + closed = usable and usable <= operational and operational <= registered),
  add constraint home_parts check (closed_lost between 0 and closed and accepting_open between 0 and accepting),
  add constraint home_confirmed check (
    (confirmed_at is null) = (confirmed_by_kind is null)
    and confirmed_by_kind in ('PROVIDER', 'AUTHORITY', 'IMPORT', 'LOADER')),
  add constraint home_version check (version >= 1);

alter table home_place
  add constraint home_place_number check (number between 1 and 300),
  add constraint home_place_state check (
    state in ('OCCUPIED', 'RESERVED', 'ACCEPTING', 'CLOSED', 'NOT_USABLE', 'NOT_OPERATIONAL')),
  add constraint home_place_reason check (
    (state = 'CLOSED') = (reason is not null)
    and reason in ('MATCHING', 'SOLO', 'STAFFING', 'BUILDING', 'REGULATOR', 'NOTICE', 'CALENDAR', 'BLOCK', 'OTHER')),
  add constraint home_place_reserved check ((state = 'RESERVED') = (reserved_until is not null));

alter table home_block
  add constraint home_block_counts check (places > 0 and occupied >= 0 and accepting >= 0 and occupied + accepting <= places),
  add constraint home_block_times check (to_at >= from_at);
-- An authority's block of a home is one thing at a time.
create unique index home_block_now on home_block (tenant_id, home_id, block_authority_code) where to_at is null;

alter table home_event
  add constraint home_event_kinds check (
    by_kind in ('PROVIDER', 'AUTHORITY', 'IMPORT', 'LOADER')
    and kind in ('TAKEN_ON', 'PLACES_CHANGED', 'CHANGED', 'CONFIRMED', 'DESCRIBED')),
  add constraint home_event_counts check (
    occupied >= 0 and reserved >= 0 and accepting >= 0 and closed >= 0 and closed_lost between 0 and closed
    and occupied + reserved + accepting + closed = usable and usable <= operational and operational <= registered);

alter table home_day
  add constraint home_day_counts check (
    occupied >= 0 and reserved >= 0 and accepting >= 0 and closed >= 0 and closed_lost between 0 and closed
    and occupied + reserved + accepting + closed = usable and usable <= operational and operational <= registered),
  add constraint home_day_confirmed check (confirmed_on <= day);

alter table home_night
  add constraint home_night_counts check (used between 0 and capacity and capacity <= 300);

alter table home_location
  add constraint home_location_in_england check (latitude between 49 and 56 and longitude between -7 and 2);

alter table home_plan
  add constraint home_plan_reference check (
    reference ~ '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' and reference ~ '[0-9]'),
  add constraint home_plan_kind check (kind in ('OPENING', 'MORE_PLACES', 'FEWER_PLACES', 'CLOSING')),
  add constraint home_plan_places check (places between 1 and 300),
  -- A home that is to open is not yet one; every other plan is about one.
  add constraint home_plan_home check (kind = 'OPENING' or home_id is not null),
  add constraint home_plan_stage_now check (
    stage in ('IDENTIFY', 'SURVEY', 'PURCHASE', 'PLANNING', 'REFURBISH', 'REGISTER', 'OPEN')),
  add constraint home_plan_cost check (cost >= 0),
  add constraint home_plan_risk check (
    risk in ('LOW', 'MEDIUM', 'HIGH') and (risk_reason is null or risk is not null)
    and risk_reason in ('FUNDING', 'PROPERTY', 'PLANNING', 'BUILDING', 'STAFFING', 'REGISTRATION', 'DEMAND', 'OTHER')),
  add constraint home_plan_version check (version >= 1);

alter table home_plan_stage
  add constraint home_plan_stage_code check (
    stage in ('IDENTIFY', 'SURVEY', 'PURCHASE', 'PLANNING', 'REFURBISH', 'REGISTER', 'OPEN')),
  add constraint home_plan_stage_days check (planned_on is not null or done_on is not null);

-- Criteria are bands, codes and yes or no: nothing from which a child could be told.
create function criteria_in_bands(criteria jsonb) returns boolean language sql immutable parallel safe
begin atomic
  select jsonb_typeof(criteria) = 'object' and not exists (
    select from jsonb_each(criteria) c(name, value)
    where not coalesce(case c.name
      when 'ageBand' then c.value in ('"UNDER-10"', '"10-12"', '"13-15"', '"16-17"', 'null')
      when 'gender' then c.value in ('"FEMALE"', '"MALE"', 'null')
      when 'notice' then c.value in ('"PLANNED"', '"SHORT"', '"EMERGENCY"', '"CRISIS"', 'null')
      when 'near' then c.value = 'null' or c.value #>> '{}' ~ '^E[0-9]{8}$'
      when 'needs' then c.value <@ '["EMOTIONAL", "MENTAL-HEALTH", "LEARNING", "PHYSICAL", "SENSORY"]'
      when 'placementTypes' then c.value <@ '["CHILDRENS_HOME", "SECURE_CHILDRENS_HOME", "RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME",
        "SUPPORTED_ACCOMMODATION"]'
      else c.name in ('siblings', 'solo', 'emergency', 'education') and jsonb_typeof(c.value) = 'boolean'
    end, false));
end;

alter table referral_note
  add constraint referral_note_criteria check (criteria_in_bands(criteria)),
  add constraint referral_note_offered check (offered between 0 and 1000),
  add constraint referral_note_outcome check (
    outcome in ('OPEN', 'PLACED', 'OFFERED-REFUSED', 'NOT-SUITABLE', 'PLACED-ELSEWHERE', 'NO-LONGER-NEEDED')
    and (outcome = 'OPEN') = (outcome_on is null)),
  add constraint referral_note_placed check (
    placed_by in ('BLOCK', 'IN_HOUSE', 'FRAMEWORK', 'SPOT') and placed_in ~ '^E[0-9]{8}$'
    and (placed_by is null) = (placed_in is null) and (placed_by is null or outcome = 'PLACED')),
  add constraint referral_note_version check (version >= 1);

alter table vacancy_search
  add constraint vacancy_search_criteria check (criteria_in_bands(criteria)),
  add constraint vacancy_search_label check (length(label) between 1 and 200);

-- Roles that read homes, that say how they are, and that look for one.
create function app_reads_beds() returns boolean language sql stable parallel safe
begin atomic
  select app_role() in ('commissioner', 'approver', 'placement-officer', 'provider');
end;
create function app_writes_beds() returns boolean language sql stable parallel safe
begin atomic
  select app_role() in ('commissioner', 'placement-officer', 'provider');
end;
create function app_finds_beds() returns boolean language sql stable parallel safe
begin atomic
  select app_role() in ('commissioner', 'placement-officer');
end;

-- Whose homes agreements show a placement officer for matching vacancies, and from which day on. Nobody else sees another's.
create function bed_sight()
  returns table (giver_id uuid, authority_code varchar(9), agreement_id uuid, version smallint, since date)
  language sql stable parallel safe
begin atomic
  select s.giver_id, s.authority_code, s.agreement_id, s.version, s.since
  from sight() s
  join sharing_agreement a on a.id = s.agreement_id and a.version = s.version
  where app_role() = 'placement-officer' and s.dataset = 'beds' and s.level >= 'RECORDS'
    and 'vacancy matching' = any (a.purposes);
end;

-- The first day of it, by holder and authority.
create function bed_since() returns jsonb language sql stable parallel safe
begin atomic
  select jsonb_object_agg(seen.key, seen.since)
  from (
    select s.giver_id::text || s.authority_code as key, min(s.since) as since from bed_sight() s
    group by s.giver_id::text || s.authority_code) seen;
end;

-- Homes of one's own: held by one's organisation, or of a provider for which it signs in.
create function homes_kept() returns table (tenant_id uuid, home_id uuid) language sql stable parallel safe
begin atomic
  select h.tenant_id, h.id from home h
  where h.tenant_id = (select app_tenant()) or h.provider_id in (select p from app_providers() p);
end;

-- True while the loader brings in a demonstration's homes, of which it says itself what their counts, events and blocks are.
create function bed_loading() returns boolean language sql stable
begin atomic
  select coalesce(current_setting('app.loading_beds', true), '') = 'yes'
    and pg_has_role(session_user, 'exchange_loader', 'member');
end;

-- Who says how a home is.
create function bed_source() returns text language sql stable
begin atomic
  select case
    when app_role() is null then 'LOADER'
    when coalesce(current_setting('app.importing', true), '') = 'yes' then 'IMPORT'
    when app_role() = 'provider' then 'PROVIDER'
    else 'AUTHORITY' end;
end;

-- What a home is, without how its places are.
create function home_described(of home) returns jsonb language sql immutable parallel safe
begin atomic
  select to_jsonb(of) - array['registered', 'operational', 'usable', 'occupied', 'reserved', 'accepting', 'closed',
    'closed_lost', 'accepting_open', 'closed_by_reason', 'confirmed_at', 'confirmed_by_kind', 'version', 'changed_at',
    'provider_id', 'provision_type'];
end;

-- A home's counts are those of its places, whoever writes it; whose it is and what it is registered as says the register when
-- it is described. Only its holder describes it.
create function keep_home() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  registered service;
begin
  if bed_loading() then
    return new;
  end if;
  if tg_op = 'INSERT' or home_described(new) is distinct from home_described(old) then
    if tg_op = 'UPDATE' and row_security_active(tg_relid)
      and (app_role() is distinct from 'commissioner' or new.tenant_id <> app_tenant())
    then
      raise exception 'a home is described by its holder' using errcode = '42501', constraint = 'home_described';
    end if;
    select * into registered from service s where s.urn = new.urn;
    if found then
      new.provider_id := registered.provider_id;
      new.provision_type := registered.provision_type;
      if tg_op = 'INSERT' then
        new.authority_code := registered.authority_code;
      end if;
    elsif tg_op = 'INSERT' then
      raise exception 'a home is on the register' using errcode = '23503';
    end if;
  end if;
  select count(*), count(*) filter (where p.state <> 'NOT_OPERATIONAL'),
    count(*) filter (where p.state not in ('NOT_OPERATIONAL', 'NOT_USABLE')),
    count(*) filter (where p.state = 'OCCUPIED'), count(*) filter (where p.state = 'RESERVED'),
    count(*) filter (where p.state = 'ACCEPTING'), count(*) filter (where p.state = 'CLOSED'),
    count(*) filter (where p.reason in ('MATCHING', 'SOLO')),
    count(*) filter (where p.state = 'ACCEPTING' and p.block_authority_code is null)
  into new.registered, new.operational, new.usable, new.occupied, new.reserved, new.accepting, new.closed, new.closed_lost,
    new.accepting_open
  from home_place p where p.tenant_id = new.tenant_id and p.home_id = new.id;
  select coalesce(jsonb_object_agg(c.reason, c.places), '{}') into new.closed_by_reason
  from (
    select p.reason, count(*) as places from home_place p
    where p.tenant_id = new.tenant_id and p.home_id = new.id and p.reason is not null group by p.reason) c;
  if tg_op = 'INSERT' then
    new.confirmed_at := null;
    new.confirmed_by_kind := null;
  -- Twice at the same moment is twice.
  elsif new.confirmed_at is distinct from old.confirmed_at or new.confirmed_at = app_now()::timestamptz(3) then
    new.confirmed_at := app_now();
    new.confirmed_by_kind := bed_source();
  end if;
  new.changed_at := app_now();
  return new;
end $$;
create trigger keep_home before insert or update on home for each row execute function keep_home();
-- Every change counts one version.
create trigger keep_home_version before update on home for each row execute function guard_version();

-- What became of a home is written with it, what its blocks are too, and everybody who listens is told which home it was.
create function keep_home_history() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if bed_loading() then
    return null;
  end if;
  if new.registered > 0 or old.registered > 0 then
    insert into home_event (tenant_id, home_id, version, authority_code, provider_id, at, by_kind, kind, registered,
      operational, usable, occupied, reserved, accepting, closed, closed_lost, closed_by_reason, confirmed_at)
    values (new.tenant_id, new.id, new.version, new.authority_code, new.provider_id, new.changed_at, bed_source(),
      case
        when old.registered = 0 and old.confirmed_at is null then 'TAKEN_ON'
        when new.registered <> old.registered then 'PLACES_CHANGED'
        when (new.operational, new.usable, new.occupied, new.reserved, new.accepting, new.accepting_open, new.closed_by_reason)
          is distinct from (old.operational, old.usable, old.occupied, old.reserved, old.accepting, old.accepting_open,
            old.closed_by_reason) then 'CHANGED'
        when new.confirmed_at = new.changed_at and home_described(new) = home_described(old) then 'CONFIRMED'
        else 'DESCRIBED' end,
      new.registered, new.operational, new.usable, new.occupied, new.reserved, new.accepting, new.closed, new.closed_lost,
      new.closed_by_reason, new.confirmed_at);
  end if;
  update home_block b set to_at = app_now()
  where b.tenant_id = new.tenant_id and b.home_id = new.id and b.to_at is null
    and not exists (
      select from home_place p
      where p.tenant_id = b.tenant_id and p.home_id = b.home_id and p.block_authority_code = b.block_authority_code
      having (count(*), count(*) filter (where p.state = 'OCCUPIED'), count(*) filter (where p.state = 'ACCEPTING'))
        = (b.places, b.occupied, b.accepting));
  insert into home_block as b (tenant_id, home_id, block_authority_code, from_at, authority_code, places, occupied, accepting)
  select p.tenant_id, p.home_id, p.block_authority_code, app_now(), new.authority_code, count(*),
    count(*) filter (where p.state = 'OCCUPIED'), count(*) filter (where p.state = 'ACCEPTING')
  from home_place p
  where p.tenant_id = new.tenant_id and p.home_id = new.id and p.block_authority_code is not null
    and not exists (
      select from home_block o
      where o.tenant_id = p.tenant_id and o.home_id = p.home_id and o.block_authority_code = p.block_authority_code
        and o.to_at is null)
  group by p.tenant_id, p.home_id, p.block_authority_code
  on conflict (tenant_id, home_id, block_authority_code, from_at) do update
    set to_at = null, places = excluded.places, occupied = excluded.occupied, accepting = excluded.accepting;
  perform pg_notify('exchange', 'home ' || new.id);
  return null;
end $$;
create trigger keep_home_history after update on home for each row execute function keep_home_history();

-- Whoever changes places moves their home on: one version for each statement. To say how places are, or to say it again, is to
-- confirm the home; to say whose block they are, or how many, is not.
create function move_home_on() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  confirms boolean := false;
begin
  if bed_loading() then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    confirms := not exists (
        select from was w join changed c using (tenant_id, home_id, number)
        where w.block_authority_code is distinct from c.block_authority_code)
      or exists (
        select from was w join changed c using (tenant_id, home_id, number)
        where (w.state, w.reason, w.reserved_until) is distinct from (c.state, c.reason, c.reserved_until));
  end if;
  update home h
  set version = h.version + 1,
    confirmed_at = case
      when confirms or tg_op = 'INSERT' and h.confirmed_at is null and c.is_said then app_now()
      else h.confirmed_at end
  from (
    select c.tenant_id, c.home_id, bool_or(c.state <> 'NOT_OPERATIONAL') as is_said from changed c
    group by c.tenant_id, c.home_id) c
  where h.tenant_id = c.tenant_id and h.id = c.home_id;
  return null;
end $$;
create trigger move_home_on_adding after insert on home_place referencing new table as changed
  for each statement execute function move_home_on();
create trigger move_home_on_changing after update on home_place referencing old table as was new table as changed
  for each statement execute function move_home_on();
create trigger move_home_on_ending after delete on home_place referencing old table as changed
  for each statement execute function move_home_on();

-- A reservation is not for a day that has passed, and whose block a place is says its home's holder.
create function guard_home_place() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  before home_place := null;
begin
  if bed_loading() then
    return new;
  end if;
  if tg_op = 'UPDATE' then
    before := old;
  end if;
  if new.reserved_until < app_today() and new.reserved_until is distinct from before.reserved_until then
    raise exception 'a reservation is for today or later' using errcode = '23514', constraint = 'home_place_reserved_until';
  end if;
  if new.block_authority_code is distinct from before.block_authority_code and row_security_active(tg_relid)
    and (app_role() is distinct from 'commissioner' or new.tenant_id <> app_tenant())
  then
    raise exception 'whose block a place is says its home’s holder' using errcode = '42501', constraint = 'home_place_block';
  end if;
  return new;
end $$;
create trigger guard_home_place before insert or update on home_place for each row execute function guard_home_place();

create trigger guard_version before update on home_plan for each row execute function guard_version();
create trigger guard_version before update on referral_note for each row execute function guard_version();

revoke all on function criteria_in_bands(jsonb), app_reads_beds(), app_writes_beds(), app_finds_beds(), bed_sight(),
  bed_since(), homes_kept(), bed_loading(), bed_source(), home_described(home), keep_home(), keep_home_history(),
  move_home_on(), guard_home_place() from public;
grant execute on function criteria_in_bands(jsonb), app_reads_beds(), app_writes_beds(), app_finds_beds(), bed_sight(),
  bed_since(), homes_kept(), bed_loading(), bed_source(), home_described(home) to exchange_app;
grant execute on function criteria_in_bands(jsonb), bed_loading(), bed_source(), home_described(home) to exchange_loader;

grant select, insert, update (in_house, name, age_from, age_to, genders, needs, education, siblings, solo, emergency,
  notice_days, short_breaks, spot, opens_on, closes_on, confirmed_at, version) on home to exchange_app;
grant select, insert, delete, update (state, reason, reserved_until, block_authority_code) on home_place to exchange_app;
grant select, insert, update (to_at, places, occupied, accepting) on home_block to exchange_app;
grant select, insert on home_event to exchange_app;
grant select on home_day to exchange_app;
grant select, insert, update (capacity, used) on home_night to exchange_app;
grant select, insert, delete, update (latitude, longitude) on home_location to exchange_app;
grant select, insert, update (home_id, kind, places, effective_on, stage, cost, risk, risk_reason, version, changed_at)
  on home_plan to exchange_app;
grant select, insert, delete, update (planned_on, done_on) on home_plan_stage to exchange_app;
grant select, insert, update (outcome, outcome_on, placed_by, placed_in, version) on referral_note to exchange_app;
grant select, insert, update (label, criteria), delete on vacancy_search to exchange_app;

do $$
declare
  name text;
begin
  foreach name in array array['home', 'home_place', 'home_block', 'home_event', 'home_day', 'home_night', 'home_location',
    'home_plan', 'home_plan_stage', 'referral_note', 'vacancy_search']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I to exchange_loader using ((select app_is_demonstration()))
      with check ((select app_is_demonstration()))', name || '_seed', name);
    execute format('grant select, insert, update on %I to exchange_loader', name);
    execute format('grant maintain on %I to exchange_loader', name);
  end loop;
end $$;
-- No state is attached to a real home in a demonstration.
create policy home_fictitious on home as restrictive to exchange_loader using (true) with check (synthetic);

create policy home_read on home for select to exchange_app using (
  (select app_reads_beds()) and (
    tenant_id = (select app_tenant()) or provider_id in (select p from app_providers() p)
    or (tenant_id, authority_code) in (select s.giver_id, s.authority_code from bed_sight() s)));
create policy home_add on home for insert to exchange_app with check (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner'
  and authority_code in (select a from app_authorities() a));
create policy home_change on home for update to exchange_app using (
  (select app_writes_beds()) and (tenant_id = (select app_tenant()) or provider_id in (select p from app_providers() p)));

create policy home_place_read on home_place for select to exchange_app using (
  (select app_reads_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k));
create policy home_place_add on home_place for insert to exchange_app with check (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');
create policy home_place_change on home_place for update to exchange_app using (
  (select app_writes_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k));
create policy home_place_end on home_place for delete to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');

create policy home_block_read on home_block for select to exchange_app using (
  (select app_reads_beds()) and (
    tenant_id = (select app_tenant())
    -- What ended before the day that an agreement says is not shown.
    or block_authority_code in (select a from app_authorities() a)
      and coalesce((to_at at time zone 'Europe/London')::date, 'infinity')
        >= ((select bed_since()) ->> (tenant_id::text || authority_code))::date
    or (select app_role()) = 'provider'
      and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k)));
create policy home_block_add on home_block for insert to exchange_app with check (
  (select app_writes_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k));
create policy home_block_change on home_block for update to exchange_app using (
  (select app_writes_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k));

-- What was: of one's own homes all, a provider's as long as they were its own; of others since the day an agreement says.
do $$
declare
  of text[];
begin
  foreach of slice 1 in array array[
    ['home_event', '(at at time zone ''Europe/London'')::date'], ['home_day', 'day'], ['home_night', 'night']]
  loop
    execute format($q$create policy %I on %I for select to exchange_app using (
      (select app_reads_beds()) and (
        tenant_id = (select app_tenant()) or provider_id in (select p from app_providers() p)
        or %s >= ((select bed_since()) ->> (tenant_id::text || authority_code))::date))$q$, of[1] || '_read', of[1], of[2]);
  end loop;
end $$;
-- A home's event is what the home is now: no other can be written.
create policy home_event_add on home_event for insert to exchange_app with check (
  (select app_writes_beds()) and exists (
    select from home h join homes_kept() k on k.tenant_id = h.tenant_id and k.home_id = h.id
    where h.tenant_id = home_event.tenant_id and h.id = home_event.home_id and h.version = home_event.version
      and h.provider_id is not distinct from home_event.provider_id and h.changed_at = home_event.at
      and (h.registered, h.operational, h.usable, h.occupied, h.reserved, h.accepting, h.closed, h.closed_lost)
        = (home_event.registered, home_event.operational, home_event.usable, home_event.occupied, home_event.reserved,
          home_event.accepting, home_event.closed, home_event.closed_lost)));
create policy home_night_add on home_night for insert to exchange_app with check (
  (select app_writes_beds()) and exists (
    select from home h join homes_kept() k on k.tenant_id = h.tenant_id and k.home_id = h.id
    where h.tenant_id = home_night.tenant_id and h.id = home_night.home_id and h.short_breaks
      and h.provider_id is not distinct from home_night.provider_id));
create policy home_night_change on home_night for update to exchange_app using (
  (select app_writes_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k));

-- Where a home is, and what is planned: its holder's alone.
create policy home_location_read on home_location for select to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_reads_beds()));
create policy home_location_write on home_location to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');

create policy home_plan_read on home_plan for select to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_reads_beds()));
create policy home_plan_add on home_plan for insert to exchange_app with check (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner'
  and authority_code in (select a from app_authorities() a));
create policy home_plan_change on home_plan for update to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');
create policy home_plan_stage_read on home_plan_stage for select to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_reads_beds()));
create policy home_plan_stage_write on home_plan_stage to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');

-- What was looked for is its tenant's alone, and a saved search its owner's.
create policy referral_note_read on referral_note for select to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_finds_beds()));
create policy referral_note_add on referral_note for insert to exchange_app with check (
  tenant_id = (select app_tenant()) and (select app_finds_beds()) and made_by = (select app_account()));
create policy referral_note_change on referral_note for update to exchange_app using (
  tenant_id = (select app_tenant()) and (select app_finds_beds()));
create policy vacancy_search_own on vacancy_search to exchange_app using (
  tenant_id = (select app_tenant()) and owner_id = (select app_account()) and (select app_finds_beds()));

-- Twelve months after it was made a note goes, whoever's it is: of a tenant's the loader sees no note but those.
create policy referral_note_end on referral_note to exchange_loader using (made_at < app_now() - interval '12 months')
  with check (false);
grant delete on referral_note to exchange_loader;
