import type { Statement } from '../../platform/database.ts';
import type { ReadableFigures } from '../access/actor.ts';
import type { FiguresRow } from './comparison.queries.ts';
import { day, inForce } from './comparison.queries.ts';

/** What is behind a figure that a return says. */
export interface FiledOrigin {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly synthetic: boolean;
  readonly formula: string | null;
  readonly table: string;
  readonly rows: readonly number[];
  /** As JSON writes an instant. */
  readonly recorded_at: string;
  /** Null where the viewer may not see the return itself. */
  readonly return: { readonly id: string; readonly version: number } | null;
}

/** As of public figures; areas are authorities. Statuses and details are null where they were not asked for. */
export interface FiledFiguresRow extends FiguresRow<FiledOrigin> {
  /** True where any of these figures is made up for a demonstration. */
  readonly synthetic: boolean;
}

export interface FiledFiguresWanted {
  readonly indicatorIds: readonly number[];
  /** Authorities whose values decide what "latest" is. */
  readonly authorityCodes: readonly string[];
  /** Authorities whose figures are read. Each once. */
  readonly areaCodes: readonly string[];
  /** First lock: whose figures may be read, each authority and dataset once. */
  readonly readable: readonly ReadableFigures[];
  /** A label, or null for the latest. */
  readonly label: string | null;
  /** How many periods back, the named one included. */
  readonly periods: number;
  readonly asAt: Date | null;
  /** False for values alone. */
  readonly withOrigins: boolean;
  /** Last day of the latest period with a released value, for each of the indicators; null where there is none. */
  readonly releasedUntil: readonly (string | null)[];
}

/**
 * For each indicator its last period (the one named, else the latest in which any of the authorities has a value that
 * this viewer may see, released ones included, else the latest that has ended) and the ones before it as wanted, with
 * every figure that this viewer may see. A period that has not ended is none: which ones exist tells nothing of who has filed.
 *
 * The same shape as `figuresWanted`, one trip, one row an indicator.
 */
export function filedFiguresWanted(wanted: FiledFiguresWanted): Statement {
  const { asAt, withOrigins, readable } = wanted;
  return {
    name: ['filed', ...(withOrigins ? ['origins'] : []), ...(asAt ? ['as_at'] : [])].join('_'),
    text: filedText(withOrigins, inForce(asAt && '$12')),
    values: [
      wanted.indicatorIds,
      wanted.authorityCodes,
      wanted.areaCodes,
      wanted.label,
      wanted.periods,
      readable.map(({ tenantId }) => tenantId),
      readable.map(({ authorityCode }) => authorityCode),
      readable.map(({ dataset }) => dataset),
      readable.map(({ since }) => since ?? '-infinity'),
      readable.map(({ records }) => records),
      wanted.releasedUntil,
      ...(asAt ? [asAt] : []),
    ],
  };
}

/** How late members may be with a return before their figures are looked for further back. Unit: months. */
const monthsLate = 3;

const ofReadable =
  'o.indicator_id = r.indicator_id and o.authority_code = r.authority_code and o.tenant_id = r.tenant_id';

/** The return is looked for only where it may be seen: one look into an index for each figure. */
const details = `json_agg(json_build_object('numerator', o.numerator, 'denominator', o.denominator,
        'synthetic', o.synthetic, 'formula', o.formula, 'table', o.table_name, 'rows', o.rows,
        'recorded_at', o.recorded_at, 'return', case when o.records then (
          select json_build_object('id', f.id, 'version', f.version)
          from "return" f where f.tenant_id = o.tenant_id and f.id = o.return_id) end))`;

/**
 * What row-level security asks of agreements costs as much as a small comparison, once for each place in a statement
 * that reads figures. So the figures of recent months are read in one place, which nearly always suffices; the two
 * others are only gone to for older ones. "offset 0" and "limit 1" keep the planner to one look into the index for each
 * authority of each indicator.
 */
