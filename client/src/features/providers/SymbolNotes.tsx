import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';

/** Explains the symbols that a table has, and no others; and that its figures are made up, where they are. */
export function SymbolNotes(props: {
  readonly symbols: readonly (DataSymbol | null)[];
  readonly synthetic: boolean;
}) {
  const symbols = [...new Set(props.symbols.filter((symbol) => symbol !== null))].toSorted();
  if (symbols.length === 0 && !props.synthetic) return null;
  return (
    <dl className="legend">
      {symbols.map((symbol) => (
        <div key={symbol}>
          <dt>{symbol}</dt> <dd>{symbolMeaning[symbol]}</dd>
        </div>
      ))}
      {props.synthetic && (
        <div>
          <dt>Synthetic</dt> <dd>made up for a demonstration: no real child, home or provider</dd>
        </div>
      )}
    </dl>
  );
}
