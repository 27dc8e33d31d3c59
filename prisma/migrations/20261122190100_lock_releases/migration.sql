-- A release is built once, by a worker under its own role, from figures that agreements in force release; it is audited,
-- frozen, and then read by whoever agreements show it to. What was not audited cannot be stored, let alone read.

alter table release
  add constraint release_numbers check (version >= 1 and revision >= 1),
  -- Never weaker than this: an agreement may ask for more.
  add constraint release_rule check (minimum_count >= 8 and rounding >= 5),
  add constraint release_dataset check (dataset in ('placements', 'costs', 'providers', 'fostering', 'beds', 'demand')),
  add constraint release_contributors check (contributors is not null),
  add constraint release_built check (
    status not in ('READY', 'PUBLISHED', 'SUPERSEDED') or built_at is not null and cardinality(contributors) > 0),
  add constraint release_published check (status not in ('PUBLISHED', 'SUPERSEDED') or published_at is not null),
  add constraint release_ended check ((status in ('FAILED', 'SUPERSEDED', 'WITHDRAWN')) = (ended_at is not null)),
  add constraint release_reason check ((status in ('FAILED', 'WITHDRAWN')) = (reason is not null));

alter table release_authority
  add constraint release_authority_says_why check (
    contributes = (agreement_id is not null) and contributes = (agreement_version is not null)
    and contributes = (reason is null)),
  add constraint release_authority_exact_to check (exact_to is not null);

alter table release_certificate
  add constraint release_certificate_hash check (cells_hash ~ '^[0-9a-f]{64}$'),
  -- Nobody narrows a c to fewer than five values; two who join forces never to one.
  add constraint release_certificate_holds check (coalesce(narrowest_interval, 4) >= 4 and exact_recoveries = 0),
  add constraint release_certificate_counts check (
    published >= 0 and suppressed >= 0 and cells >= published + suppressed and cells > 0),
  add constraint release_certificate_earlier check (earlier is not null);

alter table release_cell
  add constraint release_cell_value_or_symbol check ((value is null) = (symbol is not null)),
  add constraint release_cell_symbol check (symbol in ('z', 'x', 'c', 'k', 'u')),
  add constraint release_cell_finite check (value is null or value not in ('NaN', 'Infinity', '-Infinity')),
  add constraint release_cell_indicator check (indicator_id is null or codes = ''),
  -- Whatever went wrong before: no count from 1 to 7 is ever stored.
  add constraint release_cell_small check (indicator_id is not null or value is null or value = 0 or value >= 8);

-- One release of the same figures is built at a time: each is protected against all before it.
create unique index release_building on release (tenant_id, consortium_code, dataset, period)
  where status = 'BUILDING';
create unique index release_in_force on release (tenant_id, consortium_code, dataset, period, audience)
  where status = 'PUBLISHED';
-- For comparisons.
create index release_cell_compared on release_cell (indicator_id, area, period_end)
  include (tenant_id, release_id, value, symbol) where indicator_id is not null;

-- The worker of this transaction. Nothing set means none.
create function app_worker() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.worker', true), '')::uuid;

-- What agreements release to everybody today. Who asks may be a party to none of them, so that the agreements themselves
-- are shown while this function looks at them, and to nobody else (policy agreement_public).
create function public_sight()
  returns table (authority_code varchar(9), dataset text, agreement_id uuid, version smallint, giver_id uuid, since date,
    reference text, title text, ends_on date)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_tenant() is null then
    return;
  end if;
  perform set_config('app.public_sight', 'yes', true);
  return query
    select distinct g.authority_code, g.dataset, g.agreement_id, g.version, g.giver_id, g.since, a.reference, a.title,
      a.ends_on
    from grants_in_force() g join sharing_agreement a on a.id = g.agreement_id and a.version = g.version
    where g.recipient = 'PUBLIC' and g.level >= 'RELEASED';
  perform set_config('app.public_sight', '', true);
end $$;

