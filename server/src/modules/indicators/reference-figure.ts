import type { Period } from '@sufficiency/shared/indicators/period.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';

/** A value or the symbol that stands in its place, with what it was worked out from where that is published. */
export interface Measurement {
  /** In the indicator's unit; null exactly where there is a symbol. */
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How it was made, in words; null for what was published as it stands. */
  readonly formula: string | null;
  /** Why there is no value, as a sentence; null where there is one. */
  readonly reason: string | null;
}

/** One cell of the reference data: an indicator of an area in a period. */
export interface ReferenceFigure extends Measurement {
  /** Key of the indicator. */
  readonly indicator: string;
  /** GSS code, `consortium:d2n2` or `neighbours:E06000015`. */
  readonly area: string;
  readonly period: Period;
}

/** Names of the things a distinct count counts, by indicator and authority. */
export type DistinctNames = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What one file says, and everything that is wrong with it. */
export interface FigureReading {
  readonly figures: readonly ReferenceFigure[];
  readonly issues: readonly RowIssue[];
  /** Only for files with distinct counts. */
  readonly distinct?: DistinctNames;
}

/** No value, and why. It carries nothing from which a value could be worked out. */
export function missing(symbol: DataSymbol, reason: string): Measurement {
  return { value: null, symbol, numerator: null, denominator: null, formula: null, reason };
}

/** A count as published. */
export function count(value: number): Measurement {
  return { value, symbol: null, numerator: null, denominator: null, formula: null, reason: null };
}
