import { Client } from 'pg';

/** How large the set of releases is: months that end with the last one that is over, each for members and for reviewers. */
export interface ReleasedSize {
  readonly months: number;
  /** Figures of indicators in each release, for each area. */
  readonly indicators: number;
  /** Other figures in each release, for each area. */
  readonly cells: number;
}

/** Key of the nth generated indicator that releases say, from 1. */
export const releasedKey = (number: number) => `released-${String(number).padStart(3, '0')}`;

/** An agreement by which members show one another what this set is of only through releases. */
const agreement = '22222222-2222-4222-8222-222222222222';

/**
 * Adds invented indicators, and releases of them by which every member of the consortium tells the others of it. Nobody
 * sees a figure of them exactly.
 *
 * @returns how many figures were added.
 */
export async function addReleasedSet(
  superuserUrl: string,
  consortium: string,
  size: ReleasedSize,
): Promise<number> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Nothing here was built by a worker or seen by an audit: the guards would not have it.
    await client.query(`set session_replication_role = 'replica'`);
    await client.query(addIndicators, [size.indicators]);
    await client.query(addPeriods, [size.months]);
    await client.query(addAgreement, [agreement, consortium]);
    await client.query(addParties, [agreement, consortium]);
    await client.query(addItems, [agreement]);
    await client.query(addReleases, [consortium]);
    await client.query(addCertificates);
    const { rowCount } = await client.query(addCells, [size.cells]);
    await client.query('vacuum (analyze, freeze) release_cell, release');
    await client.query('analyze');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const addIndicators = `
  insert into indicator (key, version, title, dataset, definition, unit, decimals, polarity, period_basis, source,
    licence, cautions, collected)
  select 'released-' || lpad(n::text, 3, '0'), 1, 'Released indicator ' || n, 'demand', 'Made up for the bench.',
    'requests', 0, (array['HIGH', 'LOW', 'NONE'])[1 + n % 3]::polarity, 'calendar month', 'Generated for the bench',
    'none', '{}', true
  from generate_series(1, $1::int) n`;

const addPeriods = `
  insert into indicator_period (indicator_id, starts_on, ends_on, label)
  select i.id, m::date, (m + interval '1 month - 1 day')::date, to_char(m, 'YYYY-MM')
  from indicator i,
    generate_series(date_trunc('month', now()) - $1::int * interval '1 month',
      date_trunc('month', now()) - interval '1 month', interval '1 month') m
  where i.key like 'released-%'`;

const addAgreement = `
  insert into sharing_agreement (id, version, consortium_code, reference, title, status, drafted_by, purposes,
    why_necessary, statutory_gateway, lawful_basis_article_6, categories_of_people, contains_special_category,
    contains_criminal, rights_contact, dpia_reference, dpia_dated_on, privacy_notice_urls, security_measures,
    breach_contact, breach_hours, retention, deletion_at_end, international_transfer, onward_sharing, audit_right,
    termination_notice, starts_on, ends_on, review_due_on, access_review_months, created_at, changed_at)
  select $1, 1, $2, 'BENCH/1', 'For the bench', 'ACTIVE', o.id, '{comparison}', 'w', 's', 'l', '{children}', false, false,
    'r', 'D', now() - interval '1 month', '{}', 's', 'b', 24, 'r', 'd', 'none', 'none', 'a', 't', now() - interval '1 month',
    now() + interval '1 month', now() + interval '1 month', 60, now(), now()
  from organisation o where o.kind = 'HUB' and o.consortium_code = $2`;

const addParties = `
  insert into agreement_party (agreement_id, version, organisation_id, role, dpo_contact, signatory, signed_at, signed_by)
  select distinct on (o.id) $1::uuid, 1, o.id, 'CONTROLLER', 'd', 's', now(), 'bench'
  from organisation o
  left join organisation_authority held on held.organisation_id = o.id
  left join consortium_member m on m.authority_code = held.authority_code
  where o.kind = 'HUB' and o.consortium_code = $2 or o.kind = 'TENANT' and m.consortium_code = $2`;

const addItems = `
  insert into agreement_item (agreement_id, version, dataset, recipient, level, granularity, minimum_count, rounding,
    history_months)
  select $1, 1, 'demand', r::sharing_recipient, 'RELEASED', 'authority', 8, 5, 120
  from unnest(array['HUB', 'MEMBERS', 'REVIEWERS']) r`;

const addReleases = `
  insert into release (tenant_id, id, consortium_code, dataset, period, period_end, audience, version, status, minimum_count,
    rounding, synthetic, requested_at, requested_by, requested_role, built_at, published_at, contributors)
  select o.id, gen_random_uuid(), $1, 'demand', p.label, p.ends_on, a::release_audience, 1, 'PUBLISHED', 8, 5, true,
    p.ends_on + interval '20 days', 'bench', 'hub-analyst', p.ends_on + interval '20 days', p.ends_on + interval '20 days',
    array(select m.authority_code::text from consortium_member m where m.consortium_code = $1
      order by m.authority_code collate "C")
  from organisation o
  cross join (select distinct label, ends_on from indicator_period p join indicator i on i.id = p.indicator_id
    where i.key like 'released-%') p
  cross join unnest(array['MEMBERS', 'REVIEWERS']) a
  where o.kind = 'HUB' and o.consortium_code = $1`;

const addCertificates = `
  insert into release_certificate (tenant_id, release_id, cells_hash, audited_at, cells, published, suppressed,
    narrowest_interval, exact_recoveries, seconds, method, attackers, earlier)
  select tenant_id, id, repeat('0', 64), built_at, 1, 1, 0, 4, 0, 1, 'none: for the bench', '[]', '{}'
  from release where requested_by = 'bench'`;

const addCells = `
  insert into release_cell (tenant_id, release_id, table_name, codes, area, indicator_id, dataset, period_end, value, symbol)
  select r.tenant_id, r.id, coalesce(i.key, 'generated'), coalesce(i.n::text, ''), a, i.id, r.dataset, r.period_end,
    case when h % 40 <> 0 then 10 + h % 180 * 5 end, case when h % 40 = 0 then 'c' end
  from release r
  cross join unnest(r.contributors || 'consortium'::text) a
  cross join lateral (
    select i.id, i.key, null as n from indicator i where i.key like 'released-%'
    union all select null, null, n from generate_series(1, $1::int) n) i
  cross join lateral (
    select abs(hashint8(coalesce(i.id, i.n)::bigint * 1000003 + hashtext(a || r.period_end))) as h) g
  where r.requested_by = 'bench'
  order by r.tenant_id, r.id, coalesce(i.key, 'generated') collate "C", i.n, a collate "C"`;
