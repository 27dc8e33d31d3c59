import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { Viewer } from '../access/viewer.ts';
import { findIndicators } from '../indicators/indicators.service.ts';
import { endOfMonthBefore } from './return-content.service.ts';
import type { ReturnChangeRow, ReturnFigureRow } from './return-figures.queries.ts';
import { changesBetween, figuresOfReturn } from './return-figures.queries.ts';
import type { ReturnRecord } from './return-record.ts';
import { findReturn, told, versionsOf } from './returns.service.ts';

type Indicator = NonNullable<Awaited<ReturnType<typeof findIndicators>>[number]>;

/** A value or a symbol, never both, with the text a person reads. */
export interface PlainFigure {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly text: string;
}

/** A figure in two states; null where one of them does not have it. */
export interface FigurePair {
  readonly indicator: Indicator;
  readonly now: PlainFigure | null;
  readonly before: PlainFigure | null;
  /** By how much it grew; null where either has no number. Unit: the indicator’s own. */
  readonly change: number | null;
}

/** A figure as a version of a return says it, beside the one before. */
export interface FigureOfReturn extends FigurePair {
  readonly now: PlainFigure;
  readonly made: ReturnFigureRow;
}

/**
 * The figures that a version says, each with the figure in use for the month before. None where there were errors.
 *
 * @source the rows of the version, by the one formula of each indicator, when it was checked.
 */
export async function readFigures(viewer: Viewer, record: ReturnRecord): Promise<FigureOfReturn[]> {
  const before = endOfMonthBefore(record.period);
  const rows = await viewer.operation.rows<ReturnFigureRow>(figuresOfReturn(record, before));
  // The month before is read as well.
  const monthBefore = { ...record, period: before.slice(0, 7) };
  await told(
    viewer,
    [monthBefore],
    rows.map(({ key }) => key),
  );
  const pairs = await paired(viewer, record, rows);
  return pairs.flatMap(({ row, ...pair }) =>
    pair.now ? [{ ...pair, now: pair.now, made: row }] : [],
  );
}

/**
 * The figures in which a version differs from another of the same return, by default the one before it that has figures.
 * Empty where there is none that the viewer may read.
 *
 * @param against id of the other version.
 */
export async function readChanges(
  viewer: Viewer,
  record: ReturnRecord,
  against: string | null,
): Promise<FigurePair[]> {
  const other = against
    ? await sibling(viewer, record, against)
    : await versionBefore(viewer, record);
  if (!other) return [];
  const rows = await viewer.operation.rows<ReturnChangeRow>(
    changesBetween(record.tenantId, record.id, other.id),
  );
  const pairs = await paired(viewer, record, rows);
  return pairs.map(({ row: _, ...pair }) => pair);
}

async function sibling(viewer: Viewer, record: ReturnRecord, id: string) {
  const other = await findReturn(viewer, id);
  const isSibling =
    other?.tenantId === record.tenantId &&
    other.authorityCode === record.authorityCode &&
    other.dataset === record.dataset;
  return isSibling ? other : null;
}

/** Versions with errors have no figures to compare with. */
async function versionBefore(viewer: Viewer, record: ReturnRecord): Promise<ReturnRecord | null> {
  const versions = await versionsOf(viewer, record);
  return versions.find(({ version, errors }) => version < record.version && errors === 0) ?? null;
}

async function paired<Row extends ReturnChangeRow>(
  viewer: Viewer,
  record: ReturnRecord,
  rows: readonly Row[],
): Promise<(FigurePair & { readonly row: Row })[]> {
  const keys = rows.map(({ key }) => key);
  await told(viewer, [record], keys);
  const indicators = await findIndicators(viewer, keys);
  return rows.flatMap((row, index) => {
    const indicator = indicators[index];
    if (!indicator) return [];
    const now = plain(indicator, row.value, row.symbol);
    const before = plain(indicator, row.valueBefore, row.symbolBefore);
    return [{ row, indicator, now, before, change: difference(now, before, indicator) }];
  });
}

function plain(
  { unit, decimals }: Indicator,
  value: number | null,
  symbol: DataSymbol | null,
): PlainFigure | null {
  if (value === null && symbol === null) return null;
  return { value, symbol, text: figureText({ value, symbol, unit, decimals }) };
}

function difference(
  now: PlainFigure | null,
  before: PlainFigure | null,
  { decimals }: Indicator,
): number | null {
  if (now?.value == null || before?.value == null) return null;
  return Number((now.value - before.value).toFixed(decimals));
}
