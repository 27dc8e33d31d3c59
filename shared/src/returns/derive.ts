import { collectedIndicators } from '../indicators/collected-indicators.ts';
import type { CollectedIndicator } from '../indicators/in-year.ts';
import type { Dataset } from '../indicators/indicator.ts';
import { roundTo } from '../indicators/rounding.ts';
import type { DataSymbol } from '../indicators/symbols.ts';
import { formatOf } from './formats.ts';
import type { Addends } from './formula.ts';
import { symbolOfRatio } from './readings.ts';
import type { FilledTable } from './record-sums.ts';
import { sumOfRecords } from './record-sums.ts';
import type { Sum } from './sums.ts';
import { sumOfCodes } from './sums.ts';
import type { ReturnContents } from './table.ts';

/** A figure made from rows of a return, by the formula of its indicator. */
export interface DerivedFigure {
  /** Key of the indicator. */
  readonly indicator: string;
  /** In the indicator's unit, rounded to its decimals; null exactly where `symbol` is set. */
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  /** Null where the figure is no ratio, or the number is not known. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How it was made from the rows, in words; null for a cell of the return as it stands. */
  readonly formula: string | null;
  /** Table it was made from. */
  readonly table: string;
  /** Rows of that table it was made from, ascending. */
  readonly rows: readonly number[];
}

/** A return as it was read: whose, of what, for when, and its rows. */
export interface ReadReturn {
  readonly dataset: Dataset;
  /** GSS code; rows of another authority are left out. */
  readonly authority: string;
  /** Label of the month, for example `2026-09`; rows of another month are left out. */
  readonly period: string;
  readonly tables: ReturnContents;
}

/**
 * The figures that a return says: one for each collected indicator of its dataset, `x` where the return does not say it.
 *
 * @unit   the indicator's own.
 * @source the rows of the return, by the one formula of each indicator.
 */
export function figuresOf(given: ReadReturn): DerivedFigure[] {
  return collectedIndicators
    .filter(({ contract }) => contract.dataset === given.dataset)
    .map((indicator) => figureOf(indicator, given));
}

function figureOf({ contract, formula }: CollectedIndicator, given: ReadReturn): DerivedFigure {
  const part = sumOf(formula.of, given);
  const named = { indicator: contract.key, table: formula.of.table };
  if (formula.kind === 'sum') {
    return {
      ...named,
      ...valueOrSymbol(part.reading),
      numerator: null,
      denominator: null,
      formula: part.asItStands ? null : formula.words,
      rows: part.rows,
    };
  }
  const whole = sumOf(formula.over, given);
  const symbol = symbolOfRatio(part.reading, whole.reading);
  const numerator = numberOf(part.reading);
  const denominator = numberOf(whole.reading);
  return {
    ...named,
    value: symbol
      ? null
      : roundTo(((numerator ?? 0) / (denominator ?? 1)) * (contract.scale ?? 1), contract.decimals),
    symbol,
    numerator,
    denominator,
    formula: formula.words,
    rows: [...new Set([...part.rows, ...whole.rows])].sort((one, other) => one - other),
  };
}

function sumOf(addends: Addends, given: ReadReturn): Sum {
  const filled = filledTable(given, addends.table);
  if (!filled) return { reading: 'x', rows: [], asItStands: false };
  return filled.table.basis === 'records'
    ? sumOfRecords(filled, addends, addends.newest && filledTable(given, addends.newest.inTable))
    : sumOfCodes(filled.table, filled.rows, addends);
}

/** A table of the return with the rows that are about its authority and month; undefined where it was not sent. */
function filledTable(
  { dataset, authority, period, tables }: ReadReturn,
  name: string,
): FilledTable | undefined {
  const table = formatOf(dataset).tables.find((one) => one.name === name);
  if (!table) throw new Error(`${dataset} has no table ${name}`);
  const rows = tables
    .get(name)
    ?.filter(({ cells }) => cells[0] === authority && cells[1] === period);
  return rows && { table, rows };
}

const numberOf = (reading: number | DataSymbol) => (typeof reading === 'number' ? reading : null);

const valueOrSymbol = (reading: number | DataSymbol) =>
  typeof reading === 'number' ? { value: reading, symbol: null } : { value: null, symbol: reading };
