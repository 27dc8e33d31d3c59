-- Agreements decide who sees what across tenants. One function answers it; policies and the API's "why" both ask it.

alter table sharing_agreement
  add constraint sharing_agreement_dates check (ends_on >= starts_on),
  add constraint sharing_agreement_review_months check (access_review_months between 1 and 60),
  add constraint sharing_agreement_purposes check (
    purposes <@ array['comparison', 'sufficiency planning', 'vacancy matching', 'member review']
    and cardinality(purposes) > 0),
  add constraint sharing_agreement_active_has_dpia
    check (status <> 'ACTIVE' or dpia_dated_on is not null);

alter table agreement_party
  add constraint agreement_party_signed_by check ((signed_at is null) = (signed_by is null));

alter table agreement_item
  add constraint agreement_item_dataset
    check (dataset in ('placements', 'costs', 'providers', 'fostering', 'beds', 'demand')),
  -- There are no records of placements, costs or demand to share: only counts.
  add constraint agreement_item_records
    check (level <> 'RECORDS' or dataset in ('providers', 'fostering', 'beds')),
  add constraint agreement_item_numbers
    check (minimum_count between 0 and 100 and rounding between 1 and 100 and history_months between 0 and 240);

alter table observation
  add constraint observation_value_or_symbol check ((value is null) = (symbol is not null)),
  add constraint observation_symbol check (symbol in ('z', 'x', 'c', 'k', 'u')),
  add constraint observation_finite check (value is null or value not in ('NaN', 'Infinity', '-Infinity')),
  add constraint observation_superseded_later check (superseded_at > recorded_at);

-- At most one version of an agreement is in force or asks to be.
create unique index sharing_agreement_in_force on sharing_agreement (id)
  where status in ('ACTIVE', 'SUSPENDED');

create unique index observation_in_force
  on observation (indicator_id, authority_code, period_end)
  where superseded_at is null;

-- The viewer's role and the present, as the server's clock has it; the database's own where none is set.
create function app_role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');

create function app_today() returns date language sql stable parallel safe
  return (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) at time zone 'Europe/London')::date;

-- Consortia the viewer's organisation serves or has an authority in today.
create function app_consortia() returns setof text language sql stable parallel safe
begin atomic
  select o.consortium_code from organisation o
  where o.id = app_tenant() and o.consortium_code is not null
  union
  select m.consortium_code from organisation_authority oa
  join consortium_member m on m.authority_code = oa.authority_code
  where oa.organisation_id = app_tenant() and m.joined_on <= app_today()
    and (m.left_on is null or m.left_on > app_today());
end;

-- Which recipients an account of an organisation is.
create function recipients_of(organisation_id uuid, role text) returns setof sharing_recipient
  language sql stable parallel safe
begin atomic
  select 'REVIEWERS'::sharing_recipient where role = 'reviewer'
  union all
  select 'HUB'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'HUB' and role is distinct from 'reviewer'
  union all
  select 'MEMBERS'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'TENANT'
  union all
  select 'PLACEMENT_OFFICERS'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'TENANT' and role = 'placement-officer'
  union all
  select 'PROVIDERS'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'PROVIDER';
end;

-- What an account of an organisation may see of other organisations' authorities today, and by which agreement.
-- Nothing else grants sight across tenants.
create function sight_of(viewer_id uuid, viewer_role text)
  returns table (authority_code varchar(9), dataset text, level sharing_level, agreement_id uuid, version smallint)
  language sql stable parallel safe
begin atomic
  select held.authority_code, item.dataset, item.level, agreement.id, agreement.version
  from sharing_agreement agreement
  join agreement_party receiver
    on receiver.agreement_id = agreement.id and receiver.version = agreement.version
    and receiver.organisation_id = viewer_id and receiver.signed_at is not null
  join agreement_party giver
    on giver.agreement_id = agreement.id and giver.version = agreement.version
    and giver.organisation_id <> viewer_id and giver.signed_at is not null
  join organisation_authority held on held.organisation_id = giver.organisation_id
  join agreement_item item
    on item.agreement_id = agreement.id and item.version = agreement.version and item.level <> 'NONE'
    and item.recipient in (select recipients_of(viewer_id, viewer_role))
  where agreement.status = 'ACTIVE'
    and agreement.dpia_dated_on <= app_today()
    and app_today() between agreement.starts_on and agreement.ends_on
    and app_today() <= (coalesce(agreement.access_reviewed_on, agreement.starts_on)
      + make_interval(months => agreement.access_review_months))::date;
