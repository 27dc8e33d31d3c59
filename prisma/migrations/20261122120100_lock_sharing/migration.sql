-- Agreements decide who sees what across tenants. One function answers it; policies and the API's "why" both ask it.

alter table sharing_agreement
  add constraint sharing_agreement_dates check (ends_on >= starts_on),
  add constraint sharing_agreement_review_months check (access_review_months between 1 and 60),
  add constraint sharing_agreement_purposes check (
    purposes <@ array['comparison', 'sufficiency planning', 'vacancy matching', 'member review']
    and cardinality(purposes) > 0),
  add constraint sharing_agreement_active_has_dpia
    check (status <> 'ACTIVE' or dpia_dated_on is not null),
  add constraint sharing_agreement_suspended_by check ((status = 'SUSPENDED') = (suspended_by is not null)),
  add constraint sharing_agreement_version check (version >= 1 and revision >= 1);

alter table agreement_party
  add constraint agreement_party_signed_by check ((signed_at is null) = (signed_by is null));

alter table agreement_item
  add constraint agreement_item_dataset
    check (dataset in ('placements', 'costs', 'providers', 'fostering', 'beds', 'demand')),
  -- There are no records of placements, costs or demand to share: only counts.
  add constraint agreement_item_records
    check (level <> 'RECORDS' or dataset in ('providers', 'fostering', 'beds')),
  -- Providers, reviewers and the public read releases only.
  add constraint agreement_item_released_only
    check (level in ('NONE', 'RELEASED') or recipient in ('HUB', 'MEMBERS', 'PLACEMENT_OFFICERS')),
  -- What is shared exactly is shared as it is: minimum counts and rounding are for releases.
  add constraint agreement_item_exact
    check (level in ('NONE', 'RELEASED') or (minimum_count = 0 and rounding = 1)),
  add constraint agreement_item_granularity check (granularity in ('region', 'authority', 'provider', 'home')),
  add constraint agreement_item_numbers
    check (minimum_count between 0 and 100 and rounding between 1 and 100 and history_months between 0 and 240);

alter table observation
  add constraint observation_value_or_symbol check ((value is null) = (symbol is not null)),
  add constraint observation_symbol check (symbol in ('z', 'x', 'c', 'k', 'u')),
  add constraint observation_finite check (value is null or value not in ('NaN', 'Infinity', '-Infinity')),
  add constraint observation_superseded_later check (superseded_at > recorded_at);

-- At most one version of an agreement is in force, and at most one asks to be.
create unique index sharing_agreement_in_force on sharing_agreement (id)
  where status in ('ACTIVE', 'SUSPENDED');
create unique index sharing_agreement_pending on sharing_agreement (id)
  where status in ('DRAFT', 'PROPOSED');
-- A reference is taken when it is proposed. Drafts are left out: a refusal would tell of a draft that nobody may see.
create unique index sharing_agreement_reference on sharing_agreement (consortium_code, reference, version)
  where status <> 'DRAFT';

-- The tenant is in every unique key: one without it would tell a tenant of another's rows.
create unique index observation_in_force
  on observation (indicator_id, authority_code, period_end, tenant_id)
  where superseded_at is null;

-- The viewer's role and the present, as the server's clock has it; the database's own where none is set.
create function app_role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');

create function app_today() returns date language sql stable parallel safe
  return (coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) at time zone 'Europe/London')::date;

-- Organisations that belong to a consortium today: its hub, and who answers for a member.
create function consortium_organisations() returns table (consortium_code text, organisation_id uuid)
  language sql stable parallel safe
begin atomic
  select o.consortium_code, o.id from organisation o where o.kind = 'HUB' and o.consortium_code is not null
  union
  select m.consortium_code, oa.organisation_id from organisation_authority oa
  join consortium_member m on m.authority_code = oa.authority_code
  where m.joined_on <= (select app_today()) and (m.left_on is null or m.left_on > (select app_today()));
end;

