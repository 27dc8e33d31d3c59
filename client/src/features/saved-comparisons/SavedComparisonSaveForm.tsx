import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useMutation } from 'urql';
import { Button } from '../../components/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import type { SavedComparisonDraft } from './SavedComparisonFields.tsx';
import { SavedComparisonFields } from './SavedComparisonFields.tsx';
import { nameProblem } from './saved-comparison-name.ts';
import type { ComparisonInput, SavedComparison } from './saved-comparison-queries.ts';
import { SaveComparisonMutation } from './saved-comparison-queries.ts';

const noProblems: readonly FieldProblem[] = [];

/** Saves a comparison under a name, for its owner alone or for their organisation. Put it in a `Dialog`. */
export function SavedComparisonSaveForm(props: {
  /** What is compared: the variables of the comparison on the screen. */
  readonly query: ComparisonInput;
  /** A first guess at the name; the person may change it. */
  readonly suggestedName?: string;
  readonly onSaved: (saved: SavedComparison) => void;
  readonly onCancel: () => void;
}) {
  const { query, suggestedName = '', onSaved, onCancel } = props;
  const id = useId();
  const [draft, setDraft] = useState<SavedComparisonDraft>({
    name: suggestedName,
    visibility: 'PRIVATE',
  });
  const [problems, setProblems] = useState(noProblems);
  const [{ fetching }, save] = useMutation(SaveComparisonMutation);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const problem = nameProblem(draft.name);
    if (problem !== null) {
      setProblems([{ field: `${id}-name`, message: problem }]);
      return;
    }
    setProblems(noProblems);
    const { data, error } = await save({ input: { ...draft, name: draft.name.trim(), query } });
    if (data) onSaved(data.saveComparison);
    if (error) {
      const { message, advice } = describeFailure(error);
      setProblems([{ field: null, message: `${message} ${advice}` }]);
    }
  };

  return (
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
          Save comparison
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
