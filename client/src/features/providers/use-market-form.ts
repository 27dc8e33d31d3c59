import { useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { useMutation } from 'urql';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import type { FormField } from './refusal.ts';
import { refusedFields } from './refusal.ts';

const noProblems: readonly FieldProblem[] = [];

/**
 * A change that a form makes. What the server refuses lands at the fields it is about, and nothing typed is lost; where
 * somebody else was quicker, `onStale` shows what is there now, and pressing again changes that.
 */
export function useMarketForm<Data, Input>(
  document: TypedDocumentNode<Data, { input: Input }>,
  options: {
    readonly fields: readonly FormField[];
    readonly onDone: (data: Data) => void;
    readonly onStale: () => void;
  },
) {
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
    if (!error) return setProblems([{ field: null, message: 'The server gave no answer.' }]);
    const { code, message, advice, kind } = describeFailure(error);
    if (code === 'CONFLICT') {
      setIsStale(true);
      setProblems([{ field: null, message }]);
      return options.onStale();
    }
    const said = kind === 'refused' ? message : `${message} ${advice}`;
    setProblems(refusedFields(said, options.fields));
  };
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.message;
  return { problems, problemOf, fetching, isStale, send };
}