-- Consortia of the viewer's organisation.
create function app_consortia() returns setof text language sql stable parallel safe
begin atomic
  select c.consortium_code from consortium_organisations() c where c.organisation_id = (select app_tenant());
end;

-- Which recipients an account of an organisation is. Without a role it is none.
create function recipients_of(organisation_id uuid, role text) returns setof sharing_recipient
  language sql stable parallel safe
begin atomic
  select 'REVIEWERS'::sharing_recipient where role = 'reviewer'
  union all
  select 'HUB'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'HUB' and role <> 'reviewer'
  union all
  select 'MEMBERS'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'TENANT' and role <> 'reviewer'
  union all
  select 'PLACEMENT_OFFICERS'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'TENANT' and role = 'placement-officer'
  union all
  select 'PROVIDERS'::sharing_recipient from organisation o
  where o.id = organisation_id and o.kind = 'PROVIDER' and role <> 'reviewer';
end;

-- What signed parties of agreements in force today give one another: a pair only when both have signed, the DPIA is
-- dated, the day lies within the dates, access was reviewed in time, and both still belong to the consortium.
create function grants_in_force()
  returns table (giver_id uuid, authority_code varchar(9), receiver_id uuid, dataset text, recipient sharing_recipient,
    level sharing_level, agreement_id uuid, version smallint, since date)
  language sql stable parallel safe
begin atomic
  select giver.organisation_id, held.authority_code, receiver.organisation_id, item.dataset, item.recipient, item.level,
    agreement.id, agreement.version,
    ((select app_today()) - make_interval(months => item.history_months))::date
  from sharing_agreement agreement
  join agreement_party giver
    on giver.agreement_id = agreement.id and giver.version = agreement.version and giver.signed_at is not null
  join organisation_authority held on held.organisation_id = giver.organisation_id
  join consortium_member member
    on member.authority_code = held.authority_code and member.consortium_code = agreement.consortium_code
    and member.joined_on <= (select app_today())
    and (member.left_on is null or member.left_on > (select app_today()))
  join agreement_party receiver
    on receiver.agreement_id = agreement.id and receiver.version = agreement.version
    and receiver.organisation_id <> giver.organisation_id and receiver.signed_at is not null
  join consortium_organisations() present
    on present.consortium_code = agreement.consortium_code and present.organisation_id = receiver.organisation_id
  join agreement_item item
    on item.agreement_id = agreement.id and item.version = agreement.version and item.level <> 'NONE'
  where agreement.status = 'ACTIVE'
    and agreement.dpia_dated_on <= (select app_today())
    and (select app_today()) between agreement.starts_on and agreement.ends_on
    and (select app_today()) <= (coalesce(agreement.access_reviewed_on, agreement.starts_on)
      + make_interval(months => agreement.access_review_months))::date;
end;

-- What an account of an organisation may see of other organisations' authorities today, by which agreement, and whose
-- data it is.
-- Nothing else grants sight across tenants.
create function sight_of(viewer_id uuid, viewer_role text)
  returns table (authority_code varchar(9), dataset text, level sharing_level, agreement_id uuid, version smallint,
    giver_id uuid, since date)
  language sql stable parallel safe
begin atomic
  select g.authority_code, g.dataset, g.level, g.agreement_id, g.version, g.giver_id, g.since
  from grants_in_force() g
  where g.receiver_id = viewer_id
    and g.recipient in (select r from recipients_of(viewer_id, viewer_role) r);
end;

create function sight()
  returns table (authority_code varchar(9), dataset text, level sharing_level, agreement_id uuid, version smallint,
    giver_id uuid, since date)
  language sql stable parallel safe
begin atomic
  select s.authority_code, s.dataset, s.level, s.agreement_id, s.version, s.giver_id, s.since
  from sight_of((select app_tenant()), (select app_role())) s;
end;

-- The first day of what the viewer sees at a level or better, by authority and dataset: periods that ended before it are
-- not shared. One value, so that a policy asks for it once in a statement.
create function sight_since(at_least sharing_level) returns jsonb
  language sql stable parallel safe
