import type { CombinedError } from '@urql/core';

/** What went wrong, as far as a person can do something about it. */
export interface Failure {
  /** `lost`: no answer came. `refused`: the server said no and why. `fault`: the server failed. */
  readonly kind: 'lost' | 'signed-out' | 'refused' | 'fault';
  readonly code: string | null;
  readonly message: string;
  readonly advice: string;
}

const answersThatMeanNobodyIsThere = new Set([502, 503, 504]);

/** The code of the first error that has one. */
function errorCode(error: CombinedError): string | null {
  for (const { extensions } of error.graphQLErrors) {
    const code = extensions?.['code'];
    if (typeof code === 'string') return code;
  }
  return null;
}

/** Whether no server answered: only then is contact lost. */
export function isLost(error: CombinedError): boolean {
  if (!error.networkError) return false;
  const response: unknown = error.response;
  return !(response instanceof Response) || answersThatMeanNobodyIsThere.has(response.status);
}

/** Whether the server does not know who is asking. */
export function isSignedOut(error: CombinedError): boolean {
  const response: unknown = error.response;
  return (
    errorCode(error) === 'UNAUTHENTICATED' ||
    (response instanceof Response && response.status === 401)
  );
}

const lost = {
  message: 'The server did not answer.',
  advice: 'Check your network. The page tries again by itself.',
};
const signedOut = { message: 'You are not signed in.', advice: 'Sign in, then try again.' };
const fault = {
  message: 'The server could not do this.',
  advice: 'Nothing was changed. Try again; if it goes on, tell whoever runs the platform.',
};
const advices: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'Change what you asked for, then try again.',
  NOT_FOUND: 'Check the address, or start from the overview.',
  FORBIDDEN: 'Ask someone in your organisation who may.',
  CONFLICT: 'Load the page again to see what changed.',
  RATE_LIMITED: 'Wait a minute, then try again.',
  UNAVAILABLE: 'Wait a moment, then try again.',
};

/** Whether what was asked for cannot be: an id that was cut off, for example. */
export const isUnreadable = (error: CombinedError): boolean =>
  errorCode(error) === 'BAD_USER_INPUT';

/** Says in plain words what failed and what to do. */
export function describeFailure(error: CombinedError): Failure {
  const code = errorCode(error);
  if (isLost(error)) return { kind: 'lost', code, ...lost };
  if (isSignedOut(error)) return { kind: 'signed-out', code, ...signedOut };

  const advice = code === null ? undefined : advices[code];
  const message = error.graphQLErrors[0]?.message;
  if (advice === undefined || message === undefined) {
    // An unforeseen failure carries a reference; it is all that helps whoever looks into it.
    return { kind: 'fault', code, ...fault, message: message ?? fault.message };
  }
  return { kind: 'refused', code, message, advice };
}