-- Authorities whose figures of a dataset and month agreements in force let into a release for an audience, and the
-- strictest rule that any of these agreements asks for.
create function release_sources(consortium text, audience release_audience, dataset_name text, ended date)
  returns table (authority_code varchar(9), giver_id uuid, agreement_id uuid, version smallint, minimum_count smallint,
    rounding smallint)
  language sql stable parallel safe
begin atomic
  select distinct on (g.authority_code) g.authority_code, g.giver_id, g.agreement_id, g.version,
    max(item.minimum_count) over (partition by g.authority_code),
    max(item.rounding) over (partition by g.authority_code)
  from grants_in_force() g
  join sharing_agreement a on a.id = g.agreement_id and a.version = g.version
  join agreement_item item on item.agreement_id = g.agreement_id and item.version = g.version
    and item.dataset = g.dataset and item.recipient = g.recipient
  join organisation receiver on receiver.id = g.receiver_id
  where a.consortium_code = consortium and g.dataset = dataset_name and g.since <= ended and g.level >= 'RELEASED'
    and case audience
      when 'MEMBERS' then g.recipient = 'MEMBERS' and receiver.kind = 'TENANT'
      when 'REVIEWERS' then g.recipient = 'REVIEWERS'
      else g.recipient = 'PUBLIC' end
  order by g.authority_code, g.agreement_id, g.version desc;
end;

-- Organisations that agreements in force show exact figures of a consortium's members, besides whoever answers for them: they
-- hold those and a release together. Of agreements of other consortia too, which a hub does not see: only this function does.
create function release_insiders(consortium text, dataset_name text, ended date)
  returns table (authority_code varchar(9), insider_id uuid)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  if app_worker() is null and not exists (
    select from organisation hub where hub.id = app_tenant() and hub.kind = 'HUB' and hub.consortium_code = consortium)
  then
    return;
  end if;
  perform set_config('app.public_sight', 'yes', true);
  return query
    select distinct g.authority_code, g.receiver_id
    from grants_in_force() g
    join organisation receiver on receiver.id = g.receiver_id
    join consortium_member m on m.authority_code = g.authority_code and m.consortium_code = consortium
    where g.dataset = dataset_name and g.since <= ended and g.level >= 'EXACT'
      and case g.recipient
        when 'HUB' then receiver.kind = 'HUB'
        when 'PROVIDERS' then receiver.kind = 'PROVIDER'
        when 'MEMBERS' then receiver.kind = 'TENANT'
        when 'PLACEMENT_OFFICERS' then receiver.kind = 'TENANT'
        else true end;
  perform set_config('app.public_sight', '', true);
end $$;

-- The first day of what the viewer reads of releases, by authority and dataset: what agreements show at RELEASED or better;
-- one's own; and, of a release for everybody, what agreements release to everybody.
create function release_sight(for_public boolean) returns jsonb language sql stable
begin atomic
  select jsonb_object_agg(seen.key, seen.since)
  from (
    select every.key, min(every.since) as since
    from (
      select s.authority_code || s.dataset as key, s.since from sight() s where s.level >= 'RELEASED'
      union all
      select p.authority_code || p.dataset, p.since from public_sight() p where for_public
      union all
      select held.authority_code || named.dataset, '-infinity'::date
      from organisation_authority held
      cross join unnest(array['placements', 'costs', 'providers', 'fostering', 'beds', 'demand']) as named(dataset)
      where held.organisation_id = (select app_tenant())) every
    group by every.key) seen;
end;

-- Releases that this worker is building.
create function release_held() returns table (tenant_id uuid, release_id uuid) language sql stable parallel safe
begin atomic
  select j.tenant_id, j.release_id from release_job j where j.taken_by = (select app_worker());
end;

-- Releases of the same figures as those this worker is building: these, those on their way, and all that were ever read.
create function release_neighbours()
  returns table (tenant_id uuid, release_id uuid, consortium_code text, dataset text, period text, period_end date,
    audience release_audience, contributors text[], while_building boolean)
  language sql stable parallel safe
