import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useMutation } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';

/** What a change answers: the version it was done to, under the change’s own name. */
export type Changed = Readonly<Record<string, { readonly id: string }>>;

type Outcome =
  | { readonly id: string; readonly problem: null; readonly isStale: false }
  | { readonly id: null; readonly problem: string; readonly isStale: boolean };

/**
 * Makes one change to a return and says how it went: the version it was done to, or a problem in words. A change that
 * somebody else was quicker with is stale: nothing was done.
 */
export function useReturnChange<Variables extends AnyVariables>(
  document: TypedDocumentNode<Changed, Variables>,
) {
  const [{ fetching }, mutate] = useMutation(document);

  const change = async (variables: Variables): Promise<Outcome> => {
    const { data, error } = await mutate(variables);
    const changed = Object.values(data ?? {})[0];
    if (changed && !error) return { id: changed.id, problem: null, isStale: false };
    if (!error) return { id: null, problem: 'The server gave no answer.', isStale: false };

    const { code, message, advice } = describeFailure(error);
    if (code !== 'CONFLICT') return { id: null, problem: `${message} ${advice}`, isStale: false };
    return { id: null, problem: `${message} Nothing was changed. ${stale}`, isStale: true };
  };
  return { fetching, change };
}

const stale =
  'Close this: the page shows the return as it is now. If you still want to, do it again.';
