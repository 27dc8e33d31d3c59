import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { Statement } from '../../platform/database.ts';

/**
 * How much is read of each figure: its value or symbol; also its status, and the period before the first, to tell
 * directions by; also what is behind it. More costs more.
 */
export type FigureDetail = 'columns' | 'cells' | 'details';

/** Figures of one indicator that one statement found, as parallel arrays in no particular order. Days are counted from 1 January 2000. */
export interface FiguresRow<Origin = FigureOrigin> {
  readonly indicator_id: number;
  /** Periods in order, the one before the first shown included where it was asked for. */
  readonly labels: readonly string[];
  /** JSON: the last day of each period. */
  readonly days: string;
  /** JSON: of each figure, which of the areas asked for, from 1. */
  readonly areas: string;
  /** JSON: of each figure, the last day of its period. */
  readonly ends: string;
  /** JSON: of each figure, its value or its symbol. */
  readonly figures: string;
  /** Null for columns. */
  readonly statuses: readonly ('FINAL' | 'PROVISIONAL' | 'REVISED')[] | null;
  /** Null unless details were asked for, and where there is no figure. */
  readonly details: readonly Origin[] | null;
}

/** What is behind a figure. */
export interface FigureOrigin {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly formula: string | null;
  readonly reason: string | null;
  readonly source_id: number;
}

export type ValueOrSymbol = number | DataSymbol;

export interface FiguresWanted {
  readonly indicatorIds: readonly number[];
  /** Authorities whose values decide what "latest" is. */
  readonly authorityCodes: readonly string[];
  /** Where figures are kept: see `reference_observation.area_code`. Each once. */
  readonly areaCodes: readonly string[];
  /** A label, or null for the latest. */
  readonly label: string | null;
  /** How many periods back, the named one included. */
  readonly count: number;
  readonly asAt: Date | null;
  readonly detail: FigureDetail;
}

/** Now, or as at an instant, by the parameter that holds it: which rows were the newest. */
export const inForce = (asAt: string | null) =>
  asAt
    ? `o.recorded_at <= ${asAt}::timestamptz and (o.superseded_at is null or o.superseded_at > ${asAt}::timestamptz)`
    : 'o.superseded_at is null';

export const day = (date: string) => `(${date} - date '2000-01-01')`;

/** Text that is a JSON array of items that are JSON already: numbers, and letters without a quote in them. */
const jsonArray = (item: string) => `'[' || coalesce(string_agg(${item}, ','), '') || ']'`;

const statuses = `json_agg(o.status)`;
const details = `json_agg(json_build_object('numerator', o.numerator, 'denominator', o.denominator,
        'formula', o.formula, 'reason', o.reason, 'source_id', o.source_id))`;

/** How figures are found: see `figuresWanted`. */
type Path = 'by_area' | 'by_period';

/**
 * "offset 0" keeps the planner from turning one path into the other. Only the lower bound of a series may use an index:
 * the planner thinks so little of a range between two unknown days that it would look for it in the wrong one.
 */
const figuresBy = (path: Path, newest: string): string =>
  path === 'by_period'
    ? `unnest(s.period_ends) as p(ends_on)
       cross join lateral (
         select * from reference_observation o
         where o.indicator_id = s.indicator_id and o.period_end = p.ends_on and ${newest}
         offset 0) o
       join unnest($3::text[]) with ordinality as a(code, nth) on a.code = o.area_code`
    : `unnest($3::text[]) with ordinality as a(code, nth)
       cross join lateral (
         select * from reference_observation o
         where o.indicator_id = s.indicator_id and o.area_code = a.code
           and o.period_end >= s.first_end and o.period_end + 0 <= s.last_end and ${newest}
         offset 0) o`;

/**
 * For each indicator its last period (the one named, else the latest in which any of the authorities has a value, else
 * the latest there is) and the ones before it as wanted, with every public figure of the areas that this viewer may
 * see. An indicator without such a period has no row.
 *
 * One trip, and one row an indicator: arrays of numbers in JSON cost both sides several times less than rows of cells.
 * A long series of a few areas is read area by area, a few periods of many areas period by period: each has its index.
 */
export function figuresWanted(wanted: FiguresWanted): Statement {
  const { detail, asAt } = wanted;
  const periods = wanted.count + (detail === 'columns' ? 0 : 1);
  const path: Path = asAt || wanted.areaCodes.length < 10 * periods ? 'by_area' : 'by_period';
  return {
    name: ['comparison', detail, path, ...(asAt ? ['as_at'] : [])].join('_'),
    text: figuresText(detail, path, inForce(asAt && '$6')),
    values: [
      wanted.indicatorIds,
      wanted.authorityCodes,
      wanted.areaCodes,
      wanted.label,
      periods,
      ...(asAt ? [asAt] : []),
    ],
  };
}

const figuresText = (detail: FigureDetail, path: Path, newest: string) => `
  with last_period as materialized (
    select i.id as indicator_id, coalesce(
      (select p.ends_on from indicator_period p
       where p.indicator_id = i.id and p.label = $4::text),
      case when $4::text is null then coalesce(
        (select p.ends_on from indicator_period p
         where p.indicator_id = i.id and exists (
           select from reference_observation o
           where o.indicator_id = i.id and o.period_end = p.ends_on and o.area_code = any($2::text[])
             and o.value is not null and ${newest})
         order by p.ends_on desc limit 1),
        (select max(p.ends_on) from indicator_period p where p.indicator_id = i.id)) end
    ) as ends_on
    from unnest($1::smallint[]) as i(id)
  ), span as materialized (
    select l.indicator_id, min(p.ends_on) as first_end, l.ends_on as last_end,
      array_agg(p.ends_on) as period_ends, json_agg(p.label order by p.ends_on) as labels,
      '[' || string_agg(${day('p.ends_on')}::text, ',' order by p.ends_on) || ']' as days
    from last_period l
    cross join lateral (
      select q.label, q.ends_on from indicator_period q
      where q.indicator_id = l.indicator_id and q.ends_on <= l.ends_on
      order by q.ends_on desc limit $5::int
    ) p
    group by l.indicator_id, l.ends_on
  )
  select s.indicator_id, s.labels, s.days, f.*
  from span s
  cross join lateral (
    select ${jsonArray('a.nth::text')} as areas, ${jsonArray(`${day('o.period_end')}::text`)} as ends,
      ${jsonArray(`coalesce(o.value::text, '"' || o.symbol || '"')`)} as figures,
      ${detail === 'columns' ? 'null::json' : statuses} as statuses,
      ${detail === 'details' ? details : 'null::json'} as details
    from ${figuresBy(path, newest)}
  ) f`;
