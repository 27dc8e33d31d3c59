import { Client } from 'pg';
import { acceptedColumns, acceptedValues } from '../testkit/accepted-return.ts';

/** How large the set of filed figures is. Months end with the last one that is over. */
export interface FiledSize {
  readonly indicators: number;
  readonly months: number;
}

/** Key of the nth generated indicator that returns say, from 1. */
export const filedKey = (number: number) => `filed-${String(number).padStart(3, '0')}`;

/**
 * Adds invented indicators that returns say, and a return of every tenant for every authority it answers for and every
 * month, with its figures. A few in a hundred carry a symbol.
 *
 * @returns how many figures were added.
 */
export async function addFiledSet(superuserUrl: string, size: FiledSize): Promise<number> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(addIndicators, [size.indicators]);
    await client.query(addPeriods, [size.months]);
    await client.query(addReturns);
    const { rowCount } = await client.query(addFigures);
    await client.query('vacuum (analyze, freeze) observation, "return"');
    await client.query('analyze');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const addIndicators = `
  insert into indicator (key, version, title, dataset, definition, unit, decimals, polarity, period_basis, source,
    licence, cautions, collected)
  select 'filed-' || lpad(n::text, 3, '0'), 1, 'Filed indicator ' || n, 'placements', 'Made up for the bench.',
    'children', 0, (array['HIGH', 'LOW', 'NONE'])[1 + n % 3]::polarity, 'snapshot at month end',
    'Generated for the bench', 'none', '{}', true
  from generate_series(1, $1::int) n`;

const addPeriods = `
  insert into indicator_period (indicator_id, starts_on, ends_on, label)
  select i.id, m::date, (m + interval '1 month - 1 day')::date, to_char(m, 'YYYY-MM')
  from indicator i,
    generate_series(date_trunc('month', now()) - $1::int * interval '1 month',
      date_trunc('month', now()) - interval '1 month', interval '1 month') m
  where i.key like 'filed-%'`;

const addReturns = `
  insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at,
       ${acceptedColumns})
  select oa.organisation_id, gen_random_uuid(), oa.authority_code, 'placements', p.label, 1, 'generated', true,
    p.ends_on + interval '10 days', ${acceptedValues({ month: 'p.label', at: `(p.ends_on + interval '10 days')` })}
  from organisation_authority oa
  join organisation o on o.id = oa.organisation_id and o.kind = 'TENANT'
  cross join (select distinct label, ends_on from indicator_period p join indicator i on i.id = p.indicator_id
    where i.key like 'filed-%') p`;

/** In the order of the key, as of public figures. */
const addFigures = `
  insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, symbol, synthetic,
    return_id, table_name, rows, recorded_at)
  select r.tenant_id, r.authority_code, i.id, i.dataset, p.ends_on,
    case when h % 40 <> 0 then h % 900 end, case when h % 40 = 0 then (array['c', 'x', 'z'])[1 + h % 3] end, true,
    r.id, 'generated', array[2 + h % 50], r.accepted_at
  from indicator i
  join indicator_period p on p.indicator_id = i.id
  join "return" r on r.period = p.label and r.source = 'generated'
  cross join lateral (select abs(hashint8(i.id::bigint * 1000003 + hashtext(r.authority_code || p.ends_on))) as h) g
  where i.key like 'filed-%'
  order by i.id, r.authority_code collate "C", p.ends_on`;
