import type { MarkShape } from './ChartMark.tsx';
import type { MarkKind } from './chart-palette.ts';

/** A smaller mark on a row, such as the mean of places like it. */
export interface DotExtra {
  readonly name: string;
  readonly shape: MarkShape;
  readonly value: number;
  readonly text: string;
}

/** One row: a dot, or words that say why there is none. */
export interface DotRow {
  readonly id: string;
  readonly name: string;
  readonly kind: MarkKind;
  readonly value: number | null;
  /** The figure as a person reads it, or its symbol with the meaning. */
  readonly text: string;
  readonly extras: readonly DotExtra[];
}

/** A line across all rows, such as the figure of England. */
export interface DotReference {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly dash: string;
}
