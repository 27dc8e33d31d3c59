-- When the return of a month came: when a version of it was first submitted that nobody withdrew. Whoever sees the figures
-- exactly knows that the return has come before they see the return itself, which waits for approval. What was only
-- checked was not sent to anybody.

-- When it was first submitted: what is sent back has been submitted all the same.
ALTER TABLE "return" ADD COLUMN "submitted_at" TIMESTAMPTZ(3);
grant update (submitted_at) on "return" to exchange_app;

CREATE TABLE "return_receipt" (
    "tenant_id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "dataset" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "period_end" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "return_receipt_pkey" PRIMARY KEY ("tenant_id","authority_code","dataset","period")
);

ALTER TABLE "return_receipt" ADD CONSTRAINT "return_receipt_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "return_receipt" ADD CONSTRAINT "return_receipt_authority_code_fkey" FOREIGN KEY ("authority_code") REFERENCES "authority"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- When the return of a place came; no row where it has not. Replaced versions count, withdrawn ones do not; and nothing has
-- come any more where the latest version was withdrawn, unless an earlier one is in use.
create function receipt_of(tenant uuid, authority text, dataset_name text, month text)
  returns table (received_at timestamptz, period_end date)
  language sql stable parallel safe
begin atomic
  select min(r.submitted_at) filter (where r.status <> 'WITHDRAWN'), min(r.period_end)
  from "return" r
  where r.tenant_id = tenant and r.authority_code = authority and r.dataset = dataset_name and r.period = month
  having bool_or(r.submitted_at is not null and r.status <> 'WITHDRAWN')
    and (bool_or(r.status = 'ACCEPTED') or (array_agg(r.status order by r.version desc))[1] <> 'WITHDRAWN');
end;

-- Keeps receipts as the returns say. A hub that accepts or sends back changes none; the loader, which sees only what it
-- made up, takes none away.
create function keep_receipts() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  restricted constant boolean := row_security_active('public.return');
  serves constant boolean := restricted and pg_has_role(current_user, 'exchange_app', 'member');
  own uuid;
begin
  if serves then
    own := app_tenant();
  end if;
  insert into return_receipt (tenant_id, authority_code, dataset, period, period_end, received_at)
  select distinct c.tenant_id, c.authority_code, c.dataset, c.period, came.period_end, came.received_at
  from changed c cross join lateral receipt_of(c.tenant_id, c.authority_code, c.dataset, c.period) came
  where own is null or c.tenant_id = own
  on conflict do nothing;
  if restricted and not serves then
    return null;
  end if;
  delete from return_receipt t using changed c
  where (t.tenant_id, t.authority_code, t.dataset, t.period) = (c.tenant_id, c.authority_code, c.dataset, c.period)
    and (own is null or c.tenant_id = own)
    and not exists (select from receipt_of(c.tenant_id, c.authority_code, c.dataset, c.period));
  update return_receipt t set received_at = came.received_at
  from changed c cross join lateral receipt_of(c.tenant_id, c.authority_code, c.dataset, c.period) came
  where (t.tenant_id, t.authority_code, t.dataset, t.period) = (c.tenant_id, c.authority_code, c.dataset, c.period)
    and (own is null or c.tenant_id = own) and t.received_at <> came.received_at;
  return null;
end $$;
create trigger keep_receipts_of_new after insert on "return" referencing new table as changed
  for each statement execute function keep_receipts();
create trigger keep_receipts_of_changed after update on "return" referencing new table as changed
  for each statement execute function keep_receipts();

-- What came before this. Policies hold the owner too, but for here.
alter table "return" no force row level security;
alter table return_step no force row level security;
alter table "return" disable trigger user;
update "return" r set submitted_at = coalesce(
  (select min(s.at) from return_step s where (s.tenant_id, s.return_id) = (r.tenant_id, r.id) and s.action = 'submitted'),
  case when r.status = 'SUBMITTED' or r.approved_at is not null then r.received_at end);
