import { useId } from 'react';
import { FieldSelect } from '../../components/Field.tsx';
import type { CompareSort, CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { neighboursId } from './comparison-model.ts';
import { MatrixCell } from './MatrixCell.tsx';
import { MatrixIndicatorHeading } from './MatrixIndicatorHeading.tsx';
import type { FigureAddress } from './pressed-figure.ts';
import { pressedFigure } from './pressed-figure.ts';

/** The matrix for a narrow screen: one indicator at a time, one subject below another. */
export function MatrixList(props: {
  readonly view: ComparedView;
  readonly authorities: readonly Subject[];
  readonly focus: ComparedRow;
  /** The state as pressed last: the control shows it. */
  readonly pressed: CompareState;
  readonly highlight: string | null;
  readonly sort: CompareSort | null;
  readonly onFocus: (indicator: string) => void;
  readonly onSort: (sort: CompareSort | null) => void;
  readonly onOpen: (figure: FigureAddress) => void;
}) {
  const { view, authorities, focus, highlight } = props;
  const id = useId();
  const neighbours = new Map(view.neighbours.map((subject) => [subject.id, subject]));

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only listens for its buttons, which the keyboard presses as clicks.
    // biome-ignore lint/a11y/noStaticElementInteractions: as above.
    <div
      className="matrix-list"
      onClick={(event) => {
        const pressed = pressedFigure(event);
        if (pressed) props.onOpen(pressed);
      }}
    >
      <FieldSelect
        id={`${id}-indicator`}
        label={`Indicator, one of ${view.rows.length}`}
        value={props.pressed.focus ?? focus.indicator.key}
        onChange={(event) => props.onFocus(event.target.value)}
        options={view.rows.map(({ indicator }) => ({
          value: indicator.key,
          text: indicator.title,
        }))}
      />
      <MatrixIndicatorHeading row={focus} sort={props.sort} onSort={props.onSort} />
      <ul className="matrix-list__subjects">
        {[...authorities, ...view.comparators].map((subject) => (
          <li
            key={subject.id}
            className={subject.code === highlight ? 'matrix-list__own' : undefined}
          >
            <span className="matrix-list__name">{subject.name}</span>
            <MatrixCell
              row={focus}
              subject={subject}
              neighbours={neighbours.get(neighboursId(subject.code ?? ''))}
              isStop
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