const filedText = (withOrigins: boolean, newest: string) => `
  with readable as materialized (
    select i.id as indicator_id, a.nth, r.tenant_id, r.authority_code, r.since, r.records
    from unnest($6::uuid[], $7::text[], $8::text[], $9::date[], $10::boolean[])
      as r(tenant_id, authority_code, dataset, since, records)
    join unnest($3::text[]) with ordinality as a(code, nth) on a.code = r.authority_code
    join indicator i on i.dataset = r.dataset and i.id = any($1::smallint[])
  ), bound as materialized (
    select i.id as indicator_id, p.ends_on, (p.ends_on - make_interval(months => $5::int + ${monthsLate}))::date as older_than
    from unnest($1::smallint[]) as i(id)
    cross join lateral (
      select p.ends_on from indicator_period p
      where p.indicator_id = i.id and p.ends_on < (select app_today()) and ($4::text is null or p.label = $4::text)
      order by p.ends_on desc limit 1) p
  ), recent as materialized (
    select r.nth, r.records, o.*
    from readable r join bound b using (indicator_id)
    cross join lateral (
      select * from observation o
      where ${ofReadable} and o.period_end >= greatest(b.older_than, r.since) and o.period_end <= b.ends_on and ${newest}
      offset 0) o
  ), last_period as materialized (
    select b.indicator_id, b.older_than, case when $4::text is not null then b.ends_on
      else coalesce(greatest(released.until, coalesce(
        (select max(o.period_end) from recent o
         where o.indicator_id = b.indicator_id and o.value is not null and o.authority_code = any($2::text[])),
        (select max(o.period_end) from readable r
         cross join lateral (
           select o.period_end from observation o
           where ${ofReadable} and o.period_end >= r.since and o.period_end < b.older_than and o.value is not null
             and ${newest}
           order by o.period_end desc limit 1) o
         where r.indicator_id = b.indicator_id and r.authority_code = any($2::text[])))),
        b.ends_on) end as ends_on
    from bound b
    join unnest($1::smallint[], $11::date[]) as released(indicator_id, until) using (indicator_id)
  ), span as materialized (
    select l.indicator_id, l.older_than, min(p.ends_on) as first_end, l.ends_on as last_end,
      json_agg(p.label order by p.ends_on) as labels,
      '[' || string_agg(${day('p.ends_on')}::text, ',' order by p.ends_on) || ']' as days
    from last_period l
    cross join lateral (
      select p.label, p.ends_on from indicator_period p
      where p.indicator_id = l.indicator_id and p.ends_on <= l.ends_on
      order by p.ends_on desc limit $5::int
    ) p
    group by l.indicator_id, l.older_than, l.ends_on
  ), shown as (
    select o.* from span s
    join recent o on o.indicator_id = s.indicator_id and o.period_end between s.first_end and s.last_end
    union all
    select r.nth, r.records, o.* from span s
    join readable r on r.indicator_id = s.indicator_id
    cross join lateral (
      select * from observation o
      where ${ofReadable} and o.period_end >= greatest(s.first_end, r.since) and o.period_end <= s.last_end
        and o.period_end < s.older_than and ${newest}
      offset 0) o
    where s.first_end < s.older_than
  ), figures as (
    select o.indicator_id, string_agg(o.nth::text, ',') as areas, string_agg(${day('o.period_end')}::text, ',') as ends,
      string_agg(coalesce(o.value::text, '"' || o.symbol || '"'), ',') as figures,
      ${withOrigins ? 'json_agg(o.status)' : 'null::json'} as statuses,
      ${withOrigins ? details : 'null::json'} as details, bool_or(o.synthetic) as synthetic
    from shown o
    group by o.indicator_id
  )
  select s.indicator_id, s.labels, s.days, '[' || coalesce(f.areas, '') || ']' as areas,
    '[' || coalesce(f.ends, '') || ']' as ends, '[' || coalesce(f.figures, '') || ']' as figures, f.statuses, f.details,
    coalesce(f.synthetic, false) as synthetic
  from span s left join figures f using (indicator_id)`;
