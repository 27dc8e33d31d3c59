-- The register is public, and loaded by its own role. What it may never hold, the database refuses.

alter table provider_group
  add constraint provider_group_key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Nobody takes a fictitious owner for a real one, wherever its name shows.
  add constraint provider_group_fictitious check (synthetic = (name like '%(fictitious)'));

-- Spellings that differ in spaces and punctuation only are one group.
create unique index provider_group_rolled_up on provider_group (replace(key, '-', ''));

alter table provider
  add constraint provider_key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add constraint provider_fictitious check (synthetic = (name like '%(fictitious)')),
  add constraint provider_company_number check (company_number ~ '^([0-9]{8}|[A-Z]{2}[0-9]{6})$');

alter table service
  add constraint service_urn check (urn ~ '^(SC[0-9]{6}|[0-9]{7})$'),
  -- Above every URN of Ofsted's.
  add constraint service_fictitious_urn check (synthetic = (urn ~ '^9[0-9]{6}$')),
  add constraint service_fictitious_owner check (not synthetic or provider_id is not null),
  -- Ofsted keeps the names and addresses of children's homes back. So does this table, whatever a file says.
  add constraint service_home_is_bare check (
    synthetic or provision_type not in ('CHILDRENS_HOME', 'SECURE_CHILDRENS_HOME', 'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME')
    or (name is null and postcode_district is null)),
  -- Never a whole postcode.
  add constraint service_postcode_district check (postcode_district ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  add constraint service_numbers check (places >= 0 and premises >= 0),
  add constraint service_ages check (age_from >= 0 and age_to >= age_from),
  add constraint service_needs check (needs is not null),
  add constraint service_left check ((status = 'LEFT') = (left_on is not null)),
  add constraint service_judged check ((judgement is null) = (judged_on is null));

alter table service_change
  add constraint service_change_differs check (before is distinct from after);

alter table authority_place
  add constraint authority_place_in_england check (latitude between 49 and 56 and longitude between -7 and 2);

grant select on provider_group, provider, provider_name, provider_in_house, service, service_judgement, service_change,
  authority_place to exchange_app;

grant select, insert, update on provider_group, provider, provider_name, provider_in_house, service, service_judgement,
  authority_place to exchange_loader;
-- Whose own an owner is follows from a list of ours, which may be put right.
grant delete on provider_in_house to exchange_loader;
-- What was said of a change is not unsaid.
grant select, insert on service_change to exchange_loader;
grant usage on sequence provider_group_id_seq, provider_id_seq, service_change_id_seq to exchange_loader;

-- Closed to reviewers, who read releases only.
do $$
declare
  name text;
begin
  foreach name in array array['provider_group', 'provider', 'provider_name', 'provider_in_house', 'service',
    'service_judgement', 'service_change', 'authority_place']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select to exchange_app using ((select app_reads_reference()))',
      name || '_read', name);
    execute format('create policy %I on %I to exchange_loader using (true) with check (true)', name || '_load', name);
  end loop;
end $$;
