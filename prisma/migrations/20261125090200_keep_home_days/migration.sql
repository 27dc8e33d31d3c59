-- How homes were when each day ended is kept once, of every tenant, by the role that keeps the log's chains: like them it is
-- appended in the background, changed by nobody and deleted by nobody.

-- Adds every day that has ended and is not kept yet, of every home whose places are kept: how the newest event before the end of
-- the day in England left it. Doing it again adds nothing. Gives how many were added.
create function keep_home_days() returns int language sql
begin atomic
  with kept as (
    insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
      reserved, accepting, closed, closed_lost, confirmed_on)
    select e.tenant_id, e.home_id, d.day, e.authority_code, e.provider_id, e.registered, e.operational, e.usable, e.occupied,
      e.reserved, e.accepting, e.closed, e.closed_lost, (e.confirmed_at at time zone 'Europe/London')::date
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

revoke all on function keep_home_days() from public;
grant execute on function keep_home_days(), app_today() to exchange_chain;
grant select (tenant_id, id, closes_on) on home to exchange_chain;
grant select on home_event to exchange_chain;
grant select (tenant_id, home_id, day), insert on home_day to exchange_chain;
create policy home_keep on home for select to exchange_chain using (true);
create policy home_event_keep on home_event for select to exchange_chain using (true);
create policy home_day_known on home_day for select to exchange_chain using (true);
create policy home_day_keep on home_day for insert to exchange_chain with check (true);

-- A demonstration's homes say how they are by the loader, too: who says it is worked out from the role.
grant execute on function app_role(), app_tenant() to exchange_loader;