begin atomic
  select other.tenant_id, other.id, other.consortium_code, other.dataset, other.period, other.period_end, other.audience,
    other.contributors, building.status = 'BUILDING'
  from release building
  join release other on other.tenant_id = building.tenant_id and other.consortium_code = building.consortium_code
    and other.dataset = building.dataset and other.period = building.period
    and (other.status in ('BUILDING', 'READY') or other.published_at is not null)
  where building.status in ('BUILDING', 'READY')
    and (building.tenant_id, building.id) in (select h.tenant_id, h.release_id from release_held() h);
end;

-- Whose exact figures this worker may read: those of whoever releases them to the audience it builds for, and to an
-- audience that reads a release of the same figures already, which is to be protected too; and to protect them only, those
-- of whoever is in a release of the same figures that was read, whether or not they still share.
create function release_reading()
  returns table (giver_id uuid, authority_code varchar(9), dataset text, period_end date)
  language sql stable parallel safe
begin atomic
  select s.giver_id, s.authority_code, place.dataset, place.period_end
  from (select distinct n.consortium_code, n.audience, n.dataset, n.period_end from release_neighbours() n
    where n.while_building) place
  cross join lateral release_sources(place.consortium_code, place.audience, place.dataset, place.period_end) s
  union
  select held.organisation_id, held.authority_code, n.dataset, n.period_end
  from release_neighbours() n
  cross join unnest(n.contributors) c
  join organisation_authority held on held.authority_code = c
  where n.while_building;
end;

-- SHA-256 of a release's cells, in hexadecimal: a line `table|codes|area|value or symbol` for each, in the order of their
-- bytes, with line feeds between.
create function release_cells_hash(tenant uuid, release uuid) returns text language sql stable parallel safe
begin atomic
  select encode(sha256(convert_to(coalesce(string_agg(line.text, E'\n' order by line.text collate "C"), ''), 'UTF8')), 'hex')
  from (
    select concat_ws('|', c.table_name, c.codes, c.area, coalesce(c.value::text, c.symbol)) as text
    from release_cell c where c.tenant_id = $1 and c.release_id = $2) line;
end;

-- Nobody, whatever their role, makes readable what no audit saw: the cells must be those of the certificate. A release is
-- asked for by its hub; it moves on step by step.
create function guard_release() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  readable constant release_status[] := array['READY', 'PUBLISHED', 'SUPERSEDED'];
  moving constant text[] := array['status', 'revision', 'published_at', 'ended_at', 'reason'];
  built constant text[] := array['minimum_count', 'rounding', 'synthetic', 'built_at', 'contributors'];
  by_worker boolean;
  changing text[];
