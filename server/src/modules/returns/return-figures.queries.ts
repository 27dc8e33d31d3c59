import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { DerivedFigure } from '@sufficiency/shared/returns/derive.ts';
import type { Statement } from '../../platform/database.ts';
import type { ReturnPlace } from './return-sending.queries.ts';

/** Keeps the figures of a version, in use or not. */
export const insertFigures = (returnId: string, figures: readonly DerivedFigure[]): Statement => ({
  name: 'return_insert_figures',
  text: `insert into return_figure (tenant_id, return_id, indicator_id, dataset, value, symbol, numerator, denominator,
      formula, table_name, rows)
    select app_tenant(), $1::uuid, i.id, i.dataset, given.value, given.symbol, given.numerator, given.denominator,
      given.formula, given."table", given.rows
    from json_to_recordset($2) as given (indicator text, value float8, symbol char(1), numerator float8,
      denominator float8, formula text, "table" text, rows integer[])
    join (select distinct on ("key") "key", id, dataset from indicator order by "key", version desc) as i
      on i."key" = given.indicator`,
  values: [returnId, JSON.stringify(figures)],
});

export interface OtherFigureRow {
  readonly key: string;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** The figures in use of one’s own authority and dataset for a period, by its last day. */
export const figuresInUse = (
  { authority, dataset }: ReturnPlace,
  periodEnd: string,
): Statement => ({
  name: 'return_figures_in_use',
  text: `select i."key", o.value, o.symbol from observation o join indicator i on i.id = o.indicator_id
    where o.tenant_id = app_tenant() and o.authority_code = $1 and o.dataset = $2 and o.period_end = $3::date
      and o.superseded_at is null`,
  values: [authority, dataset, periodEnd],
});

export interface PublishedFigureRow {
  readonly key: string;
  readonly value: number;
  readonly publisher: string;
  /** `YYYY-MM-DD`. */
  readonly endsOn: string;
}

/** What was last published of an area, by indicator. */
export const publishedFigures = (area: string, keys: readonly string[]): Statement => ({
  name: 'return_published_figures',
  text: `select distinct on (i."key") i."key", o.value, s.publisher, to_char(o.period_end, 'YYYY-MM-DD') as "endsOn"
    from reference_observation o join indicator i on i.id = o.indicator_id join reference_source s on s.id = o.source_id
    where o.area_code = $1 and i."key" = any($2) and o.superseded_at is null and o.value is not null
    order by i."key", o.period_end desc`,
  values: [area, keys],
});

/** A figure of a return beside the one before. */
export interface ReturnFigureRow extends OtherFigureRow {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly formula: string | null;
  readonly table: string;
  readonly rows: readonly number[];
  /** The figure before, in use for the month before; both null where there is none. */
  readonly valueBefore: number | null;
  readonly symbolBefore: DataSymbol | null;
}

/** Every figure of a version, with what is in use for the period that ended on a day. */
export const figuresOfReturn = (
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
  endBefore: string,
): Statement => ({
  name: 'return_figures',
  text: `select i."key", f.value, f.symbol, f.numerator, f.denominator, f.formula, f.table_name as "table", f.rows,
      b.value as "valueBefore", b.symbol as "symbolBefore"
    from return_figure f
    join "return" r on r.tenant_id = f.tenant_id and r.id = f.return_id
    join indicator i on i.id = f.indicator_id
    left join observation b on b.tenant_id = f.tenant_id and b.authority_code = r.authority_code
      and b.indicator_id = f.indicator_id and b.period_end = $3::date and b.superseded_at is null
    where f.tenant_id = $1::uuid and f.return_id = $2::uuid
    order by f.indicator_id`,
  values: [tenantId, id, endBefore],
});

/** One figure in two versions; null in both of a pair where that version has no such figure. */
export interface ReturnChangeRow extends OtherFigureRow {
  readonly valueBefore: number | null;
  readonly symbolBefore: DataSymbol | null;
}

/** The figures that differ between two versions of one organisation. */
export const changesBetween = (tenantId: string, id: string, against: string): Statement => ({
  name: 'return_changes',
  text: `select i."key", f.value, f.symbol, b.value as "valueBefore", b.symbol as "symbolBefore"
    from (select * from return_figure where tenant_id = $1::uuid and return_id = $2::uuid) f
    full join (select * from return_figure where tenant_id = $1::uuid and return_id = $3::uuid) b
      on b.indicator_id = f.indicator_id
    join indicator i on i.id = coalesce(f.indicator_id, b.indicator_id)
    where (f.value, f.symbol) is distinct from (b.value, b.symbol)
    order by i.id`,
  values: [tenantId, id, against],
});
