-- Fees of lots: means of what all members pay, in releases of costs. They are made of call-offs, so that it stays known what
-- those were when a release was built: whatever is told later is held against it.

-- The present, as the server's clock has it.
create function app_now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

-- AlterTable
ALTER TABLE "call_off" ADD COLUMN     "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "call_off_before" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "authority_code" VARCHAR(9) NOT NULL,
    "holder_id" UUID NOT NULL,
    "award_id" UUID NOT NULL,
    "made_on" DATE NOT NULL,
    "placements" SMALLINT NOT NULL,
    "weekly_price" DECIMAL(10,2),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_off_before_pkey" PRIMARY KEY ("tenant_id","id","ended_at")
);

-- AddForeignKey
ALTER TABLE "call_off_before" ADD CONSTRAINT "call_off_before_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- When it was recorded is the clock's to say.
create function date_call_off() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.recorded_at := app_now();
  return new;
end $$;
create trigger date_call_off before insert or update on call_off for each row execute function date_call_off();

-- What is put right or taken back stays as it was, for the worker alone.
create function keep_call_off() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if old.recorded_at < app_now()::timestamptz(3) then
    insert into call_off_before (tenant_id, id, authority_code, holder_id, award_id, made_on, placements, weekly_price,
      recorded_at, ended_at)
    values (old.tenant_id, old.id, old.authority_code, old.holder_id, old.award_id, old.made_on, old.placements,
      old.weekly_price, old.recorded_at, app_now());
  end if;
  return null;
end $$;
create trigger keep_call_off after update or delete on call_off for each row execute function keep_call_off();

grant insert on call_off_before to exchange_app;
alter table call_off_before enable row level security;
alter table call_off_before force row level security;
create policy call_off_before_keep on call_off_before for insert to exchange_app
  with check (tenant_id = (select app_tenant()));

alter table release_cell
  add constraint release_cell_fee check (
    table_name <> 'lot-fees' or dataset = 'costs' and area = 'consortium' and indicator_id is null and coalesce(value, 0) > 0);

-- Whose call-offs of which month this worker may read: those of whoever releases costs to the audience it builds for; and to
-- protect them only, those of whoever was in a release of its consortium that tells a fee.
create function release_fee_reading() returns table (giver_id uuid, authority_code varchar(9), period text)
  language sql stable parallel safe
begin atomic
  with building as (
    select r.tenant_id, r.consortium_code, r.audience, r.dataset, r.period, r.period_end
    from release r join release_held() h on h.tenant_id = r.tenant_id and h.release_id = r.id
    where r.status = 'BUILDING' and r.dataset = 'costs'
  )
  select s.giver_id, s.authority_code, b.period
  from building b cross join lateral release_sources(b.consortium_code, b.audience, b.dataset, b.period_end) s
  union
  select held.organisation_id, held.authority_code, o.period
  from building b
  join release o on (o.tenant_id, o.consortium_code, o.dataset) = (b.tenant_id, b.consortium_code, b.dataset)
    and (o.status = 'READY' or o.published_at is not null)
    and exists (
      select from release_cell f where (f.tenant_id, f.release_id) = (o.tenant_id, o.id) and f.table_name = 'lot-fees')
  cross join unnest(o.contributors) c
  join organisation_authority held on held.authority_code = c;
end;

-- A fee is in releases of one consortium, each of which was protected against every other that tells one, of whatever month:
-- prices hardly differ between months, so that together they would tell them.
create function guard_released_fees() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('releases become ready', 0));
  if exists (
    select from release_cell mine
    join release_cell other on other.table_name = 'lot-fees' and other.release_id <> mine.release_id
    join release o on (o.tenant_id, o.id) = (other.tenant_id, other.release_id)
      and (o.status = 'READY' or o.published_at is not null)
    where (mine.tenant_id, mine.release_id) = (new.tenant_id, new.id) and mine.table_name = 'lot-fees'
      and case when o.consortium_code = new.consortium_code
        then o.id <> all (
          select unnest(c.earlier) from release_certificate c
          where (c.tenant_id, c.release_id) = (new.tenant_id, new.id))
        else other.codes = mine.codes end)
  then
    raise exception 'fees are protected against all fees that were told' using errcode = '23514';
  end if;
  if exists (
    select from release_cell f
    where (f.tenant_id, f.release_id) = (new.tenant_id, new.id) and f.table_name = 'lot-fees'
      and 3 > (
        select count(distinct held.organisation_id) from organisation_authority held
        where held.authority_code = any (new.contributors)))
  then
    raise exception 'a fee is of at least three organisations' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_released_fees before update on release for each row
  when (new.status = 'READY' and old.status <> 'READY') execute function guard_released_fees();

revoke all on function app_now(), date_call_off(), keep_call_off(), release_fee_reading(), guard_released_fees() from public;
grant execute on function app_now() to exchange_app, exchange_loader;
grant execute on function release_fee_reading() to exchange_release;

-- The worker reads call-offs as they are and were, whose they are with, and of tendered prices whose they are: no price.
grant select (tenant_id, authority_code, holder_id, award_id, made_on, placements, weekly_price, recorded_at) on call_off
  to exchange_release;
grant select (tenant_id, authority_code, holder_id, award_id, made_on, placements, weekly_price, recorded_at, ended_at)
  on call_off_before to exchange_release;
grant select (tenant_id, id, framework_id, lot_id, provider_id) on framework_award to exchange_release;
grant select (tenant_id, id, maximum_weekly_price) on framework_lot to exchange_release;
grant select (id, group_id) on provider to exchange_release;
grant select (tenant_id, holder_id, award_id) on award_price to exchange_release;

create policy call_off_release on call_off for select to exchange_release
  using ((tenant_id, authority_code, to_char(made_on, 'YYYY-MM')) in (
    select s.giver_id, s.authority_code, s.period from release_fee_reading() s));
create policy call_off_before_release on call_off_before for select to exchange_release
  using ((tenant_id, authority_code, to_char(made_on, 'YYYY-MM')) in (
    select s.giver_id, s.authority_code, s.period from release_fee_reading() s));
create policy framework_award_release on framework_award for select to exchange_release
  using ((tenant_id, id) in (
    select c.holder_id, c.award_id from call_off c union select c.holder_id, c.award_id from call_off_before c));
create policy framework_lot_release on framework_lot for select to exchange_release
  using ((tenant_id, id) in (select a.tenant_id, a.lot_id from framework_award a));
create policy provider_release on provider for select to exchange_release
  using (id in (select a.provider_id from framework_award a));
create policy award_price_release on award_price for select to exchange_release
  using (
    tenant_id in (select s.giver_id from release_fee_reading() s)
    and (holder_id, award_id) in (select a.tenant_id, a.id from framework_award a));
-- Released fees of every consortium: a lot's are in releases of one only.
create policy release_cell_fees on release_cell for select to exchange_release using (table_name = 'lot-fees');
