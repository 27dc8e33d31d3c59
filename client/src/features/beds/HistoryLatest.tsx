import { FigureTable } from '../../components/FigureTable.tsx';
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
        <FigureTable
          label={title}
          head="Which"
          columns={[...measures.map((measure) => measure.title), 'Homes']}
          rows={trend.series.map((one) => ({
            id: one.key,
            name: one.title,
            cells: [
              ...measures.map((measure) => measured(one[measure.name][last] ?? null, measure)),
              one.homes[last],
            ],
          }))}
        />
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
