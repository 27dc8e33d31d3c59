import { Button } from './Button.tsx';
import './work-progress.scss';

/** How far something is that takes longer than a second, with a way out of it where there is one. */
export function WorkProgress(props: {
  readonly id: string;
  /** What is being done, and how far it is. */
  readonly words: string;
  readonly done: number;
  /** Null while nobody knows how much it will be. */
  readonly total: number | null;
  readonly onStop?: (() => void) | undefined;
}) {
  const { id, words, done, total, onStop } = props;
  return (
    <div className="work-progress">
      <label htmlFor={id}>{words}</label>
      {/* Without a value the bar says that work goes on, and not how far it is. */}
      <progress id={id} {...(total !== null && { value: done, max: total })} />
      {onStop && (
        <Button kind="quiet" size="small" onClick={onStop}>
          Stop
        </Button>
      )}
    </div>
  );
}
