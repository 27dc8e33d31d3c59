import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { symbolOfRatio } from '@sufficiency/shared/returns/readings.ts';
import { releasedShare } from './disclosure-rule.ts';
import type { ReleaseCellContent } from './release-contents.ts';
import type { ProtectedCells } from './release-problem.ts';
import type { ReleasedMoney } from './released-money.ts';

/** Where the figure of one cell comes from. */
export type CellSource =
  /** A cell of the problem. */
  | { readonly kind: 'cell'; readonly cell: number }
  | { readonly kind: 'symbol'; readonly symbol: DataSymbol }
  | { readonly kind: 'share'; readonly part: CellSource; readonly base: CellSource }
  /** `base`: the released count it is divided by; null for a sum. */
  | { readonly kind: 'money'; readonly money: ReleasedMoney; readonly base: CellSource | null };

/** A cell of a release before it is protected. */
export interface PlannedCell
  extends Pick<ReleaseCellContent, 'table' | 'codes' | 'area' | 'indicator'> {
  readonly source: CellSource;
}

type Shown = ProtectedCells['shown'];

/** The cells of a release from what may be shown of the problem's: shares and averages follow from released counts. */
export const releaseOf = (planned: readonly PlannedCell[], shown: Shown): ReleaseCellContent[] =>
  planned.map(({ source, ...cell }) => {
    const figure = figureOf(source, shown);
    return typeof figure === 'number'
      ? { ...cell, value: figure, symbol: null }
      : { ...cell, value: null, symbol: figure };
  });

function figureOf(source: CellSource, shown: Shown): number | DataSymbol {
  switch (source.kind) {
    case 'symbol':
      return source.symbol;
    case 'cell':
      // Of what is hidden nothing is told but that it is.
      return shown[source.cell] ?? 'c';
    case 'share':
      return shareOf(figureOf(source.part, shown), figureOf(source.base, shown));
    case 'money':
      return moneyOf(source.money, source.base && figureOf(source.base, shown));
  }
}

function shareOf(part: number | DataSymbol, base: number | DataSymbol): number | DataSymbol {
  const symbol = symbolOfRatio(part, base);
  if (symbol || typeof part !== 'number' || typeof base !== 'number') return symbol ?? 'x';
  return releasedShare(part, base);
}

/** An average over so few children that their number is not told is not told either. */
function moneyOf({ value, symbol }: ReleasedMoney, base: number | DataSymbol | null) {
  if (value === null) return symbol ?? 'x';
  return base === 'c' ? 'c' : value;
}
