import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notification } from '../../components/Notification.tsx';
import type { ConfirmChange, ReturnDialog } from './return-changes.ts';
import { useReturnChange } from './use-return-change.ts';

/** Asks before a change that needs no more than a yes. */
export function ReturnConfirmDialog(props: ReturnDialog & { readonly change: ConfirmChange }) {
  const { change, record, onStale, onClose, onDone } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const { fetching, change: make } = useReturnChange(change.document);

  const confirm = async () => {
    const outcome = await make({ input: { id: record.id, revision: record.revision } });
    if (outcome.problem === null) return onDone(change.done);
    setProblem(outcome.problem);
    if (outcome.isStale) onStale();
  };

  return (
    <Dialog title={change.title} onClose={onClose}>
      {problem !== null && (
        <Notification tone="bad" role="alert" title="It was not done">
          <p>{problem}</p>
        </Notification>
      )}
      <p>{change.text}</p>
      <div className="actions">
        <Button working={fetching ? change.working : undefined} onClick={() => void confirm()}>
          {change.button}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
