import { TableRegion } from '../../components/TableRegion.tsx';
import { FigureText } from '../overview/FigureText.tsx';
import type { PublishedCost } from './fees-queries.ts';

/** Published unit costs of members and England, as context: no prices, and not to be compared with any. */
export function UnitCosts(props: {
  readonly rows: readonly PublishedCost[];
  /** Names of members, in the order of the columns. */
  readonly members: readonly string[];
}) {
  const { rows, members } = props;
  const columns = [...members, 'England'];
  const cautions = new Set(rows.flatMap(({ indicator }) => indicator.cautions));
  const [first] = rows;
  if (!first) return null;
  return (
    <section className="section" aria-labelledby="unit-costs">
      <h2 id="unit-costs">For context: published unit costs</h2>
      <p className="section__note">
        Not comparable with the fees above: they are averages of all spending with overheads, not
        prices.
      </p>
      <TableRegion label="Published unit costs">
        <table className="table">
          <caption className="govuk-visually-hidden">
            Published unit costs, pounds a week, not comparable with fees
          </caption>
          <thead>
            <tr>
              <th scope="col">Unit cost, pounds a week</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="table__number">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, cells }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.title}
                  <span className="table__note">{cells[0]?.period}</span>
                </th>
                {columns.map((column) => {
                  const cell = cells.find(
                    ({ subject, code }) => subject === (code === null ? 'england' : column),
                  );
                  return (
                    <td key={column} className="table__number">
                      {cell ? <FigureText figure={cell.figure} /> : 'x'}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <ul className="govuk-list govuk-list--bullet section__note">
        {[...cautions].map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      <p className="section__note">Source: {first.indicator.source}.</p>
    </section>
  );
}