begin atomic
  select jsonb_object_agg(seen.authority_code || seen.dataset, seen.since)
  from (
    select s.authority_code, s.dataset, min(s.since) as since
    from sight() s where s.level >= at_least group by s.authority_code, s.dataset) seen;
end;

-- What may change of an agreement, and by whom. It holds for whoever row-level security holds. A temporary table of the same name must not stand in for one of ours: pg_temp comes last.
create function guard_agreement() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  -- All else is what the parties sign.
  changing constant text[] := array['status', 'revision', 'reason', 'suspended_by', 'access_reviewed_on', 'changed_at'];
  signed bigint;
  viewer_signed boolean;
begin
  if not row_security_active('sharing_agreement') then
    return new;
  end if;
  if tg_op = 'INSERT' then
    if new.version > 1 and not exists (
      select from sharing_agreement b
      where b.id = new.id and b.version = new.version - 1 and b.consortium_code = new.consortium_code
        and b.reference = new.reference and b.drafted_by = new.drafted_by
        and (new.access_reviewed_on is null or new.access_reviewed_on = b.access_reviewed_on))
    then
      raise exception 'a version follows the one before, of the same drafter and reference' using errcode = '23514';
    end if;
    if new.version = 1 and new.status = 'DRAFT' and new.access_reviewed_on is not null then
      raise exception 'access to a draft was never reviewed' using errcode = '23514';
    end if;
    return new;
  end if;

  if (new.id, new.version, new.consortium_code, new.drafted_by, new.created_at, new.synthetic)
    is distinct from (old.id, old.version, old.consortium_code, old.drafted_by, old.created_at, old.synthetic)
    or (new.version > 1 and new.reference <> old.reference)
  then
    raise exception 'what names an agreement does not change' using errcode = '23514';
  end if;
  if new.revision <> old.revision + 1 then
    raise exception 'every change counts one revision' using errcode = '23514';
  end if;
  if old.status <> 'DRAFT' and to_jsonb(new) - changing <> to_jsonb(old) - changing then
    raise exception 'what was proposed does not change: a change is a new version' using errcode = '23514';
  end if;
  if new.access_reviewed_on is distinct from old.access_reviewed_on
    and (old.status not in ('ACTIVE', 'SUSPENDED') or new.access_reviewed_on is distinct from app_today())
  then
    raise exception 'access is reviewed today, of an agreement in force' using errcode = '23514';
  end if;
  if (old.status, new.status) not in (
    ('DRAFT', 'DRAFT'), ('DRAFT', 'PROPOSED'),
    ('PROPOSED', 'PROPOSED'), ('PROPOSED', 'ACTIVE'), ('PROPOSED', 'ENDED'),
    ('ACTIVE', 'ACTIVE'), ('ACTIVE', 'SUSPENDED'), ('ACTIVE', 'ENDED'), ('ACTIVE', 'SUPERSEDED'),
    ('SUSPENDED', 'SUSPENDED'), ('SUSPENDED', 'ACTIVE'), ('SUSPENDED', 'ENDED'), ('SUSPENDED', 'SUPERSEDED'))
  then
    raise exception 'an agreement that is % does not become %', old.status, new.status using errcode = '23514';
  end if;

  select count(*), coalesce(bool_or(p.organisation_id = app_tenant()), false) into signed, viewer_signed
  from agreement_party p where p.agreement_id = new.id and p.version = new.version and p.signed_at is not null;

  if old.status = 'DRAFT' and new.status = 'PROPOSED' and (
    new.dpia_dated_on is null or new.dpia_dated_on > app_today() or new.ends_on < app_today()
    or (new.version > 1 and new.starts_on > app_today())
    or not exists (select from agreement_item i where i.agreement_id = new.id and i.version = new.version)
    or (select count(*) from agreement_party p where p.agreement_id = new.id and p.version = new.version) < 2)
  then
    raise exception 'an agreement is proposed with a dated DPIA, two parties, an item, and before it is over'
      using errcode = '23514';
  end if;
  if new.status = 'ACTIVE' and old.status = 'PROPOSED' and signed < 2 then
    raise exception 'an agreement is in force when two parties have signed' using errcode = '23514';
  end if;
  if old.status = 'PROPOSED' and new.status = 'ENDED' then
    if old.drafted_by is distinct from app_tenant() then
      raise exception 'a proposal is withdrawn by whoever made it' using errcode = '42501';
    end if;
  elsif new.status = 'SUPERSEDED' then
    if not exists (
      select from sharing_agreement n
      join agreement_party p on p.agreement_id = n.id and p.version = n.version and p.organisation_id = app_tenant()
        and p.signed_at is not null
      where n.id = new.id and n.version > new.version and n.status = 'PROPOSED'
        and (select count(*) from agreement_party s
             where s.agreement_id = n.id and s.version = n.version and s.signed_at is not null) >= 2)
    then
      raise exception 'a version is replaced by a later one that two parties have signed' using errcode = '23514';
    end if;
  elsif old.status <> 'DRAFT' and not viewer_signed then
    raise exception 'only a party that has signed changes what becomes of an agreement' using errcode = '42501';
  end if;
  if new.status = 'SUSPENDED' and old.status = 'ACTIVE' and new.suspended_by is distinct from app_tenant()
    or old.status = 'SUSPENDED' and new.status = 'SUSPENDED' and new.suspended_by is distinct from old.suspended_by
    or old.status = 'SUSPENDED' and new.status = 'ACTIVE' and old.suspended_by is distinct from app_tenant()
  then
    raise exception 'who suspends an agreement says so, and alone resumes it' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_agreement before insert or update on sharing_agreement
  for each row execute function guard_agreement();

