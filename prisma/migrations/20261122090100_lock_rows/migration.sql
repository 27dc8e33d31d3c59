-- What Prisma's schema language cannot say: constraints, the hot index, who may do what, and row-level security.

-- A figure is a number or a symbol, never both, never neither.
alter table reference_observation
  add constraint reference_observation_value_or_symbol check ((value is null) = (symbol is not null)),
  add constraint reference_observation_symbol check (symbol in ('z', 'x', 'c', 'k', 'u')),
  add constraint reference_observation_finite check (value is null or value not in ('NaN', 'Infinity', '-Infinity')),
  add constraint reference_observation_superseded_later check (superseded_at > recorded_at),
  -- A figure its publisher suppressed carries nothing from which it could be worked out.
  add constraint reference_observation_confidential_is_bare
    check (symbol is distinct from 'c' or (numerator is null and formula is null));

alter table population_estimate
  add constraint population_estimate_value_or_symbol check ((children is null) = (symbol is not null));

alter table platform_stamp
  add constraint platform_stamp_one_row check (id = 1),
  add constraint platform_stamp_kind check (kind in ('demonstration', 'service'));

alter table indicator
  add constraint indicator_dataset
    check (dataset in ('placements', 'costs', 'providers', 'fostering', 'beds', 'demand'));

alter table saved_comparison
  add constraint saved_comparison_name check (length(btrim(name)) between 1 and 120);

-- One figure in force for each cell; serves "latest" and series alike without touching the table.
create unique index reference_observation_in_force
  on reference_observation (indicator_id, area_code, period_end)
  include (value, symbol, status, numerator, denominator, source_id)
  where superseded_at is null;

-- The viewer of this transaction. Nothing set means nobody.
create function app_tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.tenant', true), '')::uuid;

create function app_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;

-- True where the viewer's role reads public reference figures (every role but reviewers).
create function app_reads_reference() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.reads_reference', true), '') = 'yes';

revoke all on all functions in schema public from public;
grant execute on function app_tenant(), app_account(), app_reads_reference() to exchange_app;

grant usage on schema public to exchange_app, exchange_loader;

-- Public facts about authorities and indicators: everybody who is signed in.
grant select on region, authority, authority_name, authority_predecessor, consortium, consortium_member,
  statistical_neighbour, indicator, indicator_period, reference_source, platform_stamp to exchange_app;
grant select on population_estimate, reference_observation to exchange_app;

-- Who signs in. Not tenant-owned: read before there is a viewer, by hash or name only.
grant select on organisation, organisation_authority, account, membership, api_token to exchange_app;
grant select, insert, update, delete on session to exchange_app;

grant select, insert, update, delete on saved_comparison to exchange_app;

-- The loader brings public figures and the demonstration's accounts; it never sees a tenant's rows.
grant select, insert, update on region, authority, authority_name, authority_predecessor, consortium,
  consortium_member, statistical_neighbour, population_estimate, indicator, indicator_period, reference_source,
  reference_observation, organisation, organisation_authority, account, membership, api_token to exchange_loader;
grant delete on statistical_neighbour, api_token to exchange_loader;
grant select, insert on platform_stamp to exchange_loader;
grant usage on all sequences in schema public to exchange_loader;

-- Reference figures: closed to reviewers, who read releases only.
alter table reference_observation enable row level security;
alter table reference_observation force row level security;
create policy reference_observation_read on reference_observation for select to exchange_app
  using ((select app_reads_reference()));
create policy reference_observation_load on reference_observation to exchange_loader
  using (true) with check (true);

alter table population_estimate enable row level security;
alter table population_estimate force row level security;
create policy population_estimate_read on population_estimate for select to exchange_app
  using ((select app_reads_reference()));
create policy population_estimate_load on population_estimate to exchange_loader
  using (true) with check (true);

-- Saved comparisons: one's own, and those shared within one's organisation. Only the owner changes one.
alter table saved_comparison enable row level security;
alter table saved_comparison force row level security;
create policy saved_comparison_read on saved_comparison for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    and (owner_id = (select app_account()) or visibility = 'ORGANISATION')
  );
create policy saved_comparison_insert on saved_comparison for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and owner_id = (select app_account()));
create policy saved_comparison_update on saved_comparison for update to exchange_app
  using (tenant_id = (select app_tenant()) and owner_id = (select app_account()))
  with check (tenant_id = (select app_tenant()) and owner_id = (select app_account()));
create policy saved_comparison_delete on saved_comparison for delete to exchange_app
  using (tenant_id = (select app_tenant()) and owner_id = (select app_account()));
