/** PostgreSQL: not unique, not apart from another, what it names is gone or still named, two that wait for each other. */
const codes = new Set(['23505', '23P01', '23503', '23001', '40001', '40P01']);

/** What guards say, by the condition `check_violation`, that only somebody who writes at the same moment runs into. */
const guarded = [
  'a price is not above the published maximum of its lot',
  'a call-off lies within its award',
  'who calls off is named as a buyer',
  'an authority that buys there handles a request',
  'a provider asks that is on the framework',
  'every change counts one version',
  'a request that is ',
];

/** Prisma keeps the driver's words under other names. */
interface Thrown {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly originalError?: Thrown;
  readonly cause?: Thrown;
  readonly originalCode?: string;
  readonly originalMessage?: string;
  readonly meta?: { readonly driverAdapterError?: Thrown };
}

/**
 * True where a rule of the database refused what was right when it was checked: somebody else wrote at the same moment.
 * Whoever breaks such a rule alone is told before, by what checks inputs.
 */
export function isCollision(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, originalCode, originalMessage, originalError, cause, meta } =
    error as Thrown;
  const state = originalCode ?? code;
  if (typeof state === 'string' && codes.has(state)) return true;
  const words = String(originalMessage ?? message);
  if (state === '23514' && guarded.some((beginning) => words.startsWith(beginning))) return true;
  return isCollision(originalError ?? cause ?? meta?.driverAdapterError);
}
