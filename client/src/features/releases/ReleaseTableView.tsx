import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { memo } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { useFigureKeys } from '../indicators/use-figure-keys.ts';
import type { Release, ReleaseCell, ReleaseRow, ReleaseTable } from './release-queries.ts';
import type { CellAddress } from './release-tables.ts';
import {
  isTotal,
  orderedCells,
  orderedRows,
  rowLabel,
  rowName,
  subjectName,
} from './release-tables.ts';
import '../indicators/figure-button.scss';

/** With more columns than this, paper needs smaller print. */
const mostOnPaper = 8;

/** A table with more rows than this scrolls in its region. */
const mostInSight = 25;

/** One of the linked tables: characteristics down, authorities and the consortium across. Each figure can be asked why. */
export const ReleaseTableView = memo(function ReleaseTableView(props: {
  readonly release: Release;
  readonly table: ReleaseTable;
  readonly onOpen: (cell: CellAddress) => void;
}) {
  const { release, table, onOpen } = props;
  const { table: element, onKeyDown, onFocus } = useFigureKeys();
  const { authorities } = useViewer();
  const own = authorities.map(({ code }) => code);
  const [first] = table.rows;
  const subjects = first ? orderedCells(first, own) : [];
  const wide = subjects.length > mostOnPaper;
  const kindOf = ({ code }: ReleaseCell) => {
    if (code === null) return 'release-table__whole';
    return own.includes(code) ? 'release-table__own' : '';
  };

  return (
    <div className="release-figures">
      <h3 id={`table-${table.name}`}>{table.title}</h3>
      <p className="section__note">
        {table.description} {table.unit !== '' && `Unit: ${table.unit}.`}{' '}
        {release.synthetic && 'Synthetic.'}
        {table.rows.length > mostInSight && (
          <span className="release-legend__screen">
            {' '}
            {table.rows.length} rows: scroll within the table.
          </span>
        )}
      </p>
      <TableRegion label={table.title} className="release-region">
        <table
          ref={element}
          className={`table release-table ${wide ? 'release-table--wide' : ''}`}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onClick={({ target }) => {
            const pressed = pressedCell(target);
            if (pressed) onOpen({ table: table.name, ...pressed });
          }}
        >
          <caption className="govuk-visually-hidden">
            {table.title}. Arrow keys go from figure to figure, Enter says why one is as it is.
          </caption>
          <thead>
            <tr>
              <th scope="col">{table.columns.join(', ') || 'Figure'}</th>
              {subjects.map((cell) => (
                <th key={subjectName(cell)} scope="col" className={`table__number ${kindOf(cell)}`}>
                  {cell.subject}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {orderedRows(table).map((row) => (
              <tr key={rowName(row)} className={isTotal(row) ? 'release-table__total' : undefined}>
                <th scope="row">
                  {rowLabel(row, table)}
                  {table.unit === '' && <span className="release-table__unit">, {row.unit}</span>}
                </th>
                {orderedCells(row, own).map((cell) => (
                  <td key={subjectName(cell)} className={`table__number ${kindOf(cell)}`}>
                    <CellButton table={table} row={row} cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </div>
  );
});

function CellButton(props: {
  readonly table: ReleaseTable;
  readonly row: ReleaseRow;
  readonly cell: ReleaseCell;
}) {
  const { table, row, cell } = props;
  const { text, symbol, subject } = cell;
  const spoken = symbol === 'c' ? 'c, kept back' : symbol && `${symbol}, ${symbolMeaning[symbol]}`;
  return (
    <button
      type="button"
      className={symbol === null ? 'figure-button' : 'figure-button figure-button--symbol'}
      tabIndex={-1}
      // An attribute and no hidden text inside: thousands of these stand on a page.
      aria-label={`${spoken ?? text}, ${subject}, ${rowLabel(row, table)}`}
      data-row={rowName(row)}
      data-subject={subjectName(cell)}
    >
      {text}
    </button>
  );
}

/** Reads the figure that was pressed from the button’s data attributes. */
function pressedCell(target: EventTarget): { row: string; subject: string } | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('.figure-button') : null;
  const { row, subject } = button?.dataset ?? {};
  return row === undefined || subject === undefined ? null : { row, subject };
}
