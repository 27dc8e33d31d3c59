import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { DotPlot } from '../../components/charts/DotPlot.tsx';
import { dotPlotRange } from '../../components/charts/dot-plot-range.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { references, tooFarNote } from './chart-references.ts';
import { chartWords } from './chart-words.ts';
import type { CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { dotReferences, dotRows } from './dot-rows.ts';
import { dotsSentence } from './dots-sentence.ts';
import { exportAddress } from './export-address.ts';
import { FigureTags } from './FigureTags.tsx';
import { figureFormat } from './figure-format.ts';

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
  const found = references(view, row, highlight);
  const across = dotReferences(view, row, found.drawn);
  const hasPeers = rows.some(({ extras }) => extras.length > 0);

  return (
    <ChartFrame
      words={chartWords(
        view,
        row,
        found.drawn.filter((subject) => view.comparators.includes(subject)),
        periodInWords(row.period),
      )}
      summary={dotsSentence(row, found.drawn, highlight)}
      fileName={`${row.indicator.key}-${row.period}`}
      csvAddress={exportAddress('csv', consortium, {
        ...state,
        indicators: [row.indicator.key],
        periods: 1,
      })}
      notes={() =>
        [
          tooFarNote(row, found),
          hasPeers ? 'A diamond is the mean of an authority’s statistical neighbours. ' : '',
          dotPlotRange(rows, across).hasZero ? '' : 'The axis does not start at zero.',
        ].join('')
      }
      table={
        <FigureTable
          row={row}
          subjects={[...authorities, ...view.comparators, ...view.neighbours]}
        />
      }
    >
      {(width) => (
        <DotPlot rows={rows} references={across} width={width} format={figureFormat(row)} />
      )}
    </ChartFrame>
  );
}

function FigureTable(props: { readonly row: ComparedRow; readonly subjects: readonly Subject[] }) {
  const { row, subjects } = props;
  const { title, unit } = row.indicator;
  const caption = `${title}, ${periodInWords(row.period)}${row.synthetic ? ', synthetic' : ''}`;
  return (
    <TableRegion label={caption}>
      <table className="table">
        <caption className="govuk-visually-hidden">{caption}</caption>
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
                <td className="table__number">
                  {cell?.figure.text} {cell && <FigureTags figure={cell.figure} />}
                </td>
                <td className="table__number">{cell?.rank}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
