import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import { Button } from '../../components/Button.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { axisRange } from '../../components/charts/chart-scale.ts';
import { TrendChart } from '../../components/charts/TrendChart.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { chartReferences, figureFormat, trendLines } from './chart-lines.ts';
import { chartWords } from './chart-words.ts';
import type { CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView, SeriesPoint, Subject } from './comparison-model.ts';
import { exportAddress } from './export-address.ts';
import { trendSentence } from './trend-sentence.ts';
import type { ChangeCompare } from './use-compare-state.ts';

/** One indicator over its periods. */
export function TrendView(props: {
  readonly consortium: string;
  readonly view: ComparedView;
  readonly row: ComparedRow;
  readonly authorities: readonly Subject[];
  readonly highlight: string | null;
  readonly state: CompareState;
  readonly change: ChangeCompare;
}) {
  const { consortium, view, row, authorities, highlight, state, change } = props;
  const [series = []] = row.series.values();
  const periods = series.map(({ period }) => period);

  if (state.periods === 1) {
    return (
      <div className="empty">
        <p>A trend needs more than one period, and this comparison asks for one.</p>
        <Button size="small" onClick={() => change({ periods: 5 })}>
          Show five periods
        </Button>
      </div>
    );
  }
  if (periods.length < 2) {
    return (
      <div className="empty">
        <p>
          {row.indicator.title} has one period only ({row.period}), so there is no trend to draw.
        </p>
        <Button size="small" onClick={() => change({ view: 'dots' })}>
          Show it as a dot plot
        </Button>
      </div>
    );
  }

  const lines = trendLines(view, row, highlight);
  const chosen = view.authorities.filter(({ code }) => code === highlight);
  const subjects = [...chosen, ...chartReferences(view, row, highlight)];
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const isContext = lines.some(({ isNamed }) => !isNamed);

  return (
    <ChartFrame
      words={chartWords(view, row, `${periods[0]} to ${periods.at(-1)}`)}
      summary={trendSentence(row, subjects)}
      fileName={`${row.indicator.key}-trend`}
      csvAddress={exportAddress('csv', consortium, { ...state, indicators: [row.indicator.key] })}
      notes={
        <p>
          {!axisRange(known).hasZero && 'The axis does not start at zero. '}
          {isContext && 'Grey lines are the other authorities; choose one above to bring it out. '}A
          gap means that there is no figure.
        </p>
      }
      table={
        <SeriesTable
          row={row}
          periods={periods}
          subjects={[...authorities, ...view.comparators, ...view.neighbours]}
        />
      }
    >
      {(width) => (
        <TrendChart lines={lines} periods={periods} width={width} format={figureFormat(row)} />
      )}
    </ChartFrame>
  );
}

function SeriesTable(props: {
  readonly row: ComparedRow;
  readonly periods: readonly string[];
  readonly subjects: readonly Subject[];
}) {
  const { row, periods, subjects } = props;
  const { title, unit, decimals } = row.indicator;
  const textOf = ({ value, symbol }: SeriesPoint) =>
    figureText({
      value,
      symbol: dataSymbols.find((known) => known === symbol) ?? null,
      unit,
      decimals,
    });

  return (
    <TableRegion label={`${title}, ${unit}, by period`}>
      <table className="table">
        <caption className="govuk-visually-hidden">
          {title}, {unit}, by period
        </caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            {periods.map((period) => (
              <th key={period} scope="col" className="table__number">
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr key={subject.id}>
              <th scope="row">{subject.name}</th>
              {row.series.get(subject.id)?.map((point) => (
                <td key={point.period} className="table__number">
                  {textOf(point)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