-- A signature is given once, by the party's own account, while the agreement can still be signed.
create function guard_signature() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not row_security_active('agreement_party') then
    return new;
  end if;
  if old.signed_at is not null or new.signed_at is null
    or new.signed_by is distinct from (select a.name from account a where a.id = app_account())
  then
    raise exception 'a signature is given once, under the name of the account that gives it' using errcode = '23514';
  end if;
  if not exists (
    select from sharing_agreement a
    where a.id = new.agreement_id and a.version = new.version and a.status in ('PROPOSED', 'ACTIVE')
      and a.ends_on >= app_today())
  then
    raise exception 'only what is proposed or in force can be signed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_signature before update on agreement_party
  for each row execute function guard_signature();

revoke all on all functions in schema public from public;
grant execute on function app_role(), app_today(), consortium_organisations(), app_consortia(),
  recipients_of(uuid, text), grants_in_force(), sight_of(uuid, text), sight(),
  sight_since(sharing_level) to exchange_app;

grant select, insert on sharing_agreement to exchange_app;
grant update (reference, title, status, revision, purposes, why_necessary, statutory_gateway, lawful_basis_article_6,
  condition_article_9, condition_schedule_1, policy_document_reference, categories_of_people,
  contains_special_category, contains_criminal, rights_contact, processor_terms, dpia_reference, dpia_dated_on,
  residual_risk, privacy_notice_urls, security_measures, breach_contact, breach_hours, retention, deletion_at_end,
  international_transfer, onward_sharing, audit_right, termination_notice, starts_on, ends_on, review_due_on,
  access_review_months, access_reviewed_on, changed_at, reason, suspended_by) on sharing_agreement to exchange_app;
grant select, insert, delete, update (signed_at, signed_by) on agreement_party to exchange_app;
grant select, insert, delete on agreement_item to exchange_app;
grant select, insert on "return" to exchange_app;
grant select, insert, update (superseded_at) on observation to exchange_app;
grant select, insert on audit_event to exchange_app;
grant select on audit_link to exchange_app;

-- Agreements: those of one's consortia; a draft only to whoever drafts it. Information-governance leads change them.
alter table agreement_party enable row level security;
alter table agreement_party force row level security;
alter table sharing_agreement enable row level security;
alter table sharing_agreement force row level security;
alter table agreement_item enable row level security;
alter table agreement_item force row level security;

