-- A place that is reserved until a day that has passed is not free: nobody has said so. Its home is not known to be as it
-- says, however lately it was confirmed; so the first of those days stands on the home, kept as its counts are.
alter table home add column reserved_until date;
alter table home no force row level security;
alter table home_place no force row level security;
alter table home disable trigger user;
update home h set reserved_until = p.first
from (select tenant_id, home_id, min(reserved_until) as first from home_place group by tenant_id, home_id) p
where p.tenant_id = h.tenant_id and p.home_id = h.id and p.first is not null;
alter table home enable trigger user;
alter table home force row level security;
alter table home_place force row level security;
alter table home add constraint home_reserved_until check ((reserved > 0) = (reserved_until is not null));

create or replace function home_described(of home) returns jsonb language sql immutable parallel safe
begin atomic
  select to_jsonb(of) - array['registered', 'operational', 'usable', 'occupied', 'reserved', 'accepting', 'closed',
    'closed_lost', 'accepting_open', 'closed_by_reason', 'reserved_until', 'confirmed_at', 'confirmed_by_kind', 'version',
    'changed_at', 'provider_id', 'provision_type'];
end;

create or replace function keep_home() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  registered service;
begin
  if bed_loading() then
    return new;
  end if;
  select * into registered from service s where s.urn = new.urn;
  if tg_op = 'INSERT' or home_described(new) is distinct from home_described(old) then
    if tg_op = 'UPDATE' and row_security_active(tg_relid)
      and (app_role() is distinct from 'commissioner' or new.tenant_id <> app_tenant())
    then
      raise exception 'a home is described by its holder' using errcode = '42501', constraint = 'home_described';
    end if;
    if registered.urn is not null then
      new.provider_id := registered.provider_id;
      new.provision_type := registered.provision_type;
      if tg_op = 'INSERT' then
        new.authority_code := registered.authority_code;
      end if;
    elsif tg_op = 'INSERT' then
      raise exception 'a home is on the register' using errcode = '23503';
    end if;
  -- Whom the register names no more is told nothing of what is said from now on.
  elsif registered.urn is not null and registered.provider_id is distinct from new.provider_id then
    new.provider_id := null;
  end if;
  select count(*), count(*) filter (where p.state <> 'NOT_OPERATIONAL'),
    count(*) filter (where p.state not in ('NOT_OPERATIONAL', 'NOT_USABLE')),
    count(*) filter (where p.state = 'OCCUPIED'), count(*) filter (where p.state = 'RESERVED'),
    count(*) filter (where p.state = 'ACCEPTING'), count(*) filter (where p.state = 'CLOSED'),
    count(*) filter (where p.reason in ('MATCHING', 'SOLO')),
    count(*) filter (where p.state = 'ACCEPTING' and p.block_authority_code is null), min(p.reserved_until)
  into new.registered, new.operational, new.usable, new.occupied, new.reserved, new.accepting, new.closed, new.closed_lost,
    new.accepting_open, new.reserved_until
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
