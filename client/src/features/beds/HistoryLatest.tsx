import { TableRegion } from '../../components/TableRegion.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Trend } from './history-queries.ts';
import { measured, measures } from './history-words.ts';

/** The three figures of occupancy and what was free or lost, side by side, in the last week or month. */
export function HistoryLatest(props: { readonly trend: Trend }) {
  const { trend } = props;
  const last = trend.starts.length - 1;
  const start = trend.starts[last];
  if (start === undefined) return null;
  const title = `All figures, ${writtenDay(start)} to ${writtenDay(trend.to)}`;
  return (
    <section className="section">
      <h2>{title}</h2>
      <TableRegion label={title}>
        <table className="table table--stack">
          <caption className="govuk-visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Which</th>
              {measures.map(({ name, title: column }) => (
                <th key={name} scope="col" className="table__number">
                  {column}
                </th>
              ))}
              <th scope="col" className="table__number">
                Homes
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.series.map((one) => (
              <tr key={one.key}>
                <th scope="row">{one.title}</th>
                {measures.map((measure) => (
                  <td key={measure.name} data-label={measure.title} className="table__number">
                    {measured(one[measure.name][last] ?? null, measure)}
                  </td>
                ))}
                <td data-label="Homes" className="table__number">
                  {one.homes[last]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <details>
        <summary>What each figure says</summary>
        <dl className="facts">
          {measures.map(({ name, title: figure, explanation }) => (
            <div key={name}>
              <dt>{figure}</dt>
              <dd>{explanation}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
