import type { AnyVariables, TypedDocumentNode } from 'urql';
import { useMutation } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';
import type { Changed } from './agreement-steps.ts';

type Outcome =
  | { readonly id: string | null; readonly problem: null; readonly isStale: false }
  | { readonly id: null; readonly problem: string; readonly isStale: boolean };

/**
 * Makes one change to an agreement and says how it went: the version it was done to (null where it
 * is gone), or a problem in words. A change that somebody else was quicker with is stale: nothing was done.
 */
export function useAgreementChange<Variables extends AnyVariables>(
  document: TypedDocumentNode<Changed, Variables>,
) {
  const [{ fetching }, mutate] = useMutation(document);

  const change = async (variables: Variables): Promise<Outcome> => {
    const { data, error } = await mutate(variables);
    const changed = Object.values(data ?? {})[0];
    if (changed !== undefined && !error)
      return { id: idOf(changed), problem: null, isStale: false };
    if (!error) return { id: null, problem: 'The server gave no answer.', isStale: false };

    const { code, message, advice } = describeFailure(error);
    if (code === 'CONFLICT') {
      return { id: null, problem: `${message} Nothing was changed. ${stale}`, isStale: true };
    }
    return { id: null, problem: `${message} ${advice}`, isStale: false };
  };
  return { fetching, change };
}

/** A change answers the version it was done to; a deletion only the id of what is gone. */
const idOf = (changed: Changed[string]): string | null =>
  typeof changed === 'string' ? null : changed.id;

const stale =
  'Close this: the page shows the agreement as it is now. If you still want to, do it again.';
