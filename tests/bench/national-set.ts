import { Client } from 'pg';

/** How large the generated set is. Months end with December 2025. */
export interface SetSize {
  readonly indicators: number;
  readonly months: number;
}

/** Key of the nth generated indicator, from 1. */
export const indicatorKey = (number: number) => `bench-${String(number).padStart(3, '0')}`;

/**
 * Adds invented indicators with monthly figures of every authority, every region, England and the consortia. A few
 * in a hundred carry a symbol; half are counts and half are shares with one decimal.
 *
 * It writes as the superuser, whom policies do not hold; servers are measured as the application role.
 *
 * @returns how many observations were added.
 */
export async function addNationalSet(superuserUrl: string, size: SetSize): Promise<number> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(addIndicators, [size.indicators]);
    await client.query(addPeriods, [size.months]);
    const { rowCount } = await client.query(addObservations);
    await client.query('vacuum (analyze, freeze) reference_observation');
    await client.query('analyze');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const addIndicators = `
  insert into indicator (key, version, title, dataset, definition, unit, decimals, polarity, period_basis, source,
    licence, cautions)
  select 'bench-' || lpad(n::text, 3, '0'), 1, 'Generated indicator ' || n, 'placements', 'Made up for the bench.',
    case when n % 2 = 0 then 'children' else 'percent' end, n % 2,
    (array['HIGH', 'LOW', 'NONE'])[1 + n % 3]::polarity, 'month', 'Generated for the bench', 'none', '{}'
  from generate_series(1, $1::int) n`;

const addPeriods = `
  insert into indicator_period (indicator_id, starts_on, ends_on, label)
  select i.id, m::date, (m + interval '1 month - 1 day')::date, to_char(m, 'YYYY-MM')
  from indicator i,
    generate_series(date '2025-12-01' - ($1::int - 1) * interval '1 month', date '2025-12-01', interval '1 month') m
  where i.key like 'bench-%'`;

/** In the order of the key: rows stored in order of arrival cost long series several times as much. */
const addObservations = `
  insert into reference_observation (indicator_id, area_code, period_end, value, symbol, numerator, denominator,
    status, source_id, recorded_at)
  select p.indicator_id, a.code, p.ends_on,
    case when h % 40 <> 0 then round((h % 9000)::numeric / case when i.decimals = 0 then 10 else 100 end, i.decimals) end,
    case when h % 40 = 0 then (array['c', 'x', 'z'])[1 + h % 3] end,
    case when h % 40 <> 0 and i.decimals = 1 then h % 900 end, case when i.decimals = 1 then 1000 + h % 100 end,
    'FINAL', (select min(id) from reference_source), timestamptz '2026-01-15'
  from indicator i
  join indicator_period p on p.indicator_id = i.id
  cross join (select code from authority union select code from region union select 'E92000001'
    union select 'consortium:' || code from consortium) a
  cross join lateral (select abs(hashint8(p.indicator_id::bigint * 1000003 + hashtext(a.code || p.ends_on))) as h) g
  where i.key like 'bench-%'
  order by p.indicator_id, a.code collate "C", p.ends_on`;
