/** A length from zero, and what a pointer resting on it shows. */
export interface BarLength {
  /** Below zero it goes to the left. */
  readonly value: number;
  readonly kind: 'chosen' | 'other';
  readonly title: string;
}

/** One row of bars: lengths from zero on a common scale, or words that say why there are none. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly bars: readonly BarLength[];
  /** A mark on the row, such as what is left of the bars. */
  readonly mark: Pick<BarLength, 'value' | 'title'> | null;
  /** Between which ends the figure is reckoned to lie: a line on the row. */
  readonly interval?: { readonly low: number; readonly high: number; readonly title: string };
  /** The figure as a person reads it, or its symbol with the meaning. */
  readonly text: string;
}
