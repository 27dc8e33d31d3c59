-- A return moves on step by step, and what was sent is never changed. Policies say who; triggers say how.

alter table "return"
  add constraint return_version check (version >= 1 and revision >= 1),
  add constraint return_dataset check (dataset in ('placements', 'costs', 'providers', 'fostering', 'beds', 'demand')),
  add constraint return_approved check ((status in ('APPROVED', 'ACCEPTED')) <= (approved_at is not null)),
  add constraint return_accepted check ((status = 'ACCEPTED') <= (accepted_at is not null)),
  add constraint return_ended check ((status in ('WITHDRAWN', 'SUPERSEDED')) = (ended_at is not null)),
  -- A real return is approved by a second person, who attests it.
  add constraint return_two_people check (
    synthetic or status not in ('APPROVED', 'ACCEPTED')
    or (approved_by is not null and submitted_by is not null and approved_by <> submitted_by and attestation is not null));

alter table return_figure
  add constraint return_figure_value_or_symbol check ((value is null) = (symbol is not null)),
  add constraint return_figure_symbol check (symbol in ('z', 'x', 'c', 'k', 'u')),
  add constraint return_figure_finite check (value is null or value not in ('NaN', 'Infinity', '-Infinity')),
  add constraint return_figure_rows check (rows is not null);

alter table return_problem
  add constraint return_problem_explained check (
    (explanation is null) = (explained_by is null) and (explanation is null) = (explained_at is null)
    and (explanation is null or severity = 'QUERY'));

alter table return_step
  add constraint return_step_action check (action in ('received', 'submitted', 'approved', 'accepted', 'reopened',
    'withdrawn', 'superseded', 'explained'));

alter table return_file_part
  add constraint return_file_part_size check (octet_length(bytes) between 1 and 1048576 and part >= 0),
  -- Trying to compress it costs more than it saves: workbooks are compressed already.
  alter column bytes set storage external;

-- At most one version of a return is in use.
create unique index return_in_use on "return" (tenant_id, authority_code, dataset, period) where status = 'ACCEPTED';

-- Hubs of the viewer's sight: whether the viewer's organisation is the hub that may accept an authority's dataset. It is
-- where an agreement gives the hub exact figures.
create function app_accepts_since() returns jsonb language sql stable parallel safe
begin atomic
  select case when (select app_role()) in ('hub-analyst', 'hub-manager') then sight_since('EXACT') end;
end;

create function app_may_accept(authority text, dataset_name text, ended date) returns boolean
  language sql stable parallel safe
begin atomic
  select coalesce(ended >= ((select app_accepts_since()) ->> (authority || dataset_name))::date, false);
end;

-- Which datasets some hub sees exactly today, and from which day on.
create function hub_sight() returns table (giver_id uuid, authority_code varchar(9), dataset text, since date)
  language sql stable parallel safe
begin atomic
  select g.giver_id, g.authority_code, g.dataset, g.since
  from grants_in_force() g join organisation hub on hub.id = g.receiver_id and hub.kind = 'HUB'
  where g.recipient = 'HUB' and g.level >= 'EXACT';
end;

-- Whether some hub has exact sight today of a tenant's dataset for a period that ended on a day: then it accepts, else
-- approval brings into use.
create function hub_accepts(giver uuid, authority text, dataset_name text, ended date) returns boolean
  language sql stable parallel safe
begin atomic
  select exists (
    select from hub_sight() h
    where h.giver_id = giver and h.authority_code = authority and h.dataset = dataset_name and h.since <= ended);
end;

-- It holds for whoever row-level security holds.
create function guard_return() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  moving constant text[] := array['status', 'revision', 'submitted_by', 'approved_at', 'approved_by', 'attestation',
    'accepted_at', 'accepted_by', 'reopened_at', 'ended_at'];
  own boolean;
