import type { ComparedCell, ComparedIndicator } from './comparison-model.ts';
import { directionWords } from './direction-words.ts';

const outline = {
  up: 'M5 1L9.5 9H.5Z',
  down: 'M5 9L.5 1H9.5Z',
  level: 'M0 3.5H10V6.5H0Z',
} as const;

/** Direction of travel: an arrow for the figure, a word for what that means. */
export function FigureDirection(props: {
  readonly direction: ComparedCell['direction'];
  readonly polarity: ComparedIndicator['polarity'];
}) {
  const found = directionWords(props.direction, props.polarity);
  if (found === null) return null;
  return (
    <span className={`direction direction--${found.words.replace(' ', '-')}`}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d={outline[found.arrow]} fill="currentColor" />
      </svg>
      {found.words}
    </span>
  );
}
