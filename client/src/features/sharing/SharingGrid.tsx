import { TableRegion } from '../../components/TableRegion.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useMediaQuery } from '../indicators/use-media-query.ts';
import { SharingLevelMark } from './SharingLevelMark.tsx';
import type { SharingLevel } from './sharing-queries.ts';
import { datasetHeading } from './sharing-words.ts';

interface GridCell {
  readonly dataset: string;
  readonly level: SharingLevel;
}

/** One authority’s line: a cell for each dataset, in the order of the datasets. */
export interface GridRow<Cell extends GridCell> {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

interface GridProps<Cell extends GridCell> {
  /** What the levels are about; the caption’s words. */
  readonly label: string;
  readonly datasets: readonly string[];
  readonly rows: readonly GridRow<Cell>[];
  /** What to mind with a level, beside it; null where there is nothing. */
  readonly noteOf?: (cell: Cell) => string | null;
  readonly onOpen: (cell: Cell) => void;
}

/** Levels of authorities’ datasets: a table, or on a phone one short list for each authority. */
export function SharingGrid<Cell extends GridCell>(props: GridProps<Cell>) {
  const { label, datasets, rows, noteOf, onOpen } = props;
  const isNarrow = useMediaQuery('screen and (max-width: 39.99rem)');

  if (isNarrow) return <SharingList {...props} />;
  return (
    <TableRegion label={label} className="table-region--whole">
      <table className="table sharing-grid">
        <caption className="govuk-visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Authority</th>
            {datasets.map((dataset) => (
              <th key={dataset} scope="col">
                {datasetHeading(dataset)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, cells }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td key={cell.dataset}>
                  <CellButton name={name} cell={cell} note={noteOf?.(cell)} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function SharingList<Cell extends GridCell>(props: GridProps<Cell>) {
  const { label, rows, noteOf, onOpen } = props;
  return (
    <section className="sharing-lists" aria-label={label}>
      {rows.map(({ code, name, cells }) => (
        <div key={code} className="sharing-list">
          <h2>{name}</h2>
          <ul>
            {cells.map((cell) => (
              <li key={cell.dataset}>
                <span aria-hidden="true">{datasetHeading(cell.dataset)}</span>
                <CellButton name={name} cell={cell} note={noteOf?.(cell)} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function CellButton<Cell extends GridCell>(props: {
  readonly name: string;
  readonly cell: Cell;
  readonly note: string | null | undefined;
  readonly onOpen: (cell: Cell) => void;
}) {
  const { name, cell, note, onOpen } = props;
  return (
    <button type="button" className="sharing-cell" onClick={() => onOpen(cell)}>
      <SharingLevelMark level={cell.level} />
      {note && <span className="sharing-cell__note"> {note}</span>}
      <VisuallyHidden>
        : {datasetHeading(cell.dataset)} of {name}
      </VisuallyHidden>
    </button>
  );
}
