import { TableRegion } from '../../components/TableRegion.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import { KeyFigureTable } from './KeyFigureTable.tsx';
import type { KeyFigureRow } from './key-figures.ts';
import { keyFigureTable } from './key-figures.ts';
import type { KeyFiguresFragment } from './overview-query.ts';
import { SymbolLegend } from './SymbolLegend.tsx';

/** Members, consortium and England in a few figures; each with unit, period and direction. */
export function KeyFigures(props: {
  readonly consortium: string;
  readonly consortiumName: string;
  readonly keyFigures: ResultOf<typeof KeyFiguresFragment>;
}) {
  const table = keyFigureTable(props.keyFigures, props.consortiumName);
  const warned = table.rows.filter(({ warnings }) => warnings.length > 0);

  return (
    <section className="section" aria-labelledby="key-figures">
      <h2 id="key-figures">Key figures</h2>
      <p className="section__note">
        The latest period of each, and below it the period before. “Better” and “worse” follow the
        end that is good for children; one point of a whole percentage may be rounding and is not
        judged.
      </p>
      <TableRegion label="Table of key figures">
        <KeyFigureTable
          consortium={props.consortium}
          caption="Key figures of the members, the consortium and England"
          table={table}
        />
      </TableRegion>
      <SymbolLegend rows={table.rows} />
      {warned.length > 0 && <Warnings rows={warned} />}
    </section>
  );
}

function Warnings({ rows }: { readonly rows: readonly KeyFigureRow[] }) {
  return (
    <details className="govuk-details compare-with-care">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Compare with care</span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          {rows.map(({ indicator, warnings }) => (
            <li key={indicator.id}>
              <strong>{indicator.title}.</strong> {warnings.join(' ')}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
