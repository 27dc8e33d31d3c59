import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { KeyFigureRow } from './key-figures.ts';

/** Explains the symbols that this table has, and no others. */
export function SymbolLegend({ rows }: { readonly rows: readonly KeyFigureRow[] }) {
  const symbols = new Set<DataSymbol>();
  for (const figure of rows.flatMap(({ figures }) => figures)) {
    if (figure?.latest.figure.symbol) symbols.add(figure.latest.figure.symbol);
  }
  if (symbols.size === 0) return null;
  return (
    <dl className="legend">
      {[...symbols].toSorted().map((symbol) => (
        <div key={symbol}>
          <dt>{symbol}</dt> <dd>{symbolMeaning[symbol]}</dd>
        </div>
      ))}
    </dl>
  );
}
