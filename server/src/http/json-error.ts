import type { DomainError, ErrorCode } from '@sufficiency/shared/errors.ts';

const statusOf: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
};

/** A refusal in the shape of a GraphQL answer, so that every client of every route reads errors alike. */
export function errorResponse(error: DomainError, headers: Record<string, string> = {}): Response {
  return Response.json(
    { errors: [{ message: error.message, extensions: { ...error.details, code: error.code } }] },
    { status: statusOf[error.code], headers: { 'cache-control': 'no-store', ...headers } },
  );
}
