import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useMutation } from 'urql';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { Failure } from '../../graphql/errors.ts';
import { describeFailure } from '../../graphql/errors.ts';
import type { FormField } from './refusal.ts';
import { refusedFields } from './refusal.ts';

const noProblems: readonly FieldProblem[] = [];

/**
 * A form with its draft, and the change that it makes. What the server refuses lands at the fields it is about, and nothing
 * typed is lost; where somebody else was quicker, `onStale` shows what is there now, and pressing again changes that.
 */
export function useMarketForm<Data, Input, Draft>(
  document: TypedDocumentNode<Data, { input: Input }>,
  options: {
    /** What ids of its fields begin with. */
    readonly id: string;
    /** What the form begins with. */
    readonly draft: Draft;
    /** Its fields as they stand, for what the server refuses. */
    readonly fields: readonly FormField[] | ((draft: Draft) => readonly FormField[]);
    readonly onDone: (data: Data) => void;
    readonly onStale: () => void;
  },
) {
  const { id, fields } = options;
  const [draft, onChange] = useState(options.draft);
  const [problems, setProblems] = useState(noProblems);
  const [isStale, setIsStale] = useState(false);
  const [{ fetching }, mutate] = useMutation(document);

  const send = async (input: Input, missing = noProblems) => {
    setProblems(missing);
    if (missing.length > 0) return;
    const { data, error } = await mutate({ input });
    if (data && !error) {
      setIsStale(false);
      return options.onDone(data);
    }
    refuse(error ? describeFailure(error) : null);
  };
  const refuse = (failure: Failure | null) => {
    setProblems(problemsOf(failure, typeof fields === 'function' ? fields(draft) : fields));
    if (failure?.code !== 'CONFLICT') return;
    // What another framework has already is no change of this one.
    if (failure.message.includes('changed meanwhile')) setIsStale(true);
    options.onStale();
  };
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.message;
  return { id, draft, onChange, problems, problemOf, fetching, isStale, send };
}

/** What went wrong, at the fields it is about where the server names them. */
function problemsOf(failure: Failure | null, fields: readonly FormField[]): FieldProblem[] {
  if (failure === null) return [{ field: null, message: 'The server gave no answer.' }];
  const { kind, message, advice } = failure;
  return refusedFields(kind === 'refused' ? message : `${message} ${advice}`, fields);
}
