import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { SavedComparisonFields } from './SavedComparisonFields.tsx';
import { nameProblem } from './saved-comparison-name.ts';
import { changeProblem } from './saved-comparison-problem.ts';
import type { SavedComparison } from './saved-comparison-queries.ts';
import { UpdateSavedComparisonMutation } from './saved-comparison-queries.ts';

const noProblems: readonly FieldProblem[] = [];

/** Renames a saved comparison or changes who may open it. What was typed stays if it is refused. */
export function SavedComparisonEditDialog(props: {
  readonly saved: SavedComparison;
  readonly onClose: () => void;
  /** Called with a sentence that says what was done. */
  readonly onDone: (sentence: string) => void;
}) {
  const { saved, onClose, onDone } = props;
  const id = useId();
  const [draft, setDraft] = useState({ name: saved.name, visibility: saved.visibility });
  const [problems, setProblems] = useState(noProblems);
  const [{ fetching }, update] = useMutation(UpdateSavedComparisonMutation);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = nameProblem(draft.name);
    if (problem !== null) {
      setProblems([{ field: `${id}-name`, message: problem }]);
      return;
    }
    const name = draft.name.trim();
    const input = { id: saved.id, version: saved.version, name, visibility: draft.visibility };
    const { error } = await update({ input });
    if (error) setProblems([{ field: null, message: changeProblem(error) }]);
    else onDone(`“${name}” was changed.`);
  };

  return (
    <Dialog title="Rename or share" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary problems={problems} />
        <SavedComparisonFields
          id={id}
          draft={draft}
          nameProblem={problems.find(({ field }) => field !== null)?.message}
          onChange={setDraft}
        />
        <div className="actions">
          <Button type="submit" working={fetching ? 'Saving' : undefined}>
            Save changes
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
