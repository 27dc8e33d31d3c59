import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';

declare const released: unique symbol;

/** A figure read from an audited, frozen release. Only the disclosure module can make one. */
export interface ReleasedFigure {
  /** Null exactly where `symbol` is set. */
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly [released]: true;
}

/** A row of `release_cell`, which no cell enters without a certificate that holds. */
interface ReleaseCellRow {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** The figure that a row of `release_cell` holds. There is none of a raw count. */
export const releasedFigure = ({ value, symbol }: ReleaseCellRow): ReleasedFigure =>
  ({ value, symbol }) as ReleasedFigure;
