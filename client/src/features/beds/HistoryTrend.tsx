import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import type { MarkShape } from '../../components/charts/ChartMark.tsx';
import { TrendChart } from '../../components/charts/TrendChart.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import type { Trend } from './history-queries.ts';
import type { Measure } from './history-words.ts';
import { drawnSeries, measured, stepName, trendSentence } from './history-words.ts';

/** Lines differ on paper too: by mark and by dash. */
const styles: readonly { readonly shape: MarkShape; readonly dash: string }[] = [
  { shape: 'dot', dash: '' },
  { shape: 'diamond', dash: '8 4' },
  { shape: 'square', dash: '2 4' },
  { shape: 'triangle', dash: '10 3 2 3' },
];

/** One measure over time: at most four lines, and all of them as a table. */
export function HistoryTrend(props: {
  readonly trend: Trend;
  readonly measure: Measure;
  readonly chosen: string;
}) {
  const { trend, measure, chosen } = props;
  const { code, name } = useConsortium();
  const drawn = drawnSeries(trend.series, chosen);
  const left = trend.series.length - drawn.length;
  return (
    <ChartFrame
      words={{
        title: `${measure.title}, ${trend.step === 'MONTH' ? 'month by month' : 'week by week'}`,
        subtitle: `${measure.unit === 'percent' ? 'Percent' : 'Places'}, means of days, members of ${name}, ${writtenDay(trend.from)} to ${writtenDay(trend.to)}${trend.synthetic ? '; synthetic' : ''}`,
        source: 'Source: how homes were when each day ended, of those that you see.',
      }}
      summary={trendSentence(drawn, measure)}
      notes={() => (
        <>
          {measure.explanation} Homes for short breaks are left out: their nights are counted.
          {left > 0 &&
            ` ${left} more with fewer places are in the table alone; choose one to have it drawn.`}
        </>
      )}
      fileName={`beds-${code}-${measure.name}-${trend.to}`}
      table={<TrendTable trend={trend} measure={measure} />}
    >
      {(width) => (
        <TrendChart
          lines={drawn
            .map(({ key, title, ...values }, nth) => ({
              id: key,
              name: title,
              kind: nth === 0 ? ('chosen' as const) : ('other' as const),
              ...(styles[nth] ?? { shape: 'dot' as const, dash: '' }),
              isNamed: true,
              values: values[measure.name],
            }))
            .toReversed()}
          periods={trend.starts.map((start) => stepName(start, trend.step))}
          width={width}
          format={(value) => measured(value, measure)}
          // A mark at each of fifty weeks would hide the line.
          hasMarks={trend.starts.length <= 26}
        />
      )}
    </ChartFrame>
  );
}

function TrendTable(props: { readonly trend: Trend; readonly measure: Measure }) {
  const { trend, measure } = props;
  return (
    <TableRegion label={measure.title}>
      <table className="table">
        <caption className="govuk-visually-hidden">{measure.title}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            {trend.series.map(({ key, title }) => (
              <th key={key} scope="col" className="table__number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.starts.map((start, index) => (
            <tr key={start}>
              <th scope="row">{writtenDay(start)}</th>
              {trend.series.map((one) => (
                <td key={one.key} className="table__number">
                  {measured(one[measure.name][index] ?? null, measure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
