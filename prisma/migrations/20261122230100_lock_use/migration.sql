-- Whom a tenant buys from is a record of its own: others see it where an agreement shows records, as far back as it says.
-- What it pays is nobody else's.

alter table provider_use
  add constraint provider_use_month check (
    month = to_char(month_end, 'YYYY-MM') and extract(month from month_end + 1) <> extract(month from month_end)),
  add constraint provider_use_service check (service in ('FOSTERING', 'RESIDENTIAL', 'SUPPORTED', 'SCHOOL', 'FAMILY')),
  add constraint provider_use_sourcing check (sourcing in ('REGIONAL', 'SUB-REGIONAL', 'LOCAL', 'BLOCK-LOCAL',
    'BLOCK-COLLABORATIVE', 'BLOCK-FLEXI', 'SPOT', 'IN-HOUSE', 'OTHER-AUTHORITY', 'REMAND', 'SECURE-WELFARE')),
  -- A row is there because somebody was: no row says nobody.
  add constraint provider_use_placements check (placements between 1 and 999);

alter table provider_use_price
  add constraint provider_use_price_weekly_cost check (weekly_cost >= 0 and weekly_cost < 'Infinity');

-- Each home, area and route once a month. The tenant leads it: a key without it would tell of others' rows.
create unique index provider_use_once on provider_use
  (tenant_id, authority_code, month, provider_id, urn, host_authority_code, service, sourcing) nulls not distinct;

alter table provider_use enable row level security;
alter table provider_use force row level security;
alter table provider_use_price enable row level security;
alter table provider_use_price force row level security;
alter table notification_read enable row level security;
alter table notification_read force row level security;

grant select on provider_use, provider_use_price to exchange_app;
create policy provider_use_read on provider_use for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or month_end >= ((select sight_since('RECORDS')) ->> (authority_code || 'providers'))::date
  );
create policy provider_use_price_own on provider_use_price for select to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_works_for_tenant()));

-- A commissioner records whole months of the authorities of its organisation, once they have ended: what was recorded of a month goes, and
-- what it was comes. No row is changed where it stands.
grant insert, delete on provider_use, provider_use_price to exchange_app;
create policy provider_use_add on provider_use for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner'
    and authority_code in (select a from app_authorities() a) and month_end < (select app_today())
  );
create policy provider_use_remove on provider_use for delete to exchange_app
  using (
    tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner'
    and authority_code in (select a from app_authorities() a)
  );
create policy provider_use_price_add on provider_use_price for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');
create policy provider_use_price_remove on provider_use_price for delete to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');

-- In a demonstration nobody's children live with a real provider.
create trigger guard_real_provider before insert or update on provider_use
  for each row execute function guard_real_provider();

-- What one has read is one's own.
grant select, insert on notification_read to exchange_app;
create policy notification_read_read on notification_read for select to exchange_app
  using (tenant_id = (select app_tenant()) and account_id = (select app_account()));
create policy notification_read_add on notification_read for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and account_id = (select app_account()));

-- The loader seeds a demonstration's use; it sees nothing else.
grant select, insert on provider_use, provider_use_price to exchange_loader;
grant maintain on provider_use, provider_use_price to exchange_loader;
create policy provider_use_seed on provider_use to exchange_loader using (synthetic) with check (synthetic);
create policy provider_use_price_seed on provider_use_price to exchange_loader using (synthetic) with check (synthetic);
