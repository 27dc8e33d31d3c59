import { dataSymbols, symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';

/** What letters, arrows and small lines mean, on the page that uses them. */
export function FigureLegend() {
  return (
    <section className="compare-legend" aria-label="How to read the figures">
      <dl className="legend">
        {dataSymbols.map((symbol) => (
          <div key={symbol}>
            <dt>{symbol}</dt> <dd>{symbolMeaning[symbol]}</dd>
          </div>
        ))}
        <div>
          <dt>Synthetic</dt> <dd>made up for a demonstration: no real child, home or authority</dd>
        </div>
      </dl>
      <p>
        Rank 1 is best, and equal figures share a rank; indicators without a good end have none.
        Arrows show which way a figure went since the period before, the word whether that is
        better; one point of a whole percentage may be rounding and is not judged. Small lines show
        the periods up to the last, each on its own scale, with a gap where there is no figure.{' '}
        <span className="compare-legend__screen">
          Press a figure for its definition, its source, and why you may see it, or an x for why
          there is none; arrow keys go from figure to figure. CSV and Excel files hold every figure
          of the comparison with unit, period, symbol, status and source.
        </span>
      </p>
    </section>
  );
}
