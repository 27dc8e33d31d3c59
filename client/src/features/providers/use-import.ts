import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useMutation } from 'urql';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { describeFailure } from '../../graphql/errors.ts';

/** A file or return that is looked at first and taken then: what was found, and what the server refused. */
export function useImport<Data, Input extends object>(
  document: TypedDocumentNode<Data, { input: Input }>,
  /** The field that a refusal is about. */
  field: string,
) {
  const [found, setFound] = useState<Data | null>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [{ fetching }, mutate] = useMutation(document);

  const run = async (input: Input) => {
    setProblems([]);
    const { data, error } = await mutate({ input });
    if (data && !error) return setFound(data);
    setFound(null);
    const { message, advice } = error
      ? describeFailure(error)
      : { message: 'The server gave no answer.', advice: '' };
    setProblems([{ field, message: `${message} ${advice}`.trim() }]);
  };
  /** Refuses what cannot be sent, or forgets what was found when something else is chosen. */
  const reset = (wrong: readonly FieldProblem[] = []) => {
    setFound(null);
    setProblems(wrong);
  };
  return { found, problems, fetching, run, reset };
}
