-- A call-off that was recorded wrongly is put right at the version that was seen, or taken back: by whom it could be recorded,
-- for an authority of their own before and after. The log keeps that it was.
alter table call_off
  add column version integer not null default 1,
  add constraint call_off_version check (version >= 1);
create trigger guard_version before update on call_off for each row execute function guard_version();

grant update (authority_code, made_on, method, placements, weekly_price, version), delete on call_off to exchange_app;
create policy call_off_correct on call_off for update to exchange_app
  using (
    tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'placement-officer')
    and authority_code in (select a from app_authorities() a)
  );
create policy call_off_take_back on call_off for delete to exchange_app
  using (
    tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'placement-officer')
    and authority_code in (select a from app_authorities() a)
  );
