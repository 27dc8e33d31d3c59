import './figure-button.scss';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { memo } from 'react';
import { Sparkline } from '../../components/charts/Sparkline.tsx';
import { Tag } from '../../components/Tag.tsx';
import type { ComparedCell, ComparedRow, Subject } from './comparison-model.ts';
import { FigureDirection } from './FigureDirection.tsx';
import { FigureTags } from './FigureTags.tsx';
import { lastChange } from './figure-change.ts';
import { countsBehind, isCount } from './figure-counts.ts';

import { isReleased } from './released.ts';

/**
 * A figure with what it takes to read it: rank, direction, the line of its periods, its status.
 * The figure is a button; the table hears which one was pressed by its data attributes.
 */
export const MatrixCell = memo(function MatrixCell(props: {
  readonly row: ComparedRow;
  readonly subject: Subject;
  /** The mean of the authority's statistical neighbours, if asked for. */
  readonly neighbours: Subject | undefined;
  /** Whether each figure is a stop of the Tab key; in a table arrow keys lead to them instead. */
  readonly isStop?: boolean;
}) {
  const { row, subject, neighbours, isStop = false } = props;
  const cell = row.cells.get(subject.id);
  if (!cell) return <span className="matrix__none">–</span>;
  const series = row.series.get(subject.id) ?? [];
  const counts = countsBehind(cell.figure);
  const peer = neighbours && row.cells.get(neighbours.id);

  return (
    <span className="matrix__cell">
      <span className="matrix__main">
        <FigureButton row={row} subject={subject} cell={cell} isStop={isStop} />
        <Sparkline values={series.map(({ value }) => value)} />
      </span>
      {counts !== null && <span className="matrix__counts">{counts}</span>}
      <span className="matrix__notes">
        {cell.rank !== null && (
          <span className="matrix__rank">{`rank ${cell.rank} of ${row.ranked}`}</span>
        )}
        <FigureDirection
          direction={cell.direction}
          indicator={row.indicator}
          change={lastChange(series, row.period)}
        />
        {row.released === 'some' && isReleased(cell.figure) && <Tag>Released</Tag>}
        <FigureTags figure={cell.figure} />
      </span>
      {neighbours && peer && (
        <span className="matrix__peer">
          {isCount(row.indicator.unit) ? 'mean of neighbours' : 'neighbours'}{' '}
          <FigureButton row={row} subject={neighbours} cell={peer} isStop={isStop} />
        </span>
      )}
    </span>
  );
});

function FigureButton(props: {
  readonly row: ComparedRow;
  readonly subject: Subject;
  readonly cell: ComparedCell;
  readonly isStop: boolean;
}) {
  const { row, subject, cell, isStop } = props;
  const { symbol, text, why } = cell.figure;
  return (
    <button
      type="button"
      className={symbol === null ? 'figure-button' : 'figure-button figure-button--symbol'}
      tabIndex={isStop ? 0 : -1}
      title={symbol === null ? undefined : why}
      // An attribute and no hidden text inside: thousands of these stand on a page.
      aria-label={spokenFigure(cell, subject, row)}
      data-indicator={row.indicator.key}
      data-subject={subject.id}
    >
      {text}
    </button>
  );
}

/** A figure for those who hear it without its row and column: “93, rank 4 of 4, Derby, …”. */
function spokenFigure(cell: ComparedCell, subject: Subject, row: ComparedRow): string {
  const { text, symbol } = cell.figure;
  return [
    text,
    symbol === null ? null : symbolMeaning[symbol],
    cell.rank === null ? null : `rank ${cell.rank} of ${row.ranked}`,
    subject.name,
    row.indicator.title,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