begin
  -- The loader is held by its policies: it only makes up returns of a demonstration.
  if not row_security_active('public.return') or not pg_has_role(current_user, 'exchange_app', 'member') then
    return new;
  end if;
  own := new.tenant_id = app_tenant();
  if tg_op = 'INSERT' then
    if new.status <> 'PROBLEMS' or new.revision <> 1 or new.approved_at is not null or new.approved_by is not null
      or new.attestation is not null or new.accepted_at is not null or new.accepted_by is not null
      or new.submitted_by is not null or new.reopened_at is not null or new.kind = 'GENERATED' or new.synthetic
      or new.received_by is distinct from app_account() or new.period_end >= app_today()
    then
      raise exception 'a return begins as it was received, for a period that has ended' using errcode = '23514';
    end if;
    if exists (
      select from "return" r
      where (r.tenant_id, r.authority_code, r.dataset, r.period)
          = (new.tenant_id, new.authority_code, new.dataset, new.period)
        and (r.version >= new.version or r.status in ('APPROVED', 'ACCEPTED') and r.reopened_at is null))
    then
      raise exception 'what was approved is locked until it is reopened' using errcode = '23514';
    end if;
    return new;
  end if;

  if to_jsonb(new) - moving <> to_jsonb(old) - moving then
    raise exception 'what was sent does not change: a change is a new version' using errcode = '23514';
  end if;
  if new.revision <> old.revision + 1 then
    raise exception 'every change counts one revision' using errcode = '23514';
  end if;
  if (old.status, new.status) not in (
    ('PROBLEMS', 'READY'), ('READY', 'SUBMITTED'), ('SUBMITTED', 'APPROVED'), ('APPROVED', 'ACCEPTED'), ('APPROVED', 'READY'),
    ('ACCEPTED', 'ACCEPTED'),
    ('PROBLEMS', 'WITHDRAWN'), ('READY', 'WITHDRAWN'), ('SUBMITTED', 'WITHDRAWN'), ('APPROVED', 'WITHDRAWN'),
    ('ACCEPTED', 'WITHDRAWN'),
    ('PROBLEMS', 'SUPERSEDED'), ('READY', 'SUPERSEDED'), ('SUBMITTED', 'SUPERSEDED'), ('ACCEPTED', 'SUPERSEDED'))
  then
    raise exception 'a return that is % does not become %', old.status, new.status using errcode = '23514';
  end if;

  -- What a step says of itself is said with it, and with no other.
  if (new.submitted_by is distinct from old.submitted_by
      and not (new.status = 'SUBMITTED' or old.status = 'APPROVED' and new.status = 'READY' and new.submitted_by is null))
    or ((new.approved_at, new.approved_by, new.attestation) is distinct from (old.approved_at, old.approved_by, old.attestation)
      and new.status <> 'APPROVED')
    or ((new.accepted_at, new.accepted_by) is distinct from (old.accepted_at, old.accepted_by)
      and not (old.status = 'APPROVED' and new.status = 'ACCEPTED'))
    or (new.reopened_at is distinct from old.reopened_at or old.status = 'ACCEPTED' and new.status = 'ACCEPTED')
      <> (old.status = 'ACCEPTED' and new.status = 'ACCEPTED' and old.reopened_at is null and new.reopened_at is not null)
  then
    raise exception 'a step changes what it is about' using errcode = '23514';
  end if;
  if own and app_role() is distinct from 'approver' and (
    old.status in ('APPROVED', 'ACCEPTED') or new.status = 'WITHDRAWN'
    or app_role() is null or app_role() not in ('commissioner', 'placement-officer'))
  then
    raise exception 'this role does not move returns on so' using errcode = '42501';
  end if;

  if old.status = 'PROBLEMS' and new.status = 'READY' and exists (
    select from return_problem p
    where p.tenant_id = new.tenant_id and p.return_id = new.id and p.severity = 'ERROR')
  then
    raise exception 'a return with errors is not ready: a new version mends it' using errcode = '23514';
  end if;
  if new.status = 'SUBMITTED' and (new.submitted_by is distinct from app_account() or exists (
    select from return_problem p where p.tenant_id = new.tenant_id and p.return_id = new.id
      and (p.severity = 'ERROR' or p.severity = 'QUERY' and p.explanation is null)))
  then
    raise exception 'a return is submitted without errors, with every query explained' using errcode = '23514';
  end if;
  if new.status = 'APPROVED' and (app_role() is distinct from 'approver'
    or new.approved_by is distinct from app_account() or new.approved_by = new.submitted_by)
  then
    raise exception 'a return is approved by a second person' using errcode = '42501';
  end if;
  if old.status = 'APPROVED' and new.status = 'ACCEPTED' and (new.accepted_by is distinct from app_tenant()
    or (own and hub_accepts(new.tenant_id, new.authority_code, new.dataset, new.period_end)))
  then
    raise exception 'where a hub sees the figures, the hub accepts them' using errcode = '42501';
  end if;
  if not own and not (
    old.status = 'APPROVED' and new.status in ('ACCEPTED', 'READY')
    or old.status = 'ACCEPTED' and new.status = 'SUPERSEDED')
  then
    raise exception 'a hub accepts what was approved, or sends it back' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_return before insert or update on "return" for each row execute function guard_return();

