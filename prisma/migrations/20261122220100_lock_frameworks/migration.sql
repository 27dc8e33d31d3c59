-- Who sees how authorities buy. Facts of published frameworks: whoever reads the register. Who is on them: their holder,
-- those who buy there, whom agreements show it exactly, and a provider its own. Contracts: their tenant, and whom agreements
-- show records. Prices: their tenant, whatever any agreement says.

alter table framework
  add constraint framework_dates check (ends_on >= starts_on),
  add constraint framework_services check (
    cardinality(services) > 0 and services <@ array['FOSTERING', 'RESIDENTIAL', 'SUPPORTED', 'SCHOOL', 'FAMILY']),
  add constraint framework_texts check (length(btrim(reference)) > 0 and length(btrim(title)) > 0 and length(btrim(source)) > 0),
  add constraint framework_numbers check (
    notice_months between 0 and 60 and decision_lead_months between 0 and 60 and value >= 0
    and printed_providers >= 0 and printed_memberships >= 0 and printed_homes >= 0),
  add constraint framework_version check (version >= 1);
alter table framework_lot
  add constraint framework_lot_maximum check (maximum_weekly_price > 0),
  add constraint framework_lot_printed check (printed_memberships >= 0),
  add constraint framework_lot_service check (service in ('FOSTERING', 'RESIDENTIAL', 'SUPPORTED', 'SCHOOL', 'FAMILY'));
alter table framework_tier
  add constraint framework_tier_numbers check (number between 1 and 99 and hours_to_respond >= 0);
alter table framework_extension
  add constraint framework_extension_numbers check (nth >= 1 and months between 1 and 120 and decide_by_months between 0 and 60);
alter table framework_award
  add constraint framework_award_dates check (ends_on >= starts_on),
  add constraint framework_award_version check (version >= 1);
alter table award_price
  add constraint award_price_positive check (weekly_price > 0),
  add constraint award_price_version check (version >= 1);
alter table call_off
  add constraint call_off_numbers check (placements > 0 and weekly_price > 0),
  add constraint call_off_method check (method in ('DIRECT', 'COMPETITION'));
alter table block_contract
  add constraint block_contract_dates check (ends_on >= starts_on),
  add constraint block_contract_numbers check (
    beds > 0 and notice_months between 0 and 60 and decision_lead_months between 0 and 60),
  add constraint block_contract_version check (version >= 1);
alter table block_contract_extension
  add constraint block_contract_extension_numbers check (
    nth >= 1 and months between 1 and 120 and decide_by_months between 0 and 60);
alter table block_contract_month
  add constraint block_contract_month_label check (
    month = to_char(month_end, 'YYYY-MM') and extract(month from month_end + 1) <> extract(month from month_end)),
  add constraint block_contract_month_beds check (beds > 0 and occupied between 0 and beds),
  add constraint block_contract_month_void check (
    void_days between 0 and beds * extract(day from month_end));
alter table block_contract_price
  add constraint block_contract_price_positive check (weekly_price > 0 and spot_weekly_price > 0);
alter table uplift_request
  add constraint uplift_request_percent check (percent > 0 and percent <= 100),
  add constraint uplift_request_granted check (
    (status in ('AGREED', 'PARTLY_AGREED')) = (granted_percent is not null)
    and (status <> 'AGREED' or granted_percent = percent)
    and (status <> 'PARTLY_AGREED' or (granted_percent > 0 and granted_percent < percent))),
  add constraint uplift_request_decided check (
    (status in ('AGREED', 'PARTLY_AGREED', 'REFUSED')) = (decided_on is not null) and decided_on >= asked_on),
  add constraint uplift_request_version check (version >= 1);
alter table uplift_answer
  add constraint uplift_answer_percent check (granted_percent between 0 and 100),
  add constraint uplift_answer_from check ((granted_percent > 0) = (from_on is not null)),
  add constraint uplift_answer_version check (version >= 1);

-- True in a demonstration, where whatever no public notice says is made up.
create function app_is_demonstration() returns boolean language sql stable parallel safe
begin atomic
  select exists (select from platform_stamp where kind = 'demonstration');
end;

-- Providers for which the viewer's organisation signs in.
create function app_providers() returns setof int language sql stable parallel safe
begin atomic
  select p.provider_id from organisation_provider p where p.organisation_id = (select app_tenant());
