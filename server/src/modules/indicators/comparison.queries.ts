import type { Statement } from '../../platform/database.ts';

/** One figure as the database holds it. Days are `YYYY-MM-DD`. */
export interface CellRow {
  readonly indicator_id: number;
  readonly area_code: string;
  readonly period_end: string;
  readonly value: number | null;
  readonly symbol: 'z' | 'x' | 'c' | 'k' | 'u' | null;
  readonly status: 'FINAL' | 'PROVISIONAL' | 'REVISED';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly formula: string | null;
  readonly reason: string | null;
  readonly source_id: number;
}

/** One period of one indicator of the comparison; `shown` is false for the period before the first. */
export interface PeriodRow {
  readonly indicator_id: number;
  readonly label: string;
  readonly ends_on: string;
  readonly shown: boolean;
}

/** Now, or as at an instant: which rows were the newest. */
const inForce = (asAt: boolean) =>
  asAt
    ? 'o.recorded_at <= $5::timestamptz and (o.superseded_at is null or o.superseded_at > $5::timestamptz)'
    : 'o.superseded_at is null';

export interface PeriodsWanted {
  readonly indicatorIds: readonly number[];
  /** Authorities whose values decide what "latest" is. */
  readonly authorityCodes: readonly string[];
  /** A label, or null for the latest. */
  readonly label: string | null;
  /** How many periods back, the named one included. */
  readonly count: number;
  readonly asAt: Date | null;
}

/**
 * For each indicator its last period (the one named, else the latest in which any of the authorities has a value, else
 * the latest there is), the ones before it as wanted, and one more to tell directions by.
 */
export const periodsWanted = (wanted: PeriodsWanted): Statement => ({
  name: wanted.asAt ? 'comparison_periods_as_at' : 'comparison_periods',
  text: `
    with last_period as (
      select i.id as indicator_id, coalesce(
        (select p.ends_on from indicator_period p
         where p.indicator_id = i.id and p.label = $3::text),
        case when $3::text is null then coalesce(
          (select p.ends_on from indicator_period p
           where p.indicator_id = i.id and exists (
             select from reference_observation o
             where o.indicator_id = i.id and o.period_end = p.ends_on and o.area_code = any($2::text[])
               and o.value is not null and ${inForce(wanted.asAt !== null)})
           order by p.ends_on desc limit 1),
          (select max(p.ends_on) from indicator_period p where p.indicator_id = i.id)) end
      ) as ends_on
      from unnest($1::smallint[]) as i(id)
    )
    select l.indicator_id, p.label, to_char(p.ends_on, 'YYYY-MM-DD') as ends_on, p.back <= $4::int as shown
    from last_period l
    cross join lateral (
      select q.label, q.ends_on, row_number() over (order by q.ends_on desc) as back
      from indicator_period q
      where q.indicator_id = l.indicator_id and q.ends_on <= l.ends_on
      order by q.ends_on desc limit $4::int + 1
    ) p
    order by l.indicator_id, p.ends_on`,
  values: [
    wanted.indicatorIds,
    wanted.authorityCodes,
    wanted.label,
    wanted.count,
    ...(wanted.asAt ? [wanted.asAt] : []),
  ],
});

export interface CellsWanted {
  /** Pairs: the nth indicator with the nth first and last day. */
  readonly indicatorIds: readonly number[];
  readonly firstEnds: readonly string[];
  readonly lastEnds: readonly string[];
  readonly areaCodes: readonly string[];
  readonly asAt: Date | null;
}

/** Every public figure of these indicators, areas and periods that this viewer may see. */
export const cellsWanted = (wanted: CellsWanted): Statement => ({
  name: wanted.asAt ? 'comparison_cells_as_at' : 'comparison_cells',
  text: `
    select o.indicator_id, o.area_code, to_char(o.period_end, 'YYYY-MM-DD') as period_end, o.value, o.symbol,
      o.status, o.numerator, o.denominator, o.formula, o.reason, o.source_id
    from unnest($1::smallint[], $3::date[], $4::date[]) as w(indicator_id, first_end, last_end)
    join reference_observation o on o.indicator_id = w.indicator_id
      and o.area_code = any($2::text[])
      and o.period_end between w.first_end and w.last_end
    where ${inForce(wanted.asAt !== null)}`,
  values: [
    wanted.indicatorIds,
    wanted.areaCodes,
    wanted.firstEnds,
    wanted.lastEnds,
    ...(wanted.asAt ? [wanted.asAt] : []),
  ],
});
