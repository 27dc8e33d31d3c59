import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { Release, ReleaseTable } from './release-queries.ts';
import { symbolsIn } from './release-tables.ts';
import { keptBackMeaning } from './release-words.ts';

/** What the symbols of these tables mean, and how their numbers are rounded. */
export function ReleaseLegend(props: {
  readonly release: Release;
  readonly shown: readonly ReleaseTable[];
}) {
  const { release, shown } = props;
  return (
    <section className="release-legend" aria-label="How to read the figures">
      <dl className="legend">
        {symbolsIn(shown).map((symbol) => (
          <div key={symbol}>
            <dt>{symbol}</dt>{' '}
            <dd>
              {symbol === 'c' ? keptBackMeaning(release.minimumCount) : symbolMeaning[symbol]}
              {symbol === 'x' && ', or not shared with you'}
            </dd>
          </div>
        ))}
        {release.synthetic && (
          <div>
            <dt>Synthetic</dt>{' '}
            <dd>made up for a demonstration: no real child, home or authority</dd>
          </div>
        )}
      </dl>
      <p>
        Counts are rounded to the nearest {release.rounding}; 0 is none. Totals are made from exact
        figures and then rounded, so parts need not add up. Percentages are worked out from the
        figures as they stand here.{' '}
        <span className="release-legend__screen">
          Press a figure to ask why it is as it is; arrow keys go from figure to figure.
        </span>
      </p>
    </section>
  );
}