end;

-- True for those who work for a tenant that answers for authorities.
create function app_works_for_tenant() returns boolean language sql stable parallel safe
begin atomic
  select app_role() in ('commissioner', 'approver', 'placement-officer', 'ig-lead');
end;

create function app_authorities() returns setof varchar(9) language sql stable parallel safe
begin atomic
  select h.authority_code from organisation_authority h where h.organisation_id = (select app_tenant());
end;

-- Members, today, of the consortium that the viewer's organisation serves as its hub.
create function app_members() returns setof varchar(9) language sql stable parallel safe
begin atomic
  select m.authority_code from consortium_member m
  join organisation o on o.consortium_code = m.consortium_code and o.kind = 'HUB' and o.id = (select app_tenant())
  where m.joined_on <= (select app_today()) and (m.left_on is null or m.left_on > (select app_today()));
end;

-- Nobody speaks for others: a tenant publishes what an authority of its own leads, a hub names members as leads.
create function may_hold_framework(lead varchar(9), is_published boolean) returns boolean language sql stable parallel safe
begin atomic
  select case (select app_role())
    when 'commissioner' then
      case when lead is null then not is_published else lead in (select a from app_authorities() a) end
    when 'hub-analyst' then lead is null or lead in (select m from app_members() m)
    when 'hub-manager' then lead is null or lead in (select m from app_members() m)
    else false
  end;
end;

-- Frameworks that the viewer's organisation holds, or of which its lead names it a buyer.
create function frameworks_bought() returns table (tenant_id uuid, framework_id uuid) language sql stable parallel safe
begin atomic
  select f.tenant_id, f.id from framework f where f.tenant_id = (select app_tenant())
  union
  select b.tenant_id, b.framework_id from framework_buyer b
  join framework f on f.tenant_id = b.tenant_id and f.id = b.framework_id and f.published
  where b.authority_code in (select a from app_authorities() a);
end;

-- The first day of what the viewer sees of who is on a framework, by framework: of those it holds or buys from, all; of
-- others what agreements of their lead show exactly. Its holder is in the key: whoever gave a framework of its own the id of
-- another's would see who is on that.
create function framework_sight() returns jsonb language sql stable parallel safe
begin atomic
  select jsonb_object_agg(seen.key, seen.since)
  from (
    select every.key, min(every.since) as since
    from (
      select b.tenant_id::text || b.framework_id as key, '-infinity'::date as since from frameworks_bought() b
      union all
      select f.tenant_id::text || f.id, s.since
      from sight() s
      join framework f on f.tenant_id = s.giver_id and f.lead_authority_code = s.authority_code and f.published
      where s.dataset = 'providers' and s.level >= 'EXACT') every
    group by every.key) seen;
end;

-- As `framework_sight`, of other tenants' block contracts: where agreements show records.
create function contract_sight() returns jsonb language sql stable parallel safe
begin atomic
  select jsonb_object_agg(c.tenant_id::text || c.id, ((select sight_since('RECORDS')) ->> (c.authority_code || 'providers')))
  from block_contract c where c.tenant_id <> (select app_tenant());
end;

-- A change counts one version. It holds for whoever row-level security holds.
create function guard_version() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if row_security_active(tg_relid) and new.version <> old.version + 1 then
    raise exception 'every change counts one version' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_version before update on framework for each row execute function guard_version();
create trigger guard_version before update on framework_award for each row execute function guard_version();
create trigger guard_version before update on award_price for each row execute function guard_version();
create trigger guard_version before update on block_contract for each row execute function guard_version();
create trigger guard_version before update on uplift_answer for each row execute function guard_version();

-- In a demonstration a real provider carries only what a public notice says of it.
create function guard_real_provider() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not new.synthetic and (to_jsonb(new) ->> 'source') is null and app_is_demonstration() then
    raise exception 'in a demonstration this belongs to fictitious providers, or names the public notice that says it'
      using errcode = '23514', constraint = 'real_provider';
  end if;
  return new;
end $$;
create trigger guard_real_provider before insert or update on framework_award
  for each row execute function guard_real_provider();
create trigger guard_real_provider before insert or update on block_contract
  for each row execute function guard_real_provider();