alter table "return" enable trigger user;
insert into return_receipt (tenant_id, authority_code, dataset, period, period_end, received_at)
select place.*, came.period_end, came.received_at
from (select distinct tenant_id, authority_code, dataset, period from "return") place
cross join lateral receipt_of(place.tenant_id, place.authority_code, place.dataset, place.period) came;
alter table return_step force row level security;
alter table "return" force row level security;

alter table return_receipt enable row level security;
alter table return_receipt force row level security;
grant select, insert, update (received_at), delete on return_receipt to exchange_app;
grant insert on return_receipt to exchange_loader;
create policy return_receipt_read on return_receipt for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or period_end >= ((select sight_since('EXACT')) ->> (authority_code || dataset))::date
  );
-- It says what the returns say, whoever writes it: for whoever changes a return of their own, the triggers above do.
create policy return_receipt_add on return_receipt for insert to exchange_app
  with check (
    tenant_id = (select app_tenant())
    and (received_at, period_end) in (
      select came.received_at, came.period_end from receipt_of(tenant_id, authority_code, dataset, period) came)
  );
create policy return_receipt_change on return_receipt for update to exchange_app
  using (tenant_id = (select app_tenant()))
  with check (
    tenant_id = (select app_tenant())
    and (received_at, period_end) in (
      select came.received_at, came.period_end from receipt_of(tenant_id, authority_code, dataset, period) came)
  );
create policy return_receipt_end on return_receipt for delete to exchange_app
  using (
    tenant_id = (select app_tenant())
    and not exists (select from receipt_of(tenant_id, authority_code, dataset, period))
  );
create policy return_receipt_seed on return_receipt for insert to exchange_loader
  with check (
    (received_at, period_end) in (
      select came.received_at, came.period_end from receipt_of(tenant_id, authority_code, dataset, period) came)
  );

revoke all on all functions in schema public from public;
grant execute on function receipt_of(uuid, text, text, text) to exchange_app, exchange_loader;

-- As before, but that explaining counts a revision, that nobody approves what they sent themselves, and that submitting
-- says when, once and not for a day that has gone.
create or replace function guard_return() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  moving constant text[] := array['status', 'revision', 'submitted_at', 'submitted_by', 'approved_at', 'approved_by', 'attestation',
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
      or new.submitted_by is not null or new.submitted_at is not null or new.reopened_at is not null or new.kind = 'GENERATED' or new.synthetic
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
    ('ACCEPTED', 'ACCEPTED'), ('PROBLEMS', 'PROBLEMS'), ('READY', 'READY'),
    ('PROBLEMS', 'WITHDRAWN'), ('READY', 'WITHDRAWN'), ('SUBMITTED', 'WITHDRAWN'), ('APPROVED', 'WITHDRAWN'),
    ('ACCEPTED', 'WITHDRAWN'),
    ('PROBLEMS', 'SUPERSEDED'), ('READY', 'SUPERSEDED'), ('SUBMITTED', 'SUPERSEDED'), ('ACCEPTED', 'SUPERSEDED'))
  then
    raise exception 'a return that is % does not become %', old.status, new.status using errcode = '23514';
  end if;

  -- What a step says of itself is said with it, and with no other.
  if (new.submitted_by is distinct from old.submitted_by
      and not (new.status = 'SUBMITTED' or old.status = 'APPROVED' and new.status = 'READY' and new.submitted_by is null))
    or (new.submitted_at is distinct from old.submitted_at
      and not (old.submitted_at is null and new.status = 'SUBMITTED'
        and (new.submitted_at at time zone 'Europe/London')::date >= app_today()))
    or (new.status = 'SUBMITTED' and new.submitted_at is null)
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

  -- Its queries are explained: that counts one revision, too, so that of two people who do it at once the second is told.
  if old.status = new.status and old.status <> 'ACCEPTED'
    and coalesce(app_role(), '') not in ('commissioner', 'placement-officer')
  then
    raise exception 'queries are explained by those who send' using errcode = '42501';
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
    or new.approved_by is distinct from app_account() or new.approved_by = new.submitted_by
    or new.approved_by = new.received_by)
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
