import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { DerivedFigure } from '@sufficiency/shared/returns/derive.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';
import { formatName } from '@sufficiency/shared/returns/table.ts';
import type { Statement } from '../../platform/database.ts';
import type { Standing } from './demonstration-open.ts';

/** One version of one authority's return as a demonstration makes it up, with the figures made from its rows. */
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
  readonly standing: Standing;
  /** When it came, and, where it is in use, since when the platform knows its figures (UTC). */
  readonly receivedAt: Date;
  readonly acceptedAt: Date;
  /** Rows of each table, by its name. */
  readonly tables: ReadonlyMap<string, readonly ReturnRow[]>;
  readonly figures: readonly DerivedFigure[];
  /** What checking found in it. */
  readonly problems: readonly Problem[];
}

/** Asks one statement in the caller's transaction, under the caller's role. */
export type Ask = <Row extends object>(statement: Statement) => Promise<readonly Row[]>;

/**
 * Stores returns as the loader may for a demonstration: their rows, problems and the figures made from them; and, of
 * those that were accepted, the figures in use in the place of an earlier version's. One that is there already is left
 * out whole.
 *
 * One version of a return at a time: a later one replaces those stored by an earlier call.
 */
export async function storeReturns(ask: Ask, returns: readonly StoredReturn[]): Promise<void> {
  if (returns.length === 0) return;
  const records = JSON.stringify(returns.map(returnRecord));
  // A first version has nothing to replace.
  if (returns.some(({ version }) => version > 1)) {
    await ask({
      name: 'demonstration_supersede_returns',
      text: `update "return" as known set status = 'SUPERSEDED', ended_at = given.accepted_at
        from ${givenReturns}
        where (known.tenant_id, known.authority_code, known.dataset, known.period)
            = (given.tenant_id, given.authority_code, given.dataset, given.period)
          and known.status not in ('WITHDRAWN', 'SUPERSEDED') and known.version < given.version`,
      values: [records],
    });
  }
  const inserted = await ask<{ id: string }>({
    name: 'demonstration_insert_returns',
    text: `insert into "return" (tenant_id, id, authority_code, dataset, period, period_end, version, kind, status, format,
        source, synthetic, content_hash, received_at, submitted_at, approved_at, accepted_at)
      select tenant_id, id, authority_code, dataset, period, period_end, version, 'GENERATED', status, format,
        source, true, encode(sha256(id::text::bytea), 'hex'), received_at,
        case when status in ('SUBMITTED', 'APPROVED', 'ACCEPTED') then received_at end,
        case when status in ('APPROVED', 'ACCEPTED') then greatest(accepted_at - interval '3 days', received_at) end,
        case when status = 'ACCEPTED' then accepted_at end
      from ${givenReturns}
      on conflict do nothing returning id`,
    values: [records],
  });
  const ids = new Set(inserted.map(({ id }) => id));
  const stored = returns.filter(({ id }) => ids.has(id));
  if (stored.length === 0) return;

  await ask({
    name: 'demonstration_insert_rows',
    text: `insert into return_row (tenant_id, return_id, table_name, "row", cells)
      select tenant_id, return_id, table_name, split_part(line, $6, 1)::integer, (string_to_array(line, $6))[2:]
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as given (tenant_id, return_id, table_name, lines),
        string_to_table(lines, $5) as line`,
    values: rowColumns(stored),
  });
  await ask({
    name: 'demonstration_insert_figures',
    text: `insert into return_figure (tenant_id, return_id, indicator_id, dataset, value, symbol, numerator, denominator,
        formula, table_name, rows)
      select given.tenant_id, given.return_id, i.id, i.dataset, given.value, given.symbol, given.numerator,
        given.denominator, given.formula, given.table_name, given.rows
      from json_to_recordset($1) as given (tenant_id uuid, return_id uuid, indicator text, value float8, symbol char(1),
        numerator float8, denominator float8, formula text, table_name text, rows integer[])
      join (select distinct on ("key") "key", id, dataset from indicator order by "key", version desc) as i
        on i."key" = given.indicator`,
    values: [JSON.stringify(stored.flatMap(figureRecords))],
  });
  await ask({
    name: 'demonstration_insert_problems',
    text: `insert into return_problem (tenant_id, return_id, nth, severity, rule, message, mend, table_name, sheet, "row",
        "column", value)
      select tenant_id, return_id, nth, severity, rule, message, mend, "table", sheet, "row", "column", value
      from json_to_recordset($1) as given (tenant_id uuid, return_id uuid, nth integer, severity problem_severity,
        rule text, message text, mend text, "table" text, sheet text, "row" integer, "column" text, value text)`,
    values: [JSON.stringify(stored.flatMap(problemRecords))],
  });
  await useFigures(ask, [...ids]);
}

/** Takes the figures in use for the same places out of use, and brings these returns' into it. */
async function useFigures(ask: Ask, ids: readonly string[]): Promise<void> {
  await ask({
    name: 'demonstration_supersede_figures',
    text: `update observation as known set superseded_at = r.accepted_at
      from "return" r
      where r.id = any($1::uuid[]) and r.status = 'ACCEPTED' and r.version > 1 and known.superseded_at is null
        and (known.tenant_id, known.authority_code, known.dataset, known.period_end)
          = (r.tenant_id, r.authority_code, r.dataset, r.period_end)`,
    values: [ids],
  });
  await ask({
    name: 'demonstration_use_figures',
    text: `insert into observation (tenant_id, authority_code, indicator_id, dataset, period_end, value, symbol,
        numerator, denominator, synthetic, formula, return_id, table_name, rows, recorded_at)
      select r.tenant_id, r.authority_code, f.indicator_id, f.dataset, r.period_end, f.value, f.symbol, f.numerator,
        f.denominator, r.synthetic, f.formula, r.id, f.table_name, f.rows, r.accepted_at
      from "return" r join return_figure f on f.tenant_id = r.tenant_id and f.return_id = r.id
      where r.id = any($1::uuid[]) and r.status = 'ACCEPTED'
      order by f.indicator_id, r.authority_code, r.period_end`,
    values: [ids],
  });
}

const givenReturns = `json_to_recordset($1) as given (tenant_id uuid, id uuid, authority_code text, dataset text,
  period text, period_end date, version smallint, status return_status, format text, source text, received_at timestamptz, accepted_at timestamptz)`;

const returnRecord = (made: StoredReturn) => ({
  tenant_id: made.tenantId,
  id: made.id,
  authority_code: made.authorityCode,
  dataset: made.dataset,
  period: made.period,
  period_end: calendarMonth(made.period).endsOn,
  version: made.version,
  status: made.standing,
  format: formatName(formatOf(made.dataset)),
  source: made.source,
  received_at: made.receivedAt,
  accepted_at: made.acceptedAt,
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

const figureRecords = ({ tenantId, id, figures }: StoredReturn) =>
  figures.map(({ table, ...figure }) => ({
    ...figure,
    tenant_id: tenantId,
    return_id: id,
    table_name: table,
  }));

const problemRecords = ({ tenantId, id, problems }: StoredReturn) =>
  problems.map(({ column, ...found }, index) => ({
    ...found,
    column: column && `${column.letter} ${column.name}`,
    nth: index + 1,
    tenant_id: tenantId,
    return_id: id,
  }));
