-- How many accepting places were nobody's block is kept of events and days too: as today, so then, a place that was kept for
-- somebody's block was free to nobody else.

-- AlterTable
ALTER TABLE "home_day" ADD COLUMN     "accepting_open" SMALLINT;

-- AlterTable
ALTER TABLE "home_event" ADD COLUMN     "accepting_open" SMALLINT;

alter table home_day add constraint home_day_open check (accepting_open between 0 and accepting);
alter table home_event add constraint home_event_open check (accepting_open between 0 and accepting);

-- Of what was before, blocks say it: every change of them is kept. Of several changes in one moment they keep the last alone, so
-- what was between is not known of homes that have blocks.
alter table home_block no force row level security;
alter table home_event no force row level security;
alter table home_day no force row level security;
update home_event e set accepting_open = e.accepting - k.kept
from (
  select e.tenant_id, e.home_id, e.version, coalesce(sum(b.accepting), 0) as kept,
    e.version < max(e.version) over (partition by e.tenant_id, e.home_id, e.at) as is_between
  from home_event e
  left join home_block b on b.tenant_id = e.tenant_id and b.home_id = e.home_id
    and b.from_at <= e.at and (b.to_at > e.at or b.to_at is null)
  group by e.tenant_id, e.home_id, e.version) k
where k.tenant_id = e.tenant_id and k.home_id = e.home_id and k.version = e.version and k.kept <= e.accepting
  and not (k.is_between and exists (
    select from home_block b where b.tenant_id = e.tenant_id and b.home_id = e.home_id));
update home_day d set accepting_open = d.accepting - k.kept
from (
  select d.tenant_id, d.home_id, d.day, coalesce(sum(b.accepting), 0) as kept
  from home_day d
  left join home_block b on b.tenant_id = d.tenant_id and b.home_id = d.home_id
    and (b.from_at at time zone 'Europe/London')::date <= d.day
    and ((b.to_at at time zone 'Europe/London')::date > d.day or b.to_at is null)
  group by d.tenant_id, d.home_id, d.day) k
where k.tenant_id = d.tenant_id and k.home_id = d.home_id and k.day = d.day and k.kept <= d.accepting;
alter table home_block force row level security;
alter table home_event force row level security;
alter table home_day force row level security;

create or replace function keep_home_history() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if bed_loading() then
    return null;
  end if;
  if new.registered > 0 or old.registered > 0 then
    insert into home_event (tenant_id, home_id, version, authority_code, provider_id, at, by_kind, kind, registered,
      operational, usable, occupied, reserved, accepting, accepting_open, closed, closed_lost, closed_by_reason,
      confirmed_at)
    values (new.tenant_id, new.id, new.version, new.authority_code, new.provider_id, new.changed_at, bed_source(),
      case
        when old.registered = 0 and old.confirmed_at is null then 'TAKEN_ON'
        when new.registered <> old.registered then 'PLACES_CHANGED'
        when (new.operational, new.usable, new.occupied, new.reserved, new.accepting, new.accepting_open, new.closed_by_reason)
          is distinct from (old.operational, old.usable, old.occupied, old.reserved, old.accepting, old.accepting_open,
            old.closed_by_reason) then 'CHANGED'
        when new.confirmed_at = new.changed_at and home_described(new) = home_described(old) then 'CONFIRMED'
        else 'DESCRIBED' end,
      new.registered, new.operational, new.usable, new.occupied, new.reserved, new.accepting, new.accepting_open, new.closed,
      new.closed_lost, new.closed_by_reason, new.confirmed_at);
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

create or replace function keep_home_days() returns int language sql
begin atomic
  with kept as (
    insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
      reserved, accepting, accepting_open, closed, closed_lost, confirmed_on)
    select e.tenant_id, e.home_id, d.day, e.authority_code, e.provider_id, e.registered, e.operational, e.usable, e.occupied,
      e.reserved, e.accepting, e.accepting_open, e.closed, e.closed_lost, (e.confirmed_at at time zone 'Europe/London')::date
    from home h
    cross join lateral (
      select coalesce(
        (select max(k.day) + 1 from home_day k where k.tenant_id = h.tenant_id and k.home_id = h.id),
        (select (f.at at time zone 'Europe/London')::date from home_event f
         where f.tenant_id = h.tenant_id and f.home_id = h.id order by f.version limit 1)) as day) first
    cross join lateral (
      select first.day + nth as day from generate_series(0, app_today() - 1 - first.day) as nth
      where h.closes_on is null or first.day + nth < h.closes_on) d
    join lateral (
      select * from home_event e
      where e.tenant_id = h.tenant_id and e.home_id = h.id
        and e.at < (d.day + 1)::timestamp at time zone 'Europe/London'
      order by e.version desc limit 1) e on true
    order by e.tenant_id, e.home_id, d.day
    on conflict do nothing
    returning 1)
  select count(*)::int from kept;
end;
