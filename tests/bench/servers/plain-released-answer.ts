import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type pg from 'pg';
import type { Question } from '../cases.ts';
import { cellsOf } from './plain-answer.ts';
import type { PlainDirectory } from './plain-directory.ts';
import type { Recorded } from './plain-server.ts';

interface Row {
  readonly indicator_id: number;
  readonly area: string;
  readonly period: string;
  readonly figure: number | DataSymbol;
}

/** Of the newest releases of the last months, one figure for each area and indicator; the viewer's own is no release's. */
const statement = `
  with standing as (
    select r.tenant_id, r.id, r.period, r.period_end, r.published_at, dense_rank() over (order by r.period desc) as nth
    from release r where r.status = 'PUBLISHED' and r.consortium_code = $1 and r.dataset = 'demand')
  select distinct on (c.indicator_id, c.area, s.period) c.indicator_id, c.area, s.period,
    coalesce(to_json(c.value), to_json(c.symbol)) as figure
  from standing s
  cross join unnest($2::smallint[]) as i(id)
  cross join unnest($3::text[]) as a(code)
  cross join lateral (
    select c.* from release_cell c
    where c.indicator_id = i.id and c.area = a.code and c.period_end = s.period_end and c.tenant_id = s.tenant_id
      and c.release_id = s.id
    offset 0) c
  where s.nth <= $4 and a.code not in (
    select held.authority_code from organisation_authority held
    where held.organisation_id = current_setting('app.tenant')::uuid)
  order by c.indicator_id, c.area, s.period, s.published_at desc, s.id`;

/** Tells everybody whose figures were read, by which agreement. */
const record = `
  insert into audit_event (tenant_id, id, type, account, role, actor_organisation_id, agreement_id, agreement_version,
    details, occurred_at)
  select s.giver_id, gen_random_uuid(), 'figures.read', a.name, current_setting('app.role'),
    current_setting('app.tenant')::uuid, s.agreement_id, s.version,
    jsonb_build_object('dataset', 'demand', 'authorities', jsonb_agg(s.authority_code order by s.authority_code),
      'indicators', $1::jsonb, 'periods', $2::jsonb), current_setting('app.now')::timestamptz
  from (
    select distinct on (authority_code) authority_code, giver_id, agreement_id, version from sight()
    where dataset = 'demand' and level >= 'RELEASED' and authority_code = any ($3::text[])
    order by authority_code, level desc, agreement_id, version desc) s
  join account a on a.id = current_setting('app.account')::uuid
  group by s.giver_id, s.agreement_id, s.version, a.name`;

/** What releases say of the latest month, and the same JSON as the server answers, and the same entries of logs. */
export async function releasedAnswer(
  client: pg.PoolClient,
  directory: PlainDirectory,
  { indicators, consortium, periods }: Question,
): Promise<Recorded> {
  const known = indicators.map((key) => directory.indicators.get(key) ?? unknown(key));
  const codes = directory.members.get(consortium) ?? [];
  const { rows } = await client.query<Row>({
    name: 'released_by_hand',
    text: statement,
    values: [consortium, known.map(({ id }) => id), codes, periods + 1],
  });
  const labels = [...new Set(rows.map(({ period }) => period))].sort();
  const place = new Map(codes.map((code, area) => [code, area * labels.length]));
  const column = new Map(labels.map((label, index) => [label, index]));
  const byIndicator = Map.groupBy(rows, (row) => row.indicator_id);
  const answered = known.map((indicator) => {
    const figures = new Array<number | DataSymbol | undefined>(codes.length * labels.length);
    for (const { area, period, figure } of byIndicator.get(indicator.id) ?? []) {
      figures[(place.get(area) ?? 0) + (column.get(period) ?? 0)] = figure;
    }
    const read = { labels, figures, statuses: figures.map(() => undefined), synthetic: true };
    return {
      indicator: { key: indicator.key },
      cells: cellsOf(indicator, codes, read, periods, directory),
    };
  });
  return {
    text: JSON.stringify({ data: { comparison: { rows: answered } } }),
    log: {
      name: 'record_by_hand',
      text: record,
      values: [JSON.stringify([...indicators].sort()), JSON.stringify(labels), codes],
    },
  };
}

function unknown(key: string): never {
  throw new Error(`There is no indicator ${key}.`);
}