create trigger guard_real_provider before insert or update on uplift_request
  for each row execute function guard_real_provider();
create trigger guard_real_provider before insert or update on award_price
  for each row execute function guard_real_provider();
create trigger guard_real_provider before insert or update on call_off
  for each row execute function guard_real_provider();

-- A provider is on a lot once at a time: not in two of its tiers. Whoever adds it to the same lot waits.
create function guard_award() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.lot_id::text || new.provider_id, 0));
  if exists (
    select from framework_award a
    where a.tenant_id = new.tenant_id and a.lot_id = new.lot_id and a.provider_id = new.provider_id and a.id <> new.id
      and daterange(a.starts_on, a.ends_on, '[]') && daterange(new.starts_on, new.ends_on, '[]'))
  then
    raise exception 'a provider is on a lot once at a time' using errcode = '23P01', constraint = 'framework_award_once';
  end if;
  return new;
end $$;
create trigger guard_award before insert or update on framework_award for each row execute function guard_award();

-- A price or a call-off is of an award that whoever writes it may see, and no price is above its lot's published maximum.
create function guard_award_use() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  award framework_award;
  maximum numeric;
begin
  select * into award from framework_award a where a.tenant_id = new.holder_id and a.id = new.award_id;
  if not found then
    raise exception 'there is no such award' using errcode = '23503';
  end if;
  if award.synthetic <> new.synthetic then
    raise exception 'what is made up is of what is made up' using errcode = '23514', constraint = 'real_provider';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(award.lot_id::text, 1));
  select l.maximum_weekly_price into maximum from framework_lot l
  where l.tenant_id = award.tenant_id and l.id = award.lot_id;
  if new.weekly_price > maximum then
    raise exception 'a price is not above the published maximum of its lot'
      using errcode = '23514', constraint = 'price_within_maximum';
  end if;
  if tg_table_name = 'call_off' then
    if new.made_on < award.starts_on or new.made_on > award.ends_on then
      raise exception 'a call-off lies within its award' using errcode = '23514', constraint = 'call_off_within_award';
    end if;
    if not exists (
      select from framework f
      where f.tenant_id = award.tenant_id and f.id = award.framework_id and (f.lead_authority_code = new.authority_code
        or exists (
          select from framework_buyer b
          where b.tenant_id = f.tenant_id and b.framework_id = f.id and b.authority_code = new.authority_code)))
    then
      raise exception 'who calls off is named as a buyer' using errcode = '23514', constraint = 'call_off_buyer';
    end if;
  end if;
  return new;
end $$;
create trigger guard_award_use before insert or update on award_price for each row execute function guard_award_use();
create trigger guard_award_use before insert or update on call_off for each row execute function guard_award_use();

-- Nor is a maximum lowered below a price that its holder knows. Others' prices are not looked at: a refusal would tell them.
create function guard_maximum() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.id::text, 1));
  if exists (
    select from framework_award a
    left join award_price p on p.tenant_id = a.tenant_id and p.holder_id = a.tenant_id and p.award_id = a.id
    left join call_off c on c.tenant_id = a.tenant_id and c.holder_id = a.tenant_id and c.award_id = a.id
    where a.tenant_id = new.tenant_id and a.lot_id = new.id
      and greatest(p.weekly_price, c.weekly_price) > new.maximum_weekly_price)
  then
    raise exception 'a price is not above the published maximum of its lot'
      using errcode = '23514', constraint = 'price_within_maximum';
  end if;
  return new;
end $$;
create trigger guard_maximum before update on framework_lot for each row
  when (new.maximum_weekly_price is distinct from old.maximum_weekly_price) execute function guard_maximum();

