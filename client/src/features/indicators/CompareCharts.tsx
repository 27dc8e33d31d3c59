import { useId } from 'react';
import { FieldSelect } from '../../components/Field.tsx';
import type { CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { DotsView } from './DotsView.tsx';
import { TrendView } from './TrendView.tsx';
import type { ChangeCompare } from './use-compare-state.ts';

/** One indicator of the comparison as a picture, and what to draw. */
export function CompareCharts(props: {
  readonly consortium: string;
  readonly view: ComparedView;
  readonly row: ComparedRow;
  readonly authorities: readonly Subject[];
  readonly highlight: string | null;
  readonly state: CompareState;
  /** The state as pressed last: the controls show it. */
  readonly pressed: CompareState;
  readonly change: ChangeCompare;
}) {
  const { consortium, view, row, authorities, highlight, state, pressed, change } = props;
  const id = useId();
  const chart = { consortium, view, row, authorities, highlight, state };

  return (
    <>
      <div className="chart-choices">
        <FieldSelect
          id={`${id}-indicator`}
          label="Indicator to draw"
          value={pressed.focus ?? row.indicator.key}
          onChange={(event) => change({ focus: event.target.value })}
          options={view.rows.map(({ indicator }) => ({
            value: indicator.key,
            text: indicator.title,
          }))}
        />
        <FieldSelect
          id={`${id}-authority`}
          label="Highlight"
          value={pressed.highlight ?? highlight ?? ''}
          onChange={(event) => change({ highlight: event.target.value })}
          options={view.authorities.map(({ code, name }) => ({ value: code ?? '', text: name }))}
        />
        {state.view === 'dots' && (
          <FieldSelect
            id={`${id}-order`}
            label="Order"
            value={pressed.sort?.indicator === row.indicator.key ? pressed.sort.order : ''}
            onChange={(event) => change({ sort: sortOf(row.indicator.key, event.target.value) })}
            options={[
              { value: '', text: 'Usual' },
              { value: 'descending', text: 'Highest first' },
              { value: 'ascending', text: 'Lowest first' },
            ]}
          />
        )}
      </div>
      {state.view === 'trend' ? <TrendView {...chart} change={change} /> : <DotsView {...chart} />}
    </>
  );
}

const sortOf = (indicator: string, order: string): CompareState['sort'] =>
  order === 'descending' || order === 'ascending' ? { indicator, order } : null;
