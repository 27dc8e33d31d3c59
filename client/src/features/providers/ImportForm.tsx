import type { ReactNode } from 'react';
import { Button } from '../../components/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';

/** What is chosen to be imported, and first only looked at. */
export function ImportForm(props: {
  readonly problems: readonly FieldProblem[];
  readonly working: boolean;
  readonly onLook: () => void;
  readonly children: ReactNode;
}) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onLook();
      }}
    >
      <ErrorSummary problems={props.problems} />
      {props.children}
      <div className="actions">
        <Button type="submit" working={props.working ? 'Looking' : undefined}>
          Look at it
        </Button>
      </div>
    </form>
  );
}
