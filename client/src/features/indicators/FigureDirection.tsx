import type { ComparedCell } from './comparison-model.ts';
import type { DirectedIndicator } from './direction-words.ts';
import { directionWords } from './direction-words.ts';

/** Direction of travel: an arrow (by the style sheet) for the figure, a word for what that means. */
export function FigureDirection(props: {
  readonly direction: ComparedCell['direction'];
  readonly indicator: DirectedIndicator;
  /** How far the figure moved, in its unit; null if that is not known. */
  readonly change: number | null;
}) {
  const found = directionWords(props.direction, props.indicator, props.change);
  if (found === null) return null;
  return (
    <span className={`travel travel--${found.tone} travel--${found.arrow}`}>{found.words}</span>
  );
}
