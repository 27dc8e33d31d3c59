-- A row of a return is a record of its tenant: nobody else reads it, and nobody changes it.
alter table return_row
  add constraint return_row_counted check ("row" >= 1);
alter table observation
  -- A figure leads back to its rows; none where it counts what there was not, or its table was not sent.
  add constraint observation_rows check (rows is not null);

alter table return_row enable row level security;
alter table return_row force row level security;
grant select, insert on return_row to exchange_app;
create policy return_row_read on return_row for select to exchange_app using (tenant_id = (select app_tenant()));
create policy return_row_add on return_row for insert to exchange_app with check (tenant_id = (select app_tenant()));

-- The loader seeds a demonstration's returns with their rows.
grant select, insert on return_row to exchange_loader;
create policy return_row_seed on return_row to exchange_loader
  using ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r))
  with check ((tenant_id, return_id) in (select r.tenant_id, r.id from "return" r));
