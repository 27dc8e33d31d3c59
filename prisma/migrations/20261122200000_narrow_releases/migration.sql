-- What agreements release to everybody, and whom they show exact figures, is looked up by two functions that run as their
-- owner. Before, they let the application's role read all agreements for a moment by a setting that the role can make itself.
drop policy agreement_public on sharing_agreement;
create policy agreement_looked_up on sharing_agreement for select to current_user using (status = 'ACTIVE');
create policy party_looked_up on agreement_party for select to current_user using (true);
create policy item_looked_up on agreement_item for select to current_user using (true);

-- What agreements release to everybody today. Who asks may be a party to none of them.
create or replace function public_sight()
  returns table (authority_code varchar(9), dataset text, agreement_id uuid, version smallint, giver_id uuid, since date,
    reference text, title text, ends_on date)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select distinct g.authority_code, g.dataset, g.agreement_id, g.version, g.giver_id, g.since, a.reference, a.title,
    a.ends_on
  from grants_in_force() g join sharing_agreement a on a.id = g.agreement_id and a.version = g.version
  where g.recipient = 'PUBLIC' and g.level >= 'RELEASED' and app_tenant() is not null;
end;

-- Organisations that agreements in force show exact figures of a consortium's members, besides whoever answers for them: they
-- hold those and a release together. Of agreements of other consortia too, which a hub does not see. For the worker, by the
-- role that signed in, and the consortium's hub.
create or replace function release_insiders(consortium text, dataset_name text, ended date)
  returns table (authority_code varchar(9), insider_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
begin atomic
  select distinct g.authority_code, g.receiver_id
  from grants_in_force() g
  join organisation receiver on receiver.id = g.receiver_id
  join consortium_member m on m.authority_code = g.authority_code and m.consortium_code = consortium
  where g.dataset = dataset_name and g.since <= ended and g.level >= 'EXACT'
    and (
      pg_has_role(session_user, 'exchange_release', 'member')
      or exists (
        select from organisation hub
        where hub.id = app_tenant() and hub.kind = 'HUB' and hub.consortium_code = consortium))
    and case g.recipient
      when 'HUB' then receiver.kind = 'HUB'
      when 'PROVIDERS' then receiver.kind = 'PROVIDER'
      when 'MEMBERS' then receiver.kind = 'TENANT'
      when 'PLACEMENT_OFFICERS' then receiver.kind = 'TENANT'
      else true end;
end;

-- Why an authority is in a release or not, by which agreement, and who else holds its figures: to those who work on it, and of
-- authorities that are shown to the viewer.
drop policy release_authority_read on release_authority;
create policy release_authority_read on release_authority for select to exchange_app
  using (exists (
    select from release r
    where r.tenant_id = release_authority.tenant_id and r.id = release_authority.release_id
      and (
        r.tenant_id = (select app_tenant()) and (select app_role()) in ('hub-analyst', 'hub-manager')
        or r.period_end >= (
          case when r.audience = 'PUBLIC' then (select release_sight(true)) else (select release_sight(false)) end
            ->> (release_authority.authority_code || r.dataset))::date)
  ));

-- The worker tells the log of its release what names it, and whose figures are in it: nothing else.
drop policy audit_event_release on audit_event;
create policy audit_event_release on audit_event for insert to exchange_release
  with check (
    type in ('release.built', 'release.failed', 'release.published')
    and exists (
      select from release r join release_held() h on h.tenant_id = r.tenant_id and h.release_id = r.id
      where (r.tenant_id, r.requested_by, r.requested_role) = (actor_organisation_id, account, role)
        and details - 'authorities' = jsonb_build_object('dataset', r.dataset, 'periods', jsonb_build_array(r.period),
          'consortium', r.consortium_code, 'audience', r.audience, 'id', r.id)
        and coalesce(details -> 'authorities', '[]') <@ to_jsonb(r.contributors))
  );

-- An authority in two consortia: its figures of a month are in releases of one of them, as each is protected against those of
-- its own consortium.
create function guard_release_once() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Two at once wait for each other here.
  perform pg_advisory_xact_lock(hashtextextended('released ' || new.dataset || ' ' || new.period, 0));
  if exists (
    select from release o
    where o.consortium_code <> new.consortium_code and (o.dataset, o.period) = (new.dataset, new.period)
      and (o.status = 'READY' or o.published_at is not null) and o.contributors && new.contributors)
  then
    raise exception 'figures of an authority are in releases of one consortium only' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_release_once before update on release for each row
  when (new.status = 'READY' and old.status <> 'READY') execute function guard_release_once();
revoke all on function guard_release_once() from public;

-- Releases that tell of the one that this worker is building, and were read or are ready: of the months before and after, as a
-- number at month end follows from the one before; and of what placements cost, as those are of the same children.
create function release_around()
  returns table (tenant_id uuid, release_id uuid, dataset text, period_end date, contributors text[])
  language sql stable parallel safe
begin atomic
  select other.tenant_id, other.id, other.dataset, other.period_end, other.contributors
  from release building
  join release other on other.tenant_id = building.tenant_id and other.consortium_code = building.consortium_code
    and (other.status = 'READY' or other.published_at is not null)
    and (
      other.dataset = building.dataset and other.period in (
        to_char(building.period_end + interval '1 month', 'YYYY-MM'),
        to_char((building.period || '-01')::date - interval '1 month', 'YYYY-MM'))
      or other.period = building.period
        and (building.dataset, other.dataset) in (('placements', 'costs'), ('costs', 'placements')))
  where building.status = 'BUILDING'
    and (building.tenant_id, building.id) in (select h.tenant_id, h.release_id from release_held() h);
end;

-- Whose exact figures this worker may read: as before; and to protect them only, those of whoever is in a release that tells
-- of it.
create or replace function release_reading()
  returns table (giver_id uuid, authority_code varchar(9), dataset text, period_end date)
  language sql stable parallel safe
begin atomic
  select s.giver_id, s.authority_code, place.dataset, place.period_end
  from (select distinct n.consortium_code, n.audience, n.dataset, n.period_end from release_neighbours() n
    where n.while_building) place
  cross join lateral release_sources(place.consortium_code, place.audience, place.dataset, place.period_end) s
  union
  select held.organisation_id, held.authority_code, n.dataset, n.period_end
  from (
    select read.dataset, read.period_end, read.contributors from release_neighbours() read where read.while_building
    union all
    select around.dataset, around.period_end, around.contributors from release_around() around) n
  cross join unnest(n.contributors) c
  join organisation_authority held on held.authority_code = c;
end;

revoke all on function release_around() from public;
grant execute on function release_around() to exchange_release;

create policy release_authority_around on release_authority for select to exchange_release
  using ((tenant_id, release_id) in (select n.tenant_id, n.release_id from release_around() n));
create policy release_cell_around on release_cell for select to exchange_release
  using ((tenant_id, release_id) in (select n.tenant_id, n.release_id from release_around() n));
