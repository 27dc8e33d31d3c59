import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldArea } from '../../components/Field.tsx';
import type { ReasonChange, ReturnDialog } from './return-changes.ts';
import { useReturnChange } from './use-return-change.ts';

const field = 'return-reason';
const noProblems: readonly FieldProblem[] = [];

/** Sends back, reopens or withdraws a version, with a reason that everybody who reads it sees. */
export function ReturnReasonDialog(props: ReturnDialog & { readonly change: ReasonChange }) {
  const { change, record, onStale, onClose, onDone } = props;
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState(noProblems);
  const { fetching, change: make } = useReturnChange(change.document);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setProblems([{ field, message: 'Enter a reason' }]);
      return;
    }
    setProblems(noProblems);
    const { id, revision } = record;
    const outcome = await make({ input: { id, revision, reason: reason.trim() } });
    if (outcome.problem === null) return onDone(change.done);
    setProblems([{ field: null, message: outcome.problem }]);
    if (outcome.isStale) onStale();
  };

  return (
    <Dialog title={change.title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} />
        <p>{change.text}</p>
        <FieldArea
          id={field}
          label="Reason"
          hint="Everybody who may read the return sees it. Name no person."
          rows={3}
          maxLength={500}
          value={reason}
          problem={problems.find((one) => one.field === field)?.message}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="actions">
          <Button
            kind={change.name === 'withdraw' ? 'warning' : 'primary'}
            type="submit"
            working={fetching ? change.working : undefined}
          >
            {change.button}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