-- A request for higher prices: by a provider on the framework, handled by an authority that buys there.
create function guard_uplift() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (
    select from framework f
    where f.tenant_id = new.tenant_id and f.id = new.framework_id and (f.lead_authority_code = new.link_authority_code
      or exists (
        select from framework_buyer b
        where b.tenant_id = f.tenant_id and b.framework_id = f.id and b.authority_code = new.link_authority_code)))
  then
    raise exception 'an authority that buys there handles a request' using errcode = '23514', constraint = 'uplift_link';
  end if;
  if tg_op = 'INSERT' then
    if not exists (
      select from framework_award a
      where a.tenant_id = new.tenant_id and a.framework_id = new.framework_id and a.provider_id = new.provider_id)
    then
      raise exception 'a provider asks that is on the framework' using errcode = '23514', constraint = 'uplift_award';
    end if;
    if row_security_active(tg_relid) and (new.status <> 'ASKED' or new.version <> 1) then
      raise exception 'a request begins as it is asked' using errcode = '23514';
    end if;
    return new;
  end if;
  if row_security_active(tg_relid) and (
    new.version <> old.version + 1 or (old.status, new.status) not in (
      ('ASKED', 'ASKED'), ('ASKED', 'IN_HAND'), ('ASKED', 'AGREED'), ('ASKED', 'PARTLY_AGREED'), ('ASKED', 'REFUSED'),
      ('ASKED', 'WITHDRAWN'), ('IN_HAND', 'IN_HAND'), ('IN_HAND', 'AGREED'), ('IN_HAND', 'PARTLY_AGREED'),
      ('IN_HAND', 'REFUSED'), ('IN_HAND', 'WITHDRAWN')))
  then
    raise exception 'a request that is % does not become %', old.status, new.status using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_uplift before insert or update on uplift_request for each row execute function guard_uplift();

-- An answer is to a request that whoever answers may see.
create function guard_uplift_answer() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from uplift_request r where r.tenant_id = new.holder_id and r.id = new.request_id) then
    raise exception 'there is no such request' using errcode = '23503';
  end if;
  return new;
end $$;
create trigger guard_uplift_answer before insert or update on uplift_answer
  for each row execute function guard_uplift_answer();

revoke all on function app_is_demonstration(), app_providers(), app_works_for_tenant(), app_authorities(),
  app_members(), may_hold_framework(varchar, boolean), frameworks_bought(), framework_sight(), contract_sight(),
  guard_version(), guard_real_provider(), guard_award(), guard_award_use(), guard_maximum(), guard_uplift(), guard_uplift_answer() from public;
grant execute on function app_is_demonstration(), app_providers(), app_works_for_tenant(), app_authorities(),
  app_members(), may_hold_framework(varchar, boolean), frameworks_bought(), framework_sight(), contract_sight()
  to exchange_app;
grant execute on function app_is_demonstration() to exchange_loader;

grant select on organisation_provider to exchange_app;
grant select, insert on organisation_provider to exchange_loader;
alter table organisation_provider enable row level security;
alter table organisation_provider force row level security;
create policy organisation_provider_own on organisation_provider for select to exchange_app
  using (organisation_id = (select app_tenant()));
create policy organisation_provider_seed on organisation_provider to exchange_loader
  using ((select app_is_demonstration())) with check ((select app_is_demonstration()));

-- Facts of a framework. What is published is everybody's who reads the register; its holder alone changes it.
grant select, insert on framework, framework_lot, framework_tier, framework_buyer, framework_date, framework_extension,
  framework_notice to exchange_app;
grant update (reference, title, ocid, lead_authority_code, lead_text, services, starts_on, ends_on, open_to_new,
  notice_months, decision_lead_months, value, condition_judgement, condition, printed_providers, printed_memberships,
  printed_homes, source, source_url, published, version, changed_at) on framework to exchange_app;
grant update (number, title, service, need, maximum_weekly_price, printed_memberships) on framework_lot to exchange_app;
grant update (number, title, hours_to_respond) on framework_tier to exchange_app;
grant update (note) on framework_date to exchange_app;
grant update (months, decide_by_months, taken_on) on framework_extension to exchange_app;
grant delete on framework_lot, framework_tier, framework_buyer, framework_date, framework_extension to exchange_app;

alter table framework enable row level security;
alter table framework force row level security;
create policy framework_read on framework for select to exchange_app
  using ((select app_reads_reference()) and (published or tenant_id = (select app_tenant())));
create policy framework_add on framework for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and may_hold_framework(lead_authority_code, published));
create policy framework_change on framework for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-analyst', 'hub-manager'))
  with check (tenant_id = (select app_tenant()) and may_hold_framework(lead_authority_code, published));

do $$
declare
  name text;
  writes constant text :=
    'tenant_id = (select app_tenant()) and (select app_role()) in (''commissioner'', ''hub-analyst'', ''hub-manager'')';
