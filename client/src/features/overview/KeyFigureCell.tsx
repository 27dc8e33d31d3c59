import { FigureText } from './FigureText.tsx';
import type { KeyFigure } from './key-figures.ts';

const directionWords = { BETTER: 'better', WORSE: 'worse', SAME: 'the same', NONE: null } as const;

/** A figure, and below it the one before with the direction in words. */
export function KeyFigureCell(props: {
  readonly figure: KeyFigure | null;
  /** Whether the heading already says what is not final. */
  readonly isRemarked: boolean;
}) {
  const { figure, isRemarked } = props;
  if (figure === null) return null;
  const { latest, before } = figure;
  const { text, symbol } = latest.figure;

  return (
    <>
      <FigureText figure={isRemarked ? { text, symbol } : latest.figure} />
      {before && before.figure.symbol === null && (
        <span className="table__note">
          <Direction direction={latest.direction} />
          <span className="key-figures__before">was {before.figure.text}</span>
        </span>
      )}
    </>
  );
}

function Direction({ direction }: { readonly direction: keyof typeof directionWords }) {
  const word = directionWords[direction];
  if (word === null) return null;
  return (
    <>
      <span className={`direction direction--${direction.toLowerCase()}`}>{word},</span>{' '}
    </>
  );
}