begin
  if new.status = any (readable) and (tg_op = 'INSERT' or old.status <> all (readable)) then
    if not exists (
      select from release_certificate c
      where c.tenant_id = new.tenant_id and c.release_id = new.id
        and c.cells_hash = release_cells_hash(new.tenant_id, new.id)
        and (c.cells, c.published, c.suppressed) = (
          select count(*), count(f.value), count(*) filter (where f.symbol = 'c')
          from release_cell f where f.tenant_id = new.tenant_id and f.release_id = new.id))
    then
      raise exception 'a release is read as its audit saw it, or not at all' using errcode = '23514';
    end if;
  end if;
  if not row_security_active('public.release') then
    return new;
  end if;

  by_worker := pg_has_role(current_user, 'exchange_release', 'member');
  if tg_op = 'INSERT' then
    if new.status <> 'BUILDING' or new.revision <> 1 or new.built_at is not null or new.published_at is not null
      or cardinality(new.contributors) > 0 or (new.minimum_count, new.rounding) <> (8, 5)
      or new.period !~ '^\d{4}-(0[1-9]|1[0-2])$' or new.period_end >= app_today()
      or new.period_end <> ((new.period || '-01')::date + interval '1 month - 1 day')::date
      or new.version <> 1 + coalesce((
        select max(r.version) from release r
        where (r.tenant_id, r.consortium_code, r.dataset, r.period, r.audience)
          = (new.tenant_id, new.consortium_code, new.dataset, new.period, new.audience)), 0)
      or not exists (
        select from organisation hub
        where hub.id = new.tenant_id and hub.kind = 'HUB' and hub.consortium_code = new.consortium_code)
    then
      raise exception 'a release begins as its hub asks for it, for a month that has ended' using errcode = '23514';
    end if;
    return new;
  end if;

  changing := case when by_worker and old.status = 'BUILDING' then moving || built else moving end;
  if new.revision <> old.revision + 1 or to_jsonb(new) - changing <> to_jsonb(old) - changing then
    raise exception 'what names a release, and what is in it, does not change' using errcode = '23514';
  end if;
  if not (case when by_worker
    then (old.status, new.status) in (
      ('BUILDING', 'READY'), ('BUILDING', 'FAILED'), ('READY', 'PUBLISHED'), ('PUBLISHED', 'SUPERSEDED'))
    else (old.status, new.status) in (
      ('READY', 'PUBLISHED'), ('PUBLISHED', 'SUPERSEDED'),
      ('BUILDING', 'WITHDRAWN'), ('READY', 'WITHDRAWN'), ('PUBLISHED', 'WITHDRAWN'), ('SUPERSEDED', 'WITHDRAWN'))
    end)
  then
    raise exception 'a release that is % does not become %', old.status, new.status using errcode = '23514';
  end if;
  if by_worker and new.status = 'PUBLISHED' and not new.publish_when_ready then
    raise exception 'the hub publishes a release, unless it asked for that beforehand' using errcode = '42501';
  end if;
  if new.published_at is distinct from old.published_at and new.status <> 'PUBLISHED' then
    raise exception 'what was published stays known to have been' using errcode = '23514';
  end if;
  if new.status in ('READY', 'PUBLISHED') and not new.contributors <@ array(
    select s.authority_code::text
    from release_sources(new.consortium_code, new.audience, new.dataset, new.period_end) s
    where s.minimum_count <= new.minimum_count and s.rounding <= new.rounding)
  then
    raise exception 'agreements in force release every authority in it to its audience, by its rule' using errcode = '23514';
  end if;
  if new.status in ('READY', 'PUBLISHED') and exists (
    select from release_insiders(new.consortium_code, new.dataset, new.period_end) i
    join release_authority a on a.tenant_id = new.tenant_id and a.release_id = new.id and a.contributes
      and a.authority_code = i.authority_code
    where i.insider_id <> all (a.exact_to))
  then
    raise exception 'a release is protected against everybody whom agreements show figures in it exactly' using errcode = '23514';
  end if;
  if new.status = 'READY' and (
    new.contributors <> array(
      select a.authority_code::text from release_authority a
      where a.tenant_id = new.tenant_id and a.release_id = new.id and a.contributes
      order by a.authority_code collate "C")
    or exists (
      select from release_cell c
      where c.tenant_id = new.tenant_id and c.release_id = new.id
        and (c.area <> all (new.contributors || 'consortium'::text)
          or c.indicator_id is null and mod(c.value::numeric, new.rounding) <> 0))
    or exists (
      select from release o
      where (o.tenant_id, o.consortium_code, o.dataset, o.period)
          = (new.tenant_id, new.consortium_code, new.dataset, new.period)
        and (o.status = 'READY' or o.published_at is not null) and o.id <> all (
          select unnest(c.earlier) from release_certificate c
          where c.tenant_id = new.tenant_id and c.release_id = new.id)))
  then
    raise exception 'a release holds figures of those who contribute, by its rule, protected against all others of the same figures'
      using errcode = '23514';
  end if;
  if new.status = 'SUPERSEDED' and not exists (
    select from release n
    where (n.tenant_id, n.consortium_code, n.dataset, n.period, n.audience)
        = (new.tenant_id, new.consortium_code, new.dataset, new.period, new.audience)
      and n.status = 'READY' and n.version > new.version)
  then
    raise exception 'a release is replaced by a later version that is ready' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_release before insert or update on release for each row execute function guard_release();

-- Figures are added while their release is being built, for its dataset and month; they are never changed.
create function guard_release_figures() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (
    select from added a where not exists (
      select from release r
      where (r.tenant_id, r.id, r.dataset, r.period_end) = (a.tenant_id, a.release_id, a.dataset, a.period_end)
        and r.status = 'BUILDING'))
  then
    raise exception 'a release that is built holds what it holds' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger guard_release_figures after insert on release_cell
  referencing new table as added for each statement execute function guard_release_figures();