-- A figure comes into use as its return says it, at the moment that return does. It is taken out of use once, at the
-- moment a return of the same authority, dataset and period came into use or was withdrawn.
create function guard_observation() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not row_security_active('public.observation') or not pg_has_role(current_user, 'exchange_app', 'member') then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.superseded_at is not null or not exists (
      select from "return" r join return_figure f on f.tenant_id = r.tenant_id and f.return_id = r.id
      where r.tenant_id = new.tenant_id and r.id = new.return_id and r.status = 'ACCEPTED'
        and (r.accepted_at, r.authority_code, r.dataset, r.period_end, r.synthetic)
          = (new.recorded_at, new.authority_code, new.dataset, new.period_end, new.synthetic)
        and f.indicator_id = new.indicator_id
        and (f.value, f.symbol, f.numerator, f.denominator, f.formula, f.table_name, f.rows)
          is not distinct from
          (new.value, new.symbol, new.numerator, new.denominator, new.formula, new.table_name, new.rows))
    then
      raise exception 'a figure in use is one that its return says' using errcode = '23514';
    end if;
    return new;
  end if;
  if old.superseded_at is not null or new.superseded_at is null or not exists (
    select from "return" r
    where r.tenant_id = old.tenant_id and r.authority_code = old.authority_code and r.dataset = old.dataset
      and r.period_end = old.period_end
      and (r.status = 'ACCEPTED' and r.accepted_at = new.superseded_at
        or r.status = 'WITHDRAWN' and r.ended_at = new.superseded_at and r.id = old.return_id))
  then
    raise exception 'a figure goes out of use when a return replaces it or is withdrawn' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_observation before insert or update on observation for each row execute function guard_observation();

-- Returns that the viewer is taking in: what they hold is stored with them, and never added later.
create function returns_being_received() returns setof uuid
  language sql stable parallel safe
begin atomic
  select r.id from "return" r
  where r.tenant_id = (select app_tenant()) and r.status = 'PROBLEMS' and r.received_by = (select app_account())
    and (select app_role()) in ('commissioner', 'placement-officer');
end;

-- A query is explained by whoever explains it, until the return is submitted.
create function guard_return_problem() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not row_security_active('public.return_problem') or not pg_has_role(current_user, 'exchange_app', 'member') then
    return new;
  end if;
  if coalesce(app_role(), '') not in ('commissioner', 'placement-officer')
    or new.explained_by is distinct from (select a.name from account a where a.id = app_account())
    or not exists (
      select from "return" r
      where r.tenant_id = new.tenant_id and r.id = new.return_id and r.status in ('PROBLEMS', 'READY'))
  then
    raise exception 'a query is explained in one''s own name, before the return is submitted' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_return_problem before update on return_problem for each row execute function guard_return_problem();

revoke all on all functions in schema public from public;
grant execute on function hub_sight(), app_accepts_since(), app_may_accept(text, text, date), hub_accepts(uuid, text, text, date), returns_being_received()
  to exchange_app;

grant update (status, revision, submitted_by, approved_at, approved_by, attestation, accepted_at, accepted_by,
  reopened_at, ended_at) on "return" to exchange_app;
grant select, insert on return_step, return_figure, return_file, return_file_part, return_upload to exchange_app;
grant select, insert, update (explanation, explained_by, explained_at) on return_problem to exchange_app;

-- Returns: one's own; and, once approved, those of authorities whose figures one may see exactly.
drop policy return_read on "return";
drop function month_end(text);
create policy return_read on "return" for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or approved_at is not null
      and period_end >= ((select sight_since('EXACT')) ->> (authority_code || dataset))::date
  );
