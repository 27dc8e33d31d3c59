-- Whoever adds an event to a log does so under their own name and role, not only for their own organisation.
drop policy audit_event_add on audit_event;
create policy audit_event_add on audit_event for insert to exchange_app
  with check (
    actor_organisation_id = (select app_tenant()) and role = (select app_role())
    and account = (select a.name from account a where a.id = (select app_account()))
  );