create function guard_release_certificate() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' or not exists (
    select from release r where r.tenant_id = new.tenant_id and r.id = new.release_id and r.status = 'BUILDING')
  then
    raise exception 'a release that is built holds what it holds' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_release_certificate before insert or update on release_certificate
  for each row execute function guard_release_certificate();

create function refuse_release_change() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'a figure that is released does not change' using errcode = '23514';
end $$;
create trigger refuse_release_change before update on release_cell
  for each statement execute function refuse_release_change();

revoke all on all functions in schema public from public;
grant execute on function public_sight(), release_sources(text, release_audience, text, date), release_sight(boolean),
  app_worker(), release_insiders(text, text, date), release_cells_hash(uuid, uuid) to exchange_app;
grant execute on function app_tenant(), app_today(), app_worker(), consortium_organisations(), grants_in_force(),
  release_sources(text, release_audience, text, date), release_insiders(text, text, date), release_held(),
  release_neighbours(), release_reading(), release_cells_hash(uuid, uuid) to exchange_release;
grant execute on function app_today() to exchange_loader;

create policy agreement_public on sharing_agreement for select to exchange_app
  using (status = 'ACTIVE' and current_setting('app.public_sight', true) = 'yes');

-- The application asks for releases, moves them on, and reads them.
grant select on release, release_authority, release_certificate, release_cell to exchange_app;
grant insert on release to exchange_app;
grant update (status, revision, published_at, ended_at, reason) on release to exchange_app;
grant select (tenant_id, release_id, stage, done, total) on release_job to exchange_app;

alter table release enable row level security;
alter table release force row level security;
alter table release_job enable row level security;
alter table release_job force row level security;
alter table release_authority enable row level security;
alter table release_authority force row level security;
alter table release_certificate enable row level security;
alter table release_certificate force row level security;
alter table release_cell enable row level security;
alter table release_cell force row level security;

-- A release: to those of its hub who work on it; and once published to its audience, where figures of at least one authority
-- in it are shown to the viewer.
create policy release_read on release for select to exchange_app
  using (
    tenant_id = (select app_tenant()) and (select app_role()) in ('hub-analyst', 'hub-manager')
    or status in ('PUBLISHED', 'SUPERSEDED') and case
      when audience = 'PUBLIC' then exists (
        select from unnest(contributors) c
        where period_end >= ((select release_sight(true)) ->> (c || dataset))::date)
      else consortium_code in (select app_consortia())
        and (audience = 'REVIEWERS' or (select app_role()) <> 'reviewer')
        and exists (
          select from unnest(contributors) c
          where period_end >= ((select release_sight(false)) ->> (c || dataset))::date)
      end
  );
create policy release_ask on release for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) in ('hub-analyst', 'hub-manager') and not synthetic
    and requested_role = (select app_role())
    and requested_by = (select a.name from account a where a.id = (select app_account()))
  );
create policy release_move on release for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('hub-analyst', 'hub-manager'));

create policy release_job_read on release_job for select to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('hub-analyst', 'hub-manager'));
create policy release_authority_read on release_authority for select to exchange_app
  using ((tenant_id, release_id) in (select r.tenant_id, r.id from release r));
create policy release_certificate_read on release_certificate for select to exchange_app
  using ((tenant_id, release_id) in (select r.tenant_id, r.id from release r));
-- A figure: of an authority that is shown; of the consortium where each authority in it is.
create policy release_cell_read on release_cell for select to exchange_app
  using ((tenant_id, release_id, area) in (
    select r.tenant_id, r.id, shown.area
    from release r
    cross join lateral (
      select array_agg(each.code) filter (where each.is_shown) as codes, bool_and(each.is_shown) as all_shown
      from (
        select c as code, coalesce(r.period_end >= (
          case when r.audience = 'PUBLIC' then (select release_sight(true)) else (select release_sight(false)) end
            ->> (c || r.dataset))::date, false) as is_shown
        from unnest(r.contributors) c
        -- Looked up once for each: without this line twice, and sight is worked out for either.
        offset 0) each) seen
    cross join lateral unnest(case when seen.all_shown then seen.codes || 'consortium'::text else seen.codes end)
      as shown(area)
    where r.status in ('READY', 'PUBLISHED', 'SUPERSEDED')
  ));

