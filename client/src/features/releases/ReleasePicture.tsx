import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { DotPlot } from '../../components/charts/DotPlot.tsx';
import { dotPlotRange } from '../../components/charts/dot-plot-range.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import {
  axisFormat,
  dotReferences,
  dotRows,
  pictureSentence,
  pictureWords,
} from './release-picture.ts';
import type { Release, ReleaseRow, ReleaseTable } from './release-queries.ts';
import { subjectName } from './release-tables.ts';
import { keptBackMeaning } from './release-words.ts';

/** One row of a release: a dot for each authority, a gap where its figure is kept back or not shared. */
export function ReleasePicture(props: {
  readonly release: Release;
  readonly table: ReleaseTable;
  readonly row: ReleaseRow;
}) {
  const { release, table, row } = props;
  const { authorities } = useViewer();
  const own = row.cells.find(({ code }) => authorities.some((one) => one.code === code));
  const rows = dotRows(row, own?.code ?? null);
  const across = dotReferences(row);
  const hasGap = row.cells.some(({ symbol }) => symbol === 'c');
  const words = pictureWords(release, table, row);

  return (
    <ChartFrame
      words={words}
      summary={pictureSentence(row)}
      fileName={release.key.replaceAll('/', '-')}
      notes={() =>
        [
          hasGap ? `c is a gap, not zero: ${keptBackMeaning(release.minimumCount)}. ` : '',
          dotPlotRange(rows, across).hasZero ? '' : 'The axis does not start at zero.',
        ].join('')
      }
      table={<PictureTable title={words.title} row={row} />}
    >
      {(width) => (
        <DotPlot
          rows={rows}
          references={across}
          width={Math.min(width, 900)}
          format={axisFormat(row)}
        />
      )}
    </ChartFrame>
  );
}

function PictureTable(props: { readonly title: string; readonly row: ReleaseRow }) {
  return (
    <TableRegion label={props.title}>
      <table className="table">
        <caption className="govuk-visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            <th scope="col" className="table__number">
              {props.row.unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.row.cells.map((cell) => (
            <tr key={subjectName(cell)}>
              <th scope="row">{cell.subject}</th>
              <td className="table__number">{cell.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
