import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '@sufficiency/shared/errors.ts';
import { badInput, conflict, DomainError } from '@sufficiency/shared/errors.ts';
import type { DocumentNode, ExecutionResult, GraphQLErrorExtensions } from 'graphql';
import { GraphQLError, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isCollision } from '../platform/collision.ts';
import type { Log } from '../platform/log.ts';
import { hasUnkeepableText, isOverload } from '../platform/overload.ts';

const httpStatus: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Unit: seconds. */
export const retryAfter = { 'retry-after': '1' };

/** For a database that could not be had in time. */
export const unavailable = (): DomainError =>
  new DomainError('UNAVAILABLE', 'The service is busy. Try again in a moment.');

const collided = (): DomainError =>
  conflict(
    'Somebody else changed the same thing at the same moment, so nothing of this was kept. Look at it again, then repeat what is still to be done.',
  );

/** An error as it leaves the server: a sentence, a code, and nothing of the inside. */
export function toGraphQLError(error: DomainError, original?: GraphQLError): GraphQLError {
  const status = httpStatus[error.code];
  return new GraphQLError(error.message, {
    ...(original?.nodes && { nodes: original.nodes }),
    ...(original?.path && { path: original.path }),
    extensions: {
      ...error.details,
      code: error.code,
      ...(status && {
        http: {
          status,
          headers: error.code === 'UNAVAILABLE' ? retryAfter : {},
        },
      }),
    },
  });
}

const domainErrorIn = (error: unknown): DomainError | undefined => {
  if (error instanceof DomainError) return error;
  const original = (error as { originalError?: unknown } | null)?.originalError;
  return original ? domainErrorIn(original) : undefined;
};

/**
 * Names of the fields of an answer that the viewer's role may not ask for, as the schema has them: an alias is the
 * client's text.
 */
export function refusedFields({ errors = [] }: ExecutionResult, document: DocumentNode): string[] {
  const refused = errors.filter((error) => domainErrorIn(error)?.code === 'FORBIDDEN');
  if (refused.length === 0) return [];
  const names = new Map<unknown, string>();
  visit(document, {
    Field: ({ alias, name }) => void names.set((alias ?? name).value, name.value),
  });
  return refused.map(({ path = [] }) => {
    const field = path.findLast((step) => typeof step === 'string');
    return names.get(field) ?? 'unknown';
  });
}

const codeOf = (error: unknown) => (error as GraphQLError).extensions?.['code'];

/** Faults of the document or its variables have no path and no cause; all else without a code is ours. */
const isFaultOfRequest = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && !error.path && !error.originalError;

/** What Pothos found in a cursor, an id or the arguments of a page; undefined if it was not that. */
function unreadableInput(error: unknown): DomainError | undefined {
  const original = (error as { originalError?: Error } | null)?.originalError;
  if (original?.constructor.name !== 'PothosValidationError') return undefined;
  // Of its messages only those about arguments say what to change; the others repeat what was sent.
  return original.message.startsWith('Argument')
    ? badInput(`${original.message}.`)
    : badInput('This cursor or id cannot be read. Use one that the server gave you.');
}

const isAborted = (error: unknown): boolean => {
  const original = error instanceof GraphQLError ? error.originalError : error;
  return original instanceof Error && original.name === 'AbortError';
};

/** What went wrong beneath, where it is no fault of ours; undefined if it was not that. */
function foreseenError(error: unknown, log: Log): DomainError | undefined {
  if (isOverload(error)) return unavailable();
  if (isCollision(error)) {
    log.warn({ err: error }, 'collided');
    return collided();
  }
  if (hasUnkeepableText(error)) {
    return badInput('A text has a control character in it. Leave it out.');
  }
  // Whoever asked has left: nobody reads this, and nothing failed.
  return isAborted(error) ? badInput('The request was broken off.') : undefined;
}

/** Maps whatever was thrown to what a client may know. Anything unforeseen becomes INTERNAL with a reference. */
export function maskError(error: unknown, log: Log): GraphQLError {
  const given = error instanceof GraphQLError ? error : undefined;
  const known = domainErrorIn(error);
  if (known) {
    if (known.cause) log.warn({ err: known.cause, code: known.code }, 'refused with a cause');
    return toGraphQLError(known, given);
  }
  if (given && typeof codeOf(given) === 'string') return given;
  const unreadable = unreadableInput(error);
  if (unreadable) return toGraphQLError(unreadable, given);
  if (isFaultOfRequest(error)) return withCode(error);
  const foreseen = foreseenError(error, log);
  if (foreseen) return toGraphQLError(foreseen, given);
  const reference = randomUUID();
  log.error({ err: error, reference }, 'unforeseen');
  return toGraphQLError(
    new DomainError(
      'INTERNAL',
      `Something failed on our side. Quote this reference: ${reference}.`,
      {
        details: { reference },
      },
    ),
    given,
  );
}

/** An error as it is told in an event, where there is no status any more. */
export function withoutTransport(error: GraphQLError): GraphQLError {
  const { http, ...extensions } = error.extensions;
  if (http === undefined) return error;
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.path && { path: error.path }),
    extensions,
  });
}

/** A body that is no request at all is refused with its status, whatever the client accepts (`spec` would make it 200). */
function transportOf({ extensions: { http, code } }: GraphQLError): GraphQLErrorExtensions {
  if (code === 'BAD_REQUEST') return { http: { status: 400, ...http, spec: false } };
  return http ? { http } : {};
}

/** Keeps what the transport needs (status and headers of the answer); what a library adds of its own stays here. */
const withCode = (error: GraphQLError) =>
  new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    extensions: {
      ...transportOf(error),
      code: 'BAD_USER_INPUT',
    },
  });

/** Gives every error of every answer a code, those of parsing and validation included. */
export function useErrorCodes(log: Log): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      const { errors } = result;
      if (!errors?.some((error) => codeOf(error) === undefined || isYogaCode(codeOf(error))))
        return;
      setResult({ ...result, errors: errors.map((error) => recode(error, log)) });
    },
  };
}

/** Codes that libraries of ours set; clients know only our own. */
const yogaCodes = new Set([
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL_SERVER_ERROR',
]);
const isYogaCode = (code: unknown) => typeof code === 'string' && yogaCodes.has(code);

function recode(error: GraphQLError, log: Log): GraphQLError {
  const code = codeOf(error);
  if (code === 'INTERNAL_SERVER_ERROR')
    return maskError(error.originalError ?? new Error(error.message), log);
  if (isYogaCode(code)) return withCode(error);
  return maskError(error, log);
}
