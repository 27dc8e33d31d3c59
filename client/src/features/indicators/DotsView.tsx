import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { axisRange } from '../../components/charts/chart-scale.ts';
import { DotPlot } from '../../components/charts/DotPlot.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { dotReferences, dotRows, figureFormat } from './chart-lines.ts';
import { chartWords } from './chart-words.ts';
import type { CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { comparisonSentence } from './comparison-sentence.ts';
import { exportAddress } from './export-address.ts';

/** One indicator of one period: a dot for each authority, lines for what they are held against. */
export function DotsView(props: {
  readonly consortium: string;
  readonly view: ComparedView;
  readonly row: ComparedRow;
  readonly authorities: readonly Subject[];
  readonly highlight: string | null;
  readonly state: CompareState;
}) {
  const { consortium, view, row, authorities, highlight, state } = props;
  const rows = dotRows(view, row, authorities, highlight);
  const references = dotReferences(view, row);
  const values = [...rows, ...references].flatMap(({ value }) => (value === null ? [] : [value]));
  const hasPeers = rows.some(({ extras }) => extras.length > 0);

  return (
    <ChartFrame
      words={chartWords(view, row, row.period)}
      summary={comparisonSentence(view, row)}
      fileName={`${row.indicator.key}-${row.period}`}
      csvAddress={exportAddress('csv', consortium, {
        ...state,
        indicators: [row.indicator.key],
        periods: 1,
      })}
      notes={
        <p>
          {hasPeers && 'A diamond is the mean of an authority’s statistical neighbours. '}
          {!axisRange(values).hasZero && 'The axis does not start at zero.'}
        </p>
      }
      table={
        <FigureTable
          row={row}
          subjects={[...authorities, ...view.comparators, ...view.neighbours]}
        />
      }
    >
      {(width) => (
        <DotPlot rows={rows} references={references} width={width} format={figureFormat(row)} />
      )}
    </ChartFrame>
  );
}

function FigureTable(props: { readonly row: ComparedRow; readonly subjects: readonly Subject[] }) {
  const { row, subjects } = props;
  const { title, unit } = row.indicator;
  return (
    <TableRegion label={`${title}, ${row.period}`}>
      <table className="table">
        <caption className="govuk-visually-hidden">
          {title}, {row.period}
        </caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col" className="table__number">
              {unit}
            </th>
            <th scope="col" className="table__number">
              Rank
            </th>
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => {
            const cell = row.cells.get(subject.id);
            return (
              <tr key={subject.id}>
                <th scope="row">{subject.name}</th>
                <td className="table__number">{cell?.figure.text}</td>
                <td className="table__number">{cell?.rank}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
