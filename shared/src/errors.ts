/** A code exists only if a client would behave differently. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/**
 * A failure the caller can understand and act on.
 *
 * `message` is written for the person reading the screen. Anything for operators goes in `cause`,
 * which is logged and never sent.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, string | number>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** Nothing of that name exists for this actor: missing and hidden are told alike. */
export function notFound(input: string, name: string): DomainError {
  const short = name.length > 100 ? `${name.slice(0, 100)}…` : name;
  return new DomainError('NOT_FOUND', `There is no ${input} “${short}”.`, {
    details: { input, name: short },
  });
}

/** What was sent cannot be used; `message` says what to send instead. */
export const badInput = (message: string, details: Record<string, string | number> = {}) =>
  new DomainError('BAD_USER_INPUT', message, { details });

/** The role never does this, whatever the data. */
export const forbidden = (message: string) => new DomainError('FORBIDDEN', message);

/** Somebody else changed it meanwhile; `message` says what to do now. */
export const conflict = (message: string, details: Record<string, string | number> = {}) =>
  new DomainError('CONFLICT', message, { details });
