import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { DerivedFigure } from '@sufficiency/shared/returns/derive.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';
import type { Statement } from '../../platform/database.ts';

/** One version of one authority's return, with the figures made from its rows. */
export interface StoredReturn {
  readonly tenantId: string;
  readonly id: string;
  readonly authorityCode: string;
  readonly dataset: Dataset;
  /** A calendar month, written `2026-09`. */
  readonly period: string;
  readonly version: number;
  /** Where it came from, in words. */
  readonly source: string;
  readonly synthetic: boolean;
  /** When the platform accepted it, and knows its figures from (UTC). */
  readonly acceptedAt: Date;
  /** Rows of each table, by its name. */
  readonly tables: ReadonlyMap<string, readonly ReturnRow[]>;
  readonly figures: readonly DerivedFigure[];
}

/** Asks one statement in the caller's transaction, under the caller's role. */
export type Ask = <Row extends object>(statement: Statement) => Promise<readonly Row[]>;

/**
 * Stores returns with their rows, closes the figures they replace at the moment of their acceptance, and brings theirs
 * into force; gives the ids of those that were stored. One whose version somebody else stored first is left out whole.
 *
 * One version of a return at a time: a later one replaces the figures of those stored by an earlier call.
 */
export async function storeReturns(
  ask: Ask,
  returns: readonly StoredReturn[],
): Promise<ReadonlySet<string>> {
  if (returns.length === 0) return new Set();
  const inserted = await ask<{ id: string }>({
    name: 'return_insert',
    text: `insert into "return" (tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at)
      select tenant_id, id, authority_code, dataset, period, version, source, synthetic, accepted_at
      from json_to_recordset($1) as given (tenant_id uuid, id uuid, authority_code text, dataset text, period text,
        version smallint, source text, synthetic boolean, accepted_at timestamptz)
      on conflict do nothing returning id`,
    values: [JSON.stringify(returns.map(returnRecord))],
  });
  const ids = new Set(inserted.map(({ id }) => id));
  const stored = returns.filter(({ id }) => ids.has(id));
  if (stored.length === 0) return ids;

  await ask({
    name: 'return_row_insert',
    text: `insert into return_row (tenant_id, return_id, table_name, "row", cells)
      select tenant_id, return_id, table_name, split_part(line, $6, 1)::integer, (string_to_array(line, $6))[2:]
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as given (tenant_id, return_id, table_name, lines),
        string_to_table(lines, $5) as line`,
    values: rowColumns(stored),
  });
  // A first version has nothing to replace.
  const later = stored.filter(({ version }) => version > 1);
  if (later.length > 0) {
    await ask({
      name: 'observation_supersede',
      text: `update observation as known set superseded_at = filed.accepted_at
        from ${filed}
        where filed.id = any($1) and known.superseded_at is null
          and (known.tenant_id, known.authority_code, known.dataset, known.period_end)
            = (filed.tenant_id, filed.authority_code, filed.dataset, filed.ends_on)`,
      values: [later.map(({ id }) => id)],
    });
  }
  await ask({
    name: 'observation_insert',
    text: `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, symbol,
        numerator, denominator, synthetic, formula, return_id, table_name, rows, recorded_at)
      select filed.tenant_id, filed.authority_code, i.id, i.dataset, filed.ends_on, given.value, given.symbol,
        given.numerator, given.denominator, filed.synthetic, given.formula, filed.id, given.table_name, given.rows,
        filed.accepted_at
      from json_to_recordset($1) as given (return_id uuid, indicator text, value float8, symbol char(1),
        numerator float8, denominator float8, formula text, table_name text, rows integer[])
      join ${filed} on filed.id = given.return_id
      join (select distinct on ("key") "key", id, dataset from indicator order by "key", version desc) as i
        on i."key" = given.indicator
      order by i.id, filed.authority_code, filed.ends_on`,
    values: [JSON.stringify(stored.flatMap(figureRecords))],
  });
  return ids;
}

/** Returns with the last day of their month. */
const filed = `(select r.*, (to_date(r.period, 'YYYY-MM') + interval '1 month - 1 day')::date as ends_on
  from "return" r) as filed`;

const returnRecord = (filed: StoredReturn) => ({
  tenant_id: filed.tenantId,
  id: filed.id,
  authority_code: filed.authorityCode,
  dataset: filed.dataset,
  period: filed.period,
  version: filed.version,
  source: filed.source,
  synthetic: filed.synthetic,
  accepted_at: filed.acceptedAt,
});

/** Control characters: no cell holds one. */
const [betweenRows, betweenCells] = ['\u001E', '\u001F'];

/** One text for each table, which is several times cheaper than a record for each row. */
function rowColumns(returns: readonly StoredReturn[]): readonly unknown[] {
  const tables = returns.flatMap(({ tenantId, id, tables }) =>
    [...tables].map(([table, rows]) => ({ tenantId, id, table, lines: linesOf(rows) })),
  );
  return [
    tables.map(({ tenantId }) => tenantId),
    tables.map(({ id }) => id),
    tables.map(({ table }) => table),
    tables.map(({ lines }) => lines),
    betweenRows,
    betweenCells,
  ];
}

const linesOf = (rows: readonly ReturnRow[]): string =>
  rows.map(({ row, cells }) => [row, ...cells].join(betweenCells)).join(betweenRows);

const figureRecords = ({ id, figures }: StoredReturn) =>
  figures.map(({ table, ...figure }) => ({ ...figure, return_id: id, table_name: table }));
