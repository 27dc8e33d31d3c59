import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { dataSymbols } from '@sufficiency/shared/indicators/symbols.ts';
import { Button } from '../../components/Button.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { axisRange } from '../../components/charts/chart-scale.ts';
import { isNarrowTrend, TrendChart } from '../../components/charts/TrendChart.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { referenceLooks, references, tooFarNote } from './chart-references.ts';
import { chartWords } from './chart-words.ts';
import type { CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView, SeriesPoint, Subject } from './comparison-model.ts';
import { exportAddress } from './export-address.ts';
import { figureFormat } from './figure-format.ts';
import { listed } from './in-words.ts';
import { trendLines } from './trend-lines.ts';
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
  const words = periods.map(periodInWords);

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
          {row.indicator.title} has one period only ({periodInWords(row.period)}), so there is no
          trend to draw.
        </p>
        <Button size="small" onClick={() => change({ view: 'dots' })}>
          Show it as a dot plot
        </Button>
      </div>
    );
  }

  const found = references(view, row, highlight);
  // Beside the chosen authority there is room for three more lines that stand out.
  const beside = found.drawn.slice(0, referenceLooks.length);
  const besides = found.drawn.slice(referenceLooks.length);
  const lines = trendLines(view, row, beside, highlight);
  const chosen = view.authorities.filter(({ code }) => code === highlight);
  const subjects = [...chosen, ...beside];
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const hasGap = lines.some(({ values }) => values.includes(null));
  const isContext = lines.some(({ isNamed }) => !isNamed);

  return (
    <ChartFrame
      words={chartWords(view, row, beside, `${words[0]} to ${words.at(-1)}`)}
      summary={trendSentence(row, subjects)}
      fileName={`${row.indicator.key}-trend`}
      csvAddress={exportAddress('csv', consortium, { ...state, indicators: [row.indicator.key] })}
      notes={(width) =>
        [
          tooFarNote(row, found),
          besides.length > 0
            ? `${listed(besides.map(({ name }) => name))}: see the figures below. `
            : '',
          axisRange(known).hasZero ? '' : 'The axis does not start at zero. ',
          isContext || isNarrowTrend(width)
            ? 'Grey lines are the other authorities; choose one above to highlight it. '
            : '',
          hasGap ? 'A gap means that there is no figure.' : '',
        ].join('')
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
        <TrendChart lines={lines} periods={words} width={width} format={figureFormat(row)} />
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
  const caption = `${title}, ${unit}, by period${row.synthetic ? ', synthetic' : ''}`;
  const textOf = ({ value, symbol }: SeriesPoint) =>
    figureText({
      value,
      symbol: dataSymbols.find((known) => known === symbol) ?? null,
      unit,
      decimals,
    });

  return (
    <TableRegion label={caption}>
      <table className="table">
        <caption className={row.synthetic ? undefined : 'govuk-visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            {periods.map((period) => (
              <th key={period} scope="col" className="table__number">
                {periodInWords(period)}
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