end;

create function sight()
  returns table (authority_code varchar(9), dataset text, level sharing_level, agreement_id uuid, version smallint)
  language sql stable parallel safe
begin atomic
  select * from sight_of(app_tenant(), app_role());
end;

revoke all on all functions in schema public from public;
grant execute on function app_role(), app_today(), app_consortia(), recipients_of(uuid, text),
  sight_of(uuid, text), sight() to exchange_app;

grant select, insert, update on sharing_agreement, agreement_party to exchange_app;
grant select, insert, update, delete on agreement_item to exchange_app;
grant delete on agreement_party to exchange_app;
grant select, insert on "return" to exchange_app;
grant select, insert, update (superseded_at) on observation to exchange_app;
grant select, insert on audit_event to exchange_app;
grant select on audit_link to exchange_app;

-- Agreements: those of one's consortia and those one is party to; a draft only to whoever drafts it.
alter table agreement_party enable row level security;
alter table agreement_party force row level security;
alter table sharing_agreement enable row level security;
alter table sharing_agreement force row level security;
alter table agreement_item enable row level security;
alter table agreement_item force row level security;

create policy agreement_read on sharing_agreement for select to exchange_app
  using (
    case when status = 'DRAFT' then drafted_by = (select app_tenant())
    else consortium_code in (select app_consortia()) end
  );
create policy agreement_draft on sharing_agreement for insert to exchange_app
  with check (drafted_by = (select app_tenant()) and consortium_code in (select app_consortia()));
create policy agreement_change on sharing_agreement for update to exchange_app
  using (consortium_code in (select app_consortia()) and (status <> 'DRAFT' or drafted_by = (select app_tenant())))
  with check (consortium_code in (select app_consortia()));

create policy party_read on agreement_party for select to exchange_app
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy party_draft on agreement_party for insert to exchange_app
  with check ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT')
    and signed_at is null);
create policy party_redraft on agreement_party for delete to exchange_app
  using ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT'));
-- Nobody signs for somebody else.
create policy party_sign on agreement_party for update to exchange_app
  using (organisation_id = (select app_tenant()))
  with check (organisation_id = (select app_tenant()));

create policy item_read on agreement_item for select to exchange_app
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy item_draft on agreement_item for all to exchange_app
  using ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT'))
  with check ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT'));

-- Returns are records of their tenant; figures are shared where an agreement grants EXACT or more.
alter table "return" enable row level security;
alter table "return" force row level security;
create policy return_own on "return" for select to exchange_app using (tenant_id = (select app_tenant()));
create policy return_add on "return" for insert to exchange_app with check (tenant_id = (select app_tenant()));

alter table observation enable row level security;
alter table observation force row level security;
create policy observation_read on observation for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or (authority_code, dataset) in (select s.authority_code, s.dataset from sight() s where s.level >= 'EXACT')
  );
create policy observation_add on observation for insert to exchange_app
  with check (tenant_id = (select app_tenant()));
create policy observation_supersede on observation for update to exchange_app
  using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()));

-- The log: read by the tenant it is about; written by whoever acts, and only as themselves.
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy audit_event_read on audit_event for select to exchange_app using (tenant_id = (select app_tenant()));
create policy audit_event_add on audit_event for insert to exchange_app
  with check (actor_organisation_id = (select app_tenant()));
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy audit_link_read on audit_link for select to exchange_app using (tenant_id = (select app_tenant()));

-- The worker that chains the log reads every tenant's events and adds links; it can change and delete nothing.
grant usage on schema public to exchange_chain;
grant select on audit_event to exchange_chain;
grant select, insert on audit_link to exchange_chain;
create policy audit_event_chain on audit_event for select to exchange_chain using (true);
create policy audit_link_chain_read on audit_link for select to exchange_chain using (true);
create policy audit_link_chain on audit_link for insert to exchange_chain with check (true);

-- The loader seeds a demonstration's agreements, returns and figures.
grant select, insert, update on sharing_agreement, agreement_party, agreement_item, "return", observation to exchange_loader;
create policy agreement_seed on sharing_agreement to exchange_loader using (synthetic) with check (synthetic);
create policy party_seed on agreement_party to exchange_loader using (true) with check (true);
create policy item_seed on agreement_item to exchange_loader using (true) with check (true);
create policy return_seed on "return" to exchange_loader using (synthetic) with check (synthetic);
create policy observation_seed on observation to exchange_loader using (synthetic) with check (synthetic);
