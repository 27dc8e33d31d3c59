import { Client } from 'pg';

/** How many homes there are, all in one region, and how many days of each are kept. */
const homes = 4_000;
const days = 1_826;

/**
 * Adds invented homes in the areas of a region, each with places in all states, a framework on which most are offered, blocks of
 * one member, what it was tendered, and how every home was on each day of five years.
 *
 * It writes as the superuser, whom policies do not hold, and without triggers, so that counts and blocks are made alike here.
 *
 * @param region code of a consortium all of whose members are tenants.
 * @param buyer GSS code of the member that searches.
 * @returns how many homes and days were added.
 */
export async function addVacancySet(
  superuserUrl: string,
  { region, buyer }: { readonly region: string; readonly buyer: string },
): Promise<{ readonly homes: number; readonly days: number }> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(addProviders);
    await client.query(addServices, [region, homes]);
    await client.query(addHomes);
    await client.query(addBlocks, [buyer]);
    await client.query(addFramework, [region, buyer]);
    await client.query(addOffers, [buyer]);
    const added = await client.query(addDays, [days]);
    await client.query(
      'vacuum (analyze, freeze) service, provider, home, home_block, home_day, framework, framework_award, service_offer, award_price',
    );
    return { homes, days: added.rowCount ?? 0 };
  } finally {
    await client.end();
  }
}

const addProviders = `
  with made as (
    insert into provider_group ("key", name, synthetic)
    select 'bench-' || n, 'Bench ' || n || ' (fictitious)', true from generate_series(1, 300) n returning id, "key", name)
  insert into provider (group_id, "key", name, synthetic) select id, "key", name, true from made`;

/** Of every home what it is follows from its number, so that every run has the same. */
const addServices = `
  insert into service (urn, provider_id, provision_type, status, authority_code, area_text, places, judgement, judged_on,
    synthetic, source_id)
  select (9000000 + n)::text, p.id, case when n % 6 = 0 then 'SUPPORTED_ACCOMMODATION' else 'CHILDRENS_HOME' end::provision_type,
    'ACTIVE', m.authority_code, 'Bench', 1 + n % 6,
    j.judgement::judgement, case when j.judgement is not null then date '2026-01-10' end, true,
    (select min(id) from reference_source)
  from generate_series(1, $2::int) n
  cross join lateral (select abs(hashint4(n)) as h) g
  join (
    select authority_code, row_number() over (order by authority_code) - 1 as nth, count(*) over () as many
    from consortium_member where consortium_code = $1 and left_on is null) m on m.nth = h / 7 % m.many
  cross join lateral (
    select (array['OUTSTANDING', 'GOOD', 'GOOD', 'GOOD', 'REQUIRES_IMPROVEMENT', null])[1 + h % 6] as judgement) j
  join provider p on p."key" = 'bench-' || 1 + h / 11 % 300`;

const addHomes = `
  insert into home (tenant_id, id, urn, synthetic, provider_id, authority_code, provision_type, in_house, age_from, age_to,
    genders, needs, education, siblings, solo, emergency, notice_days, spot, registered, operational, usable, occupied,
    accepting, closed, accepting_open, confirmed_at, confirmed_by_kind, changed_at)
  select o.organisation_id, md5(s.urn)::uuid, s.urn, true, s.provider_id, s.authority_code, s.provision_type, h % 19 = 0,
    6 + h % 6, 17, (array['ANY', 'ANY', 'FEMALE', 'MALE'])[1 + h / 3 % 4],
    (array['EMOTIONAL', 'MENTAL-HEALTH', 'LEARNING', 'PHYSICAL', 'SENSORY'])[1:1 + h / 5 % 4], h % 5 = 0, h % 3 = 0, h % 9 = 0,
    h % 4 = 0, h % 8, h % 7 < 2, s.places, s.places, s.places, greatest(s.places - 1 - h % 2, 0), c.accepting,
    s.places - greatest(s.places - 1 - h % 2, 0) - c.accepting, c.accepting, now() - (h % 30) * interval '1 hour', 'PROVIDER', now()
  from service s
  cross join lateral (select abs(hashint4(s.urn::int)) as h) g
  cross join lateral (select case when h / 13 % 10 < 6 then 1 else 0 end as accepting) c
  join organisation_authority o on o.authority_code = s.authority_code
  where s.urn like '900%' and s.synthetic`;

const addBlocks = `
  with mine as (
    update home set accepting_open = 0 where accepting = 1 and abs(hashint4(urn::int)) / 17 % 12 = 0
    returning tenant_id, id, authority_code)
  insert into home_block (tenant_id, home_id, block_authority_code, from_at, authority_code, places, occupied, accepting)
  select tenant_id, id, $1, now(), authority_code, 1, 0, 1 from mine`;

const addFramework = `
  with made as (
    insert into framework (tenant_id, id, reference, title, lead_authority_code, lead_text, services, open_to_new, source,
      changed_at)
    select organisation_id, md5('bench')::uuid, 'BENCH', 'Bench', authority_code, 'Bench', '{RESIDENTIAL}', true, 'Bench', now()
    from organisation_authority where authority_code = $2 returning tenant_id, id),
  buyers as (
    insert into framework_buyer (tenant_id, framework_id, authority_code)
    select f.tenant_id, f.id, m.authority_code from made f, consortium_member m
    where m.consortium_code = $1 and m.left_on is null),
  lots as (
    insert into framework_lot (tenant_id, id, framework_id, number, title, maximum_weekly_price)
    select f.tenant_id, md5('bench lot ' || n)::uuid, f.id, n::text, 'Lot ' || n, 5000 + 500 * n
    from made f, generate_series(1, 3) n)
  insert into framework_award (tenant_id, id, framework_id, lot_id, provider_id, starts_on, synthetic, added_at)
  select f.tenant_id, gen_random_uuid(), f.id, md5('bench lot ' || 1 + p.id % 3)::uuid, p.id, '2026-01-01', true, now()
  from made f, provider p where p."key" like 'bench-%'`;

const addOffers = `
  with offered as (
    insert into service_offer (tenant_id, award_id, urn, synthetic)
    select a.tenant_id, a.id, s.urn, true from framework_award a join service s on s.provider_id = a.provider_id
    where s.synthetic and ascii(right(s.urn, 1)) % 3 > 0)
  insert into award_price (tenant_id, id, holder_id, award_id, weekly_price, synthetic, changed_at)
  select o.organisation_id, gen_random_uuid(), a.tenant_id, a.id, 3000 + a.provider_id % 2000, true, now()
  from framework_award a, organisation_authority o where o.authority_code = $1 and a.synthetic`;

/** Home after home, as a job that keeps days would have added them over the years, day after day of each. */
const addDays = `
  insert into home_day (tenant_id, home_id, day, authority_code, provider_id, registered, operational, usable, occupied,
    reserved, accepting, closed, closed_lost, confirmed_on)
  select h.tenant_id, h.id, d.day, h.authority_code, h.provider_id, h.registered, h.operational, h.usable, h.occupied, 0,
    h.accepting, h.closed, 0, d.day
  from home h cross join lateral (select current_date - n as day from generate_series(1, $1::int) n) d
  where h.urn like '900%' order by h.tenant_id, h.id, d.day`;