begin
  foreach name in array array['framework_lot', 'framework_buyer', 'framework_date', 'framework_extension', 'framework_notice']
  loop
    execute format('create policy %I on %I for select to exchange_app using (
      (tenant_id, framework_id) in (select f.tenant_id, f.id from framework f))', name || '_read', name);
  end loop;
  create policy framework_tier_read on framework_tier for select to exchange_app
    using ((tenant_id, lot_id) in (select l.tenant_id, l.id from framework_lot l));
  foreach name in array array['framework_lot', 'framework_tier', 'framework_buyer', 'framework_date',
    'framework_extension', 'framework_notice']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for insert to exchange_app with check (%s)', name || '_add', name, writes);
  end loop;
  foreach name in array array['framework_lot', 'framework_tier', 'framework_date', 'framework_extension']
  loop
    execute format('create policy %I on %I for update to exchange_app using (%s)', name || '_change', name, writes);
  end loop;
  foreach name in array array['framework_lot', 'framework_tier', 'framework_buyer', 'framework_date', 'framework_extension']
  loop
    execute format('create policy %I on %I for delete to exchange_app using (%s)', name || '_remove', name, writes);
  end loop;
end $$;

-- Who is on a framework.
grant select, insert, update (ends_on, version) on framework_award to exchange_app;
grant select, insert, delete on service_offer to exchange_app;
alter table framework_award enable row level security;
alter table framework_award force row level security;
create policy framework_award_read on framework_award for select to exchange_app
  using (
    coalesce(ends_on, 'infinity') >= ((select framework_sight()) ->> (tenant_id::text || framework_id))::date
    or provider_id in (select p from app_providers() p)
      and (tenant_id, framework_id) in (select f.tenant_id, f.id from framework f)
  );
create policy framework_award_add on framework_award for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-analyst', 'hub-manager'));
create policy framework_award_end on framework_award for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-analyst', 'hub-manager'));
alter table service_offer enable row level security;
alter table service_offer force row level security;
create policy service_offer_read on service_offer for select to exchange_app
  using ((tenant_id, award_id) in (select a.tenant_id, a.id from framework_award a));
create policy service_offer_add on service_offer for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-analyst', 'hub-manager'));
create policy service_offer_remove on service_offer for delete to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'hub-analyst', 'hub-manager'));

-- Prices and what was called off: never anybody else's, and no hub's or provider's.
grant select, insert, update (weekly_price, version, changed_at) on award_price to exchange_app;
grant select, insert on call_off to exchange_app;
alter table award_price enable row level security;
alter table award_price force row level security;
create policy award_price_own on award_price for select to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_works_for_tenant()));
create policy award_price_add on award_price for insert to exchange_app
  with check (tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');
create policy award_price_change on award_price for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');
alter table call_off enable row level security;
alter table call_off force row level security;
create policy call_off_own on call_off for select to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_works_for_tenant()));
create policy call_off_add on call_off for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) in ('commissioner', 'placement-officer')
    and authority_code in (select a from app_authorities() a)
  );

-- Block contracts: records of their authority.
grant select, insert on block_contract, block_contract_service, block_contract_extension, block_contract_month,
  block_contract_price to exchange_app;
grant update (reference, beds, starts_on, ends_on, notice_months, decision_lead_months, version, changed_at)
  on block_contract to exchange_app;
grant update (months, decide_by_months, taken_on) on block_contract_extension to exchange_app;
grant update (beds, occupied, void_days) on block_contract_month to exchange_app;
grant update (weekly_price, spot_weekly_price) on block_contract_price to exchange_app;
grant delete on block_contract_service, block_contract_extension to exchange_app;

alter table block_contract enable row level security;
alter table block_contract force row level security;
create policy block_contract_read on block_contract for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or ends_on >= ((select sight_since('RECORDS')) ->> (authority_code || 'providers'))::date
  );
create policy block_contract_add on block_contract for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner'
    and authority_code in (select a from app_authorities() a)
  );
create policy block_contract_change on block_contract for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');

do $$
declare
  name text;
