import { useMutation } from 'urql';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Notification } from '../../components/Notification.tsx';
import { changeProblem } from './saved-comparison-problem.ts';
import type { SavedComparison } from './saved-comparison-queries.ts';
import { DeleteSavedComparisonMutation } from './saved-comparison-queries.ts';

/** Asks before a saved comparison is deleted for good. */
export function SavedComparisonDeleteDialog(props: {
  readonly saved: SavedComparison;
  readonly onClose: () => void;
  /** Called with a sentence that says what was done. */
  readonly onDone: (sentence: string) => void;
}) {
  const { saved, onClose, onDone } = props;
  const [{ fetching, error }, remove] = useMutation(DeleteSavedComparisonMutation);

  const confirm = async () => {
    const result = await remove({ input: { id: saved.id, version: saved.version } });
    if (!result.error) onDone(`“${saved.name}” was deleted.`);
  };

  return (
    <Dialog title="Delete this saved comparison?" onClose={onClose}>
      {error && (
        <Notification tone="bad" role="alert" title="It was not deleted">
          <p>{changeProblem(error)}</p>
        </Notification>
      )}
      <p>
        “{saved.name}” will be gone
        {saved.visibility === 'ORGANISATION' && ', for your colleagues too'}. The figures stay where
        they are.
      </p>
      <div className="actions">
        <Button
          kind="warning"
          working={fetching ? 'Deleting' : undefined}
          onClick={() => void confirm()}
        >
          Delete
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}
