import { directionWords } from '../indicators/direction-words.ts';
import { FigureText } from './FigureText.tsx';
import type { KeyFigure, KeyFigureRow } from './key-figures.ts';

/** A figure, and below it the one before with the direction in words. */
export function KeyFigureCell(props: {
  readonly indicator: KeyFigureRow['indicator'];
  readonly figure: KeyFigure | null;
  /** Whether the heading already says what is not final. */
  readonly isRemarked: boolean;
}) {
  const { indicator, figure, isRemarked } = props;
  if (figure === null) return null;
  const { latest, before } = figure;
  const { text, symbol } = latest.figure;

  return (
    <>
      <FigureText figure={isRemarked ? { text, symbol } : latest.figure} />
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
