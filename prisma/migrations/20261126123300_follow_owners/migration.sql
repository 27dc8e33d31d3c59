-- A provider runs a home while its holder and the register say so, both: whom the register names no more keeps nothing of it from
-- that moment on, and whom it names instead gets nothing of it before its holder has said so, too.
create or replace function homes_kept() returns table (tenant_id uuid, home_id uuid) language sql stable parallel safe
begin atomic
  select h.tenant_id, h.id from home h
  where h.tenant_id = (select app_tenant())
    or (h.urn, h.provider_id) in (
      select s.urn, s.provider_id from service s where s.provider_id in (select p from app_providers() p));
end;

alter policy home_read on home using (
  (select app_reads_beds()) and (
    tenant_id = (select app_tenant())
    or (urn, provider_id) in (
      select s.urn, s.provider_id from service s where s.provider_id in (select p from app_providers() p))
    or (tenant_id, authority_code) in (select s.giver_id, s.authority_code from bed_sight() s)));
alter policy home_change on home using (
  (select app_writes_beds()) and (tenant_id = (select app_tenant()) or (urn, provider_id) in (
    select s.urn, s.provider_id from service s where s.provider_id in (select p from app_providers() p))));

-- Whoever holds a home describes it anew by saying what it is, be it the same: it is then whose the register says.
create function follow_owner() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  registered service;
begin
  select * into registered from service s where s.urn = new.urn;
  if found and app_role() = 'commissioner' and new.tenant_id = app_tenant() then
    new.provider_id := registered.provider_id;
    new.provision_type := registered.provision_type;
  end if;
  return new;
end $$;
create trigger follow_owner before update of age_from on home for each row execute function follow_owner();
revoke all on function follow_owner() from public;
