-- Whether figures of two datasets and months tell of one another: they are the same; a number at month end follows from the one
-- of the month before; and what placements cost is told of the same children.
create function releases_tell(one text, month text, other text, other_month text) returns boolean
  language sql immutable parallel safe
  return one = other
      and abs(12 * (left(month, 4)::int - left(other_month, 4)::int) + right(month, 2)::int - right(other_month, 2)::int) <= 1
    or month = other_month and (one, other) in (('placements', 'costs'), ('costs', 'placements'));

-- As before.
create or replace function release_around()
  returns table (tenant_id uuid, release_id uuid, dataset text, period_end date, contributors text[])
  language sql stable parallel safe
begin atomic
  select other.tenant_id, other.id, other.dataset, other.period_end, other.contributors
  from release building
  join release other on other.tenant_id = building.tenant_id and other.consortium_code = building.consortium_code
    and (other.status = 'READY' or other.published_at is not null)
    and (other.dataset, other.period) <> (building.dataset, building.period)
    and releases_tell(other.dataset, other.period, building.dataset, building.period)
  where building.status = 'BUILDING'
    and (building.tenant_id, building.id) in (select h.tenant_id, h.release_id from release_held() h);
end;

-- Figures of an authority, and those that tell of them, are in releases of one consortium, each of which is protected against
-- all others of it. Of two that become ready at once the second was not: it is built anew.
create or replace function guard_release_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Two at once wait for each other here.
  perform pg_advisory_xact_lock(hashtextextended('releases become ready', 0));
  if exists (
    select from release o
    where o.consortium_code <> new.consortium_code and releases_tell(o.dataset, o.period, new.dataset, new.period)
      and (o.status = 'READY' or o.published_at is not null) and o.contributors && new.contributors)
  then
    raise exception 'figures of an authority are in releases of one consortium only' using errcode = '23514';
  end if;
  if exists (
    select from release_around() around
    where around.release_id <> all (
      select unnest(c.earlier) from release_certificate c
      where (c.tenant_id, c.release_id) = (new.tenant_id, new.id)))
  then
    raise exception 'a release is protected against those that tell of it' using errcode = '23514';
  end if;
  return new;
end $$;

revoke all on function releases_tell(text, text, text, text) from public;
grant execute on function releases_tell(text, text, text, text) to exchange_release;