create policy agreement_read on sharing_agreement for select to exchange_app
  using (
    consortium_code in (select app_consortia()) and (status <> 'DRAFT' or drafted_by = (select app_tenant()))
  );
create policy agreement_draft on sharing_agreement for insert to exchange_app
  with check (
    status = 'DRAFT' and revision = 1 and drafted_by = (select app_tenant()) and (select app_role()) = 'ig-lead'
    and consortium_code in (select app_consortia())
  );
create policy agreement_change on sharing_agreement for update to exchange_app
  using (
    consortium_code in (select app_consortia()) and (status <> 'DRAFT' or drafted_by = (select app_tenant()))
    and (select app_role()) = 'ig-lead'
  )
  with check (consortium_code in (select app_consortia()));

-- Parties and items are seen with their agreement, and change while it is one's own draft.
create policy party_read on agreement_party for select to exchange_app
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy party_draft on agreement_party for insert to exchange_app
  with check (
    signed_at is null and (agreement_id, version, organisation_id) in (
      select a.id, a.version, c.organisation_id
      from sharing_agreement a join consortium_organisations() c on c.consortium_code = a.consortium_code
      where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT')
  );
create policy party_redraft on agreement_party for delete to exchange_app
  using ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT'));
-- Nobody signs for somebody else.
create policy party_sign on agreement_party for update to exchange_app
  using (organisation_id = (select app_tenant()) and (select app_role()) = 'ig-lead')
  with check (organisation_id = (select app_tenant()));

create policy item_read on agreement_item for select to exchange_app
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy item_draft on agreement_item for insert to exchange_app
  with check ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT'));
create policy item_redraft on agreement_item for delete to exchange_app
  using ((agreement_id, version) in (
    select a.id, a.version from sharing_agreement a where a.drafted_by = (select app_tenant()) and a.status = 'DRAFT'));

-- Returns are records of their tenant; figures are shared where an agreement grants EXACT or more, as far back as it says.
alter table "return" enable row level security;
alter table "return" force row level security;
create policy return_own on "return" for select to exchange_app using (tenant_id = (select app_tenant()));
-- A tenant files for the authorities it answers for, and no others.
create policy return_add on "return" for insert to exchange_app
  with check (
    tenant_id = (select app_tenant())
    and authority_code in (select h.authority_code from organisation_authority h where h.organisation_id = (select app_tenant()))
  );

alter table observation enable row level security;
alter table observation force row level security;
create policy observation_read on observation for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or period_end >= ((select sight_since('EXACT')) ->> (authority_code || dataset))::date
  );
create policy observation_add on observation for insert to exchange_app
  with check (
    tenant_id = (select app_tenant())
    and authority_code in (select h.authority_code from organisation_authority h where h.organisation_id = (select app_tenant()))
  );
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
-- To say whose log it speaks of.
grant select (id, slug) on organisation to exchange_chain;
grant select, insert on audit_link to exchange_chain;
create policy audit_event_chain on audit_event for select to exchange_chain using (true);
create policy audit_link_chain_read on audit_link for select to exchange_chain using (true);
create policy audit_link_chain on audit_link for insert to exchange_chain with check (true);

-- The loader seeds a demonstration's agreements, returns and figures.
grant select, insert, delete on sharing_agreement to exchange_loader;
grant select, insert on agreement_party, agreement_item to exchange_loader;
grant select, insert, update on "return", observation to exchange_loader;
create policy agreement_seed on sharing_agreement to exchange_loader using (synthetic) with check (synthetic);
create policy party_seed on agreement_party to exchange_loader
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a))
  with check ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy item_seed on agreement_item to exchange_loader
  using ((agreement_id, version) in (select a.id, a.version from sharing_agreement a))
  with check ((agreement_id, version) in (select a.id, a.version from sharing_agreement a));
create policy return_seed on "return" to exchange_loader using (synthetic) with check (synthetic);
create policy observation_seed on observation to exchange_loader using (synthetic) with check (synthetic);
