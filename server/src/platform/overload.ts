const overloadCodes = new Set([
  // Prisma: no connection in time.
  'P2028',
  'P2024',
  'P1001',
  'P1017',
  // PostgreSQL: too many connections, a time limit of a statement, a lock or a transaction, server going away.
  '55P03',
  '25P03',
  '08003',
  '08006',
  '53300',
  '57014',
  '57P01',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** What the driver says without a code. */
const overloadMessages = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error',
  'Query read timeout',
];

/** True where the database could not be had in time: a later try may succeed. */
export function isOverload(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && overloadCodes.has(code)) return true;
  if (overloadMessages.some((beginning) => error.message.startsWith(beginning))) return true;
  const inner = innerOf(error);
  return inner !== undefined && inner !== error && isOverload(inner);
}

/** True where a request has a character that PostgreSQL keeps in no text: that of code 0. */
export function hasUnkeepableText(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ((error as { code?: unknown }).code === '22021') return true;
  const inner = innerOf(error);
  return inner !== undefined && inner !== error && hasUnkeepableText(inner);
}

const innerOf = (error: Error): unknown =>
  (error as { originalError?: unknown }).originalError ?? error.cause ?? driverError(error);

/** What Prisma wraps: the driver's own error, with PostgreSQL's code under another name. */
function driverError(error: Error): Error | undefined {
  const wrapped = error as {
    meta?: { driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string } } };
  };
  const cause = wrapped.meta?.driverAdapterError?.cause;
  return (
    cause && Object.assign(new Error(cause.originalMessage ?? ''), { code: cause.originalCode })
  );
}
