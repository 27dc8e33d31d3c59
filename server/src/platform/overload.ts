const overloadCodes = new Set([
  // Prisma: no connection in time.
  'P2028',
  'P2024',
  // PostgreSQL: too many connections, statement cancelled by its time limit, server going away.
  '53300',
  '57014',
  '57P01',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** True where the database could not be had in time: a later try may succeed. */
export function isOverload(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && overloadCodes.has(code)) return true;
  if (error.message.startsWith('timeout exceeded when trying to connect')) return true;
  if (error.message.startsWith('Connection terminated')) return true;
  const inner = (error as { originalError?: unknown }).originalError ?? error.cause;
  return inner !== undefined && inner !== error && isOverload(inner);
}
