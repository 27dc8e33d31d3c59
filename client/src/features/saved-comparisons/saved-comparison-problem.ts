import type { CombinedError } from '@urql/core';
import { describeFailure } from '../../graphql/errors.ts';

/** Why a change to a saved comparison was refused, and what to do, in a sentence or two. */
export function changeProblem(error: CombinedError): string {
  const { code, message, advice } = describeFailure(error);
  if (code === 'CONFLICT') {
    return 'Somebody changed this comparison after you opened the list, so nothing was overwritten. Close this, look at what it says now, then try again.';
  }
  if (code === 'NOT_FOUND') {
    return 'This comparison is no longer there: somebody deleted it, or stopped sharing it.';
  }
  return `${message} ${advice}`;
}