-- The worker reads what it is to build from, and the releases of the same figures; it writes what it was given to build.
grant usage on schema public to exchange_release;
grant select on organisation, organisation_authority, consortium, consortium_member, authority, indicator,
  indicator_period, reference_observation, sharing_agreement, agreement_party, agreement_item, "return", return_row
  to exchange_release;
grant select on release to exchange_release;
grant update (status, revision, minimum_count, rounding, synthetic, built_at, published_at, ended_at, reason, contributors)
  on release to exchange_release;
grant select, insert, update, delete on release_job to exchange_release;
grant select, insert on release_authority, release_certificate, release_cell to exchange_release;
grant insert on audit_event to exchange_release;

create policy reference_observation_release on reference_observation for select to exchange_release using (true);
create policy agreement_release on sharing_agreement for select to exchange_release using (status = 'ACTIVE');
create policy party_release on agreement_party for select to exchange_release
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy item_release on agreement_item for select to exchange_release
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));

-- Exact figures: versions that are or were in use.
create policy return_release on "return" for select to exchange_release
  using (accepted_at is not null and (tenant_id, authority_code, dataset, period_end) in (
    select s.giver_id, s.authority_code, s.dataset, s.period_end from release_reading() s));
create policy return_row_release on return_row for select to exchange_release
  using ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));

create policy release_worker_read on release for select to exchange_release
  using (true);
create policy release_worker_move on release for update to exchange_release
  using ((tenant_id, id) in (select n.tenant_id, n.release_id from release_neighbours() n))
  with check (true);
-- A job is taken by one worker. Whoever has been silent for twenty seconds is relieved.
create policy release_job_known on release_job for select to exchange_release using (true);
create policy release_job_take on release_job for insert to exchange_release with check (taken_by = (select app_worker()));
create policy release_job_keep on release_job for update to exchange_release
  using (taken_by = (select app_worker()) or heartbeat_at < clock_timestamp() - interval '20 seconds')
  with check (taken_by = (select app_worker()));
create policy release_job_end on release_job for delete to exchange_release
  using (
    taken_by = (select app_worker())
    or (tenant_id, release_id) not in (select r.tenant_id, r.id from release r where r.status = 'BUILDING')
  );

create policy release_authority_known on release_authority for select to exchange_release
  using ((tenant_id, release_id) in (select n.tenant_id, n.release_id from release_neighbours() n));
create policy release_authority_add on release_authority for insert to exchange_release
  with check ((tenant_id, release_id) in (select h.tenant_id, h.release_id from release_held() h));
create policy release_certificate_known on release_certificate for select to exchange_release
  using ((tenant_id, release_id) in (select n.tenant_id, n.release_id from release_neighbours() n));
create policy release_certificate_add on release_certificate for insert to exchange_release
  with check ((tenant_id, release_id) in (select h.tenant_id, h.release_id from release_held() h));
create policy release_cell_known on release_cell for select to exchange_release
  using ((tenant_id, release_id) in (select n.tenant_id, n.release_id from release_neighbours() n));
create policy release_cell_add on release_cell for insert to exchange_release
  with check ((tenant_id, release_id) in (select h.tenant_id, h.release_id from release_held() h));

-- It tells the log what became of a release, in the name of whoever asked for it.
create policy audit_event_release on audit_event for insert to exchange_release
  with check (
    type in ('release.built', 'release.failed', 'release.published')
    and (actor_organisation_id, account, role) in (
      select r.tenant_id, r.requested_by, r.requested_role
      from release r join release_held() h on h.tenant_id = r.tenant_id and h.release_id = r.id)
  );

-- The loader asks for the releases of a demonstration.
grant select, insert on release to exchange_loader;
create policy release_seed on release to exchange_loader using (synthetic) with check (synthetic);
