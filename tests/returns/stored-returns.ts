import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { DerivedFigure } from '@sufficiency/shared/returns/derive.ts';
import { figuresOf } from '@sufficiency/shared/returns/derive.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { ReturnContents, ReturnRow } from '@sufficiency/shared/returns/table.ts';
import type pg from 'pg';

/** A return as the database holds it. */
export interface KnownReturn {
  readonly id: string;
  readonly authority: string;
  readonly dataset: Dataset;
  readonly period: string;
  readonly tables: ReturnContents;
}

/** Every return of an authority, with its rows. */
export async function returnsOf(db: pg.Pool, authority: string): Promise<KnownReturn[]> {
  const { rows } = await db.query<
    Omit<KnownReturn, 'tables'> & { tables: Record<string, ReturnRow[]> }
  >(
    `select r.id, r.authority_code as authority, r.dataset, r.period, jsonb_object_agg(t.table_name, t.rows) as tables
     from "return" r join (
       select return_id, table_name, jsonb_agg(jsonb_build_object('row', "row", 'cells', cells) order by "row") as rows
       from return_row group by return_id, table_name) t on t.return_id = r.id
     where r.authority_code = $1 group by r.tenant_id, r.id order by r.dataset, r.period, r.version`,
    [authority],
  );
  return rows.map(({ tables, ...known }) => ({
    ...known,
    tables: new Map(Object.entries(tables)),
  }));
}

/** Every figure of an authority, whatever has superseded it, by the return it was made from. */
export async function figuresByReturn(
  db: pg.Pool,
  authority: string,
): Promise<Map<string, DerivedFigure[]>> {
  const { rows } = await db.query<{ id: string; figures: DerivedFigure[] }>(
    `select o.return_id as id, jsonb_agg(jsonb_build_object('indicator', i."key", 'value', o.value, 'symbol', o.symbol,
       'numerator', o.numerator, 'denominator', o.denominator, 'formula', o.formula, 'table', o.table_name,
       'rows', o.rows) order by i."key" collate "C") as figures
     from observation o join indicator i on i.id = o.indicator_id where o.authority_code = $1 group by o.return_id`,
    [authority],
  );
  return new Map(rows.map(({ id, figures }) => [id, figures]));
}

/** What the tables of returns hold of some returns, as a line each that changes with any of their rows. */
export async function contentsOf(db: pg.Pool, acceptedBy = new Date('2999-01-01')) {
  const { rows } = await db.query(
    `with chosen as (select * from "return" where accepted_at <= $1)
     select 'returns' as what, count(*)::int, md5(string_agg(c::text, ',' order by c.id)) from chosen c
     union all select 'rows', count(*)::int, md5(string_agg(w::text, ',' order by w.return_id, w.table_name, w."row"))
       from return_row w join chosen c on c.id = w.return_id
     union all select 'figures', count(*)::int, md5(string_agg(o::text, ',' order by o.return_id, o.indicator_id))
       from observation o join chosen c on c.id = o.return_id`,
    [acceptedBy],
  );
  return rows;
}

/** The figures that the returns' rows say today, by the return: those of one authority, in order of the indicator. */
export const recomputed = (returns: readonly KnownReturn[]): Map<string, DerivedFigure[]> =>
  new Map(
    returns.map((known) => {
      // A table without rows leaves none behind.
      const empty = formatOf(known.dataset).tables.map(({ name }) => [name, []] as const);
      const tables = new Map([...empty, ...known.tables]);
      const figures = figuresOf({ ...known, tables });
      return [known.id, figures.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1))];
    }),
  );
