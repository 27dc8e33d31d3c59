import type { IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import type { PoolClient } from 'pg';
import type { ReferenceFile } from '../../platform/reference-folder.ts';
import type { ReferenceFigure } from './reference-figure.ts';

/** One loader at a time: a second one waits for the first to finish. */
export async function lockLoading(client: PoolClient): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('reference-load'))`);
}

/** The newest vintage the platform has of a file. */
export interface KnownSource {
  readonly id: number;
  readonly file: string;
  /** Written YYYY-MM-DD. */
  readonly vintage: string;
  readonly contentHash: string;
}

export async function selectNewestSources(client: PoolClient): Promise<Map<string, KnownSource>> {
  const { rows } = await client.query<KnownSource>(
    `select distinct on (file) id, file, vintage::text as vintage, content_hash as "contentHash"
     from reference_source order by file, vintage desc, recorded_at desc, id desc`,
  );
  return new Map(rows.map((source) => [source.file, source]));
}

/** Records a file and gives its id. A file that comes back after a correction is the newest again. */
export async function insertSource(
  client: PoolClient,
  file: ReferenceFile,
  recordedAt: Date,
): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `insert into reference_source
       (file, title, publisher, licence, attribution, vintage, content_hash, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (file, content_hash) do update set vintage = excluded.vintage, recorded_at = excluded.recorded_at
     returning id`,
    [
      file.file,
      file.title,
      file.publisher,
      file.licence,
      file.attribution,
      file.vintage,
      file.contentHash,
      recordedAt,
    ],
  );
  const [source] = rows;
  if (!source) throw new Error('PostgreSQL returned no id for a reference source.');
  return source.id;
}

const contractColumns = `"key", version, title, dataset, definition, cohort, numerator_text, denominator_text,
  unit, decimals, polarity, period_basis, source, licence, cautions, collected`;

const givenContracts = `select "key", version, title, dataset, definition, cohort, "numeratorText", "denominatorText",
    unit, decimals, polarity, "periodBasis", source, licence, cautions, collected, position
  from json_to_recordset($1) as given (
    "key" text, version smallint, title text, dataset text, definition text, cohort text, "numeratorText" text,
    "denominatorText" text, unit text, decimals smallint, polarity polarity, "periodBasis" text, source text,
    licence text, cautions text[], collected boolean, position integer)`;

/** Writes contracts that are new or worded differently; gives how many. A new version becomes a new row. */
export async function writeContracts(
  client: PoolClient,
  contracts: readonly IndicatorContract[],
): Promise<number> {
  const positioned = contracts.map((contract, position) => ({ ...contract, position }));
  const values = [JSON.stringify(positioned)];
  const changed = await client.query(
    `with given (${contractColumns}, position) as (${givenContracts})
     update indicator as known set
       title = given.title, dataset = given.dataset, definition = given.definition, cohort = given.cohort,
       numerator_text = given.numerator_text, denominator_text = given.denominator_text, unit = given.unit,
       decimals = given.decimals, polarity = given.polarity, period_basis = given.period_basis,
       source = given.source, licence = given.licence, cautions = given.cautions, collected = given.collected
     from given
     where (known."key", known.version) = (given."key", given.version)
       and (known.title, known.dataset, known.definition, known.cohort, known.numerator_text,
            known.denominator_text, known.unit, known.decimals, known.polarity, known.period_basis,
            known.source, known.licence, known.cautions, known.collected)
         is distinct from (given.title, given.dataset, given.definition, given.cohort, given.numerator_text,
            given.denominator_text, given.unit, given.decimals, given.polarity, given.period_basis,
            given.source, given.licence, given.cautions, given.collected)`,
    values,
  );
  // Not "on conflict do nothing": that would use up a number of a small sequence at every start.
  // In the catalogue's order, which ids keep.
  const added = await client.query(
    `with given (${contractColumns}, position) as (${givenContracts})
     insert into indicator (${contractColumns})
     select ${contractColumns} from given
     where not exists (
       select from indicator as known where (known."key", known.version) = (given."key", given.version))
     order by position`,
    values,
  );
  return (changed.rowCount ?? 0) + (added.rowCount ?? 0);
}

/** The id of each contract's own version, and whether it has figures yet, by key. */
export async function selectContractIds(
  client: PoolClient,
  contracts: readonly IndicatorContract[],
): Promise<Map<string, { id: number; hasFigures: boolean }>> {
  const { rows } = await client.query<{ key: string; id: number; hasFigures: boolean }>(
    `select i."key", i.id,
       exists (select from indicator_period p where p.indicator_id = i.id) as "hasFigures"
     from indicator i
     join json_to_recordset($1) as given ("key" text, version smallint) using ("key", version)`,
    [JSON.stringify(contracts)],
  );
  return new Map(rows.map(({ key, id, hasFigures }) => [key, { id, hasFigures }]));
}

/**
 * Gives every collected indicator its months, from one until two years after a day. They are all there before anybody
 * files, so that which months exist tells nobody who has filed.
 */
export async function keepCollectedPeriods(
  client: PoolClient,
  { first, day }: { readonly first: string; readonly day: string },
): Promise<void> {
  await client.query(
    `insert into indicator_period (indicator_id, ends_on, starts_on, label)
     select i.id, ends_on, case i.period_basis when 'calendar month' then month::date else ends_on end,
       to_char(month, 'YYYY-MM')
     from indicator i,
       generate_series($1::timestamp, $2::timestamp + interval '2 years', '1 month') as month,
       lateral (select (month + interval '1 month - 1 day')::date as ends_on) as month_end
     where i.collected
     on conflict do nothing`,
    [`${first}-01`, day],
  );
}

/** A figure ready for its table. */
interface FigureRow {
  readonly indicator_id: number;
  readonly area_code: string;
  readonly period_end: string;
  readonly period_start: string;
  readonly period_label: string;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly formula: string | null;
  readonly reason: string | null;
}

const givenFigures = `json_to_recordset($1) as given (
  indicator_id smallint, area_code text, period_end date, period_start date, period_label text,
  value float8, symbol char(1), numerator float8, denominator float8, formula text, reason text)`;

/** What the figures of one file are recorded as. */
export interface Recording {
  readonly sourceId: number;
  readonly recordedAt: Date;
}

/**
 * Brings figures into force; gives how many rows were written.
 *
 * A figure that is already in force, from the same source, is left alone. One that differs is superseded at the
 * moment the new one is recorded, and kept.
 */
export async function writeFigures(
  client: PoolClient,
  figures: readonly ReferenceFigure[],
  indicatorIds: ReadonlyMap<string, { readonly id: number }>,
  { sourceId, recordedAt }: Recording,
): Promise<number> {
  const rows = JSON.stringify(figures.flatMap((figure) => rowOf(figure, indicatorIds)));

  await client.query(
    `insert into indicator_period (indicator_id, ends_on, starts_on, label)
     select distinct indicator_id, period_end, period_start, period_label from ${givenFigures}
     on conflict do nothing`,
    [rows],
  );
  await client.query(
    `update reference_observation as known set superseded_at = $3
     from ${givenFigures}
     where known.superseded_at is null
       and (known.indicator_id, known.area_code, known.period_end)
         = (given.indicator_id, given.area_code, given.period_end)
       and (known.value, known.symbol, known.numerator, known.denominator, known.formula, known.reason,
            known.source_id)
         is distinct from (given.value, given.symbol, given.numerator, given.denominator, given.formula,
            given.reason, $2)`,
    [rows, sourceId, recordedAt],
  );
  // In order of the key, so that neighbours in a series are neighbours on disk.
  const { rowCount } = await client.query(
    `insert into reference_observation (indicator_id, area_code, period_end, value, symbol, numerator, denominator,
       formula, reason, source_id, recorded_at)
     select indicator_id, area_code, period_end, value, symbol, numerator, denominator, formula, reason, $2, $3
     from ${givenFigures}
     where not exists (
       select from reference_observation as known
       where known.superseded_at is null
         and (known.indicator_id, known.area_code, known.period_end)
           = (given.indicator_id, given.area_code, given.period_end))
     order by indicator_id, area_code, period_end`,
    [rows, sourceId, recordedAt],
  );
  return rowCount ?? 0;
}

function rowOf(
  figure: ReferenceFigure,
  ids: ReadonlyMap<string, { readonly id: number }>,
): FigureRow[] {
  const indicator = ids.get(figure.indicator);
  if (!indicator) return [];

  return [
    {
      indicator_id: indicator.id,
      area_code: figure.area,
      period_end: figure.period.endsOn,
      period_start: figure.period.startsOn,
      period_label: figure.period.label,
      value: figure.value,
      symbol: figure.symbol,
      numerator: figure.numerator,
      denominator: figure.denominator,
      formula: figure.formula,
      reason: figure.reason,
    },
  ];
}
