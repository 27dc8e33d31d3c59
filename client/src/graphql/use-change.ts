import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useMutation } from 'urql';
import { describeFailure } from './errors.ts';

/** What a change answers under its own name: what it was done to, or only the id of what it deleted. */
export type Changed = Readonly<Record<string, { readonly id: string } | string>>;

type ChangeOutcome =
  | { readonly id: string | null; readonly problem: null; readonly isStale: false }
  | { readonly id: null; readonly problem: string; readonly isStale: boolean };

/**
 * Makes one change and says how it went: the id of what it was done to (null where that is gone), or a problem in
 * words. A change that somebody else was quicker with is stale: nothing was done.
 */
export function useChange<Variables extends AnyVariables>(
  document: TypedDocumentNode<Changed, Variables>,
) {
  const [{ fetching }, mutate] = useMutation(document);

  const change = async (variables: Variables): Promise<ChangeOutcome> => {
    const { data, error } = await mutate(variables);
    const changed = Object.values(data ?? {})[0];
    if (changed !== undefined && !error)
      return { id: idOf(changed), problem: null, isStale: false };
    if (!error) return { id: null, problem: 'The server gave no answer.', isStale: false };

    const { code, message, advice } = describeFailure(error);
    if (code !== 'CONFLICT') return { id: null, problem: `${message} ${advice}`, isStale: false };
    return { id: null, problem: `${message} Nothing was changed. ${stale}`, isStale: true };
  };
  return { fetching, change };
}

const idOf = (changed: Changed[string]): string | null =>
  typeof changed === 'string' ? null : changed.id;

const stale = 'Close this: the page shows what is there now. If you still want to, do it again.';
