import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Changed } from '../graphql/use-change.ts';
import { useChange } from '../graphql/use-change.ts';
import type { FieldProblem } from './ErrorSummary.tsx';

/** What a dialog that changes something is given by what opens it. */
export interface ChangeDialog {
  /** Called when somebody else changed it meanwhile. */
  readonly onStale: () => void;
  readonly onClose: () => void;
  /** Called with the id of what was changed; null where it is gone. */
  readonly onDone: (id: string | null) => void;
}

/** The words of a change that is asked about in a dialog. */
export interface ChangeWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  /** What its button says while it is done. */
  readonly working: string;
}

const noProblems: readonly FieldProblem[] = [];

/** The change that a form makes, and what stands against it. */
export function useChangeForm<Input>(
  document: TypedDocumentNode<Changed, { input: Input }>,
  { onStale, onDone }: Pick<ChangeDialog, 'onStale' | 'onDone'>,
) {
  const [problems, setProblems] = useState(noProblems);
  const { fetching, change } = useChange(document);

  /** Makes it, unless something is missing from the form. */
  const make = async (input: Input, missing = noProblems) => {
    setProblems(missing);
    if (missing.length > 0) return;
    const outcome = await change({ input });
    if (outcome.problem === null) return onDone(outcome.id);
    setProblems([{ field: null, message: outcome.problem }]);
    if (outcome.isStale) onStale();
  };
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.message;
  return { problems, problemOf, fetching, make };
}
