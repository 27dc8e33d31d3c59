import type { ComparedCell, ComparedIndicator } from './comparison-model.ts';
import { directionWords } from './direction-words.ts';

/** Direction of travel: an arrow (by the style sheet) for the figure, a word for what that means. */
export function FigureDirection(props: {
  readonly direction: ComparedCell['direction'];
  readonly polarity: ComparedIndicator['polarity'];
}) {
  const found = directionWords(props.direction, props.polarity);
  if (found === null) return null;
  const tone = found.words.replace(' ', '-');
  return <span className={`travel travel--${tone} travel--${found.arrow}`}>{found.words}</span>;
}
