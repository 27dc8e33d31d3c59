import { comparabilityWords } from './comparability.ts';
import type { ComparedRow } from './comparison-model.ts';

/** On paper, where nothing can be opened: what to mind with each indicator, below the figures. */
export function CompareCautions(props: { readonly rows: readonly ComparedRow[] }) {
  const rows = props.rows.filter(({ warnings }) => warnings.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="compare-cautions">
      <h2>Compare with care</h2>
      <dl>
        {rows.map((row) => (
          <div key={row.indicator.key}>
            <dt>
              {row.comparable
                ? row.indicator.title
                : `${row.indicator.title}: ${comparabilityWords(row).toLowerCase()}`}
            </dt>
            <dd>{row.warnings.join(' ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
