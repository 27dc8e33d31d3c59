import { CellGrid } from '../../components/CellGrid.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
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

/** Levels of authorities’ datasets. */
export function SharingGrid<Cell extends GridCell>(props: GridProps<Cell>) {
  const { label, datasets, rows, noteOf, onOpen } = props;
  return (
    <CellGrid
      label={label}
      corner="Authority"
      columns={datasets.map(datasetHeading)}
      level={2}
      rows={rows.map(({ code, name, cells }) => ({
        key: code,
        title: name,
        cells: cells.map((cell) => (
          <CellButton
            key={cell.dataset}
            name={name}
            cell={cell}
            note={noteOf?.(cell)}
            onOpen={onOpen}
          />
        )),
      }))}
    />
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
    <button type="button" className="grid-cell" onClick={() => onOpen(cell)}>
      <SharingLevelMark level={cell.level} />
      {note && <span className="sharing-cell__note"> {note}</span>}
      <VisuallyHidden>
        : {datasetHeading(cell.dataset)} of {name}
      </VisuallyHidden>
    </button>
  );
}
