import { memo } from 'react';
import { TableRegion } from '../../components/TableRegion.tsx';
import type { CompareSort, CompareState } from './compare-state.ts';
import { acrossOf } from './compare-state.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { neighboursId } from './comparison-model.ts';
import { MatrixCell } from './MatrixCell.tsx';
import { MatrixIndicatorHeading } from './MatrixIndicatorHeading.tsx';
import type { FigureAddress } from './pressed-figure.ts';
import { pressedFigure } from './pressed-figure.ts';
import { useFigureKeys } from './use-figure-keys.ts';
import { useGrowing } from './use-growing.ts';

/** With more columns than this, paper has no room for small lines. */
const mostOnPaper = 10;

/** About as many cells as can be drawn without a person noticing. */
const cellsAtOnce = 800;

/** All figures of a comparison at once: indicators down and subjects across, or the other way. */
export const Matrix = memo(function Matrix(props: {
  readonly view: ComparedView;
  /** The authorities in the order in which they stand. */
  readonly authorities: readonly Subject[];
  readonly state: CompareState;
  /** The authority that is the reader's own or the chosen one. */
  readonly highlight: string | null;
  readonly onSort: (sort: CompareSort | null) => void;
  readonly onOpen: (figure: FigureAddress) => void;
}) {
  const { view, authorities, state, highlight, onSort } = props;
  const { table, onKeyDown, onFocus } = useFigureKeys();
  const subjects = [...authorities, ...view.comparators];
  const neighbours = new Map(view.neighbours.map((subject) => [subject.id, subject]));
  const across = acrossOf(state, authorities.length);
  const [down, wide] =
    across === 'authorities'
      ? [view.rows.length, subjects.length]
      : [subjects.length, view.rows.length];
  const drawn = useGrowing(down, Math.max(1, Math.ceil(cellsAtOnce / wide)));

  const heading = (row: ComparedRow) => (
    <MatrixIndicatorHeading row={row} sort={state.sort} onSort={onSort} />
  );
  const figure = (row: ComparedRow, subject: Subject) => (
    <MatrixCell
      row={row}
      subject={subject}
      neighbours={neighbours.get(neighboursId(subject.code ?? ''))}
    />
  );
  const kindOf = (subject: Subject) => {
    if (subject.code === null) return 'matrix__against';
    return subject.code === highlight ? 'matrix__own' : undefined;
  };
  const order = (row: ComparedRow) =>
    state.sort?.indicator === row.indicator.key ? state.sort.order : undefined;

  return (
    <TableRegion label="Figures compared" className="matrix-region">
      <table
        ref={table}
        className={`table matrix matrix--${state.density} matrix--by-${across} ${wide > mostOnPaper ? 'matrix--wide' : ''}`}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={(event) => {
          const pressed = pressedFigure(event);
          if (pressed) props.onOpen(pressed);
        }}
      >
        <caption className="govuk-visually-hidden">
          Figures compared. Arrow keys go from figure to figure, Enter opens one.
        </caption>
        {across === 'authorities' ? (
          <>
            <thead>
              <tr>
                <th scope="col">Indicator</th>
                {subjects.map((subject) => (
                  <th key={subject.id} scope="col" className={kindOf(subject)}>
                    {subject.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.rows.slice(0, drawn).map((row) => (
                <tr key={row.indicator.key}>
                  <th scope="row">{heading(row)}</th>
                  {subjects.map((subject) => (
                    <td key={subject.id} className={kindOf(subject)}>
                      {figure(row, subject)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </>
        ) : (
          <>
            <thead>
              <tr>
                <th scope="col">Authority</th>
                {view.rows.map((row) => (
                  <th key={row.indicator.key} scope="col" aria-sort={order(row)}>
                    {heading(row)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {subjects.slice(0, drawn).map((subject) => (
                <tr key={subject.id} className={kindOf(subject)}>
                  <th scope="row">{subject.name}</th>
                  {view.rows.map((row) => (
                    <td key={row.indicator.key}>{figure(row, subject)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </>
        )}
      </table>
    </TableRegion>
  );
});
