import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import { Notification } from '../../components/Notification.tsx';

/** What a look found, in a sentence, with the button that does it where it can be done. */
export function ImportResult(props: {
  readonly sentence: string;
  readonly applied: boolean;
  readonly hasProblems: boolean;
  /** Whether doing it would change anything. */
  readonly changes: boolean;
  readonly working: boolean;
  readonly onApply: () => void;
  readonly children: ReactNode;
}) {
  const { sentence, applied, hasProblems, changes } = props;
  const found = hasProblems ? 'bad' : 'neutral';
  return (
    <section className="section" aria-label="What was found">
      <Notification tone={applied ? 'good' : found} role={hasProblems ? 'alert' : 'status'}>
        <p>{sentence}</p>
      </Notification>
      {!applied && !hasProblems && changes && (
        <div className="actions import__apply">
          <Button working={props.working ? 'Taking it over' : undefined} onClick={props.onApply}>
            Take it over
          </Button>
        </div>
      )}
      {props.children}
    </section>
  );
}