drop policy return_add on "return";
create policy return_add on "return" for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'placement-officer')
    and authority_code in (select h.authority_code from organisation_authority h where h.organisation_id = (select app_tenant()))
  );
create policy return_move on "return" for update to exchange_app
  using (
    tenant_id = (select app_tenant())
    or approved_at is not null and app_may_accept(authority_code, dataset, period_end)
  );

-- Figures of a return: seen with it.
alter table return_figure enable row level security;
alter table return_figure force row level security;
create policy return_figure_read on return_figure for select to exchange_app
  using (tenant_id = (select app_tenant()) or (tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
create policy return_figure_add on return_figure for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and return_id in (select returns_being_received()));
-- Nor is a row added to what was received before.
drop policy return_row_add on return_row;
create policy return_row_add on return_row for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and return_id in (select returns_being_received()));

-- What happened to it: seen with it, told by whoever does it.
alter table return_step enable row level security;
alter table return_step force row level security;
create policy return_step_read on return_step for select to exchange_app
  using (tenant_id = (select app_tenant()) or (tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
create policy return_step_add on return_step for insert to exchange_app
  with check (
    organisation_id = (select app_tenant())
    and account = (select a.name from account a where a.id = (select app_account()))
    and (tenant_id, return_id) in (select r.tenant_id, r.id from "return" r)
    and case
      when (select app_role()) in ('hub-analyst', 'hub-manager') then action in ('accepted', 'reopened', 'superseded')
      when tenant_id <> (select app_tenant()) then false
      when (select app_role()) = 'approver' then action in ('approved', 'accepted', 'reopened', 'withdrawn', 'superseded')
      else (select app_role()) in ('commissioner', 'placement-officer')
        and action in ('received', 'explained', 'submitted', 'superseded')
    end
  );

-- Problems and files are records: the tenant's only.
alter table return_problem enable row level security;
alter table return_problem force row level security;
create policy return_problem_own on return_problem to exchange_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
create policy return_problem_add on return_problem as restrictive for insert to exchange_app
  with check (return_id in (select returns_being_received()));
alter table return_file enable row level security;
alter table return_file force row level security;
create policy return_file_own on return_file to exchange_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
alter table return_file_part enable row level security;
alter table return_file_part force row level security;
create policy return_file_part_own on return_file_part to exchange_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
alter table return_upload enable row level security;
alter table return_upload force row level security;
create policy return_upload_own on return_upload to exchange_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));
create policy return_upload_add on return_upload as restrictive for insert to exchange_app
  with check (return_id in (select returns_being_received()));

grant select, insert, update, delete on return_progress to exchange_app;
alter table return_progress enable row level security;
alter table return_progress force row level security;
create policy return_progress_own on return_progress to exchange_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));

-- A figure comes into use with a return that was accepted: the tenant's own, or one the viewer has just accepted.
drop policy observation_add on observation;
create policy observation_add on observation for insert to exchange_app
  with check ((tenant_id, return_id) in (
    select r.tenant_id, r.id from "return" r where r.status = 'ACCEPTED' and r.accepted_by = (select app_tenant())));
drop policy observation_supersede on observation;
create policy observation_supersede on observation for update to exchange_app
  using (tenant_id = (select app_tenant()) or app_may_accept(authority_code, dataset, period_end));

-- The loader makes up a demonstration's returns, and lets files go whose retention has ended.
grant select, insert on return_step, return_figure, return_problem, return_upload to exchange_loader;
create policy return_step_seed on return_step to exchange_loader
  using ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r))
  with check ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
create policy return_figure_seed on return_figure to exchange_loader
  using ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r))
  with check ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
create policy return_problem_seed on return_problem to exchange_loader
  using ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r))
  with check ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
create policy return_upload_seed on return_upload to exchange_loader
  using ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r))
  with check ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
grant select (tenant_id, content_hash, keep_until), delete on return_file to exchange_loader;
grant update (content_hash) on return_upload to exchange_loader;
create policy return_file_end on return_file for delete to exchange_loader using (keep_until < (select app_today()));
create policy return_file_ended on return_file for select to exchange_loader using (keep_until < (select app_today()));
