/** One row: what lies between two ends, with what is typical of it. */
export interface RangeRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'chosen' | 'other';
  readonly lowest: number;
  readonly highest: number;
  readonly median: number;
  readonly mean: number;
  /** What it may be at most; null where nobody publishes that. */
  readonly limit: number | null;
  /** The range as a person reads it. */
  readonly text: string;
}
