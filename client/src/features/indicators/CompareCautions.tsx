import type { ComparedRow } from './comparison-model.ts';

/** On paper, where nothing can be opened: what to mind with each indicator, below the figures. */
export function CompareCautions(props: { readonly rows: readonly ComparedRow[] }) {
  const rows = props.rows.filter(({ warnings }) => warnings.length > 0);
  if (rows.length === 0) return null;
  return (
    <section className="compare-cautions">
      <h2>Compare with care</h2>
      <dl>
        {rows.map(({ indicator, comparable, warnings }) => (
          <div key={indicator.key}>
            <dt>{comparable ? indicator.title : `${indicator.title}: not comparable`}</dt>
            <dd>{warnings.join(' ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
