-- An enquiry passes to a member of its consortium only, stages are its hub's alone, and what was said of an enquiry may be
-- put right.

drop policy fostering_transfer_add on fostering_transfer;
create policy fostering_transfer_add on fostering_transfer for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_writes_enquiries()) and "on" <= (select app_today())
    and recorded_by = (select app_account()) and exists (
      select from fostering_enquiry e
      where e.tenant_id = fostering_transfer.tenant_id and e.id = fostering_transfer.enquiry_id
        and e.authority_code is not distinct from from_authority_code and e.version + 1 = fostering_transfer.version
        and (to_authority_code is null or is_member(e.consortium_code, to_authority_code)))
  );

-- A role is somebody's in any organisation: that it is the hub's is looked at by itself.
create function app_plans_as_hub() returns boolean language sql stable parallel safe
begin atomic
  select app_role() = 'hub-manager' and exists (
    select from organisation o where o.id = app_tenant() and o.kind = 'HUB');
end;
revoke all on function app_plans_as_hub() from public;
grant execute on function app_plans_as_hub() to exchange_app;

drop policy fostering_stage_set_add on fostering_stage_set;
create policy fostering_stage_set_add on fostering_stage_set for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_plans_as_hub()) and in_force_from >= (select app_today())
    and made_by = (select app_account()) and consortium_code in (select app_consortia())
  );
drop policy fostering_stage_add on fostering_stage;
create policy fostering_stage_add on fostering_stage for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and (select app_plans_as_hub()));

grant update (source, campaign, area, household_type) on fostering_enquiry to exchange_app;

-- The last day whose enquiries a demonstration has made up: a start on the same day makes none.
alter table platform_stamp add column fostering_made_until date;
grant update (fostering_made_until) on platform_stamp to exchange_loader;
