-- What the server's role could have written past our code, and a quicker way to the same answer.

-- A block is what places say from a moment on, and ends when they say otherwise: nobody writes anything else of it.
create function guard_home_block() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  says_so boolean;
  moment timestamptz(3) := app_now();
begin
  if bed_loading() or not row_security_active(tg_relid) then
    return new;
  end if;
  select (count(*), count(*) filter (where p.state = 'OCCUPIED'), count(*) filter (where p.state = 'ACCEPTING'))
    = (new.places, new.occupied, new.accepting) into says_so
  from home_place p
  where p.tenant_id = new.tenant_id and p.home_id = new.home_id and p.block_authority_code = new.block_authority_code;
  if new.to_at is null and says_so and new.from_at = moment
    or tg_op = 'UPDATE' and not says_so and old.to_at is null and new.to_at = moment
      and (old.places, old.occupied, old.accepting) = (new.places, new.occupied, new.accepting)
  then
    return new;
  end if;
  raise exception 'a block is what its places say' using errcode = '23514', constraint = 'home_block_places';
end $$;
create trigger guard_home_block before insert or update on home_block for each row execute function guard_home_block();
revoke all on function guard_home_block() from public;

-- A provider reads blocks as they are: what was may have been another's time.
alter policy home_block_read on home_block using (
  (select app_reads_beds()) and (
    tenant_id = (select app_tenant())
    or block_authority_code in (select a from app_authorities() a)
      and coalesce((to_at at time zone 'Europe/London')::date, 'infinity')
        >= ((select bed_since()) ->> (tenant_id::text || authority_code))::date
    or (select app_role()) = 'provider' and coalesce(to_at, 'infinity') >= (select app_now()::timestamptz(3))
      and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k)));

-- An event is written with its home's change alone, and says all of it.
alter policy home_event_add on home_event with check (
  (select app_writes_beds()) and pg_trigger_depth() > 0 and by_kind = bed_source() and exists (
    select from home h join homes_kept() k on k.tenant_id = h.tenant_id and k.home_id = h.id
    where h.tenant_id = home_event.tenant_id and h.id = home_event.home_id and h.version = home_event.version
      and h.provider_id is not distinct from home_event.provider_id and h.changed_at = home_event.at
      and h.confirmed_at is not distinct from home_event.confirmed_at
      and (h.registered, h.operational, h.usable, h.occupied, h.reserved, h.accepting, h.accepting_open, h.closed,
          h.closed_lost, h.closed_by_reason)
        = (home_event.registered, home_event.operational, home_event.usable, home_event.occupied, home_event.reserved,
          home_event.accepting, home_event.accepting_open, home_event.closed, home_event.closed_lost,
          home_event.closed_by_reason)));

-- Nights are those that have begun; and those of a provider before are not to be written over, unseen.
alter policy home_night_add on home_night with check (
  (select app_writes_beds()) and night <= (select app_today()) and exists (
    select from home h join homes_kept() k on k.tenant_id = h.tenant_id and k.home_id = h.id
    where h.tenant_id = home_night.tenant_id and h.id = home_night.home_id and h.short_breaks
      and h.provider_id is not distinct from home_night.provider_id));
alter policy home_night_change on home_night using (
  (select app_writes_beds()) and (tenant_id, home_id) in (select k.tenant_id, k.home_id from homes_kept() k)
  and (tenant_id = (select app_tenant()) or provider_id in (select p from app_providers() p)));

-- Of two years of a region hundreds of thousands of rows are looked at: where every agreement shows a day, a look into a table
-- of holders and areas decides, and their first days are compared one by one for what is left.
alter policy home_day_read on home_day using (
  (select app_reads_beds()) and (
    tenant_id = (select app_tenant()) or provider_id in (select p from app_providers() p)
    or day >= (select max(s.since) from bed_sight() s)
      and (tenant_id, authority_code) in (select s.giver_id, s.authority_code from bed_sight() s)
    or day >= ((select bed_since()) ->> (tenant_id::text || authority_code))::date));

-- No state is attached to a real home in a demonstration, whoever takes it on.
create trigger guard_real_provider before insert on home for each row execute function guard_real_provider();

-- What was offered is counts by how they are had; and no search is from a time to come, from which on it would be kept.
alter table referral_note add constraint referral_note_offered_by check (
  jsonb_typeof(offered_by) = 'object' and offered_by - array['BLOCK', 'IN_HOUSE', 'FRAMEWORK', 'SPOT'] = '{}'
  and not jsonb_path_exists(offered_by, 'strict $.* ? (@.type() != "number")'));
alter policy referral_note_add on referral_note with check (
  tenant_id = (select app_tenant()) and (select app_finds_beds()) and made_by = (select app_account())
  and made_at <= (select app_now()) + interval '1 hour');
