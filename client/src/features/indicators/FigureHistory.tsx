import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { Button } from '../../components/Button.tsx';
import { FigureTags } from './FigureTags.tsx';
import type { DetailedCell } from './figure-query.ts';

/** One subject's figures of every period, the latest first. */
export function FigureHistory(props: {
  readonly cells: readonly DetailedCell[];
  /** The period whose figure is explained above. */
  readonly shown: string;
  readonly onTrend: () => void;
}) {
  const { cells, shown } = props;
  return (
    <section className="figure-panel__history">
      <h3>Every period</h3>
      <table className="table">
        <caption className="govuk-visually-hidden">Figures of every period, latest first</caption>
        <thead>
          <tr>
            <th scope="col">Period</th>
            <th scope="col" className="table__number">
              Figure
            </th>
            <th scope="col">
              <span className="govuk-visually-hidden">Notes</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.toReversed().map(({ period, figure }) => (
            <tr key={period} aria-current={period === shown ? 'true' : undefined}>
              <th scope="row">{periodInWords(period)}</th>
              <td className="table__number">{figure.text}</td>
              <td>
                {figure.symbol !== null && symbolMeaning[figure.symbol]}{' '}
                <FigureTags figure={figure} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > 1 && (
        <Button kind="secondary" size="small" onClick={props.onTrend}>
          Draw the trend
        </Button>
      )}
    </section>
  );
}