begin
  foreach name in array array['block_contract_service', 'block_contract_extension']
  loop
    execute format('create policy %I on %I for select to exchange_app using (
      (tenant_id, contract_id) in (select c.tenant_id, c.id from block_contract c))', name || '_read', name);
    execute format('create policy %I on %I for delete to exchange_app using (
      tenant_id = (select app_tenant()) and (select app_role()) = ''commissioner'')', name || '_remove', name);
  end loop;
  foreach name in array array['block_contract_service', 'block_contract_extension', 'block_contract_month',
    'block_contract_price']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for insert to exchange_app with check (
      tenant_id = (select app_tenant()) and (select app_role()) = ''commissioner'')', name || '_add', name);
  end loop;
  foreach name in array array['block_contract_extension', 'block_contract_month', 'block_contract_price']
  loop
    execute format('create policy %I on %I for update to exchange_app using (
      tenant_id = (select app_tenant()) and (select app_role()) = ''commissioner'')', name || '_change', name);
  end loop;
end $$;
create policy block_contract_month_read on block_contract_month for select to exchange_app
  using (
    tenant_id = (select app_tenant())
    or month_end >= ((select contract_sight()) ->> (tenant_id::text || contract_id))::date
  );
create policy block_contract_price_own on block_contract_price for select to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_works_for_tenant()));

-- Requests for higher prices: those who buy on the framework, and the provider that asks. Each tenant's answer is its own.
grant select, insert, update (link_authority_code, status, granted_percent, decided_on, version, changed_at)
  on uplift_request to exchange_app;
grant select, insert, update (granted_percent, from_on, note, version, answered_at) on uplift_answer to exchange_app;
alter table uplift_request enable row level security;
alter table uplift_request force row level security;
create policy uplift_request_read on uplift_request for select to exchange_app
  using (
    (tenant_id, framework_id) in (select b.tenant_id, b.framework_id from frameworks_bought() b)
    or provider_id in (select p from app_providers() p)
      and (tenant_id, framework_id) in (select f.tenant_id, f.id from framework f)
  );
create policy uplift_request_ask on uplift_request for insert to exchange_app
  with check (
    case (select app_role())
      when 'provider' then provider_id in (select p from app_providers() p)
      else (select app_role()) = 'commissioner'
        and (tenant_id, framework_id) in (select b.tenant_id, b.framework_id from frameworks_bought() b)
    end
  );
-- Its holder and the authority that handles it move it on; a provider takes its own back.
create policy uplift_request_handle on uplift_request for update to exchange_app
  using (
    case (select app_role())
      when 'provider' then provider_id in (select p from app_providers() p)
      when 'commissioner' then
        tenant_id = (select app_tenant()) or link_authority_code in (select a from app_authorities() a)
    end
  )
  with check (
    case (select app_role())
      when 'provider' then status = 'WITHDRAWN' and provider_id in (select p from app_providers() p)
      else (tenant_id, framework_id) in (select b.tenant_id, b.framework_id from frameworks_bought() b)
    end
  );
alter table uplift_answer enable row level security;
alter table uplift_answer force row level security;
create policy uplift_answer_own on uplift_answer for select to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_works_for_tenant()));
create policy uplift_answer_add on uplift_answer for insert to exchange_app
  with check (
    tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner'
    and authority_code in (select a from app_authorities() a)
  );
create policy uplift_answer_change on uplift_answer for update to exchange_app
  using (tenant_id = (select app_tenant()) and (select app_role()) = 'commissioner');

-- The loader makes up a demonstration's; in service it sees and writes nothing of it.
do $$
declare
  name text;
begin
  foreach name in array array['framework', 'framework_lot', 'framework_tier', 'framework_buyer', 'framework_date',
    'framework_extension', 'framework_notice', 'framework_award', 'service_offer', 'award_price', 'call_off',
    'block_contract', 'block_contract_service', 'block_contract_extension', 'block_contract_month',
    'block_contract_price', 'uplift_request', 'uplift_answer']
  loop
    execute format('grant select, insert, update on %I to exchange_loader', name);
    execute format('create policy %I on %I to exchange_loader using ((select app_is_demonstration()))
      with check ((select app_is_demonstration()))', name || '_seed', name);
  end loop;
end $$;
grant maintain on framework, framework_lot, framework_buyer, framework_award, service_offer, award_price, call_off,
  block_contract, block_contract_month to exchange_loader;
