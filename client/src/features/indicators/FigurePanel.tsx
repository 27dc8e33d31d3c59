import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import './figure-panel.scss';
import { useQuery } from 'urql';
import { Dialog } from '../../components/Dialog.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import type { SeriesPoint, Subject, SubjectNames } from './comparison-model.ts';
import { subjectOf } from './comparison-model.ts';
import { FigureExplanation } from './FigureExplanation.tsx';
import { FigureHistory } from './FigureHistory.tsx';
import { lastChange } from './figure-change.ts';
import type { DetailedCell, FigureDetailsInput } from './figure-query.ts';
import { FigureDetailsQuery } from './figure-query.ts';
import type { FigureToExplain } from './figure-to-explain.ts';

/** A panel that explains one figure: what it is, where it came from, why it may be seen, how it went. */
export function FigurePanel(props: {
  readonly figure: FigureToExplain;
  readonly subject: Subject;
  readonly names: SubjectNames;
  /** The comparison the figure stands in, with this indicator alone and all its periods. */
  readonly input: FigureDetailsInput;
  readonly onTrend: () => void;
  readonly onClose: () => void;
}) {
  const { figure, subject, names, input } = props;
  const { period } = figure;
  const [result, ask] = useQuery({ query: FigureDetailsQuery, variables: { input } });

  return (
    <Dialog
      place="side"
      onClose={props.onClose}
      title={
        <>
          <span className="figure-panel__subject">
            {subject.name}, {periodInWords(period)}
          </span>
          {figure.title}
        </>
      }
    >
      <QueryState
        result={result}
        title="how this figure came about"
        lines={10}
        retry={() => ask({ requestPolicy: 'network-only' })}
      >
        {({ comparison }) => {
          const details = comparison.rows[0];
          const history =
            details?.cells.filter((other) => subjectOf(other, names).id === subject.id) ?? [];
          const shown = history.find((other) => other.period === period);
          if (!details || !shown) return <p>Nothing is known about this figure.</p>;
          return (
            <>
              <FigureExplanation
                details={details}
                cell={shown}
                change={lastChange(pointsUntil(history, period), period)}
                where={figure}
              />
              <FigureHistory cells={history} shown={period} onTrend={props.onTrend} />
            </>
          );
        }}
      </QueryState>
    </Dialog>
  );
}

/** A subject's figures, oldest first, up to one period. */
function pointsUntil(history: readonly DetailedCell[], last: string): SeriesPoint[] {
  const end = history.findIndex(({ period }) => period === last) + 1;
  return history
    .slice(0, end)
    .map(({ period, figure: { value, symbol } }) => ({ period, value, symbol }));
}
