import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { classNames } from '../../components/class-names.ts';
import { directionWords } from '../indicators/direction-words.ts';
import { FigureTags } from './FigureText.tsx';
import type { KeyFigure, KeyFigureColumn, KeyFigureRow } from './key-figures.ts';
import { subjectKey } from './key-figures.ts';

/** A figure as a button that explains it, and below it the one before with the direction in words. */
export function KeyFigureCell(props: {
  readonly indicator: KeyFigureRow['indicator'];
  readonly column: KeyFigureColumn;
  readonly figure: KeyFigure | null;
  /** Whether the heading already says what is not final. */
  readonly isRemarked: boolean;
}) {
  const { indicator, column, figure, isRemarked } = props;
  if (figure === null) return null;
  const { latest, before } = figure;
  const { text, symbol, why, status, synthetic } = latest.figure;
  const spoken = [text, symbol && symbolMeaning[symbol], column.name, indicator.title];

  return (
    <>
      <button
        type="button"
        className={classNames('figure-button', symbol !== null && 'figure-button--symbol')}
        tabIndex={-1}
        title={symbol === null ? undefined : why}
        aria-label={spoken.filter(Boolean).join(', ')}
        data-indicator={indicator.key}
        data-subject={subjectKey(column)}
      >
        {text}
      </button>{' '}
      {symbol === null && !isRemarked && <FigureTags status={status} synthetic={synthetic} />}
      {before && before.figure.symbol === null && (
        <span className="table__note">
          <Direction indicator={indicator} figure={{ latest, before }} />
          <span className="key-figures__before">was {before.figure.text}</span>
        </span>
      )}
    </>
  );
}

function Direction(props: {
  readonly indicator: KeyFigureRow['indicator'];
  readonly figure: KeyFigure;
}) {
  const { latest, before } = props.figure;
  const [last, first] = [latest.figure.value, before?.figure.value ?? null];
  const change = last === null || first === null ? null : last - first;
  const found = directionWords(latest.direction, props.indicator, change);
  if (found === null) return null;
  return (
    <>
      <span className={`direction direction--${found.tone}`}>{found.words},</span>{' '}
    </>
  );
}
